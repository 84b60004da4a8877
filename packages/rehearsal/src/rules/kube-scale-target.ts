import type { CloudView, Thing } from '../cloud/cloud';
import { isObj, text, type Obj } from '../cty/value';
import { manifestsIn } from '../values/manifests';
import { objectNamespace } from './cluster-look';
import { block, isOurs, named } from './kube-look';
import type { Refusal, Rule } from './rule';

/** Kinds that something can scale, and where they are here. */
const SCALED: Readonly<Record<string, string>> = {
  Deployment: 'deployment',
  StatefulSet: 'stateful_set',
  ReplicationController: 'replication_controller',
  HorizontalPodAutoscaler: 'horizontal_pod_autoscaler',
};

/** What an autoscaler scales, if it is there; `undefined` too for kinds that are not looked for. */
export function scaled(
  cloud: CloudView,
  cluster: string | undefined,
  namespace: string | undefined,
  target: Obj,
): Thing | undefined {
  const kind = SCALED[text(target.kind) ?? ''];
  return kind === undefined ? undefined : named(cloud, kind, cluster, namespace, text(target.name) ?? '');
}

/** An autoscaler, by metrics or by the clock, has something to scale. */
export const kubeScaleTarget: Rule = {
  name: 'kube-scale-target',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  types: ['kubernetes_horizontal_pod_autoscaler*', 'helm_release'],
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const own = objectNamespace(type, values);
    if (type !== 'helm_release') {
      return missing(cloud, cluster, own, block(block(values, 'spec'), 'scale_target_ref'));
    }
    return manifestsIn(values)
      .filter(({ kind }) => kind === 'CronHorizontalPodAutoscaler')
      .flatMap(({ namespace, spec }) =>
        missing(cloud, cluster, namespace ?? own, isObj(spec.scaleTargetRef) ? spec.scaleTargetRef : {}),
      );
  },
};

function missing(cloud: CloudView, cluster: string | undefined, namespace: string | undefined, target: Obj): Refusal[] {
  const known = text(target.kind) ?? '';
  return !(known in SCALED) || !isOurs(cloud, cluster, namespace) || scaled(cloud, cluster, namespace, target)
    ? []
    : [
        {
          what: `FailedGetScale: ${known} "${text(target.name)}" not found in namespace "${namespace}"`,
          fix: 'create what is scaled first and refer to its name',
        },
      ];
}
