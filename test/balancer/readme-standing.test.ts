import { join } from 'node:path';
import { BalancerHealth } from '../../lib/balancer/balancer-health';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import { blocksOf as blocksBelow, fenced } from '../support/hcl-blocks';
import { blocksOf, smallestProgram } from '../workload/readme';

const README = join(__dirname, '../../lib/balancer/README.md');

test('the HCL in the README of a balancer that outlives Services is that of its program', async () => {
  const { apps, network, web } = smallestProgram();
  const cloud = network.node.scope!;
  const front = new ClassicLoadBalancer(cloud as never, 'front', { network, health: BalancerHealth.http('/healthz') });
  web.expose(front, { port: 80 });
  const shown = fenced(README, 'hcl');
  expect(shown).toContain(await blocksBelow(cloud, /^alicloud_slb_load_balancer$/));
  expect(shown).toContain(await blocksOf(apps, /^resource "kubernetes_service_v1" "shop_web_balancer/));
});

test('the HCL in the README of an ALB for Ingresses is that of its program', async () => {
  const { network } = smallestProgram();
  const cloud = network.node.scope!;
  new ApplicationLoadBalancer(cloud as never, 'front', { network });
  expect(fenced(README, 'hcl')).toContain(await blocksBelow(cloud, /^alicloud_alb_load_balancer$/));
});
