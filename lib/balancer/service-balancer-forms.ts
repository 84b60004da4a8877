import { any, choiceOf, listOf, mapOf, needed, text, word, type Forms } from '../core/forms';
import { NETWORK_FORM } from '../core/seam-forms';
import type { ClassicBalancerProps, NetworkBalancerProps, ServiceBalancerOptions } from './service-balancer-props';

/** The form of from where a balancer can be reached. */
export const ADDRESS_FORM = choiceOf(
  {
    intranet: { zones: listOf(word) },
    internet: { allow: listOf(word), acl: word, reason: text, zones: listOf(word) },
  },
  'BalancerAddress.intranet(), BalancerAddress.internet({ allow: [...] })',
);

const TIMING = { intervalSeconds: any, timeoutSeconds: any, healthy: any, unhealthy: any };
const HEALTH = choiceOf(
  { tcp: TIMING, http: { ...TIMING, path: needed(word, '"/healthz"'), codes: listOf(word), domain: word } },
  'BalancerHealth.tcp(), BalancerHealth.http("/healthz")',
);

const SHARED: Forms<ServiceBalancerOptions> = {
  network: needed(NETWORK_FORM, 'network'),
  address: ADDRESS_FORM,
  name: word,
  traffic: any,
  health: HEALTH,
  drainSeconds: any,
  certificateId: word,
};

/** The form of every prop of a CLB. */
export const CLASSIC_FORMS: Forms<ClassicBalancerProps> = {
  ...SHARED,
  scheduler: any,
  protocols: mapOf(word),
  redirect: mapOf(any),
  persistenceSeconds: any,
};

/** The form of every prop of an NLB. */
export const NETWORK_FORMS: Forms<NetworkBalancerProps> = {
  ...SHARED,
  scheduler: any,
  protocols: mapOf(word),
  securityGroupIds: listOf(word),
};
