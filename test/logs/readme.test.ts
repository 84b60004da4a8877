import { join } from 'node:path';
import { App } from 'cdktf';
import { LogProject } from '../../lib/logs/log-project';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { blocksOf, fenced } from '../support/hcl-blocks';

const README = join(__dirname, '../../lib/logs/README.md');

test('the HCL in the README is that of its program', async () => {
  const app = new App();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const logs = new LogProject(cloud, 'logs', { name: 'acme-shop-logs' });
  const web = logs.addStore('web', {
    retentionDays: 180,
    hotDays: 30,
    index: { fields: { status: 'long', url: 'text' } },
  });
  web.grantWrite(new RamRole(cloud, 'shipper', { trust: Trust.service('ecs.aliyuncs.com') }));
  expect(fenced(README, 'hcl')).toContain(await blocksOf(cloud, /^alicloud_log_/));
});
