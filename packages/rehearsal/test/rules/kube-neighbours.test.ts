import type { Obj } from '../../src/cty/value';
import { cloudOf, refused } from '../support/cloud';
import { against, deployment, named, release, service } from './kube';

describe('kube-service-ports', () => {
  test('several ports need names of their own', () => {
    expect(against([], service({ port: [{ name: 'a', port: 80 }, { port: 81 }] }))).toEqual([
      'spec.ports.name: Required value for port 81, since there are several',
    ]);
    expect(
      against(
        [],
        service({
          port: [
            { name: 'a', port: 80 },
            { name: 'a', port: 81 },
          ],
        }),
      ),
    ).toEqual(['spec.ports.name: Duplicate value "a"']);
    expect(
      against(
        [],
        service({
          port: [
            { name: 'a', port: 80 },
            { name: 'b', port: 80 },
          ],
        }),
      ),
    ).toEqual(['spec.ports: Duplicate value 80/TCP']);
  });

  test('no port at all, but for a name outside', () => {
    expect(against([], service({ port: [] }))).toEqual(['spec.ports: Required value']);
    expect(against([], service({ port: [], type: 'ExternalName' }))).toEqual([]);
  });

  test('a policy for traffic from outside that cannot come', () => {
    expect(against([], service({ external_traffic_policy: 'Local' }))[0]).toContain('externally-accessible');
    expect(against([], service({ external_traffic_policy: 'Local', type: 'LoadBalancer' }))).toEqual([]);
  });
});

describe('kube-service-target', () => {
  const says = (port: string) => [`Service "web" sends to port ${port}, which no container of "web" has`];

  test('a port that no container has, whichever was made first', () => {
    const wrong = service({ port: [{ port: 80, target_port: '8081' }] });
    expect(against([deployment()], wrong)).toEqual(says('8081'));
    expect(against([wrong], deployment())).toEqual(says('8081'));
    expect(against([deployment()], service({ port: [{ port: 80, target_port: 'web' }] }))).toEqual(says('web'));
    expect(against([deployment()], service())).toEqual([]);
    expect(against([deployment()], service({ port: [{ port: 8080, target_port: '8080' }] }))).toEqual([]);
  });

  test('Pods that the Service does not find do not count', () => {
    expect(
      against([deployment()], service({ selector: { app: 'api' }, port: [{ port: 1, target_port: '1' }] })),
    ).toEqual([]);
  });
});

const autoscaler = (spec: Obj = {}) =>
  [
    'kubernetes_horizontal_pod_autoscaler_v2',
    {
      metadata: named('web'),
      spec: [
        {
          min_replicas: 2,
          max_replicas: 10,
          scale_target_ref: [{ api_version: 'apps/v1', kind: 'Deployment', name: 'web' }],
          metric: [
            {
              type: 'Resource',
              resource: [{ name: 'cpu', target: [{ type: 'Utilization', average_utilization: 60 }] }],
            },
          ],
          ...spec,
        },
      ],
    },
  ] as const;

const cronHpa = (kind: string) => ({
  apiVersion: 'autoscaling.alibabacloud.com/v1beta1',
  kind: 'CronHorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { scaleTargetRef: { apiVersion: 'x/v1', kind, name: 'web' }, jobs: [] },
});

describe('kube-scale-target', () => {
  test('an autoscaler without its target', () => {
    const says = 'FailedGetScale: Deployment "web" not found in namespace "shop"';
    expect(against([], autoscaler())).toEqual([says]);
    expect(against([deployment()], autoscaler())).toEqual([]);
  });

  test('a clock without its target, which may be an autoscaler', () => {
    const addon = ['alicloud_cs_kubernetes_addon', { name: 'ack-kubernetes-cronhpa-controller' }] as const;
    const found = against([deployment(), addon], release('clock', cronHpa('HorizontalPodAutoscaler')));
    expect(found).toContain('FailedGetScale: HorizontalPodAutoscaler "web" not found in namespace "shop"');
    const right = against([deployment(), autoscaler()], release('clock', cronHpa('HorizontalPodAutoscaler')));
    expect(right.filter((one) => one.startsWith('FailedGetScale'))).toEqual([]);
  });
});

describe('kube-hpa', () => {
  test('more Pods at least than at most', () => {
    expect(against([deployment()], autoscaler({ min_replicas: 5, max_replicas: 4 }))).toEqual([
      'spec.maxReplicas: Invalid value 4: must be greater than or equal to minReplicas (5)',
    ]);
    expect(against([deployment()], autoscaler({ min_replicas: 0 }))[0]).toContain('must be greater than or equal to 1');
  });

  test('a share of a request that nobody made', () => {
    const bare = deployment({}, { resources: [] });
    expect(against([bare], autoscaler())).toEqual([
      'FailedGetResourceMetric: missing request for cpu in container "web"',
    ]);
    const range = [
      'kubernetes_limit_range_v1',
      { metadata: named('l'), spec: [{ limit: [{ type: 'Container', default_request: { cpu: '100m' } }] }] },
    ] as const;
    expect(against([bare, range], autoscaler())).toEqual([]);
  });
});

describe('kube-ingress', () => {
  const ingress = (port: Obj, ingress_class_name = 'alb') =>
    [
      'kubernetes_ingress_v1',
      {
        metadata: named('web'),
        spec: [
          {
            ingress_class_name,
            rule: [{ http: [{ path: [{ backend: [{ service: [{ name: 'web', port: [port] }] }] }] }] }],
          },
        ],
      },
    ] as const;

  test('a Service or a port of it that is not there', () => {
    expect(against([], ingress({ number: 80 }))).toEqual(['services "web" not found in namespace "shop"']);
    expect(against([service()], ingress({ number: 8080 }))).toEqual(['Service "web" has no port 8080']);
    expect(against([service()], ingress({ number: 80 }))).toEqual([]);
  });

  test('a class that nobody serves', () => {
    expect(against([service()], ingress({ number: 80 }, 'traefik'))).toEqual([
      'ingressclass "traefik" does not exist: no controller would serve the Ingress',
    ]);
    const made = ['kubernetes_ingress_class_v1', { metadata: [{ name: 'traefik' }] }] as const;
    expect(against([service(), made], ingress({ number: 80 }, 'traefik'))).toEqual([]);
  });
});

describe('kube-claim-binds', () => {
  const volume = [
    'kubernetes_persistent_volume_v1',
    {
      metadata: [{ name: 'nas' }],
      spec: [{ storage_class_name: 'static', access_modes: ['ReadWriteMany'], capacity: { storage: '10Gi' } }],
    },
  ] as const;
  const claim = (spec: Obj, values: Obj = {}, name = 'data') =>
    [
      'kubernetes_persistent_volume_claim_v1',
      {
        metadata: named(name),
        spec: [
          {
            volume_name: 'nas',
            storage_class_name: 'static',
            access_modes: ['ReadWriteMany'],
            resources: [{ requests: { storage: '10Gi' } }],
            ...spec,
          },
        ],
        ...values,
      },
    ] as const;

  test('a volume that fits is taken', () => {
    expect(against([volume], claim({}))).toEqual([]);
  });

  test.each([
    [
      'another class',
      { storage_class_name: 'other' },
      'storageClassName does not match: claim "other", volume "static"',
    ],
    [
      'a mode that it does not offer',
      { access_modes: ['ReadWriteOnce'] },
      'incompatible accessMode: the volume offers no ReadWriteOnce',
    ],
    ['more than it has', { resources: [{ requests: { storage: '11Gi' } }] }, 'requested PV is too small'],
    ['another volume', { volume_name: 'oss' }, 'persistentvolume "oss" not found: the claim waits for ever'],
    [
      'nothing',
      { volume_name: null, storage_class_name: null },
      'the claim names neither a class nor a volume: no class of ACK is the default, and the provider sends no empty one',
    ],
    [
      'a class of nobody',
      { volume_name: null, storage_class_name: 'gp2' },
      'storageclass.storage.k8s.io "gp2" not found: the claim waits for ever',
    ],
  ] as const)('a claim that asks for %s is refused', (_title, spec, says) => {
    expect(against([volume], claim(spec as unknown as Obj))).toEqual([says]);
  });

  test('a volume is for one claim', () => {
    expect(against([volume, claim({}, {}, 'first')], claim({}))).toEqual([
      'volume "nas" already bound to the claim "first"',
    ]);
  });

  test('Terraform does not wait for a volume that waits for the first Pod', () => {
    const late = { volume_name: null, storage_class_name: 'alicloud-disk-topology-alltype' };
    expect(against([], claim(late))[0]).toContain('timeout while waiting');
    expect(against([], claim(late, { wait_until_bound: false }))).toEqual([]);
  });
});

describe('kube-release-objects', () => {
  const spread = (name: string | undefined, namespace?: string) => ({
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'WorkloadSpread',
    metadata: { name, namespace },
    spec: {},
  });

  test('an object in a namespace that is not there, or without a name', () => {
    expect(against([], release('burst', spread('web', 'shop')))).toEqual([]);
    expect(against([], release('burst', spread('web', 'blog')))).toEqual([
      'namespaces "blog" not found, for WorkloadSpread "web"',
    ]);
    expect(against([], release('burst', spread(undefined)))).toEqual(['WorkloadSpread: metadata.name: Required value']);
  });

  test('a kind whose component is not installed', () => {
    expect(against([deployment()], release('clock', cronHpa('Deployment')))).toEqual([
      'resource mapping not found: no matches for kind "CronHorizontalPodAutoscaler" in version "autoscaling.alibabacloud.com/v1beta1": ensure CRDs are installed first',
    ]);
  });

  test('a kind that a chart of a repository may have brought is taken to be there', () => {
    const operator = [
      'helm_release',
      { name: 'operator', namespace: 'kube-system', chart: 'kruise', repository: 'https://charts.example' },
    ] as const;
    expect(against([deployment(), operator], release('clock', cronHpa('Deployment')))).toEqual([]);
  });

  test('an object that another release holds', () => {
    expect(against([release('first', spread('web'))], release('second', spread('web', 'shop')))).toEqual([
      'WorkloadSpread "web" exists and cannot be imported into the current release: it belongs to "first"',
    ]);
    expect(against([release('first', spread('web'))], release('second', spread('api')))).toEqual([]);
  });
});

test('kube-namespace-empty: a namespace goes after what is in it', () => {
  const namespace = ['kubernetes_namespace_v1', { metadata: [{ name: 'shop' }] }] as const;
  expect(against([], namespace, 'delete')).toEqual([]);
  expect(against([service()], namespace, 'delete')).toEqual([
    'namespace "shop" still holds kubernetes_service_v1 shop/web, which would go with it',
  ]);
});

describe('a cluster that was there before', () => {
  const BEFORE = 'c0123456789abcdef0123456789abcdef';
  const there = ([type, values]: readonly [string, Obj]) => refused(cloudOf(), 'create', type, values, BEFORE);

  test('holds what nobody knows of: namespaces, classes, volumes', () => {
    expect(there(deployment({ volume: [{ name: 'v', persistent_volume_claim: [{ claim_name: 'old' }] }] }))).toEqual(
      [],
    );
    const claim = { metadata: named('data'), spec: [{ volume_name: 'old', storage_class_name: 'theirs' }] };
    expect(there(['kubernetes_persistent_volume_claim_v1', claim])).toEqual([]);
    expect(
      there(['kubernetes_ingress_v1', { metadata: named('i'), spec: [{ ingress_class_name: 'theirs' }] }]),
    ).toEqual([]);
  });

  test('refuses what every cluster refuses', () => {
    expect(there(service({ port: [] }))).toEqual(['spec.ports: Required value']);
    expect(there(autoscaler({ min_replicas: 11 }))).toHaveLength(1);
  });
});
