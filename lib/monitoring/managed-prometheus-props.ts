import { distinctList, oneOf } from '../core/checks';
import type { ICluster } from '../core/cluster';
import type { Problem } from '../core/errors';
import { any, flag, needed, type Forms } from '../core/forms';
import { kubernetesNameProblems } from '../core/kubernetes-names';
import { CLUSTER_FORM } from '../core/seam-forms';
import { CONTACTS_FORM } from './alert-contacts-props';
import type { IAlertContacts } from './i-alert-contacts';
import { knownWholeNumber } from './known-number';
import { changesProblems, CLUSTER_RULE_CHANGES_FORM, type ClusterRuleChanges } from './prometheus-rule';

export interface ManagedPrometheusProps {
  /** The cluster that is measured, of any kind. Another one is measured anew. */
  readonly cluster: ICluster;
  /**
   * Who is told of alerts. Changed in place.
   * @default nobody - alerts are seen in the console alone, and a warning says so
   * @throws InputError `contacts-unreachable`
   */
  readonly contacts?: IAlertContacts;
  /**
   * Namespaces whose Pods, Deployments, volumes, autoscalers and Jobs the rules watch, at least one. Others replace those rules.
   * @default every namespace
   * @throws InputError `list-empty`, `list-duplicate`, `kubernetes-name`
   */
  readonly namespaces?: readonly string[];
  /**
   * Whether the rules about the cluster itself are among them: nodes, control plane, and whether anything is measured at all.
   * Of several `ManagedPrometheus` of one cluster, one has them. Changed in place.
   * @default true
   */
  readonly clusterRules?: boolean;
  /**
   * What to change about `CLUSTER_RULES`: `{ nodeCpu: { threshold: 90 }, jobFailed: false }`. A changed rule is replaced.
   * @default nothing
   * @throws InputError `prop-unknown`, `prometheus-rule`, `number-invalid`, `choice-invalid`
   */
  readonly rules?: ClusterRuleChanges;
  /** Minutes after which people are told again of what is still wrong, 2 to 1440. Changed in place. @default 60 */
  readonly repeatMinutes?: number;
  /** Whether people are told when it is over, too. Changed in place. @default true */
  readonly tellRecovery?: boolean;
  /**
   * What the messages of the rules by default are written in. Another one replaces them.
   * @default "zh" on the China site, "en" on the international site
   */
  readonly language?: 'en' | 'zh';
}

/** What the monitoring of a cluster is when a prop is left out. */
export const MANAGED_PROMETHEUS_DEFAULTS = Object.freeze({
  clusterRules: true,
  rules: Object.freeze({}) as ClusterRuleChanges,
  repeatMinutes: 60,
  tellRecovery: true,
});

/** Props with every default in place. */
export type ResolvedPrometheus = ManagedPrometheusProps &
  Required<Pick<ManagedPrometheusProps, keyof typeof MANAGED_PROMETHEUS_DEFAULTS>>;

export const MANAGED_PROMETHEUS_FORMS: Forms<ManagedPrometheusProps> = {
  cluster: needed(CLUSTER_FORM, 'new ManagedCluster(...)'),
  contacts: CONTACTS_FORM,
  namespaces: any,
  clusterRules: flag,
  rules: CLUSTER_RULE_CHANGES_FORM,
  repeatMinutes: any,
  tellRecovery: flag,
  language: any,
};

/** Everything that is wrong with the monitoring of a cluster. */
export function managedPrometheusProblems(p: ResolvedPrometheus): Problem[] {
  const { namespaces } = p;
  return [
    ...(namespaces === undefined ? [] : distinctList('namespaces', namespaces, '["shop"]')),
    ...(Array.isArray(namespaces) ? namespaces : []).flatMap((name, index) =>
      kubernetesNameProblems(`namespaces[${index}]`, name),
    ),
    ...changesProblems(p.rules, p.cluster),
    ...knownWholeNumber('repeatMinutes', p.repeatMinutes, 2, 1440, 'minutes'),
    ...oneOf('language', p.language, ['en', 'zh']),
  ];
}
