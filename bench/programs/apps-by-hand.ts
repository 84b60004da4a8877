/** What every program with a workload has: components of the cluster, and the stack of what runs in it. */
import { join } from 'node:path';
import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { DataAlicloudCsClusterCredential } from '@cdktf/provider-alicloud/lib/data-alicloud-cs-cluster-credential';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { type App, AssetType, Fn, LocalBackend, TerraformAsset, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Made } from './ack-by-hand';

/** The two components that Pods on ECI need. */
export function virtualNode(cloud: Construct, { ack, pool }: Pick<Made, 'ack' | 'pool'>): void {
  const timeouts = { create: '30m', update: '30m', delete: '30m' };
  const node = new CsKubernetesAddon(cloud, 'virtual-node', {
    clusterId: ack.id,
    name: 'ack-virtual-node',
    cleanupCloudResources: true,
    timeouts,
    dependsOn: [pool],
  });
  new CsKubernetesAddon(cloud, 'poseidon', {
    clusterId: ack.id,
    name: 'poseidon',
    timeouts,
    dependsOn: [pool, node],
  });
}

/** A stack of what runs in the cluster. */
export function kubernetesStack(app: App, id: string, ack: Made['ack']): TerraformStack {
  const apps = new TerraformStack(app, id);
  new AlicloudProvider(apps, 'alicloud', { region: 'cn-hangzhou' });
  new LocalBackend(apps, { path: `../../../terraform.${id}.tfstate` });
  const credential = new DataAlicloudCsClusterCredential(apps, 'credential', {
    clusterId: ack.id,
    temporaryDurationMinutes: 60,
  });
  const { certificateAuthority: keys } = credential;
  const access = {
    host: Fn.lookupNested(Fn.yamldecode(credential.kubeConfig), ['clusters', 0, 'cluster', 'server']) as string,
    clusterCaCertificate: Fn.base64decode(Fn.lookup(keys, 'cluster_cert')),
    clientCertificate: Fn.base64decode(Fn.lookup(keys, 'client_cert')),
    clientKey: Fn.base64decode(Fn.lookup(keys, 'client_key')),
  };
  const ignoreLabels = ['^service[.]beta[.]kubernetes[.]io/hash$', '^service[.]k8s[.]alibaba/'];
  new KubernetesProvider(apps, 'kubernetes', { ...access, ignoreLabels });
  new HelmProvider(apps, 'helm', { kubernetes: access });
  return apps;
}

/** The same with the chart that holds custom resources and the settings of ECI. */
export function appsStack(app: App, id: string, { ack, vswitches, nodes }: Omit<Made, 'pool'>) {
  const apps = kubernetesStack(app, id, ack);
  const chart = new TerraformAsset(apps, 'objects-chart', {
    path: join(__dirname, '../../lib/workload/charts/objects'),
    type: AssetType.DIRECTORY,
    assetHash: '1.0.0',
  });
  const profile = new ConfigMapV1Data(apps, 'eci-profile', {
    metadata: { name: 'eci-profile', namespace: 'kube-system' },
    data: { vSwitchIds: vswitches.eci!.map((vswitch) => vswitch.id).join(','), securityGroupId: nodes.id },
    force: true,
    fieldManager: 'alicloud-constructs',
  });
  return { apps, chart: `./${chart.path.replace(/\/$/, '')}`, profile };
}
