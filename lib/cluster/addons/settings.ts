import { INGRESS_ALB, INGRESS_NGINX } from './settings/ingress';
import { LOG_AGENT, MONITOR_CONTROLLER, NODE_PROBLEM_DETECTOR, PROMETHEUS } from './settings/monitoring';
import { TERWAY } from './settings/network';
import { settingsRule, type SettingsRule } from './settings/rule';
import { ACR_CREDENTIAL_HELPER, GATEKEEPER, POD_IDENTITY } from './settings/security';
import { CNFS, STORAGE_OPERATOR } from './settings/storage';

/** Components that are told something of ours, by their key in the catalogue. */
const RULES: Readonly<Record<string, SettingsRule>> = {
  'alb-ingress-controller': INGRESS_ALB,
  'nginx-ingress-controller': INGRESS_NGINX,
  'terway-eniip': TERWAY,
  'storage-operator': STORAGE_OPERATOR,
  'cnfs-controller': CNFS,
  loongcollector: LOG_AGENT,
  'logtail-ds': LOG_AGENT,
  'ack-node-problem-detector': NODE_PROBLEM_DETECTOR,
  'alicloud-monitor-controller': MONITOR_CONTROLLER,
  'arms-prometheus': PROMETHEUS,
  gatekeeper: GATEKEEPER,
  'ack-pod-identity-webhook': POD_IDENTITY,
  'aliyun-acr-credential-helper': ACR_CREDENTIAL_HELPER,
};

/** Components that are told nothing but their version. */
const PLAIN = settingsRule({ forms: {} });

/** How the settings of a component are judged and written. */
export function settingsOf(component: string): SettingsRule {
  return Object.hasOwn(RULES, component) ? RULES[component]! : PLAIN;
}
