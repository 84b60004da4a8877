import { quote, reject, type Problem } from '../core/errors';
import { minorOf, versionProblems } from './version';

/** An upgrade that somebody thinks of. */
export interface UpgradeAsk {
  /** Version that the cluster runs, such as `1.32.7-aliyun.1`. */
  readonly from: string;
  /** Version that it shall run: a full one, or a minor such as `1.34`. */
  readonly to: string;
  /** Node pools, by their names in the program. @default none */
  readonly pools?: readonly string[];
}

/** One apply of an upgrade. */
export interface UpgradeStep {
  /** What is upgraded: the control plane, or the nodes of one pool. */
  readonly what: string;
  /** Minor that it has afterwards, such as `1.33`. */
  readonly to: string;
  /** The line of the program that changes. */
  readonly edit: string;
}

/** The applies of an upgrade, in their order. */
export interface UpgradePlan {
  readonly steps: readonly UpgradeStep[];
}

/** An upgrade as applies one after the other: up a minor, the control plane first, then the nodes of each pool. */
export function planUpgrade(ask: UpgradeAsk): UpgradePlan {
  reject('planUpgrade', upgradeProblems(ask));
  const { from, to, pools = [] } = ask;
  const [first, last] = [minorOf(from)!, minorOf(to)!];
  const minors = first === last ? [last] : Array.from({ length: last - first }, (_, index) => first + 1 + index);
  const steps = minors.flatMap((minor) => {
    const version = minor === last ? to : `1.${minor}`;
    const text = /aliyun/.test(version) ? version : `${version}.x-aliyun.x`;
    return [
      { what: 'control plane', to: `1.${minor}`, edit: `version: '${text}', controlPlaneOnly: true` },
      ...pools.map((pool) => ({
        what: `nodes of ${pool}`,
        to: `1.${minor}`,
        edit: `rotation: { kubernetesVersion: '${text}' }`,
      })),
    ];
  });
  return Object.freeze({ steps: Object.freeze(steps) });
}

/** The plan as text, a line for each apply. */
export function describeUpgrade(ask: UpgradeAsk): string {
  const { steps } = planUpgrade(ask);
  const width = Math.max(...steps.map(({ what }) => what.length));
  return steps
    .map(({ what, to, edit }, index) => `${String(index + 1).padStart(2)}. ${what.padEnd(width)}  ${to}  ${edit}`)
    .join('\n');
}

function upgradeProblems({ from, to, pools = [] }: UpgradeAsk): Problem[] {
  const wrong = [...versionProblems(from, 'from'), ...versionProblems(to, 'to')];
  if (wrong.length > 0 || typeof from !== 'string' || typeof to !== 'string') {
    return wrong.length > 0 ? wrong : [{ code: 'value-missing', what: 'from and to are versions', fix: 'write both' }];
  }
  const twice = pools.filter((pool, index) => pools.indexOf(pool) !== index);
  const [before, after] = [numbersOf(from), numbersOf(to)];
  const down = after[0] < before[0] || (after[0] === before[0] && after[1] < before[1]);
  const what = `to ${quote(to)} is older than ${quote(from)}, and ACK takes no version back`;
  const fix = 'write a newer version; what needs the old one goes into a new cluster of that version';
  return [
    ...(down ? [{ code: 'version-path' as const, what, value: to, fix }] : []),
    ...twice.map((pool) => ({
      code: 'list-duplicate' as const,
      what: `pools names ${quote(pool)} twice`,
      value: pool,
      fix: 'write each pool once',
    })),
  ];
}

/** Minor and patch; a version without a patch is the newest of its minor. */
function numbersOf(version: string): readonly [number, number] {
  const patch = /^1\.\d+\.(\d+)/.exec(version)?.[1];
  return [minorOf(version)!, patch === undefined ? Infinity : Number(patch)];
}
