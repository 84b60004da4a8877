import { any, construct, flag, mapOf, needed, type Forms } from '../core/forms';
import { ECI_POD_FORM } from './eci/eci-problems';
import { POD_FORMS, PROBE_FORM } from './pod/pod-forms';
import { SCALE_FORM } from './scaling/scale-forms';
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
  update: construct(['kind'], 'Update.rolling(), or another of Update'),
  progressDeadlineSeconds: any,
  spread: construct(['kind'], 'Spread.preferred(), or another of Spread'),
  disruption: construct(['kind'], 'Disruption.maxUnavailable("10%"), or another of Disruption'),
  waitForRollout: flag,
  eci: ECI_POD_FORM,
  name: any,
};
