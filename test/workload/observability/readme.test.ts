import { App } from 'cdktf';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import { scrape, SCRAPE_DEFAULTS } from '../../../lib/workload/observability/scrape';
import { usualCollection } from '../../../lib/workload/observability/log-collection';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { blocksOf, readme, shownHcl } from '../readme';
import { RUN } from '../a-namespace';

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const ports = { metrics: 9113 };
  const web = new WebService(new Namespace(apps, 'shop'), 'web', { ...RUN, port: 8080, ports, scale: Scale.fixed(3) });
  scrape(web, { port: 'metrics' });
  expect(shownHcl(readme('workload/observability'))).toBe(
    await blocksOf(apps, /^resource "kubernetes_network_policy_v1" "shop_web-from/),
  );
});

test('the ways and defaults that the README names are those of the program', () => {
  expect([
    usualCollection({ kind: 'serverless' }).kind,
    usualCollection({ kind: 'managed' }).kind,
    usualCollection({ kind: 'managed', virtualNode: {} as never }).kind,
    SCRAPE_DEFAULTS.by.kind,
  ]).toEqual(['environment', 'pipeline', 'environment', 'pods']);
});
