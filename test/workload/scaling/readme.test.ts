import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { hclOf } from '../../../lib/testing';
import { Burst } from '../../../lib/workload/burst/burst';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { BEHAVIOR_DEFAULTS } from '../../../lib/workload/scaling/behavior';
import { aService } from './a-scaled-service';

const readme = (folder: string) => readFileSync(join(__dirname, `../../../lib/workload/${folder}/README.md`), 'utf8');

/** The first HCL that a README shows. */
const shown = (folder: string) => /^```hcl\n([\s\S]*?)^```/m.exec(readme(folder))![1]!.trim();

/** The blocks of these types that the program of the READMEs makes, the clock and ECI in one. */
async function made(types: RegExp): Promise<string> {
  const app = new App();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const eci = cluster.addVirtualNode();
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const jobs = [
    { name: 'morning', at: '0 30 8 * * 1-5', replicas: 12 },
    { name: 'evening', at: '0 0 20 * * *', replicas: 3 },
  ];
  const over = Scale.onCpu({ target: 60, min: 3, max: 30 });
  const web = aService(new Namespace(apps, 'shop'), 'web', { scale: Scale.onSchedule({ jobs, over }) });
  web.burst(Burst.afterEcs(12, eci));
  const blocks = [...(await hclOf(apps)).matchAll(/^resource [\s\S]*?^}$/gm)].map(([block]) => block);
  return blocks
    .filter((block) => types.test(block.split('\n')[0]!))
    .map((block) => block.replace(/^\s*\n/gm, ''))
    .join('\n\n');
}

test('the README of scaling shows the HCL that its program makes', async () => {
  expect(shown('scaling')).toBe(await made(/terraform_data|horizontal_pod_autoscaler|web_schedule/));
});

test('the README of burst shows the HCL that its program makes', async () => {
  expect(shown('burst')).toBe(await made(/web_burst/));
});

test('the figures of the README of scaling are those of the code', () => {
  const [percent, pods] = BEHAVIOR_DEFAULTS.up.limits;
  expect([percent, pods]).toEqual([
    { percent: 100, seconds: 15 },
    { pods: 20, seconds: 60 },
  ]);
  expect(readme('scaling')).toContain('doubles every 15 seconds or adds 20 Pods in a minute');
  expect(readme('scaling')).toContain('once five minutes were quiet');
  expect(BEHAVIOR_DEFAULTS.down.windowSeconds).toBe(300);
});
