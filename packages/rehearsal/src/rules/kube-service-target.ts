import type { CloudView } from '../cloud/cloud';
import { number, text, type Obj } from '../cty/value';
import { objectName, objectNamespace } from './cluster-look';
import { POD_TYPES, WORKLOADS, block, finds, inNamespace, labelsOf, podsOf, type PodsOf } from './kube-look';
import { blocks } from './look';
import type { Change, Refusal, Rule } from './rule';

/**
 * A Service sends to ports that its Pods have. Looked at from both sides, since either may be made first. Ports by number
 * count only where the Pods declare some.
 */
export const kubeServiceTarget: Rule = {
  name: 'kube-service-target',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  types: ['kubernetes_service_v1', ...POD_TYPES],
  on: ['create', 'update'],
  check(change, cloud) {
    return change.type === 'kubernetes_service_v1' ? ofService(change, cloud) : ofWorkload(change, cloud);
  },
};

function ofService({ type, values, cluster }: Change, cloud: CloudView): Refusal[] {
  return inNamespace(cloud, [...WORKLOADS, 'pod'], cluster, objectNamespace(type, values)).flatMap((thing) =>
    unheard(values, podsOf(thing.type, thing.values), objectName(thing.values)),
  );
}

function ofWorkload({ type, values, cluster }: Change, cloud: CloudView): Refusal[] {
  const pods = podsOf(type, values);
  return inNamespace(cloud, ['service'], cluster, objectNamespace(type, values)).flatMap((thing) =>
    unheard(thing.values, pods, objectName(values)),
  );
}

/** Ports of a Service to which no container of the Pods listens. */
function unheard(service: Obj, pods: PodsOf, workload: string | undefined): Refusal[] {
  const spec = block(service, 'spec');
  if (!finds(labelsOf(spec.selector), pods.labels)) {
    return [];
  }
  const declared = pods.containers.flatMap((container) => blocks(container.port));
  const known = new Set(declared.flatMap((port) => [text(port.name) ?? '', String(number(port.container_port))]));
  return blocks(spec.port)
    .map((port) => text(port.target_port) || String(number(port.port)))
    .filter((target) => !known.has(target) && (declared.length > 0 || !/^\d+$/.test(target)))
    .map((target) => ({
      what: `Service "${objectName(service)}" sends to port ${target}, which no container of "${workload}" has`,
      fix: 'name a port of a container as target_port',
    }));
}
