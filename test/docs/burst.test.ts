import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { hclOf } from '../../lib/testing';
import { Burst } from '../../lib/workload/burst/burst';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { fencesOf, ROOT } from './fences';

/** The program of both READMEs, as far as the burst goes. */
async function burstOfTheReadme(): Promise<string> {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 6 });
  const eci = cluster.addVirtualNode();
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const web = new WebService(new Namespace(apps, 'shop'), 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.onCpu({ target: 60, min: 12, max: 60 }),
  });
  web.burst(Burst.afterEcs(12, eci));
  return /^resource "helm_release"[\s\S]*?^}$/m.exec(await hclOf(apps))![0].replace(/^\s*\n/gm, '');
}

test.each(['README.md', 'README.zh-CN.md'])(
  'the HCL in %s is what the burst of its program makes',
  async (document) => {
    const shown = fencesOf(join(ROOT, document)).find(({ language }) => language === 'hcl')!.code;
    expect(shown.trim()).toBe(await burstOfTheReadme());
  },
);

test.each(['docs/guides/burst-to-eci.md', 'lib/workload/burst/README.md'])(
  '%s says that a label which sends Pods to ECI is never "nodes first"',
  (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8').replace(/\s+/g, ' ');
    expect(text).toMatch(
      /although the label it sets is often shown so|The label of a namespace or a Pod as "nodes first"\*\*: it sends every/,
    );
  },
);

test.each(['README.md', 'README.zh-CN.md'])('every document and example that %s points to is there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
