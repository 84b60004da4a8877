import { FAULT_KINDS } from './kinds';
import type { FaultProgress, FaultRehearsal } from './rehearse-faults';
import type { Trial, Unaided } from './trial';

const RECOVERED: Readonly<Record<Trial['recovery'], string>> = {
  none: 'gets through',
  again: 'the same command once more',
  untaint: 'untaint, and once more',
  import: 'import, and once more',
  failed: 'does not recover',
};

function orphansOf({ orphans }: Trial): string {
  const names = orphans.map(({ type, id, unaided }) => `${type} ${id} (unaided: ${unaided})`);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return names.length === 0 ? '' : `  forgotten: ${shown.join(', ')}`;
}

const duration = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};

/** One line for a fault, and its problems under it. */
export function describeTrial(trial: Trial, progress?: FaultProgress): string {
  const { ok, stack, path, action, fault, recovery, problems } = trial;
  const address = `${trial.address}${path && !ok ? ` (${path})` : ''}`;
  const place = progress ? `${String(progress.done).padStart(String(progress.of).length)}/${progress.of}  ` : '';
  const left = progress && progress.left > 0 ? `  (${duration(progress.left)} left)` : '';
  const line = `${ok ? '✓' : '✗'} ${place}${stack}  ${address}  ${action} ${fault}: ${RECOVERED[recovery]}${orphansOf(trial)}${left}`;
  return [line, ...problems.map((problem) => `    ${problem}`)].join('\n');
}

const counted = (texts: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return [...counts].map(([text, count]) => `${count} × ${text}`);
};

const listed = (trials: readonly Trial[], unaided: Unaided): string[] => {
  const orphans = trials.flatMap((trial) => trial.orphans.filter((one) => one.unaided === unaided));
  return [...new Set(orphans.map(({ type }) => type))].sort();
};

/** What all faults came to: how the program recovered, what had to be imported, what failed. */
export function describeFaults(result: FaultRehearsal): string {
  const { trials, possible, resumed, milliseconds } = result;
  const lines = FAULT_KINDS.flatMap(({ kind, what }) => {
    const some = trials.filter(({ fault }) => fault === kind);
    const ways = counted(some.map(({ recovery }) => RECOVERED[recovery]));
    return some.length === 0 ? [] : [`${kind} (${what}): ${ways.join(', ')}`];
  });
  const twice = listed(trials, 'made twice');
  const refused = listed(trials, 'refused');
  if (twice.length > 0) {
    lines.push(`made twice by the next apply, unless imported before: ${twice.join(', ')}`);
  }
  if (refused.length > 0) {
    lines.push(`refused by the next apply until imported: ${refused.join(', ')}`);
  }
  const failed = trials.filter(({ ok }) => !ok);
  lines.push(...failed.map((trial) => describeTrial(trial)));
  const resources = new Set(trials.map(({ stack, address }) => `${stack} ${address}`)).size;
  const share = `${trials.length} of ${possible} faults at ${resources} resources`;
  const verdict = result.ok ? 'ends well after every fault' : `does not end well after ${failed.length}`;
  lines.push(
    `${result.ok ? '✓' : '✗'} ${verdict} (${share}${resumed > 0 ? `, ${resumed} from the journal` : ''}, ${duration(milliseconds)})`,
  );
  return lines.join('\n');
}
