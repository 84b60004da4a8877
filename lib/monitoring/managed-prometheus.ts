import { ArmsPrometheusAlertRule } from '@cdktf/provider-alicloud/lib/arms-prometheus-alert-rule';
import { Construct } from 'constructs';
import { cloudOf } from '../core/cloud';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { any, formProblems, needed, text, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { literal } from '../core/literal';
import { physicalName, type NameRule } from '../core/names';
import type { Dependable } from '../core/network';
import { otherRegion } from '../core/one-region';
import { waitFor } from '../core/wait-for';
import { warn } from '../core/warnings';
import { noteAccountName } from './account-names';
import { dispatchTo, END_OF_PREFIX } from './dispatch';
import {
  MANAGED_PROMETHEUS_DEFAULTS,
  MANAGED_PROMETHEUS_FORMS,
  managedPrometheusProblems,
  type ManagedPrometheusProps,
  type ResolvedPrometheus,
} from './managed-prometheus-props';
import {
  OWN_PROMETHEUS_RULE_DEFAULTS,
  ownRuleProblems,
  planRules,
  type OwnPrometheusRule,
  type PlannedRule,
} from './prometheus-rule';

/** The component that measures. */
const AGENT = 'arms-prometheus';

const PREFIX: NameRule = Object.freeze({
  min: 1,
  max: 60,
  pattern: /^[\w-]+$/,
  says: '1 to 60 letters, digits, hyphens and underscores',
});

const OWN_FORMS: Forms<OwnPrometheusRule> = {
  expression: needed(text, '"sum(rate(http_requests_total[5m])) > 100"'),
  message: needed(text, '"what people read"'),
  forMinutes: any,
  severity: any,
};

/**
 * Managed Service for Prometheus of a cluster: what measures it, rules about what goes wrong in clusters, and whom they tell.
 *
 * Installs the component `arms-prometheus` in the cluster, which makes the instance of Prometheus under the cluster's id, with
 * dashboards in the shared Grafana of the console; creates one `alicloud_arms_prometheus_alert_rule` for each of
 * `CLUSTER_RULES`, and with contacts an `alicloud_arms_dispatch_rule`. Metrics of the cluster itself are free; those that
 * workloads report are billed by samples, text messages beyond the free ones by the piece. On Serverless there are no rules
 * about nodes, and the control plane is watched on managed Pro clusters alone.
 *
 * The instance goes with the component; what it has measured is kept for as long as the account has chosen.
 *
 * @throws InputError with everything that is wrong with the props; `region-other` for a cluster of another region; `addon-missing` for an imported cluster that says that
 *   nothing measures it; when the App is synthesised `account-name-taken` for two whose rules are named alike, of whatever stacks
 */
export class ManagedPrometheus extends Construct {
  readonly cluster: ICluster;
  /** Id of the instance, which is that of the cluster. */
  readonly instanceId: string;
  private readonly prefix: string;
  private readonly dispatchRuleId?: string;
  private readonly after: readonly Dependable[];

  constructor(scope: Construct, id: string, props: ManagedPrometheusProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, MANAGED_PROMETHEUS_FORMS));
    const p = withDefaults(props, MANAGED_PROMETHEUS_DEFAULTS) as ResolvedPrometheus;
    reject(this, [...managedPrometheusProblems(p), ...otherRegion('cluster', p.cluster, cloudOf(this).region)]);
    this.cluster = p.cluster;
    this.instanceId = p.cluster.clusterId;
    this.prefix = physicalName(this, PREFIX);
    noteAccountName(this, 'rules', `${this.prefix}${END_OF_PREFIX}`);
    this.cluster.requireAddon(AGENT, `Prometheus measures it for "${this.node.path}"`);
    this.after = agentOf(this.cluster);
    this.dispatchRuleId = this.dispatch(p);
    const site = cloudOf(this).site === 'cn' ? 'zh' : 'en';
    planRules({ ...p, language: p.language ?? site }).forEach((rule) => this.put(rule));
  }

  /**
   * Adds a rule about anything that Prometheus measures: errors of a service, its answers that come late.
   *
   * @param name lower-case letters, digits and hyphens; another one makes another rule
   * @throws InputError `name-invalid`, `prometheus-rule`, `number-invalid`, `choice-invalid`, `id-duplicate`
   */
  addRule(name: string, rule: OwnPrometheusRule): void {
    reject(this, formProblems(rule, OWN_FORMS));
    const p = withDefaults(rule, OWN_PROMETHEUS_RULE_DEFAULTS);
    reject(this, ownRuleProblems(name, p));
    checkedId(this, `rule-${name}`);
    this.put({ ...p, name });
  }

  private put({ name, expression, forMinutes, severity, message }: PlannedRule): void {
    new ArmsPrometheusAlertRule(this, `rule-${name}`, {
      clusterId: this.instanceId,
      prometheusAlertRuleName: `${this.prefix}${END_OF_PREFIX}${name}`,
      expression: literal(expression),
      duration: String(forMinutes),
      message: literal(message),
      labels: [{ name: 'severity', value: severity }],
      notifyType: this.dispatchRuleId === undefined ? 'ALERT_MANAGER' : 'DISPATCH_RULE',
      dispatchRuleId: this.dispatchRuleId,
      dependsOn: waitFor(this, this.after),
    });
  }

  private dispatch({ contacts, repeatMinutes, tellRecovery }: ResolvedPrometheus): string | undefined {
    if (contacts === undefined) {
      const text = `nobody is told of alerts of "${this.node.path}", they are seen in the console alone: give it contacts`;
      warn(this, 'alerts-unheard', text);
      return undefined;
    }
    return dispatchTo(this, { contacts, prefix: this.prefix, repeatMinutes, tellRecovery }).id;
  }
}

/** The component of a cluster of this program: there is nothing to put rules into before it. */
function agentOf(cluster: ICluster): readonly Dependable[] {
  const agent = cluster.node.tryFindChild(`addon-${AGENT}`);
  return agent === undefined ? [] : [agent as unknown as Dependable];
}
