import { App } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { hclOf } from '../../lib/testing';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { IMAGE } from './a-web-service';

/** The text of a README of the library. */
export const readme = (floor: string): string => readFileSync(join(__dirname, `../../lib/${floor}/README.md`), 'utf8');

/** What the documents show as HCL. */
export const shownHcl = (text: string): string => /^```hcl\n([\s\S]*?)^```/m.exec(text)![1]!.trim();

/** The program that both READMEs begin with. */
export function smallestProgram() {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const web = new WebService(new Namespace(apps, 'shop'), 'web', {
    image: IMAGE,
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: Scale.fixed(3),
  });
  return { apps, network, web };
}

/** The blocks of a stack whose first line a pattern matches. */
export async function blocksOf(apps: WorkloadStack, first: RegExp): Promise<string> {
  const blocks = (await hclOf(apps)).matchAll(/^resource [\s\S]*?^}$/gm);
  return [...blocks]
    .map(([block]) => block.replace(/^\s*\n/gm, ''))
    .filter((block) => first.test(block))
    .join('\n\n');
}
