/**
 * The same Terraform as workload-by-library.ts, written by hand with L1 classes, n times. `test/bench.test.ts` holds the two
 * outputs against each other, resource by resource.
 */
import { join } from 'node:path';
import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { DataAlicloudCsClusterCredential } from '@cdktf/provider-alicloud/lib/data-alicloud-cs-cluster-credential';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { App, AssetType, Fn, LocalBackend, TerraformAsset, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { cloudStack, cluster, type Made } from './cluster-by-hand';
import { shop } from './shop-by-hand';

/** The cluster and the two components that Pods on ECI need. */
function clusterIn(cloud: Construct, name: string): Made {
  const made = cluster(cloud, name);
  const timeouts = { create: '30m', update: '30m', delete: '30m' };
  const virtualNode = new CsKubernetesAddon(cloud, 'virtual-node', {
    clusterId: made.ack.id,
    name: 'ack-virtual-node',
    cleanupCloudResources: true,
    timeouts,
    dependsOn: [made.pool],
  });
  new CsKubernetesAddon(cloud, 'poseidon', {
    clusterId: made.ack.id,
    name: 'poseidon',
    timeouts,
    dependsOn: [made.pool, virtualNode],
  });
  return made;
}

/** A stack of what runs in the cluster, with the chart that holds custom resources and the settings of ECI. */
function appsStack(app: App, id: string, { ack, vswitches, nodes }: Made) {
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

const [n = '1', form = 'stacks'] = process.argv.slice(2);
const app = new App();
const make = (id: string) => {
  const made = clusterIn(cloudStack(app, id), id);
  return { made, ...appsStack(app, `${id}-apps`, made) };
};
if (form === 'constructs') {
  const { made, apps, chart, profile } = make('shop');
  for (let copy = 0; copy < Number(n); copy++) {
    const scope = new Construct(apps, `copy-${copy}`);
    shop(scope, {
      name: `shop-${copy}`,
      path: `shop-apps-copy-${copy}`,
      vswitches: made.vswitches.nodes!,
      chart,
      profile,
    });
  }
} else {
  for (let copy = 0; copy < Number(n); copy++) {
    const id = Number(n) === 1 ? 'shop' : `shop-${copy}`;
    const { made, apps, chart, profile } = make(id);
    shop(apps, { name: 'shop', path: `${id}-apps`, vswitches: made.vswitches.nodes!, chart, profile });
  }
}
app.synth();
