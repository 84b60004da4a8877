import { CATALOGUE, rowOf } from '../../../lib/cluster/addons/catalogue';
import { isNever, namesOf } from '../../../lib/cluster/addons/standing';
import type { ClusterKind } from '../../../lib/core/cluster';
import { circles } from './circles';

const KINDS: readonly ClusterKind[] = ['managed', 'dedicated', 'serverless'];

/** How every component stands with each kind, as one line: what a review of the table should look at. */
const lines = () =>
  CATALOGUE.map((row) => {
    const [managed, dedicated, serverless] = KINDS.map((kind) => {
      const standing = row.kinds[kind];
      const named = row.named?.[kind];
      return `${isNever(standing) ? 'never' : standing}${named === undefined ? '' : ` as ${named}`}`;
    });
    return `${row.name}: ${managed} | ${dedicated} | ${serverless}`;
  });

test('what there is on managed, dedicated and Serverless clusters', () => {
  expect(lines()).toEqual([
    'kube-apiserver: core | core | core',
    'kube-scheduler: core | core | core',
    'kube-controller-manager: core | core | core',
    'cloud-controller-manager: core | core | core',
    'managed-kube-proxy: core | core as dedicated-kube-proxy | never',
    'pod-readinessgate-webhook: default | optional | optional',
    'ack-nvidia-device-plugin: default | optional | never',
    'terway-eniip: first-boot | first-boot | never',
    'terway-controlplane: optional | never | never',
    'flannel: first-boot | first-boot | never',
    'coredns: default | default | default',
    'ack-node-local-dns: optional | optional | never',
    'poseidon: optional | never | optional',
    'gateway-api: default | optional | optional',
    'ack-virtual-node: optional | never | default',
    'metrics-server: default | default | optional',
    'ack-kubernetes-cronhpa-controller: optional | optional | optional',
    'ack-alibaba-cloud-metrics-adapter: optional | optional | optional',
    'ack-vertical-pod-autoscaler: optional | optional | optional',
    'ack-kubernetes-elastic-workload: optional | optional | optional',
    'ack-koordinator: optional | optional | never',
    'cluster-autoscaler: optional | optional | never',
    'ack-goatscaler: optional | optional | never',
    'alb-ingress-controller: optional | optional | optional',
    'nginx-ingress-controller: optional | optional | optional',
    'mse-ingress-controller: optional | optional | optional',
    'csi-plugin: default | default | never',
    'csi-provisioner: default | default | optional as managed-csiprovisioner',
    'storage-operator: default | default | optional',
    'cnfs-controller: default | default | optional',
    'flexvolume: never | never | never',
    'alicloud-disk-controller: never | never | never',
    'migrate-controller: optional | optional | optional',
    'arms-prometheus: optional | optional | optional',
    'alicloud-monitor-controller: default | default | optional',
    'metrics-aggregator: default | optional | optional',
    'loongcollector: optional | optional | optional as alibaba-log-controller',
    'logtail-ds: optional | optional | optional',
    'ack-node-problem-detector: optional | optional | never',
    'ack-cost-exporter: optional | optional | optional',
    'ack-onepilot: optional | optional | optional',
    'gatekeeper: optional | optional | optional',
    'policy-template-controller: optional | optional | optional',
    'security-inspector: optional | optional | optional',
    'aliyun-acr-credential-helper: optional as managed-aliyun-acr-credential-helper | optional | optional as managed-aliyun-acr-credential-helper',
    'aliyun-acr-acceleration-suite: optional | optional | never',
    'ack-pod-identity-webhook: optional | never | optional',
    'ack-ram-authenticator: default | never | optional',
    'ack-kubernetes-webhook-injector: optional | optional | optional',
    'kritis-validation-hook: optional | optional | optional',
    'ack-kruise: optional | optional | optional',
    'knative: optional | optional | optional',
    'appcenter: optional | optional | optional',
    'ack-spark-operator: never | never | never',
    'alluxio: never | never | never',
    'ack-keda: never | never | never',
    'ack-virtual-kubelet-autoscaler: never | never | never',
  ]);
});

test('no component waits for itself, in however many steps', () => {
  expect(circles(CATALOGUE)).toEqual([]);
});

test('a name belongs to one component', () => {
  const names = CATALOGUE.flatMap(namesOf);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('what a row names is a key of the table', () => {
  const named = CATALOGUE.flatMap(({ needs = [], after = [], excludes = [] }) => [
    ...needs,
    ...after,
    ...excludes.map(({ other }) => other),
  ]);
  expect(named.filter((key) => rowOf(key)?.name !== key)).toEqual([]);
});

test('no component excludes what it needs', () => {
  const wrong = CATALOGUE.filter(({ needs = [], excludes = [] }) =>
    excludes.some(({ other }) => needs.includes(other)),
  );
  expect(wrong).toEqual([]);
});

test('a component is found by any of its names', () => {
  expect(rowOf('managed-csiprovisioner')?.name).toBe('csi-provisioner');
  expect(rowOf('kube-flannel-ds')?.name).toBe('flannel');
  expect(rowOf('Poseidon')?.name).toBe('poseidon');
  expect(rowOf('something-else')).toBeUndefined();
});
