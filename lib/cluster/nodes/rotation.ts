import { oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, flag, listOf, object, word } from '../../core/forms';
import { minorOf, versionProblems } from '../version';

/** Minors that a kubelet may be behind its API server, by the version skew policy of Kubernetes since 1.28. */
const MOST_BEHIND = 3;

/**
 * What the nodes of a pool are brought to, a few at a time: each is drained, renewed and let in again. ACK does it once
 * when it is written, **and again at every later change of the pool as long as it stands there**: take it out of the
 * program after the apply.
 */
export interface Rotation {
  /** Kubernetes version of the kubelets, such as `1.34.1-aliyun.1`: that of the cluster. @default stays */
  readonly kubernetesVersion?: string;
  /** Whether nodes get a new system disk of the pool's present settings; what lies on the old one is lost. @default true */
  readonly replaceDisk?: boolean;
  /** Nodes out of service at a time, 1 to 1000. @default 1 */
  readonly atOnce?: number;
  /** Minutes between two batches, 5 to 120; not beside `pause`. @default none */
  readonly minutesBetween?: number;
  /** Where ACK stops and waits for somebody to go on, in the console. @default "never" */
  readonly pause?: 'never' | 'after-first' | 'after-each';
  /** Names of the nodes, such as `cn-hangzhou.10.0.0.7`. @default all of the pool */
  readonly nodes?: readonly string[];
}

export const ROTATION_FORM = object<Rotation>({
  kubernetesVersion: word,
  replaceDisk: flag,
  atOnce: any,
  minutesBetween: any,
  pause: any,
  nodes: listOf(word),
});

const PAUSES = Object.freeze({ never: 'NotPause', 'after-first': 'FirstBatch', 'after-each': 'EveryBatch' });

/** The attributes of a node pool that renew its nodes. */
export function rotationAttributes(rotation: Rotation | undefined) {
  if (rotation === undefined) {
    return {};
  }
  const { kubernetesVersion, replaceDisk = true, atOnce = 1, minutesBetween, pause = 'never', nodes } = rotation;
  return {
    upgradePolicy: { kubernetesVersion, useReplace: replaceDisk },
    rollingPolicy: {
      maxParallelism: atOnce,
      batchInterval: minutesBetween === undefined ? undefined : String(minutesBetween),
      pausePolicy: PAUSES[pause],
      nodeNames: nodes && [...nodes].sort(),
    },
  };
}

/** Problems with the rotation of a pool in a cluster of a version. */
export function rotationProblems(rotation: Rotation | undefined, clusterVersion: string | undefined): Problem[] {
  if (rotation === undefined) {
    return [];
  }
  const { kubernetesVersion, atOnce, minutesBetween, pause } = rotation;
  return [
    ...versionProblems(kubernetesVersion, 'rotation.kubernetesVersion'),
    ...skewProblems(kubernetesVersion, clusterVersion),
    ...wholeNumber('rotation.atOnce', atOnce, 1, 1000, 'nodes'),
    ...wholeNumber('rotation.minutesBetween', minutesBetween, 5, 120, 'minutes'),
    ...oneOf('rotation.pause', pause, Object.keys(PAUSES)),
    ...waitProblems(rotation),
  ];
}

/** Where ACK stops after a batch, somebody ends the wait. */
function waitProblems({ minutesBetween, pause = 'never' }: Rotation): Problem[] {
  const what = `rotation.minutesBetween ${quote(minutesBetween)} beside pause ${quote(pause)}: ACK waits for one of the two`;
  return minutesBetween === undefined || pause === 'never'
    ? []
    : [{ code: 'choice-conflict', what, value: minutesBetween, fix: 'leave minutesBetween or pause out' }];
}

/** Nodes follow the control plane: never ahead of it, and not too far behind. */
function skewProblems(nodes: string | undefined, cluster: string | undefined): Problem[] {
  const [ours, theirs] = [minorOf(nodes), minorOf(cluster)];
  if (ours === undefined || theirs === undefined || (ours <= theirs && theirs - ours <= MOST_BEHIND)) {
    return [];
  }
  const rule =
    ours > theirs
      ? 'nodes never run a newer Kubernetes than the control plane'
      : `nodes may be ${MOST_BEHIND} minors behind the control plane at most`;
  const what = `rotation.kubernetesVersion ${quote(nodes)} with the cluster at ${quote(cluster)}: ${rule}`;
  const fix =
    ours > theirs
      ? `raise the version of the cluster first, one minor at a time, and apply that`
      : `write rotation: { kubernetesVersion: ${quote(cluster)} }`;
  return [{ code: 'version-skew', what, value: nodes, fix }];
}

/** Text of the warning that a rotation stands in the program. */
export function rotationWarning(rotation: Rotation | undefined): string | undefined {
  return rotation === undefined
    ? undefined
    : 'rotation renews the nodes at the next apply, and again with every later change of the pool: take it out once it is applied';
}
