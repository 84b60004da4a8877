import type { Construct } from 'constructs';
import { wholeNumber } from '../core/checks';
import type { Problem } from '../core/errors';
import { LogProject, type ILogProject } from '../logs/log-project';

/** What a cluster writes to the log service. */
export interface ClusterLogsProps {
  /**
   * Project that takes the logs. A cluster must go before its project, so it is named by reference. Changed in place.
   * @default a new `LogProject` of the cluster's own
   */
  readonly project?: ILogProject;
  /**
   * Days the control plane's logs are kept, 1 to 3000. Changed in place.
   * @default 30
   */
  readonly retentionDays?: number;
}

/** Where audit and control plane logs go, as plain data. Create one with {@link ClusterLogs}. */
export type ClusterLogsData = ({ readonly kind: 'on' } & ClusterLogsProps) | { readonly kind: 'off' };

/** The choices of cluster logs. */
export const ClusterLogs = Object.freeze({
  /** Audit log, and on Pro the logs of the control plane. SLS bills what comes in and what is kept. */
  on: (props: ClusterLogsProps = {}): ClusterLogsData => Object.freeze({ kind: 'on', ...props }),
  /** None: nobody will know who did what in the cluster. */
  off: (): ClusterLogsData => Object.freeze({ kind: 'off' }),
});

/** What cluster logs are when a prop is left out. */
export const CLUSTER_LOGS_DEFAULTS = Object.freeze({
  retentionDays: 30,
  /** Control plane components whose logs are kept; sorted, since the API's list is compared in order. */
  components: Object.freeze(['apiserver', 'ccm', 'controlplane-events', 'kcm', 'scheduler']),
});

/** Most days for which ACK has logs of the control plane kept. */
const MAX_RETENTION_DAYS = 3000;

/** Problems with cluster logs. */
export function clusterLogsProblems(logs: ClusterLogsData): Problem[] {
  return logs.kind === 'on' ? wholeNumber('logs.retentionDays', logs.retentionDays, 1, MAX_RETENTION_DAYS, 'days') : [];
}

/** The log attributes of a cluster's resource. Without Pro the control plane does not log. */
export function logAttributes(
  logs: ClusterLogsData,
  project: string | undefined,
  pro: boolean,
  components: readonly string[] = CLUSTER_LOGS_DEFAULTS.components,
) {
  if (logs.kind === 'off') {
    return { auditLogConfig: { enabled: false } };
  }
  const auditLogConfig = { enabled: true, slsProjectName: project };
  return pro
    ? {
        auditLogConfig,
        controlPlaneLogProject: project,
        controlPlaneLogTtl: String(logs.retentionDays ?? CLUSTER_LOGS_DEFAULTS.retentionDays),
        controlPlaneLogComponents: [...components],
      }
    : { auditLogConfig };
}

/** The project of a cluster's logs: the given one, a new one, or none. */
export function logProjectOf(cluster: Construct, logs: ClusterLogsData): ILogProject | undefined {
  return logs.kind === 'on' ? (logs.project ?? new LogProject(cluster, 'log-project')) : undefined;
}
