import { Password } from '@cdktf/provider-random/lib/password';
import { Testing, type App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { CustomResource } from '../../lib/workload/charts/custom-resource';
import { HelmChart } from '../../lib/workload/charts/helm-chart';
import { Manifest } from '../../lib/workload/charts/manifest';
import { ConfigMap } from '../../lib/workload/config-map';
import { Isolation } from '../../lib/workload/isolation';
import { Namespace } from '../../lib/workload/namespace';
import { Placement } from '../../lib/workload/placement';
import { Secret } from '../../lib/workload/secret';

/** A program that uses the road into the cluster in every way: two stacks, of what a cluster and its virtual node hold. */
export function aProgram(app: App = Testing.app()) {
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou', protection: 'sandbox', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network, networkPolicies: true });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 2, max: 4 } });
  cluster.addVirtualNode();
  const password = new Password(cloud, 'password', { length: 24 });

  const apps = new WorkloadStack(app, 'shop-apps', { cluster, baseline: { eci: { privateZone: true } } });
  const space = new Namespace(apps, 'shop', {
    quota: { requests: { cpu: '20', memory: '40Gi' }, pods: 100, loadBalancers: 2 },
    isolation: Isolation.denyAll(),
    annotations: { owner: 'platform' },
  });
  const jobs = new Namespace(apps, 'jobs', { placement: Placement.everythingOnEci(), containerDefaults: 'none' });
  const system = Namespace.fromAttributes(apps, 'system', { name: 'kube-system', isolation: Isolation.open() });
  space.allowFrom(jobs, 8080);
  space.allowFrom('10.0.0.0/8', { port: 53, protocol: 'UDP' });
  system.addLabel('example.com/owner', 'platform');
  const secret = new Secret(space, 'database', {
    values: { password: password.result, url: `mysql://"shop":${password.result}@db/` },
  });
  new ConfigMap(space, 'settings', { data: { 'run.sh': 'echo ${HOME} "$1"\n', cluster: cluster.clusterId } });
  const operator = new HelmChart(space, 'operator', {
    repository: 'https://charts.example.com',
    chart: 'operator',
    version: '1.2.3',
    values: { secretName: secret.secretName, clusterId: cluster.clusterId },
  });
  new Manifest(space, 'things', {
    objects: [
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'things.example.com' },
        spec: { group: 'example.com' },
      },
      { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'one' } },
    ],
  });
  new CustomResource(space, 'thing', {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    spec: { vpc: network.vpcId, text: `"${network.vpcId}" \${HOME}` },
    dependsOn: [operator],
  });
  return { app, cloud, cluster, apps, space, jobs, secret, password };
}
