import { join } from 'node:path';
import { AlbLoadBalancer } from '@cdktf/provider-alicloud/lib/alb-load-balancer';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { TerraformStack, type App } from 'cdktf';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { fencesOf, ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { errorsIn, SimulatedCloud, sumOf } from '../support/simulated-cloud';

jest.setTimeout(400_000);

const GUIDE = 'docs/guides/tear-down.md';
const production = fencesOf(join(ROOT, GUIDE)).find(({ language }) => language === 'ts')!.code;
const sandbox = production.replace("protection: 'production'", "protection: 'sandbox'");

test('the blog goes by one word and three commands, and leaves nothing', async () => {
  const cloud = await SimulatedCloud.start();
  try {
    await cloud.apply('blog', production);
    const refused = await cloud.destroy('blog', 'blog-cloud');
    expect(refused.code).toBe(1);
    expectShown(GUIDE, '## Without the first step', errorsIn(refused.text));
    await cloud.apply('blog', production);

    expectShown(GUIDE, '## 1. The word', sumOf(await cloud.plan('blog', 'blog-cloud', sandbox)));
    await cloud.apply('blog', sandbox);
    expect(await cloud.destroy('blog', 'blog-apps')).toMatchObject({ code: 0 });
    expect(await cloud.destroy('blog', 'blog-cloud')).toMatchObject({ code: 0 });
    expect(await cloud.things()).toEqual([]);
  } finally {
    await cloud.stop();
  }
});

describe('a balancer that an Ingress left behind', () => {
  const aShop = (app: App): void => {
    const stack = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
    const network = new Network(stack, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    new ManagedCluster(stack, 'cluster', { network });
  };

  /** What the controller of the cluster makes, without Terraform's knowledge. */
  async function leaveBehind(cloud: SimulatedCloud): Promise<void> {
    const cluster = await cloud.idOf('alicloud_cs_managed_kubernetes');
    const [first, second] = (await cloud.things('alicloud_vswitch')).filter(({ values }) =>
      String(values.vswitch_name).includes('nodes'),
    );
    await cloud.apply('controller', (app) => {
      const stack = new TerraformStack(app, 'controller');
      new AlicloudProvider(stack, 'alicloud', { region: 'cn-hangzhou' });
      new AlbLoadBalancer(stack, 'ingress', {
        vpcId: String(first!.values.vpc_id),
        addressType: 'Internet',
        loadBalancerEdition: 'Standard',
        loadBalancerBillingConfig: { payType: 'PayAsYouGo' },
        zoneMappings: [first!, second!].map(({ id, values }) => ({ vswitchId: id, zoneId: String(values.zone_id) })),
        tags: { 'ack.aliyun.com': cluster },
      });
    });
    cloud.forget('controller');
  }

  test('goes with a cluster of ours, and keeps the network of one without delete options', async () => {
    const told: string[] = [];
    for (const options of [true, false]) {
      const cloud = await SimulatedCloud.start();
      try {
        await cloud.apply('shop', (app) => {
          aShop(app);
          if (!options) {
            const cluster = app.node.findChild('shop-cloud').node.findChild('cluster') as ManagedCluster;
            cluster.resource.resetDeleteOptions();
          }
        });
        await leaveBehind(cloud);
        const { code, text } = await cloud.destroy('shop', 'shop-cloud');
        expect(code).toBe(options ? 0 : 1);
        told.push(options ? /^Destroy complete!.*/m.exec(text)![0] : errorsIn(text));
        const left = (await cloud.things('alicloud_alb_load_balancer')).length;
        expect(left).toBe(options ? 0 : 1);
      } finally {
        await cloud.stop();
      }
    }
    const [ours, byHand] = told;
    expect(byHand).toContain('DependencyViolation');
    expectShown(GUIDE, 'A balancer that an ALB Ingress left behind', `ours: ${ours}\n\nby hand: ${byHand}`);
  });
});
