import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse, startCloud } from 'alicloud-constructs-rehearsal';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { CloudStack } from 'alicloud-constructs';
import { App } from 'cdktf';
import { build as buildCluster } from '../examples/managed-cluster';
import { build as buildWordpress } from '../examples/wordpress-on-eci-burst';

const ROUNDS = 3;
const FOUR = ['aliyun/alicloud', 'hashicorp/kubernetes', 'hashicorp/helm', 'hashicorp/random'];

/** What the judge costs: wall times, since Terraform's own processes take most of them. */
export async function rehearsal(): Promise<void> {
  console.log('\n### Rehearsal\n\n| what | median s | goal |\n| --- | --: | --- |');
  console.log(`| every step of the managed-cluster example | ${await median(every(buildCluster))} | ≤ 5 |`);
  console.log(`| every step of the architecture WordPressOnEciBurst | ${await median(every(buildWordpress))} | ≤ 15 |`);
  console.log(`| four providers ready | ${await median(ready)} | ≤ 0.5 |`);
  console.log(`| plan of 1,000 resources | ${await median(largePlan)} | ≤ 5 |`);
}

/** From nothing to everything destroyed again. */
function every(build: (app: App) => void): () => Promise<number> {
  return async () => {
    const app = emptyApp();
    build(app);
    const { ok, milliseconds } = await rehearse(app);
    if (!ok) {
      throw new Error('what is measured must pass');
    }
    return milliseconds;
  };
}

async function ready(): Promise<number> {
  const start = performance.now();
  const cloud = await startCloud({ providers: FOUR });
  const taken = performance.now() - start;
  await cloud.stop();
  return taken;
}

async function largePlan(): Promise<number> {
  const app = emptyApp();
  const cloud = new CloudStack(app, 'large', { region: 'cn-hangzhou', protection: 'sandbox' });
  for (let n = 0; n < 1000; n++) {
    new Vpc(cloud, `vpc-${n}`, { cidrBlock: '10.0.0.0/16', vpcName: `large-${n}` });
  }
  const { steps } = await rehearse(app, { extent: 'plan' });
  return steps.find(({ step }) => step === 'plan')!.milliseconds;
}

function emptyApp(): App {
  return new App({ outdir: join(mkdtempSync(join(tmpdir(), 'bench-')), 'cdktf.out') });
}

async function median(measure: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await measure());
  }
  return (times.sort((a, b) => a - b)[ROUNDS >> 1]! / 1000).toFixed(2);
}
