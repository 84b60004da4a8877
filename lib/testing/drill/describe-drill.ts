import type { Drill } from './drill';
import type { Failing, Outcome } from './outcome';
import { table } from './table';

/** A drill as text or as JSON. */
export function describeDrill(drill: Drill, format: 'text' | 'json' = 'text'): string {
  return format === 'json' ? JSON.stringify(drill, undefined, 2) : textOf(drill);
}

function textOf(drill: Drill): string {
  const { outcomes, singlePoints, unknown, assumptions } = drill;
  const sections: (readonly [title: string, text: string])[] = [
    ['Scenarios', scenarios(outcomes)],
    ['Pods', pods(outcomes)],
    ['What fails', grouped(outcomes, ({ failures }) => failures)],
    ['What goes over, or goes on with less', grouped(outcomes, changed)],
    ['What goes slower', grouped(outcomes, ({ slower }) => slower)],
    ['What is accepted', grouped(outcomes, accepted)],
    ['Addresses', addresses(outcomes)],
    ['Single points', singlePoints.map(({ what, why, fix }) => `${what} ${why}\n  fix: ${fix}`).join('\n')],
    ['Not in the Terraform', unknown.join('\n')],
    ['Taken for granted', assumptions.map((one) => `- ${one}`).join('\n')],
  ];
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `${title}\n${'-'.repeat(title.length)}\n${text}`)
    .join('\n\n');
}

/** A line for each scenario, Pods of the cluster itself left out. */
function scenarios(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ scenario, verdict, workloads, nodes }) => {
    const sum = (of: 'wanted' | 'onNodes' | 'onEci' | 'pending') => workloads.reduce((all, one) => all + one[of], 0);
    const left = Object.values(nodes).reduce((all, one) => all + one, 0);
    return [scenario, verdict, left, sum('wanted'), sum('onNodes'), sum('onEci'), sum('pending')];
  });
  return table([['lost, Pods', 'verdict', 'nodes', 'wanted', 'on nodes', 'on ECI', 'waiting'], ...rows]);
}

/** A line for each workload and scenario; zones at which the numbers are the same share one. */
function pods(outcomes: readonly Outcome[]): string {
  const rows = new Map<string, { readonly scenarios: string[]; readonly cells: readonly (string | number)[] }>();
  for (const { scenario, lost, level, workloads } of outcomes) {
    for (const one of workloads) {
      const cells = [one.state, one.wanted, one.onNodes, one.onEci, one.pending, one.unknown, one.moved];
      const kind = lost === undefined || lost === 'nodes' ? scenario : 'zone';
      const key = JSON.stringify([one.workload, kind, level, cells]);
      rows.set(key, { scenarios: [...(rows.get(key)?.scenarios ?? []), scenario], cells: [one.workload, ...cells] });
    }
  }
  const zones = outcomes.filter(
    ({ lost, level }) => lost !== undefined && lost !== 'nodes' && level === 'least',
  ).length;
  const lines = [...rows.values()].map(({ scenarios: all, cells: [workload, ...cells] }) => {
    const any = zones > 1 && all.length === zones;
    return [workload!, any ? all[0]!.replace(/^zone [^,]+/, 'any zone') : all.join('; '), ...cells];
  });
  lines.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
  const head = ['workload', 'lost, Pods', 'state', 'wanted', 'on nodes', 'on ECI', 'waiting', 'unknown', 'start anew'];
  return lines.length === 0 ? '' : table([head, ...lines]);
}

const changed = ({ parts }: Outcome): readonly Failing[] =>
  parts
    .filter(({ state }) => state === 'switches' || state === 'reduced')
    .map(({ part, why }) => ({ what: part, why: why ?? '' }));

const accepted = ({ parts, workloads }: Outcome): readonly Failing[] => [
  ...parts.filter(({ state }) => state === 'accepted').map(({ part, why }) => ({ what: part, why: why ?? '' })),
  ...workloads
    .filter(({ state }) => state === 'accepted')
    .map(({ workload, why }) => ({ what: workload, why: why.join('; ') })),
];

/** Each sentence once, with the scenarios that it is true of. */
function grouped(outcomes: readonly Outcome[], of: (outcome: Outcome) => readonly Failing[]): string {
  const found = new Map<string, string[]>();
  for (const outcome of outcomes) {
    for (const { what, why } of of(outcome)) {
      const sentence = `${what}: ${why}`;
      found.set(sentence, [...(found.get(sentence) ?? []), outcome.scenario]);
    }
  }
  return [...found].map(([sentence, where]) => `${sentence}\n  (${shortly(where).join('; ')})`).join('\n');
}

/** Scenarios that hold at every level are named once, without it. */
function shortly(scenarios: readonly string[]): readonly string[] {
  const losses = scenarios.map((scenario) => scenario.replace(/, \w+$/, ''));
  const count = (loss: string) => losses.filter((one) => one === loss).length;
  return [...new Set(losses.map((loss, index) => (count(loss) === 3 ? loss : scenarios[index]!)))];
}

/** Each vSwitch in the scenario that draws most of it. */
function addresses(outcomes: readonly Outcome[]): string {
  const ids = outcomes[0]?.vswitches.map(({ vswitch }) => vswitch) ?? [];
  const rows = ids.map((id) => {
    const all = outcomes.map(({ scenario, vswitches }) => ({
      scenario,
      ...vswitches.find(({ vswitch }) => vswitch === id)!,
    }));
    const worst = all.reduce((most, one) => (one.drawn + one.missing > most.drawn + most.missing ? one : most));
    const { zone = 'unknown', addresses: has = 'unknown', drawn, missing, spare = 'unknown', scenario } = worst;
    return [id, zone, has, drawn, missing, spare, scenario];
  });
  const head = ['vSwitch', 'zone', 'addresses', 'most drawn', 'missing', 'spare', 'when'];
  return rows.length === 0 ? '' : table([head, ...rows]);
}
