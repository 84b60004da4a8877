import type { Obj } from '../../src/cty/value';
import { cloudOf, refused } from '../support/cloud';

/** A cluster that a rehearsal made, by the mark in its id. */
export const CLUSTER = 'c5eed456789abcdef0123456789abcdef';

type Object = readonly [type: string, values: Obj];

const idOf = (values: Obj): string => {
  const [{ namespace, name }] = (values.metadata ?? [{}]) as [Obj];
  return String(namespace ? `${String(namespace)}/${String(name)}` : (name ?? values.name));
};

/** A cluster with the namespace `shop` and these objects. */
export const withObjects = (...objects: readonly Object[]): ReturnType<typeof cloudOf> =>
  cloudOf(
    ['alicloud_cs_managed_kubernetes', CLUSTER, { addons: [{ name: 'ack-kruise', disabled: null }] }],
    ['kubernetes_namespace_v1', 'shop', { metadata: [{ name: 'shop' }] }, CLUSTER],
    ...objects.map(([type, values]) => [type, idOf(values), values, CLUSTER] as const),
  );

/** What such a cluster says against one more object. */
export const against = (objects: readonly Object[], [type, values]: Object, action: 'create' | 'delete' = 'create') =>
  refused(withObjects(...objects), action, type, values, CLUSTER);

/** Metadata in the namespace `shop`. */
export const named = (name: string, more: Obj = {}): readonly Obj[] => [{ name, namespace: 'shop', ...more }];

/** A Deployment `web` whose container listens on 8080 and asks for half a CPU. */
export const deployment = (pod: Obj = {}, container: Obj = {}, spec: Obj = {}): Object => [
  'kubernetes_deployment_v1',
  {
    metadata: named('web'),
    spec: [
      {
        replicas: '2',
        selector: [{ match_labels: { app: 'web' } }],
        template: [
          {
            metadata: [{ labels: { app: 'web' } }],
            spec: [
              {
                container: [
                  {
                    name: 'web',
                    image: 'web:1',
                    port: [{ name: 'http', container_port: 8080 }],
                    resources: [{ requests: { cpu: '500m' } }],
                    ...container,
                  },
                ],
                ...pod,
              },
            ],
          },
        ],
        ...spec,
      },
    ],
  },
];

/** A Service `web` for the Pods of {@link deployment}. */
export const service = (spec: Obj = {}): Object => [
  'kubernetes_service_v1',
  {
    metadata: named('web'),
    spec: [{ type: 'ClusterIP', selector: { app: 'web' }, port: [{ port: 80, target_port: 'http' }], ...spec }],
  },
];

/** A release of the chart that hands on the objects in its values. */
export const release = (name: string, ...resources: readonly object[]): Object => [
  'helm_release',
  { name, namespace: 'shop', values: [JSON.stringify({ resources })] },
];
