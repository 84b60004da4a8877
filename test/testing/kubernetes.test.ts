import { kubernetesObjectsOf, kubernetesYamlOf, type TerraformJson } from '../../lib/testing';
import { objectOf } from '../../lib/core/written/kubernetes-convert';
import { everyKubernetesResource } from '../support/kubernetes-everything';
import { findingsOn } from '../support/kubernetes-schemas/validator';

const one = (type: string, attributes: object, others: object = {}): TerraformJson =>
  ({ resource: { [type]: { it: attributes }, ...others } }) as TerraformJson;

const theObject = (type: string, attributes: object): object => kubernetesObjectsOf(one(type, attributes))[0]!;

describe('a resource of the kubernetes provider as a Kubernetes object', () => {
  test('repeated blocks are plural lists, numbers kept as text are numbers, file modes are numbers', () => {
    const deployment = {
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
      wait_for_rollout: false,
      timeouts: { create: '20m' },
      depends_on: ['kubernetes_namespace_v1.shop'],
      lifecycle: { ignore_changes: ['spec[0].replicas'] },
      spec: {
        replicas: '3',
        selector: { match_labels: { app: 'web' } },
        strategy: { type: 'RollingUpdate', rolling_update: { max_surge: '1', max_unavailable: '25%' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            container: [
              {
                name: 'web',
                image: 'web:1',
                env: [{ name: 'A', value_from: { secret_key_ref: { name: 's', key: 'k' } } }],
                lifecycle: { pre_stop: [{ exec: { command: ['sleep', '5'] } }] },
                port: [{ name: 'http', container_port: 80 }],
                readiness_probe: { http_get: { path: '/', port: '80' } },
                liveness_probe: { tcp_socket: [{ port: 'http' }] },
                resources: { requests: { cpu: '500m' } },
                security_context: { run_as_user: '1000', capabilities: { drop: ['ALL'] } },
                volume_mount: [{ name: 'conf', mount_path: '/etc/web' }],
              },
            ],
            host_pid: false,
            node_selector: { 'kubernetes.io/arch': 'amd64' },
            toleration: [{ key: 'k', operator: 'Exists', toleration_seconds: '60' }],
            volume: [{ name: 'conf', config_map: { name: 'c', default_mode: '0644' } }],
          },
        },
      },
    };
    expect(theObject('kubernetes_deployment_v1', deployment)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            containers: [
              {
                name: 'web',
                image: 'web:1',
                env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
                lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
                ports: [{ name: 'http', containerPort: 80 }],
                readinessProbe: { httpGet: { path: '/', port: 80 } },
                livenessProbe: { tcpSocket: { port: 'http' } },
                resources: { requests: { cpu: '500m' } },
                securityContext: { runAsUser: 1000, capabilities: { drop: ['ALL'] } },
                volumeMounts: [{ name: 'conf', mountPath: '/etc/web' }],
              },
            ],
            hostPID: false,
            nodeSelector: { 'kubernetes.io/arch': 'amd64' },
            tolerations: [{ key: 'k', operator: 'Exists', tolerationSeconds: 60 }],
            volumes: [{ name: 'conf', configMap: { name: 'c', defaultMode: 420 } }],
          },
        },
      },
    });
  });

  test('keys that users choose stay as they are', () => {
    const data = { some_key: '1', 'other.key': '2' };
    expect(theObject('kubernetes_config_map_v1', { metadata: { name: 'c', labels: { my_label: 'x' } }, data })).toEqual(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'c', labels: { my_label: 'x' } },
        data,
      },
    );
    const service = { metadata: { name: 's' }, spec: { selector: { my_app: 'x' }, port: [{ port: 80 }] } };
    expect(theObject('kubernetes_service_v1', service)).toMatchObject({ spec: { selector: { my_app: 'x' } } });
  });

  test("a Secret's text goes where the API takes text", () => {
    const secret = { metadata: { name: 's' }, data: { a: 'b' }, binary_data: { c: 'ZA==' } };
    expect(theObject('kubernetes_secret_v1', secret)).toMatchObject({ stringData: { a: 'b' }, data: { c: 'ZA==' } });
  });

  test('a volume holds its source itself', () => {
    const volume = {
      metadata: { name: 'nas' },
      spec: [{ capacity: { storage: '1Gi' }, persistent_volume_source: { nfs: { server: 'h', path: '/' } } }],
    };
    expect(theObject('kubernetes_persistent_volume_v1', volume)).toMatchObject({
      spec: { capacity: { storage: '1Gi' }, nfs: { server: 'h', path: '/' } },
    });
  });

  test("the provider sends no claim's empty class, so none is shown", () => {
    const claim = { metadata: { name: 'c' }, spec: { storage_class_name: '', access_modes: ['ReadWriteMany'] } };
    expect(theObject('kubernetes_persistent_volume_claim_v1', claim)).toEqual(
      expect.objectContaining({ spec: { accessModes: ['ReadWriteMany'] } }),
    );
  });

  test('what changes the objects of others is no object', () => {
    expect(kubernetesObjectsOf(one('kubernetes_labels', { kind: 'Node', labels: { a: 'b' } }))).toEqual([]);
  });
});

describe('a stack', () => {
  const stack = one(
    'kubernetes_service_v1',
    {
      metadata: { name: 'web', namespace: '${kubernetes_config_map_v1.conf.metadata[0].namespace}' },
      spec: { external_name: '${data.alicloud_db.host}', port: [] },
    },
    {
      kubernetes_namespace_v1: { shop: { metadata: { name: 'shop' } } },
      kubernetes_config_map_v1: {
        conf: { metadata: { name: 'conf', namespace: '${kubernetes_namespace_v1.shop.metadata[0].name}' } },
      },
      helm_release: {
        burst: {
          name: 'burst',
          namespace: '${kubernetes_namespace_v1.shop.metadata[0].name}',
          chart: './resources',
          values: ['resources:\n- apiVersion: a.example/v1\n  kind: Burst\n  metadata:\n    name: web\n  spec: {}\n'],
        },
        foreign: { name: 'f', chart: 'jenkins', values: ['resources:\n  limits: {cpu: 1}\n'] },
      },
    },
  );

  test('shows the names behind references, leaves other expressions, and takes custom resources out of Helm values', () => {
    expect(kubernetesObjectsOf(stack)).toEqual([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
      { apiVersion: 'a.example/v1', kind: 'Burst', metadata: { name: 'web', namespace: 'shop' }, spec: {} },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf', namespace: 'shop' } },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', namespace: 'shop' },
        spec: { externalName: '${data.alicloud_db.host}', port: [] },
      },
    ]);
  });

  test('a custom resource without a namespace, of a kind that has none, gets none; references become names there too', () => {
    const values = [
      'resources:',
      '- {apiVersion: alibabacloud.com/v1, kind: AlbConfig, metadata: {name: alb}}',
      '- apiVersion: a.example/v1',
      '  kind: Burst',
      '  metadata:',
      '    name: ${jsonencode(kubernetes_config_map_v1.conf.metadata[0].name)}',
      '  text: $${stays}',
    ].join('\n');
    const conf = { metadata: { name: 'conf' } };
    const release = { name: 'r', namespace: 'shop', values: [values] };
    expect(kubernetesObjectsOf(one('helm_release', release, { kubernetes_config_map_v1: { conf } }))).toEqual([
      { apiVersion: 'alibabacloud.com/v1', kind: 'AlbConfig', metadata: { name: 'alb' } },
      { apiVersion: 'a.example/v1', kind: 'Burst', metadata: { name: 'conf', namespace: 'shop' }, text: '${stays}' },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf' } },
    ]);
  });

  test('words that YAML 1.1 takes for something else are quoted, as kubectl reads that', () => {
    const map = one('kubernetes_config_map_v1', { metadata: { name: 'c' }, data: { a: 'yes', b: '1e3' } });
    expect(kubernetesYamlOf(map)).toMatch(/a: "yes"\n {2}b: "1e3"/);
  });

  test('is one YAML text, a document per object', () => {
    expect(kubernetesYamlOf(stack).split('---\n')).toHaveLength(4);
    expect(kubernetesYamlOf(stack)).toMatch(/^apiVersion: v1\nkind: Namespace\nmetadata:\n {2}name: shop\n---\n/);
  });
});

test("every block and argument of the provider's schema has its place in Kubernetes' schema, but for these", () => {
  const misplaced = Object.entries(everyKubernetesResource()).flatMap(([type, attributes]) => {
    const object = objectOf(type, attributes);
    const problems = object === undefined ? [] : findingsOn(object).problems.filter((one) => one.startsWith('1.34'));
    return problems.map((problem) => `${object!.kind} ${problem.replace(/^.*\/(?=volumes\/0)/, '')}`);
  });
  // What the provider knows and Kubernetes does not: sources of volumes that no longer exist in Pods, and the target
  // that the second version of the autoscaler dropped.
  const known =
    /^\w+ (volumes\/0(\/(azureFile|cephfs\/secretRef|flexVolume\/secretRef|rbd\/secretRef))? must NOT have additional properties \((local|secretNamespace|namespace)\)|1\.34 \/spec must NOT have additional properties \(targetCPUUtilizationPercentage\))$/;
  expect(misplaced.filter((one) => !known.test(one))).toEqual([]);
  expect(misplaced.length).toBeGreaterThan(0);
});

test('every resource of a current API version is converted', () => {
  const unconverted = Object.entries(everyKubernetesResource())
    .filter(([type]) => /_v\d$/.test(type))
    .filter(([type, attributes]) => objectOf(type, attributes) === undefined)
    .map(([type]) => type);
  expect(unconverted).toEqual(['kubernetes_token_request_v1']);
});
