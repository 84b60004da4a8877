import { Token } from 'cdktf';
import { distinctList, wholeNumber } from '../../../core/checks';
import { any, construct, flag, needed } from '../../../core/forms';
import { isToken } from '../../../core/tokens';
import type { ILogProject } from '../../../logs/log-project';
import { onOff, settingsRule, type AddonVersion } from './rule';

const PROJECT = construct(['projectName'], 'a LogProject, or one of LogProject.fromAttributes');

export interface LogAgentProps extends AddonVersion {
  /**
   * Project that takes the logs. Named by reference, so that it outlives the cluster. Changed in place, for new settings
   * of collection.
   * @default none - ACK makes `k8s-log-<cluster id>`, which stays when the cluster is deleted
   */
  readonly project?: ILogProject;
  /**
   * Whether ACK makes dashboards of the nginx controller's access log. Changed in place.
   * @default false
   */
  readonly ingressDashboard?: boolean;
}

export interface NodeProblemDetectorProps extends AddonVersion {
  /**
   * Project that takes the events of nodes and Pods. Named by reference, so that it outlives the cluster. Changed in place.
   * @default none - ACK's own choice
   */
  readonly project?: ILogProject;
}

export interface MonitorControllerProps extends AddonVersion {
  /**
   * Ids of the contact groups of CloudMonitor that are told of alerts. Changed in place.
   * @throws InputError `list-empty`, `list-duplicate`, `number-invalid`
   */
  readonly contactGroups: readonly number[];
}

export const LOG_AGENT = settingsRule<LogAgentProps>({
  forms: { project: PROJECT, ingressDashboard: flag },
  config: ({ project, ingressDashboard = false }) => ({
    IngressDashboardEnabled: onOff(ingressDashboard),
    sls_project_name: project?.projectName,
  }),
});

export const NODE_PROBLEM_DETECTOR = settingsRule<NodeProblemDetectorProps>({
  forms: { project: PROJECT },
  config: ({ project }) => project && { sls_project_name: project.projectName },
});

export const MONITOR_CONTROLLER = settingsRule<MonitorControllerProps>({
  forms: { contactGroups: needed(any, '[159]') },
  problems: ({ contactGroups }) => [
    ...distinctList('contactGroups', contactGroups, '[159]'),
    ...(Array.isArray(contactGroups) ? contactGroups : []).flatMap((id, index) =>
      wholeNumber(`contactGroups[${index}]`, id, 1, Number.MAX_SAFE_INTEGER),
    ),
  ],
  config: ({ contactGroups }) => ({ group_contact_ids: `[${idsOf(contactGroups).join(',')}]` }),
});

export const PROMETHEUS = settingsRule<AddonVersion>({ forms: {}, config: () => ({ prometheusMode: 'default' }) });

/** Ids in their order, as text: one that only Terraform knows is a token in it. */
function idsOf(ids: readonly number[]): readonly string[] {
  return [...ids].sort((a, b) => a - b).map((id) => (isToken(id) ? Token.asString(id) : String(id)));
}
