import { type App, TerraformOutput, Testing } from 'cdktf';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ServiceDiscovery } from '../../../lib/cluster/service-discovery';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { synthesized } from '../../../lib/testing';
import { nameInVpc } from '../../../lib/workload/dns/name-in-vpc';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale } from '../../../lib/workload/scaling/scale';
import { ClusterService } from '../../../lib/workload/service/cluster-service';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { RUN } from '../a-namespace';

/** A web service on Serverless that finds names in a way. */
function aService(serviceDiscovery = ServiceDiscovery.privateZone()) {
  const app: App = Testing.app();
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ServerlessCluster(cloud, 'cluster', { network, serviceDiscovery });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const namespace = new Namespace(apps, 'shop');
  const web = new WebService(namespace, 'web', { ...RUN, port: 8080, scale: Scale.fixed(2) });
  const front = new ClassicLoadBalancer(cloud, 'front', { network, address: BalancerAddress.intranet() });
  return { apps, web, namespace, exposed: web.expose(front, { port: 80 }) };
}

function written(apps: WorkloadStack, value: string): string {
  new TerraformOutput(apps, 'name', { value });
  return (synthesized(apps).output as Record<string, { value: string }>).name!.value;
}

test('a Service behind a classic balancer has a name in the VPC, with the id of its cluster', () => {
  const { apps, exposed } = aService();
  expect(written(apps, nameInVpc(exposed))).toMatch(
    /^web-[a-z]+\.shop\.svc\.cluster\.local\.\$\{data\.terraform_remote_state\.[^}]+\}$/,
  );
});

test('so has a headless one', () => {
  const { apps, web } = aService();
  const ports = [{ name: 'http', port: 8080, targetPort: 8080 }];
  const members = new ClusterService(web, 'members', { workload: web, ports, headless: true, name: 'members' });
  expect(written(apps, nameInVpc(members))).toContain('members.shop.svc.cluster.local.');
});

test('one with an address of the cluster has none, and neither has any where CoreDNS answers', () => {
  const { web } = aService();
  expect(problemsOf(() => nameInVpc(web.service))).toMatchObject([
    { code: 'dns-no-record', fix: 'expose(...) the workload, or name a headless Service' },
  ]);
  const { exposed } = aService(ServiceDiscovery.coreDns());
  expect(problemsOf(() => nameInVpc(exposed))).toMatchObject([{ code: 'dns-no-record', value: 'core-dns' }]);
});

test('what is no Service is refused', () => {
  expect(problemsOf(() => nameInVpc('web' as never)).map(({ code }) => code)).toEqual(['type-invalid']);
});
