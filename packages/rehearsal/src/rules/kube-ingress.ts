import type { CloudView } from '../cloud/cloud';
import { number, text, type Obj } from '../cty/value';
import { inCluster, objectName, objectNamespace, wasThere } from './cluster-look';
import { block, isOurs, named } from './kube-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

/** Classes that ACK's own controllers bring. */
const GIVEN_CLASSES = ['alb', 'mse', 'nginx'];

/** An Ingress has a class that somebody serves, and leads to Services that are there. */
export const kubeIngress: Rule = {
  name: 'kube-ingress',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  types: ['kubernetes_ingress_v1'],
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const spec = block(values, 'spec');
    const namespace = objectNamespace(type, values);
    const backends = [
      block(spec, 'default_backend'),
      ...blocks(spec.rule).flatMap((rule) =>
        blocks(rule.http).flatMap((http) => blocks(http.path).map((path) => block(path, 'backend'))),
      ),
    ];
    return [
      ...classless(cloud, cluster, text(spec.ingress_class_name)),
      ...(isOurs(cloud, cluster, namespace)
        ? backends.flatMap((backend) => unserved(cloud, cluster, namespace, block(backend, 'service')))
        : []),
    ];
  },
};

function classless(cloud: CloudView, cluster: string | undefined, name: string | undefined): Refusal[] {
  const made = inCluster(cloud, 'ingress_class', cluster).map(({ values }) => objectName(values));
  return !name || wasThere(cluster) || GIVEN_CLASSES.includes(name) || made.includes(name)
    ? []
    : [
        {
          what: `ingressclass "${name}" does not exist: no controller would serve the Ingress`,
          fix: `create the IngressClass first and refer to its name, or take ${GIVEN_CLASSES.join(', ')}`,
        },
      ];
}

function unserved(
  cloud: CloudView,
  cluster: string | undefined,
  namespace: string | undefined,
  backend: Obj,
): Refusal[] {
  const name = text(backend.name);
  if (name === undefined) {
    return [];
  }
  const service = named(cloud, 'service', cluster, namespace, name);
  const port = block(backend, 'port');
  const ports = blocks(block(service?.values ?? {}, 'spec').port);
  const wanted = text(port.name) || number(port.number);
  if (service === undefined) {
    const what = `services "${name}" not found in namespace "${namespace}"`;
    return [{ what, fix: 'create the Service first and refer to its name' }];
  }
  return ports.some((one) => one.name === wanted || number(one.port) === wanted)
    ? []
    : [{ what: `Service "${name}" has no port ${String(wanted)}`, fix: 'name a port of the Service' }];
}
