import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Testing } from 'cdktf';
import { needRoles } from '../../lib/core/roles';
import { warn } from '../../lib/core/warnings';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { describeSummary, summaryOf } from '../../lib/stacks/summary';

function twoStacks() {
  const app = Testing.app();
  const hub = new CloudStack(app, 'hub', { region: 'cn-hangzhou' });
  const shop = new CloudStack(app, 'shop', { region: 'cn-beijing' });
  const vpc = new Vpc(hub, 'vpc', { cidrBlock: '10.0.0.0/16' });
  new Vpc(hub, 'vpc-2', { cidrBlock: '10.1.0.0/16' });
  new Vpc(shop, 'vpc', { cidrBlock: '10.2.0.0/16', description: vpc.id });
  warn(vpc, 'zone-count', 'one zone only');
  needRoles(vpc, [{ name: 'AliyunCSDefaultRole', kind: 'ack-role', why: 'nothing works without it' }]);
  needRoles(shop, [{ name: 'AliyunCSDefaultRole', kind: 'ack-role', why: 'nothing works without it' }]);
  app.synth();
  return app;
}

test('the summary counts resources by type, names the order of stacks, roles and warnings', () => {
  const { outdir, ...summary } = summaryOf(twoStacks());
  expect(outdir).toBeTruthy();
  expect(summary).toEqual({
    stacks: [
      { name: 'hub', region: 'cn-hangzhou', resources: { alicloud_vpc: 2 }, after: [] },
      { name: 'shop', region: 'cn-beijing', resources: { alicloud_vpc: 1 }, after: ['hub'] },
    ],
    warnings: [{ path: 'hub/vpc', text: 'one zone only [zone-count]' }],
    rolesNeeded: [{ name: 'AliyunCSDefaultRole', kind: 'ack-role', why: 'nothing works without it' }],
  });
});

test('printed, it says what was made, where, what to run next, and every warning', () => {
  const text = describeSummary({ ...summaryOf(twoStacks()), outdir: 'cdktf.out' });
  expect(text).toMatchInlineSnapshot(`
   "2 stacks in cdktf.out
     hub: 2 resources in cn-hangzhou
       2 vpc
     shop: 1 resource in cn-beijing, after hub
       1 vpc
   the account needs, once (AccountSetup makes them): AliyunCSDefaultRole
   next: npx cdktf diff hub   (or: cd cdktf.out/stacks/hub && terraform init && terraform plan)
   warning: hub/vpc: one zone only [zone-count]"
  `);
});
