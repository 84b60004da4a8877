import type { Obj } from '../../src/cty/value';
import { against, deployment, named } from './kube';

const quota = (hard: Obj) => ['kubernetes_resource_quota_v1', { metadata: named('quota'), spec: [{ hard }] }] as const;
const limitRange = (limit: Obj) =>
  [
    'kubernetes_limit_range_v1',
    { metadata: named('limits'), spec: [{ limit: [{ type: 'Container', ...limit }] }] },
  ] as const;
const secret = (data: Obj) => ['kubernetes_secret_v1', { metadata: named('db'), data }] as const;

test('a workload that is right is taken', () => {
  expect(against([], deployment())).toEqual([]);
});

describe('kube-selector', () => {
  const selecting = (selector: Obj) => deployment({}, {}, { selector: [selector] });

  test('a selector that its own Pods do not fulfil is refused', () => {
    expect(against([], selecting({ match_labels: { app: 'web', tier: 'front' } }))).toEqual([
      'spec.template.metadata.labels: Invalid value {"app":"web"}: selector does not match template labels',
    ]);
  });

  test('expressions count', () => {
    const expression = (operator: string, values: string[]) =>
      selecting({ match_expressions: [{ key: 'app', operator, values }] });
    expect(against([], expression('In', ['web', 'api']))).toEqual([]);
    expect(against([], expression('NotIn', ['api']))).toEqual([]);
    expect(against([], expression('In', ['api']))).toHaveLength(1);
    expect(against([], expression('NotIn', ['web']))).toHaveLength(1);
    expect(against([], expression('DoesNotExist', []))).toHaveLength(1);
  });
});

describe('kube-pod-names', () => {
  test('two containers of one name', () => {
    const twin = { name: 'web', image: 'twin:1' };
    expect(against([], deployment({ init_container: [twin] }))).toEqual([
      'spec.containers.name: Duplicate value "web"',
    ]);
  });

  test('two ports of one name, one port twice', () => {
    const ports = (...port: Obj[]) => deployment({}, { port });
    expect(against([], ports({ name: 'a', container_port: 1 }, { name: 'a', container_port: 2 }))).toEqual([
      'ports.name of container "web": Duplicate value "a"',
    ]);
    expect(against([], ports({ container_port: 1 }, { container_port: 1, protocol: 'TCP' }))).toEqual([
      'ports of container "web": Duplicate value "1/TCP"',
    ]);
    expect(against([], ports({ container_port: 53 }, { container_port: 53, protocol: 'UDP' }))).toEqual([]);
  });

  test('a mount without its volume, two mounts at one path, two volumes of one name', () => {
    const mount = { name: 'data', mount_path: '/data' };
    const volume = { name: 'data', empty_dir: [{}] };
    expect(against([], deployment({}, { volume_mount: [mount] }))).toEqual([
      'volumeMounts of container "web": Not found: "data"',
    ]);
    expect(against([], deployment({ volume: [volume] }, { volume_mount: [mount, mount] }))).toEqual([
      'volumeMounts.mountPath of container "web": Duplicate value "/data"',
    ]);
    expect(against([], deployment({ volume: [volume, volume] }))).toEqual([
      'spec.volumes.name: Duplicate value "data"',
    ]);
    expect(against([], deployment({ volume: [volume] }, { volume_mount: [mount] }))).toEqual([]);
  });

  test("a StatefulSet mounts its own claims' volumes", () => {
    const [, values] = deployment(
      {},
      { volume_mount: [{ name: 'data', mount_path: '/data' }] },
      {
        volume_claim_template: [{ metadata: [{ name: 'data' }] }],
      },
    );
    expect(against([], ['kubernetes_stateful_set_v1', values])).toEqual([]);
  });
});

describe('kube-amounts', () => {
  const amounts = (requests: Obj, limits: Obj = {}) => deployment({}, { resources: [{ requests, limits }] });

  test('a request above its limit', () => {
    expect(against([], amounts({ cpu: '2' }, { cpu: '1500m' }))).toEqual([
      'resources.requests of container "web": Invalid value "2": must be less than or equal to cpu limit of 1500m',
    ]);
    expect(against([], amounts({ memory: '1Gi' }, { memory: '1024Mi' }))).toEqual([]);
  });

  test('an amount that is no quantity', () => {
    expect(against([], amounts({ memory: '1 GB' }))[0]).toContain('not "1 GB"');
    expect(against([], amounts({ memory: '1e9' }))).toEqual([]);
  });

  test('a limit above what the namespace allows one container', () => {
    expect(against([limitRange({ max: { cpu: '1' } })], amounts({}, { cpu: '2' }))).toEqual([
      'Pods are forbidden: maximum cpu usage per Container is 1, but limit is 2',
    ]);
  });
});

describe('kube-quota', () => {
  test('replicas times requests beyond the quota', () => {
    expect(against([quota({ 'requests.cpu': '900m' })], deployment())).toEqual([
      'forbidden: exceeded quota: quota, requested: requests.cpu=1, used: requests.cpu=0, limited: requests.cpu=900m',
    ]);
    expect(against([quota({ 'requests.cpu': '1' })], deployment())).toEqual([]);
  });

  test('what is there already counts, what changes does not count twice', () => {
    const [type, values] = deployment();
    const other = [type, { ...values, metadata: named('api') }] as const;
    expect(against([quota({ pods: '3' }), other], deployment())[0]).toContain('requested: pods=2, used: pods=2');
    expect(against([quota({ pods: '4' }), other], deployment())).toEqual([]);
  });

  test('a quota on memory makes every container say its memory, or the namespace for it', () => {
    const memory = quota({ 'limits.memory': '4Gi' });
    expect(against([memory], deployment())).toEqual([
      'forbidden: failed quota: quota: must specify limits.memory for: web',
    ]);
    expect(against([memory, limitRange({ default: { memory: '1Gi' } })], deployment())).toEqual([]);
    expect(against([memory, limitRange({ default: { memory: '3Gi' } })], deployment())[0]).toContain('exceeded quota');
  });

  test('balancers and claims are counted', () => {
    const balancer = [
      'kubernetes_service_v1',
      { metadata: named('lb'), spec: [{ type: 'LoadBalancer', port: [{ port: 80 }] }] },
    ] as const;
    expect(against([quota({ 'services.loadbalancers': '0' })], balancer)[0]).toContain('services.loadbalancers=1');
    const claim = [
      'kubernetes_persistent_volume_claim_v1',
      {
        metadata: named('data'),
        spec: [{ storage_class_name: 'alicloud-disk-essd', resources: [{ requests: { storage: '20Gi' } }] }],
      },
    ] as const;
    expect(against([quota({ 'requests.storage': '10Gi' })], claim)[0]).toContain('requests.storage');
  });
});

describe('kube-objects-exist', () => {
  const env = (key: string, more: Obj = {}) =>
    deployment({}, { env: [{ name: 'A', value_from: [{ secret_key_ref: [{ name: 'db', key, ...more }] }] }] });

  test('a Secret or its key that is not there', () => {
    expect(against([], env('password'))).toEqual(['secret "db" not found in namespace "shop"']);
    expect(against([secret({ user: 'x' })], env('password'))).toEqual(["couldn't find key password in secret shop/db"]);
    expect(against([secret({ password: 'x' })], env('password'))).toEqual([]);
    expect(against([], env('password', { optional: true }))).toEqual([]);
  });

  test('a ConfigMap that is mounted, a service account, a pull secret', () => {
    expect(against([], deployment({ volume: [{ name: 'v', config_map: [{ name: 'conf' }] }] }))).toEqual([
      'configmap "conf" not found in namespace "shop"',
    ]);
    expect(against([], deployment({ volume: [{ name: 'v', secret: [{ secret_name: 'tls' }] }] }))).toEqual([
      'secret "tls" not found in namespace "shop"',
    ]);
    expect(against([], deployment({ service_account_name: 'robot' }))).toEqual([
      'serviceaccount "robot" not found in namespace "shop"',
    ]);
    expect(against([], deployment({ service_account_name: 'default' }))).toEqual([]);
    expect(against([], deployment({ image_pull_secrets: [{ name: 'registry' }] }))).toHaveLength(1);
  });

  test('in a namespace with a chart that only Helm can read, nobody knows what is there', () => {
    const chart = ['helm_release', { name: 'cache', namespace: 'shop', values: ['replicas: 3'] }] as const;
    expect(against([chart], env('password'))).toEqual([]);
  });
});

describe('kube-names', () => {
  test.each([
    ['a name with capitals', ['kubernetes_secret_v1', { metadata: named('Web_1') }]],
    [
      'a Service that begins with a digit',
      ['kubernetes_service_v1', { metadata: named('1web'), spec: [{ port: [{ port: 1 }] }] }],
    ],
    [
      'a CronJob whose jobs would have too long a name',
      ['kubernetes_cron_job_v1', { metadata: named('x'.repeat(53)) }],
    ],
    ['a label with a space', ['kubernetes_secret_v1', { metadata: named('s', { labels: { team: 'my team' } }) }]],
    ['a label key with two slashes', ['kubernetes_secret_v1', { metadata: named('s', { labels: { 'a/b/c': 'x' } }) }]],
    ['a port name that is too long', deployment({}, { port: [{ name: 'a-very-long-port', container_port: 1 }] })],
  ] as const)('%s is refused', (_title, object) => {
    expect(against([], object as readonly [string, Obj])).toEqual([expect.stringMatching(/Invalid value/)]);
  });

  test('names of roles may have colons', () => {
    expect(against([], ['kubernetes_role_v1', { metadata: named('system:reader') }])).toEqual([]);
  });
});
