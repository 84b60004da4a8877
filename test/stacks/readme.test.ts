import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { WORKLOAD_STACK_DEFAULTS } from '../../lib/stacks/workload-stack-props';
import { hclOf } from '../../lib/testing';
import { CustomResource } from '../../lib/workload/charts/custom-resource';
import { HELM_CHART_DEFAULTS, HelmChart } from '../../lib/workload/charts/helm-chart';
import { Namespace } from '../../lib/workload/namespace';
import { CONTAINER_DEFAULTS, NAMESPACE_DEFAULTS } from '../../lib/workload/namespace-defaults';
import { fencesOf, ROOT } from '../docs/fences';

const document = (path: string) => {
  const file = join(ROOT, path);
  const text = readFileSync(file, 'utf8').replace(/ +\|/g, ' |');
  const hcl = fencesOf(file).filter(({ language }) => language === 'hcl');
  return { text, hcl: hcl.map(({ code }) => code) };
};

/** What both programs begin with. */
function aProgram(virtualNode: boolean) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  if (virtualNode) {
    cluster.addVirtualNode();
  }
  return new WorkloadStack(app, 'shop-apps', { cluster });
}

test('the HCL in the README of the stacks is what its program makes', async () => {
  const { hcl } = document('lib/stacks/README.md');
  const apps = aProgram(true);
  new Namespace(apps, 'shop', { quota: { pods: 200, loadBalancers: 2 } });
  const made = await hclOf(apps);
  expect(hcl.length).toBe(3);
  hcl.forEach((fence) => expect(made).toContain(fence));
});

test('the HCL in the README of the charts is what its program makes', async () => {
  const { hcl } = document('lib/workload/charts/README.md');
  const space = new Namespace(aProgram(false), 'shop');
  const operator = new HelmChart(space, 'kruise', {
    repository: 'https://openkruise.github.io/charts',
    chart: 'kruise',
    version: '1.8.0',
    values: { manager: { replicas: 2 } },
  });
  new CustomResource(space, 'spread', {
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'WorkloadSpread',
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      subsets: [{ name: 'ecs', maxReplicas: 22 }, { name: 'eci' }],
    },
    dependsOn: [operator],
  });
  const made = await hclOf(space.node.scope!);
  expect(hcl.length).toBe(2);
  hcl.forEach((fence) => expect(made).toContain(fence));
});

test('the tables of defaults are what the defaults are', () => {
  const { requests, limits } = CONTAINER_DEFAULTS;
  const stacks = document('lib/stacks/README.md').text;
  [
    `| \`credentialMinutes\` | \`${WORKLOAD_STACK_DEFAULTS.credentialMinutes}\`, from 15 to 4320 |`,
    `| \`podSecurity\` | \`${NAMESPACE_DEFAULTS.podSecurity}\` is enforced`,
    `requests ${requests.cpu} and ${requests.memory}, limits ${limits.cpu} and ${limits.memory} |`,
    `| \`placement\` | \`Placement.${NAMESPACE_DEFAULTS.placement.kind}()\` |`,
  ].forEach((line) => expect(stacks).toContain(line));
  const charts = document('lib/workload/charts/README.md').text;
  [
    `| \`HelmChart\` | \`timeoutSeconds\` | \`${HELM_CHART_DEFAULTS.timeoutSeconds}\` |`,
    `| \`HelmChart\` | \`atomic\` | \`${HELM_CHART_DEFAULTS.atomic}\``,
    `| \`HelmChart\` | \`wait\` | \`${HELM_CHART_DEFAULTS.wait}\``,
  ].forEach((line) => expect(charts).toContain(line));
});
