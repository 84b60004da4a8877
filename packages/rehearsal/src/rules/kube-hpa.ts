import type { CloudView } from '../cloud/cloud';
import { number, text, type Obj } from '../cty/value';
import { objectNamespace } from './cluster-look';
import { block, inNamespace, podsOf } from './kube-look';
import { amountsOf, givenBy } from './kube-quota-use';
import { scaled } from './kube-scale-target';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

/** The bounds of an autoscaler are in order, and what it measures against is there. */
export const kubeHpa: Rule = {
  name: 'kube-hpa',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
  types: ['kubernetes_horizontal_pod_autoscaler*'],
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const spec = block(values, 'spec');
    return [...bounds(spec), ...unmeasured(cloud, cluster, objectNamespace(type, values), spec)];
  },
};

function bounds(spec: Obj): Refusal[] {
  const least = number(spec.min_replicas) ?? 1;
  const most = number(spec.max_replicas) ?? 0;
  return [
    ...(most < least
      ? [
          {
            what: `spec.maxReplicas: Invalid value ${most}: must be greater than or equal to minReplicas (${least})`,
            fix: 'raise max_replicas, or lower min_replicas',
          },
        ]
      : []),
    ...(least < 1
      ? [{ what: `spec.minReplicas: Invalid value ${least}: must be greater than or equal to 1`, fix: 'keep one Pod' }]
      : []),
  ];
}

/** A share of what was asked for cannot be computed where nothing was asked for. */
function unmeasured(
  cloud: CloudView,
  cluster: string | undefined,
  namespace: string | undefined,
  spec: Obj,
): Refusal[] {
  const target = scaled(cloud, cluster, namespace, block(spec, 'scale_target_ref'));
  if (target === undefined) {
    return [];
  }
  const given = givenBy(inNamespace(cloud, ['limit_range'], cluster, namespace));
  const measured = blocks(spec.metric)
    .filter((metric) => metric.type === 'Resource')
    .map((metric) => block(metric, 'resource'))
    .filter((resource) => block(resource, 'target').type === 'Utilization')
    .map((resource) => text(resource.name) ?? '');
  const { containers } = podsOf(target.type, target.values);
  return measured.flatMap((what) =>
    containers
      .filter((container) => amountsOf(container, given).requests[what] === undefined)
      .map((container) => ({
        what: `FailedGetResourceMetric: missing request for ${what} in container "${text(container.name)}"`,
        fix: `give the container a request for ${what}`,
      })),
  );
}
