import { any, choiceOf, flag, type Forms, mapOf, needed, word } from '../core/forms';
import { DISRUPTION_FORM } from './disruption';
import { POD_FORMS, PROBE_FORM } from './pod/pod-forms';
import { SCALE_FORM } from './scaling/scale-forms';
import { SPREAD_FORM } from './spread';
import type { WebServiceProps } from './web-service-props';

/** The form of every prop of a web service. */
export const WEB_SERVICE_FORMS: Forms<WebServiceProps> = {
  ...POD_FORMS,
  port: needed(any, '80'),
  ports: mapOf(any),
  servicePort: any,
  scale: needed(SCALE_FORM, 'Scale.fixed(3)'),
  health: any,
  startup: PROBE_FORM,
  readiness: PROBE_FORM,
  liveness: PROBE_FORM,
  update: choiceOf(
    {
      rolling: { maxSurge: needed(any, '"25%"'), maxUnavailable: needed(any, '0'), minReadySeconds: any },
      recreate: {},
    },
    'Update.rolling(), Update.recreate()',
  ),
  progressDeadlineSeconds: any,
  spread: SPREAD_FORM,
  disruption: DISRUPTION_FORM,
  waitForRollout: flag,
  name: any,
  adopt: word,
};

/** What people look for among the props, and is done to the service when it is made. */
export const ELSEWHERE = Object.freeze({
  burst: 'call web.burst(Burst.afterEcs(22, eci)) on the service',
  serviceAccount: 'call account.useIn(web), with account = new ServiceAccount(space, "web")',
  serviceAccountName: 'call account.useIn(web), with account = new ServiceAccount(space, "web")',
  replicas: 'write scale: Scale.fixed(3)',
  volumes: 'call claim.mountIn(web, "/path") on the volume',
  expose: 'call web.expose(balancer, { port: 80 }) on the service',
});
