import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import { SERVICE_BALANCER_DEFAULTS } from '../../lib/balancer/service-balancer-props';
import { blocksOf, readme, shownHcl, smallestProgram } from '../workload/readme';

test('the HCL in the README is that of the Service of its program', async () => {
  const { apps, network, web } = smallestProgram();
  const address = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' });
  web.expose(ServiceBalancer.network({ network, address }), { port: 80 });
  expect(shownHcl(readme('balancer'))).toBe(
    await blocksOf(apps, /^resource "kubernetes_service_v1" "shop_web_balancer/),
  );
});

test('the defaults in the README are those of the library', () => {
  const { drainSeconds, scheduler } = SERVICE_BALANCER_DEFAULTS;
  expect(readme('balancer')).toContain(`| ${drainSeconds} s. Pods must answer as long`);
  expect(readme('balancer')).toContain(`| \`${scheduler}\``);
});
