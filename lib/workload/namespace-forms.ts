import { oneOf } from '../core/checks';
import { any, choiceOf, flag, mapOf, needed, object, text, word, type Form, type Forms } from '../core/forms';
import type { Amounts } from '../core/pod';
import type { ContainerDefaults, NamespaceAttributes, NamespaceProps, NamespaceQuota } from './namespace-props';

const LEVELS = ['privileged', 'baseline', 'restricted'];

const AMOUNTS = object<Amounts>({ cpu: any, memory: any, ephemeralStorage: any });

const QUOTA = object<NamespaceQuota>({
  requests: AMOUNTS,
  limits: AMOUNTS,
  pods: any,
  loadBalancers: any,
  claims: any,
  storage: any,
  objects: mapOf(any),
});

const CONTAINERS = object<ContainerDefaults>({ requests: AMOUNTS, limits: AMOUNTS, max: AMOUNTS });

const podSecurity: Form = (prop, value) => oneOf(prop, value, LEVELS);

const ISOLATION = choiceOf(
  { open: {}, 'deny-ingress': {}, 'deny-all': {} },
  'Isolation.denyIngress(), Isolation.denyAll(), Isolation.open()',
);

export const NAMESPACE_FORMS: Forms<NamespaceProps> = {
  name: text,
  adopt: word,
  labels: mapOf(text),
  annotations: mapOf(text),
  quota: QUOTA,
  containerDefaults: (prop, value) => (value === 'none' ? [] : CONTAINERS(prop, value)),
  isolation: ISOLATION,
  podSecurity,
  nodeDnsCache: flag,
  placement: choiceOf({ scheduled: {}, 'everything-on-eci': {} }, 'Placement.scheduled(), Placement.everythingOnEci()'),
};

export const NAMESPACE_ATTRIBUTES_FORMS: Forms<NamespaceAttributes> = {
  name: needed(word, '"shop"'),
  everythingOnEci: flag,
  podSecurity,
  isolation: ISOLATION,
};
