import { wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { kubernetesNameProblems } from '../core/kubernetes-names';
import { isToken } from '../core/tokens';
import type { INamespace } from '../core/workload';
import { disruptionProblems } from './disruption';
import { imageSourceProblems, podSecurityProblems } from './pod/pod-in-namespace';
import { podPropProblems } from './pod/pod-prop-problems';
import { healthProblems } from './pod/probe';
import { fewestReplicas } from './replicas';
import { scaleProblems } from './scaling/scale-problems';
import { numbersTwice } from './service/service-ports';
import { updateProblems } from './update';
import { servicePorts } from './web-service-config';
import type { ResolvedWebService } from './web-service-props';

/** Everything that is wrong with the props of a web service, apart from what its Pod shows. */
export function webServiceProblems(p: ResolvedWebService, namespace: INamespace): Problem[] {
  return [
    ...kubernetesNameProblems('name', p.name),
    ...wholeNumber('port', p.port, 1, 65535),
    ...wholeNumber('servicePort', p.servicePort, 1, 65535),
    ...(p.servicePort === undefined ? [] : numbersTwice(servicePorts(p))),
    ...scaleProblems(p.scale),
    ...healthProblems(p.health),
    ...updateProblems(p.update),
    ...wholeNumber('progressDeadlineSeconds', p.progressDeadlineSeconds, 60, 3600, 'seconds'),
    ...deadlineProblems(p),
    ...disruptionProblems(p.disruption, fewestReplicas(p.scale)),
    ...podPropProblems(p),
    ...podSecurityProblems(p, namespace),
    ...imageSourceProblems(p, namespace.cluster),
  ];
}

/** Kubernetes refuses a deadline that a healthy Pod cannot meet. */
function deadlineProblems({ update, progressDeadlineSeconds }: ResolvedWebService): Problem[] {
  const ready = update.kind === 'rolling' ? update.minReadySeconds : 0;
  const what = `progressDeadlineSeconds ${quote(progressDeadlineSeconds)} is not above update.minReadySeconds ${ready}`;
  const fix = `write progressDeadlineSeconds: ${ready + 600}`;
  return typeof progressDeadlineSeconds !== 'number' ||
    isToken(progressDeadlineSeconds) ||
    progressDeadlineSeconds > ready
    ? []
    : [{ code: 'number-invalid', what, value: progressDeadlineSeconds, fix }];
}
