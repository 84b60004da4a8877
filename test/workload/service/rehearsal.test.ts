import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { BalancerHealth } from '../../../lib/balancer/balancer-health';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import { ContainerUser } from '../../../lib/workload/pod/container-user';
import { Probe } from '../../../lib/workload/pod/probe';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { IMAGE } from '../a-web-service';

/** Cluster, workload stack, and a web service with all that it can have, behind both kinds of balancer. */
function program() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop', { podSecurity: 'restricted' });
  const requests = { cpu: '0.5', memory: '1.5Gi' };
  const web = new WebService(space, 'web', {
    image: IMAGE,
    port: 8080,
    ports: { metrics: 9090 },
    requests,
    limits: { cpu: '2000m' },
    scale: Scale.fixed(3),
    health: '/healthz',
    liveness: Probe.tcp(),
    user: ContainerUser.restricted({ uid: 10001, keep: ['NET_BIND_SERVICE'] }),
    fsGroup: 10001,
    env: { MODE: 'live', IP: { from: 'field', path: 'status.podIP' } },
    files: { '/etc/shop/shop.ini': 'workers = 4' },
    sidecars: [{ name: 'exporter', image: IMAGE, requests, ports: { figures: 9100 }, readiness: Probe.grpc() }],
    initContainers: [{ name: 'wait', image: IMAGE, requests, command: ['true'] }],
    tolerations: [{ key: 'team', value: 'shop' }],
    nodeSelector: { disk: 'ssd' },
  });
  web.pod.addVolume({ name: 'cache', source: { kind: 'empty', sizeLimit: '1024Mi' } }, { path: '/cache' });
  web.pod.preferNodes(50, { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] });
  const address = BalancerAddress.internet({ allow: ['203.0.113.0/24', '198.51.100.0/24'] });
  web.expose(ServiceBalancer.classic({ network, address, health: BalancerHealth.http('/healthz') }), { port: 80 });
  web.expose(ServiceBalancer.network({ network, name: 'inside' }), {
    port: 80,
    also: [{ port: 9090, targetPort: 9090 }],
  });
  return app;
}

test('Terraform builds a web service behind two balancers, plans no change afterwards, and takes it down', async () => {
  const rehearsal = await rehearse(program());
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
}, 180_000);
