import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1';
import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1';
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1';
import { DaemonSetV1 } from '@cdktf/provider-kubernetes/lib/daemon-set-v1';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { JobV1 } from '@cdktf/provider-kubernetes/lib/job-v1';
import { LimitRangeV1 } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { PersistentVolumeClaimV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1';
import { PersistentVolumeV1 } from '@cdktf/provider-kubernetes/lib/persistent-volume-v1';
import { PriorityClassV1 } from '@cdktf/provider-kubernetes/lib/priority-class-v1';
import { ResourceQuotaV1 } from '@cdktf/provider-kubernetes/lib/resource-quota-v1';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1';
import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1';
import { StatefulSetV1 } from '@cdktf/provider-kubernetes/lib/stateful-set-v1';
import { StorageClassV1 } from '@cdktf/provider-kubernetes/lib/storage-class-v1';
import { Testing, type App } from 'cdktf';
import type { Construct } from 'constructs';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { exposure, LABELS } from './kubernetes-neighbours';

/** A cluster, and in it one object of every kind that people write, made of the provider's own resources. */
export function aWorkloadOfEverything(app: App = Testing.app()): App {
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 6 } });
  everything(new WorkloadStack(app, 'shop-apps', { cluster }));
  return app;
}

function everything(apps: Construct): void {
  const shop = new NamespaceV1(apps, 'shop', { metadata: { name: 'shop', labels: { team: 'shop' } } });
  const namespace = shop.metadata.name;
  const conf = new ConfigMapV1(apps, 'conf', { metadata: { name: 'conf', namespace }, data: { 'web.conf': 'a=b' } });
  const secret = new SecretV1(apps, 'secret', { metadata: { name: 'secret', namespace }, data: { password: 'x' } });
  const account = new ServiceAccountV1(apps, 'account', { metadata: { name: 'web', namespace } });
  const claim = storage(apps, namespace);
  const names = {
    conf: conf.metadata.name,
    secret: secret.metadata.name,
    account: account.metadata.name,
    claim: claim.metadata.name,
  };
  const pods = pod(names);
  const web = new DeploymentV1(apps, 'web', {
    metadata: { name: 'web', namespace, labels: LABELS },
    spec: {
      selector: { matchLabels: LABELS },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '0' } },
      minReadySeconds: 10,
      template: { metadata: { labels: LABELS }, spec: pods },
    },
    waitForRollout: false,
  });
  exposure(apps, namespace, web.metadata.name);
  rest(apps, namespace, names);
}

function storage(apps: Construct, namespace: string): PersistentVolumeClaimV1 {
  const nas = { driver: 'nasplugin.csi.alibabacloud.com', volumeHandle: 'shop-nas' };
  const volume = new PersistentVolumeV1(apps, 'nas', {
    metadata: { name: 'shop-nas' },
    spec: [
      {
        accessModes: ['ReadWriteMany'],
        capacity: { storage: '20Gi' },
        storageClassName: 'static-nas',
        persistentVolumeReclaimPolicy: 'Retain',
        mountOptions: ['nolock,tcp,noresvport', 'vers=3'],
        persistentVolumeSource: { csi: { ...nas, volumeAttributes: { server: 'nas.example', path: '/shop' } } },
      },
    ],
  });
  new StorageClassV1(apps, 'disk', {
    metadata: { name: 'disk' },
    storageProvisioner: 'diskplugin.csi.alibabacloud.com',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    parameters: { type: 'cloud_essd' },
    allowedTopologies: { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['cn-hangzhou-h'] }] },
  });
  return new PersistentVolumeClaimV1(apps, 'claim', {
    metadata: { name: 'content', namespace },
    waitUntilBound: false,
    spec: {
      accessModes: ['ReadWriteMany'],
      storageClassName: 'static-nas',
      volumeName: volume.metadata.name,
      resources: { requests: { storage: '20Gi' } },
    },
  });
}

function pod({ conf, secret, account, claim }: Readonly<Record<'conf' | 'secret' | 'account' | 'claim', string>>) {
  const labelSelector = [{ matchLabels: LABELS }];
  const mount = { name: 'content', mountPath: '/var/www' };
  return {
    serviceAccountName: account,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 60,
    securityContext: { runAsNonRoot: true, fsGroup: '1000', seccompProfile: { type: 'RuntimeDefault' } },
    initContainer: [{ name: 'prepare', image: 'busybox:1.36', command: ['true'], volumeMount: [mount] }],
    container: [
      {
        name: 'web',
        image: 'nginx:1.29.1',
        env: [
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: secret, key: 'password' } } },
          { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
          { name: 'MODE', value: 'fast' },
        ],
        envFrom: [{ prefix: 'CONF_', configMapRef: { name: conf } }],
        port: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
        startupProbe: { httpGet: { path: '/', port: 'http' }, failureThreshold: 30 },
        readinessProbe: { httpGet: { path: '/', port: '8080', httpHeader: [{ name: 'Host', value: 'shop' }] } },
        livenessProbe: { tcpSocket: [{ port: '8080' }] },
        lifecycle: { preStop: [{ exec: { command: ['sleep', '15'] } }] },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMount: [mount, { name: 'conf', mountPath: '/etc/web', readOnly: true }],
      },
    ],
    volume: [
      { name: 'content', persistentVolumeClaim: { claimName: claim } },
      { name: 'conf', configMap: { name: conf, defaultMode: '0444' } },
      { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
    ],
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            preference: { matchExpressions: [{ key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] }] },
          },
        ],
      },
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 50, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector } },
        ],
      },
    },
    toleration: [{ key: 'virtual-kubelet.io/provider', operator: 'Exists' }],
    topologySpreadConstraint: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    ],
  };
}

function rest(
  apps: Construct,
  namespace: string,
  { conf, secret, account }: Readonly<Record<'conf' | 'secret' | 'account', string>>,
): void {
  const task = { restartPolicy: 'OnFailure', container: [{ name: 'task', image: 'busybox:1.36', command: ['true'] }] };
  const template = { metadata: { labels: { task: 'yes' } }, spec: task };
  const metadata = { name: 'task', namespace };
  new JobV1(apps, 'job', { metadata, waitForCompletion: false, spec: { backoffLimit: 2, template } });
  new CronJobV1(apps, 'cron-job', {
    metadata,
    spec: {
      schedule: '0 3 * * *',
      timezone: 'Asia/Shanghai',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { metadata: {}, spec: { ttlSecondsAfterFinished: '600', template } },
    },
  });
  const agent = { agent: 'yes' };
  const container = [{ name: 'agent', image: 'busybox:1.36', command: ['sleep', 'infinity'] }];
  new DaemonSetV1(apps, 'agents', {
    metadata: { name: 'agents', namespace },
    waitForRollout: false,
    spec: {
      selector: { matchLabels: agent },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '1' } },
      template: { metadata: { labels: agent }, spec: { container } },
    },
  });
  const queue = { queue: 'yes' };
  const data = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'disk',
    resources: { requests: { storage: '20Gi' } },
  };
  new StatefulSetV1(apps, 'queue', {
    metadata: { name: 'queue', namespace },
    waitForRollout: false,
    spec: {
      serviceName: 'queue',
      replicas: '2',
      selector: { matchLabels: queue },
      updateStrategy: [{ type: 'RollingUpdate', rollingUpdate: [{ partition: 0 }] }],
      volumeClaimTemplate: [{ metadata: { name: 'data' }, spec: data }],
      template: {
        metadata: { labels: queue },
        spec: { container: [{ ...container[0]!, volumeMount: [{ name: 'data', mountPath: '/data' }] }] },
      },
    },
  });
  const limits = new LimitRangeV1(apps, 'limits', {
    metadata: { name: 'limits', namespace },
    spec: { limit: [{ type: 'Container', default: { cpu: '1' }, defaultRequest: { cpu: '100m' } }] },
  });
  new ResourceQuotaV1(apps, 'quota', {
    metadata: { name: 'quota', namespace },
    spec: { hard: { pods: '100', 'requests.cpu': '100' } },
    // A Pod that says nothing is refused where only the quota is there.
    dependsOn: [limits],
  });
  new PriorityClassV1(apps, 'priority', { metadata: { name: 'shop-high' }, value: 1000, globalDefault: false });
  const role = new RoleV1(apps, 'role', {
    metadata: { name: 'reader', namespace },
    rule: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: [conf], verbs: ['get'] }],
  });
  new ClusterRoleV1(apps, 'cluster-role', {
    metadata: { name: 'shop-metrics' },
    rule: [{ nonResourceUrls: ['/metrics'], verbs: ['get'] }],
  });
  new RoleBindingV1(apps, 'binding', {
    metadata: { name: 'reader', namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.metadata.name },
    subject: [{ kind: 'ServiceAccount', name: account, namespace }],
  });
  new ConfigMapV1Data(apps, 'coredns', {
    metadata: { name: 'coredns', namespace: 'kube-system' },
    data: { 'shop.server': secret },
    force: true,
  });
}
