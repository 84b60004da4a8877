import type { Resolved } from '../../core/defaults';
import { any, flag, type Forms, mapOf, word } from '../../core/forms';
import { POD_FORMS, PROBE_FORM } from '../pod/pod-forms';
import { POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { ProbeAsk } from '../pod/probe';
import { Shutdown } from '../pod/shutdown';

/** Props of a daemon: the Pods', and these. */
export interface DaemonWorkloadProps extends PodProps {
  /** TCP ports by name, such as `{ metrics: 9100 }`. @default none */
  readonly ports?: Readonly<Record<string, number>>;
  /**
   * Whether the Pods have the network of their node: its address, and its ports taken. Needs a namespace of Pod Security
   * `privileged`. Replaces the Pods.
   * @default false
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether nodes with taints get a Pod too, whatever the taint.
   * @default false - `tolerations` say which
   */
  readonly onTaintedNodes?: boolean;
  /** Nodes without their Pod at once during an update: a number, or a percentage from 1%. Changed in place. @default "10%" */
  readonly maxUnavailable?: number | string;
  /** Seconds that a new Pod must stay ready before the next node's turn, 0 to 3600. Changed in place. @default 10 */
  readonly minReadySeconds?: number;
  /** Whether a Pod can do its work. @default none */
  readonly readiness?: ProbeAsk;
  /** Whether it must be restarted. @default none */
  readonly liveness?: ProbeAsk;
  /** Whether an apply ends only when every node has its Pod, 20 minutes at most, 60 for an update. @default true */
  readonly waitForRollout?: boolean;
  /** Name of all objects, 1 to 63 characters. Replaces them. @default from the path below the namespace */
  readonly name?: string;
  /**
   * Takes over the DaemonSet that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<namespace>/<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a daemon has when a prop is left out. Nobody balances traffic to it, so it ends at once. */
export const DAEMON_WORKLOAD_DEFAULTS = Object.freeze({
  ...POD_DEFAULTS,
  ports: Object.freeze({}) as Readonly<Record<string, number>>,
  hostNetwork: false,
  onTaintedNodes: false,
  maxUnavailable: '10%' as number | string,
  minReadySeconds: 10,
  shutdown: Shutdown.drain({ drainSeconds: 0 }),
  waitForRollout: true,
});

/** Props of a daemon with every default in place. */
export type ResolvedDaemonWorkload = Readonly<Resolved<DaemonWorkloadProps, typeof DAEMON_WORKLOAD_DEFAULTS>>;

export const DAEMON_WORKLOAD_FORMS: Forms<DaemonWorkloadProps> = {
  ...POD_FORMS,
  ports: mapOf(any),
  hostNetwork: flag,
  onTaintedNodes: flag,
  maxUnavailable: any,
  minReadySeconds: any,
  readiness: PROBE_FORM,
  liveness: PROBE_FORM,
  waitForRollout: flag,
  name: any,
  adopt: word,
};
