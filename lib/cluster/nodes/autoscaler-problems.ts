import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, mapOf, needed, object, type Form } from '../../core/forms';
import { isToken } from '../../core/tokens';
import { minorOf } from '../version';
import type { AutoscalerData, ExpanderData, ScaleDown } from './autoscaler-data';

const TRUE_ONLY: Form = (prop, value) => {
  const what = `${prop} ${quote(value)}: the provider sends only true, ACK's default stands otherwise`;
  return value === true
    ? []
    : [{ code: 'autoscaler-invalid', what, value, fix: `write ${prop}: true, or leave it out` }];
};

const SCALE_DOWN: Form = (prop, value) =>
  value === 'never'
    ? []
    : object<ScaleDown>({
        belowPercent: any,
        gpuBelowPercent: any,
        coolDown: any,
        afterScaleUp: any,
        keepLocalStorage: TRUE_ONLY,
        evictDaemonSets: TRUE_ONLY,
        maxGraceSeconds: any,
        minReplicas: any,
      })(prop, value);

const EXPANDER = choiceOf(
  { 'least-waste': {}, random: {}, priority: { priorities: needed(mapOf(any), '{ spot: 50, workers: 10 }') } },
  'Expander.leastWaste(), Expander.random(), Expander.priority({ spot: 50, workers: 10 })',
);

/** The form of `autoscaler` on every cluster that can have it. */
export const AUTOSCALER_FORM = choiceOf(
  {
    'cluster-autoscaler': { scaleDown: SCALE_DOWN, scanInterval: any, expander: EXPANDER },
    instant: { scaleDown: SCALE_DOWN },
  },
  'Autoscaler.clusterAutoscaler({...}), Autoscaler.instant({...})',
);

/** First minor with instant scaling. */
const INSTANT_MINOR = 24;

/** Problems with the autoscaler of a cluster of a version. */
export function autoscalerProblems(autoscaler: AutoscalerData | undefined, version: string | undefined): Problem[] {
  if (autoscaler === undefined) {
    return [];
  }
  const { scaleDown } = autoscaler;
  return [
    ...(scaleDown === undefined || scaleDown === 'never' ? [] : scaleDownProblems(scaleDown)),
    ...(autoscaler.kind === 'instant' ? instantProblems(version) : clusterProblems(autoscaler)),
  ];
}

function scaleDownProblems(down: ScaleDown): Problem[] {
  const at = (name: string) => `autoscaler.scaleDown.${name}`;
  return [
    ...wholeNumber(at('belowPercent'), down.belowPercent, 1, 99, 'percent'),
    ...wholeNumber(at('gpuBelowPercent'), down.gpuBelowPercent, 1, 99, 'percent'),
    ...durationProblems(at('coolDown'), down.coolDown, '10m'),
    ...durationProblems(at('afterScaleUp'), down.afterScaleUp, '10m'),
    ...wholeNumber(at('maxGraceSeconds'), down.maxGraceSeconds, 1, 14400, 'seconds'),
    ...wholeNumber(at('minReplicas'), down.minReplicas, 1, 100, 'replicas'),
  ];
}

function clusterProblems({
  scanInterval,
  expander,
}: Extract<AutoscalerData, { kind: 'cluster-autoscaler' }>): Problem[] {
  return [
    ...durationProblems('autoscaler.scanInterval', scanInterval, '30s'),
    ...(expander?.kind === 'priority' ? priorityProblems(expander) : []),
  ];
}

function priorityProblems({ priorities }: Extract<ExpanderData, { kind: 'priority' }>): Problem[] {
  const entries = Object.entries(priorities);
  if (entries.length === 0) {
    const what = 'autoscaler.expander names no pool';
    const fix = 'write Expander.priority({ spot: 50, workers: 10 }), or Expander.leastWaste()';
    return [{ code: 'list-empty', what, value: priorities, fix }];
  }
  return entries.flatMap(([pool, priority]) =>
    wholeNumber(`autoscaler.expander.priorities[${quote(pool)}]`, priority ?? null, 1, 10_000),
  );
}

function instantProblems(version: string | undefined): Problem[] {
  const minor = minorOf(version);
  if (minor === undefined || minor >= INSTANT_MINOR) {
    return [];
  }
  const what = `autoscaler: instant scaling needs Kubernetes 1.${INSTANT_MINOR}, version is ${quote(version)}`;
  const fix = `write Autoscaler.clusterAutoscaler(), or upgrade to 1.${INSTANT_MINOR} first`;
  return [{ code: 'autoscaler-version', what, value: version, fix }];
}

/** A time such as `30s`, `10m` or `1h`. */
function durationProblems(prop: string, value: unknown, example: string): Problem[] {
  if (value === undefined || isToken(value) || (typeof value === 'string' && /^[1-9]\d{0,5}[smh]$/.test(value))) {
    return [];
  }
  const what = `${prop} ${quote(value)} is not a time such as "${example}"`;
  return [{ code: 'autoscaler-invalid', what, value, fix: `write ${prop}: "${example}"` }];
}
