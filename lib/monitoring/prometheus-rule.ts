import { oneOf } from '../core/checks';
import type { ICluster } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { any, object, type Form, type Forms } from '../core/forms';
import { isToken } from '../core/tokens';
import { CLUSTER_RULES, type AlertSeverity, type ClusterRule, type ClusterRuleName } from './cluster-rules';
import { kebab } from './kebab';
import { knownWholeNumber } from './known-number';

/** What can be said otherwise about a rule that is there by default; `false` leaves it out. Another value replaces it. */
export type ClusterRuleChange = false | Partial<Pick<ClusterRule, 'threshold' | 'forMinutes' | 'severity'>>;

/** Changes by the names of rules. */
export type ClusterRuleChanges = { readonly [K in ClusterRuleName]?: ClusterRuleChange };

/** A rule of one's own, about anything that Prometheus measures. */
export interface OwnPrometheusRule {
  /**
   * PromQL that finds something when it is wrong, such as
   * `sum(rate(http_requests_total{code=~"5.."}[5m])) > 1`. Another one replaces the rule.
   * @throws InputError `prometheus-rule`
   */
  readonly expression: string;
  /** What people read; ARMS fills in `{{$labels.x}}` and `{{$value}}`. Another one replaces the rule. */
  readonly message: string;
  /** Minutes for which it must stay wrong, 1 to 1440. Another number replaces the rule. @default 5 */
  readonly forMinutes?: number;
  /** How bad it is, as a label of the alert. Changed in place. @default "warning" */
  readonly severity?: AlertSeverity;
}

/** What a rule of one's own is when a prop is left out. */
export const OWN_PROMETHEUS_RULE_DEFAULTS = Object.freeze({ forMinutes: 5, severity: 'warning' as AlertSeverity });

/** A rule as ARMS takes it. */
export interface PlannedRule {
  readonly name: string;
  readonly expression: string;
  readonly forMinutes: number;
  readonly severity: AlertSeverity;
  readonly message: string;
}

/** What of a cluster decides over its rules. */
export type RuledCluster = Pick<ICluster, 'kind' | 'tier'>;

const CHANGE_FORMS: Forms<Exclude<ClusterRuleChange, false>> = { threshold: any, forMinutes: any, severity: any };
const CHANGE: Form = (prop, value) => (value === false ? [] : object(CHANGE_FORMS)(prop, value));

/** The form of the changes: one for each rule. */
export const CLUSTER_RULE_CHANGES_FORM = object(
  Object.fromEntries(Object.keys(CLUSTER_RULES).map((name) => [name, CHANGE])) as Forms<ClusterRuleChanges>,
);

const RULES = Object.entries(CLUSTER_RULES) as readonly (readonly [ClusterRuleName, ClusterRule])[];

/** Whether a cluster has what a rule needs. */
function fits({ needs }: ClusterRule, { kind, tier }: RuledCluster): boolean {
  switch (needs) {
    case 'nodes':
      return kind !== 'serverless';
    case 'control-plane':
      return kind === 'managed' && tier === 'pro';
    default:
      return true;
  }
}

/** What is asked of the rules by default. */
export interface RulesAsked {
  readonly cluster: RuledCluster;
  readonly rules: ClusterRuleChanges;
  /** Namespaces to watch; every one when left out. */
  readonly namespaces?: readonly string[];
  /** Whether those about the cluster itself are among them. */
  readonly clusterRules: boolean;
  readonly language: 'en' | 'zh';
}

/** Whether a rule is about the cluster itself: there is no sense in having it twice. */
const isAboutCluster = ({ expression }: ClusterRule): boolean => !expression.includes('$NAMESPACES');

/** The rules of a cluster by default, with what is said otherwise. */
export function planRules(asked: RulesAsked): readonly PlannedRule[] {
  const { cluster, rules, namespaces, clusterRules, language } = asked;
  return RULES.flatMap(([name, rule]) => {
    const change = rules[name];
    if (change === false || !fits(rule, cluster) || (!clusterRules && isAboutCluster(rule))) {
      return [];
    }
    const { threshold = rule.threshold, forMinutes = rule.forMinutes, severity = rule.severity } = change ?? {};
    const expression = filledIn(rule.expression, namespaces, threshold);
    return [{ name: kebab(name), expression, forMinutes, severity, message: rule.message[language] }];
  });
}

/** PromQL with the namespaces and the threshold. */
function filledIn(
  expression: string,
  namespaces: readonly string[] | undefined,
  threshold: number | undefined,
): string {
  const selector = namespaces === undefined ? 'namespace!=""' : `namespace=~"${[...namespaces].sort().join('|')}"`;
  return expression.replaceAll('$NAMESPACES', () => selector).replaceAll('$THRESHOLD', () => String(threshold));
}

/** Everything that is wrong with what is said otherwise. */
export function changesProblems(changes: ClusterRuleChanges, cluster: RuledCluster): Problem[] {
  return RULES.flatMap(([name, rule]) => {
    const change = changes[name];
    if (change === undefined || change === false) {
      return [];
    }
    return fits(rule, cluster) ? changeProblems(`rules.${name}`, rule, change) : [unfit(name, rule, cluster)];
  });
}

function unfit(name: string, { needs }: ClusterRule, { kind }: RuledCluster): Problem {
  const why = needs === 'nodes' ? 'which has no nodes' : 'whose control plane is not measured';
  const what = `rules.${name} is about a cluster of kind ${quote(kind)}, ${why}`;
  return { code: 'prometheus-rule', what, value: name, fix: 'leave it out' };
}

/** Below it a rule about how full something is would always be wrong: 0.9 was meant to be 90. Of errors, one in two hundred counts. */
const leastThreshold = ({ threshold = 0 }: ClusterRule): number => (threshold >= 50 ? 1 : 0.01);

function changeProblems(prop: string, rule: ClusterRule, change: Exclude<ClusterRuleChange, false>): Problem[] {
  const { threshold } = change;
  const what =
    rule.threshold === undefined
      ? `${prop} compares with no threshold`
      : `${prop}.threshold ${quote(threshold)} is no share in percent`;
  const good =
    threshold === undefined ||
    (rule.threshold !== undefined &&
      typeof threshold === 'number' &&
      threshold >= leastThreshold(rule) &&
      threshold < 100);
  const fix = rule.threshold === undefined ? 'leave threshold out' : `write threshold: ${rule.threshold}`;
  return [
    ...(good ? [] : [{ code: 'prometheus-rule' as const, what, value: threshold, fix }]),
    ...timingProblems(`${prop}.`, change),
  ];
}

function timingProblems(
  prefix: string,
  { forMinutes, severity }: Partial<Pick<ClusterRule, 'forMinutes' | 'severity'>>,
) {
  return [
    ...knownWholeNumber(`${prefix}forMinutes`, forMinutes, 1, 1440, 'minutes'),
    ...oneOf(`${prefix}severity`, severity, ['critical', 'warning']),
  ];
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Everything that is wrong with a rule of one's own. */
export function ownRuleProblems(name: string, { expression, message, ...timing }: OwnPrometheusRule): Problem[] {
  const what = `the name ${quote(name)} is not 1 to 40 lower-case letters, digits and hyphens, a letter first`;
  const named = typeof name === 'string' && NAME.test(name);
  return [
    ...(named ? [] : [{ code: 'name-invalid' as const, what, value: name, fix: 'write a name such as "many-errors"' }]),
    ...promqlProblems('expression', expression),
    ...(message.trim() === '' ? [empty('message', message)] : []),
    ...timingProblems('', timing),
  ];
}

function empty(prop: string, value: string): Problem {
  return { code: 'prometheus-rule', what: `${prop} is empty`, value, fix: `write ${prop}: "..."` };
}

const CLOSES: Readonly<Record<string, string>> = Object.freeze({ '(': ')', '[': ']', '{': '}' });

/** What no PromQL has, whatever the metrics are: brackets and quotes that do not end. */
export function promqlProblems(prop: string, expression: string): Problem[] {
  if (isToken(expression)) {
    return [];
  }
  if (expression.trim() === '') {
    return [empty(prop, expression)];
  }
  const open = openEnd(expression);
  const what = `${prop} ${quote(expression)} ends where ${quote(open)} is missing`;
  return open === undefined
    ? []
    : [
        {
          code: 'prometheus-rule',
          what,
          value: expression,
          fix: `end it with ${quote(open)}, or take out what opens it`,
        },
      ];
}

/** The character that is missing, or that closes nothing. */
function openEnd(expression: string): string | undefined {
  const open: string[] = [];
  // Texts and comments first: brackets in them open nothing.
  for (const part of expression.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|[()[\]{}"'`]/gs)) {
    const [text] = part;
    if (text.length > 1 || text === '#') {
      continue;
    }
    if (CLOSES[text] !== undefined) {
      open.push(CLOSES[text]);
    } else if (open.pop() !== text) {
      return text;
    }
  }
  return open.pop();
}
