import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { App, TerraformStack } from 'cdktf';
import { rehearse } from '../src';
import '../src/jest';
import { ensureBuilt } from './support/built';

beforeAll(ensureBuilt, 120_000);

test('an app of cdktf is synthesized and rehearsed', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'rehearsal-app-'));
  try {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'net');
    new AlicloudProvider(stack, 'alicloud', { region: 'cn-hangzhou' });
    new Vpc(stack, 'vpc', { vpcName: 'net', cidrBlock: '10.0.0.0/8' });
    const rehearsal = await rehearse(app);
    expect(rehearsal).toConverge();
    expect(rehearsal.creates.map(({ type }) => type)).toEqual(['alicloud_vpc']);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}, 60_000);
