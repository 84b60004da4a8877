import type { CloudView } from '../cloud/cloud';
import { text, type Obj } from '../cty/value';
import { manifestsIn, type Manifest } from '../values/manifests';
import { GIVEN_NAMESPACES, inCluster, objectName, objectNamespace, wasThere } from './cluster-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

/** Custom kinds by the start of `apiVersion/kind`, and the component of ACK that defines them. */
const DEFINED_BY: Readonly<Record<string, readonly string[]>> = {
  'autoscaling.alibabacloud.com/v1beta1/CronHorizontalPodAutoscaler': ['ack-kubernetes-cronhpa-controller'],
  'apps.kruise.io/': ['ack-kruise'],
  'rollouts.kruise.io/': ['ack-kruise'],
  'alibabacloud.com/v1/AlbConfig': ['alb-ingress-controller'],
  'mse.alibabacloud.com/': ['mse-ingress-controller'],
  'serving.knative.dev/': ['knative'],
  'monitoring.coreos.com/': ['arms-prometheus', 'managed-arms-prometheus'],
  'eci.alibabacloud.com/': ['ack-virtual-node'],
};

/** Kinds that have no namespace. */
const CLUSTER_WIDE = ['AlbConfig', 'ImageCache', 'MseIngressConfig', 'ContainerNetworkFileSystem', 'Namespace'];

/** Objects in the values of a release: their namespaces and definitions exist, and nobody else holds them. */
export const kubeReleaseObjects: Rule = {
  name: 'kube-release-objects',
  source: 'https://helm.sh/docs/chart_best_practices/custom_resource_definitions/',
  types: ['helm_release'],
  on: ['create', 'update'],
  check({ type, values, cluster }, cloud) {
    const own = objectNamespace(type, values);
    return manifestsIn(values).flatMap((one) => [
      ...(one.name === undefined
        ? [{ what: `${one.kind}: metadata.name: Required value`, fix: 'name the object' }]
        : []),
      ...homeless(cloud, cluster, one),
      ...undefinedKind(cloud, cluster, one),
      ...held(cloud, cluster, own, text(values.name), one),
    ]);
  },
};

function homeless(cloud: CloudView, cluster: string | undefined, { kind, name, namespace }: Manifest): Refusal[] {
  const made = inCluster(cloud, 'namespace', cluster).some(({ values }) => objectName(values) === namespace);
  return namespace === undefined ||
    wasThere(cluster) ||
    CLUSTER_WIDE.includes(kind) ||
    made ||
    GIVEN_NAMESPACES.includes(namespace)
    ? []
    : [
        {
          what: `namespaces "${namespace}" not found, for ${kind} "${name}"`,
          fix: 'create the namespace first and refer to its name in the values',
        },
      ];
}

/** A cluster made here has the components that it was given; of any other nobody knows. */
function undefinedKind(cloud: CloudView, cluster: string | undefined, { apiVersion, kind }: Manifest): Refusal[] {
  const full = `${apiVersion}/${kind}`;
  const [, components] = Object.entries(DEFINED_BY).find(([start]) => full.startsWith(start)) ?? [];
  const owner = cloud.find(cluster ?? '');
  if (components === undefined || owner === undefined) {
    return [];
  }
  const installed = [...addonsIn(owner), ...addonsOf(cloud, cluster!)];
  // Nobody knows what a chart of a repository brings along.
  const charts = cloud
    .all('helm_release')
    .filter((thing) => thing.cluster === cluster && text(thing.values.repository));
  return charts.length > 0 || components.some((one) => installed.includes(one))
    ? []
    : [
        {
          what: `resource mapping not found: no matches for kind "${kind}" in version "${apiVersion}": ensure CRDs are installed first`,
          fix: `install the component ${components.join(' or ')} in the cluster's stack`,
        },
      ];
}

const addonsIn = (cluster: Obj): (string | undefined)[] =>
  blocks(cluster.addons)
    .filter(({ disabled }) => disabled !== true)
    .map(({ name }) => text(name));

const addonsOf = (cloud: CloudView, cluster: string): (string | undefined)[] =>
  cloud
    .all('alicloud_cs_kubernetes_addon')
    .filter(({ values }) => values.cluster_id === cluster)
    .map(({ values }) => text(values.name));

/** Helm takes no object that another release made. */
function held(
  cloud: CloudView,
  cluster: string | undefined,
  namespace: string | undefined,
  release: string | undefined,
  one: Manifest,
): Refusal[] {
  return cloud
    .all('helm_release')
    .filter((thing) => thing.cluster === cluster)
    .filter((thing) => text(thing.values.name) !== release || objectNamespace(thing.type, thing.values) !== namespace)
    .filter((thing) => {
      const other = objectNamespace(thing.type, thing.values);
      return manifestsIn(thing.values).some(
        (its) =>
          its.kind === one.kind &&
          its.name === one.name &&
          its.apiVersion === one.apiVersion &&
          (CLUSTER_WIDE.includes(one.kind) || (its.namespace ?? other) === (one.namespace ?? namespace)),
      );
    })
    .map((thing) => ({
      what: `${one.kind} "${one.name}" exists and cannot be imported into the current release: it belongs to "${text(thing.values.name)}"`,
      fix: 'put the object into one release',
    }));
}
