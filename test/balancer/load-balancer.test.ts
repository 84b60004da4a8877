import { SlbListener } from '@cdktf/provider-alicloud/lib/slb-listener';
import { Testing } from 'cdktf';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { BalancerHealth } from '../../lib/balancer/balancer-health';
import { ClassicLoadBalancer } from '../../lib/balancer/classic-load-balancer';
import type { ClassicLoadBalancerProps, NetworkLoadBalancerProps } from '../../lib/balancer/load-balancer-props';
import { NetworkLoadBalancer } from '../../lib/balancer/network-load-balancer';
import type { IBalancer } from '../../lib/core/balancer';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { billOf, resourceOf, resourcesOf } from '../../lib/testing/look-up';
import { synthesized } from '../../lib/testing/synthesized';
import { Namespace } from '../../lib/workload/namespace';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { problemsOf } from '../support/problems';
import { IMAGE } from '../workload/a-web-service';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
const PREFIX = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const OFFICE = BalancerAddress.internet({ allow: ['203.0.113.0/24', '198.51.100.7/32'] });

function aShop(stack: Partial<CloudStackProps> = {}) {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', ...stack });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const classic = (props: Partial<ClassicLoadBalancerProps> = {}) =>
    new ClassicLoadBalancer(cloud, 'front', { network, ...props });
  const nlb = (props: Partial<NetworkLoadBalancerProps> = {}) =>
    new NetworkLoadBalancer(cloud, 'front', { network, ...props });
  return { app, cloud, network, classic, nlb };
}

function aShopWithPods() {
  const shop = aShop();
  const cluster = new ManagedCluster(shop.cloud, 'cluster', { network: shop.network });
  const apps = new WorkloadStack(shop.app, 'shop-apps', { cluster });
  const space = new Namespace(apps, 'shop');
  const service = (id: string) =>
    new WebService(space, id, {
      image: IMAGE,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(2),
    });
  return { ...shop, apps, service };
}

type Service = {
  metadata: { name: string; annotations: Record<string, string> };
  spec: { type: string; load_balancer_class?: string };
};

const servicesOf = (apps: WorkloadStack): Service[] =>
  resourcesOf(apps, 'kubernetes_service_v1')
    .map(({ attributes }) => attributes as Service)
    .filter(({ spec }) => spec.type === 'LoadBalancer');

const annotationsOf = (apps: WorkloadStack): Record<string, string> => {
  const [service, ...others] = servicesOf(apps);
  expect(others).toEqual([]);
  return service!.metadata.annotations;
};

describe('a CLB of Terraform’s with nothing said about it', () => {
  test('is in the VPC, in a vSwitch for nodes, paid by use, and cannot be deleted', () => {
    const { cloud, classic } = aShop();
    classic();
    const balancer = resourceOf(cloud, 'alicloud_slb_load_balancer').attributes;
    expect(balancer).toMatchObject({
      load_balancer_name: 'shop-cloud-front',
      address_type: 'intranet',
      vswitch_id: expect.stringMatching(/alicloud_vswitch\.network_vswitch-nodes-cn-hangzhou-h_\w+\.id/),
      payment_type: 'PayAsYouGo',
      instance_charge_type: 'PayByCLCU',
      delete_protection: 'on',
      modification_protection_status: 'ConsoleProtection',
    });
    // A size means nothing where use is paid.
    expect(balancer).not.toHaveProperty('load_balancer_spec');
  });

  test('keeps the tags that the cluster writes on it', () => {
    const { cloud, classic } = aShop({ tags: { team: 'shop' } });
    classic();
    expect(resourceOf(cloud, 'alicloud_slb_load_balancer').attributes).toMatchObject({
      tags: { team: 'shop' },
      lifecycle: { ignore_changes: expect.arrayContaining(['tags']) },
    });
  });

  test('is warned about in an account of the international site, which is not sold one by use', () => {
    const said = (site: 'cn' | 'intl') => {
      const { classic } = aShop({ site });
      return classic().node.metadata.map(({ data }) => String(data));
    };
    expect(said('intl')).toEqual([expect.stringContaining('[balancer-site]')]);
    expect(said('cn')).toEqual([]);
  });

  test('stays in the vSwitch that was chosen for it; one whose zones are named goes where they say', () => {
    const ignored = (props: Partial<ClassicLoadBalancerProps>) => {
      const { cloud, classic } = aShop();
      classic(props);
      return resourceOf(cloud, 'alicloud_slb_load_balancer').attributes.lifecycle;
    };
    expect(ignored({})).toEqual({ ignore_changes: ['tags', 'vswitch_id'] });
    const address = BalancerAddress.intranet({ zones: ['cn-hangzhou-i'] });
    expect(ignored({ address })).toEqual({ ignore_changes: ['tags'] });
  });

  test('in a sandbox can be deleted', () => {
    const { cloud, classic } = aShop({ protection: 'sandbox' });
    classic();
    expect(resourceOf(cloud, 'alicloud_slb_load_balancer').attributes).toMatchObject({
      delete_protection: 'off',
      modification_protection_status: 'NonProtection',
    });
  });

  test('has no listener, no server group and no list of clients: listeners are the cluster’s', () => {
    const { cloud, classic } = aShop();
    classic();
    expect(billOf(cloud).filter((line) => line.includes('slb'))).toEqual(['alicloud_slb_load_balancer x1']);
  });
});

test('named zones are the one that answers and the one that takes over', () => {
  const { cloud, classic } = aShop();
  classic({ address: BalancerAddress.intranet({ zones: ['cn-hangzhou-j', 'cn-hangzhou-h'] }) });
  expect(resourceOf(cloud, 'alicloud_slb_load_balancer').attributes).toMatchObject({
    vswitch_id: expect.stringContaining('nodes-cn-hangzhou-j'),
    master_zone_id: 'cn-hangzhou-j',
    slave_zone_id: 'cn-hangzhou-h',
  });
});

test('on the internet it has a list of clients, and its listeners keep to it', () => {
  const { cloud, apps, classic, service } = aShopWithPods();
  service('web').expose(classic({ address: OFFICE }), { port: 80 });
  const balancer = resourceOf(cloud, 'alicloud_slb_load_balancer').attributes;
  expect(balancer).toMatchObject({ address_type: 'internet', internet_charge_type: 'PayByTraffic' });
  expect(balancer).not.toHaveProperty('vswitch_id');
  expect(resourcesOf(cloud, 'alicloud_slb_acl_entry_attachment').map(({ attributes }) => attributes.entry)).toEqual([
    '198.51.100.7/32',
    '203.0.113.0/24',
  ]);
  expect(annotationsOf(apps)).toMatchObject({
    [`${PREFIX}acl-status`]: 'on',
    [`${PREFIX}acl-type`]: 'white',
    [`${PREFIX}acl-id`]: expect.stringMatching(/remote_state.*slb_acl/),
  });
  // The list is the balancer's, not one more of the Service's.
  expect(resourcesOf(apps, 'alicloud_slb_acl')).toEqual([]);
});

describe('an NLB of Terraform’s', () => {
  test('stands in every zone of the network, in the VPC, and cannot be deleted', () => {
    const { cloud, nlb } = aShop();
    nlb();
    const balancer = resourceOf(cloud, 'alicloud_nlb_load_balancer').attributes;
    expect(balancer).toMatchObject({
      address_type: 'Intranet',
      payment_type: 'PayAsYouGo',
      deletion_protection_enabled: true,
      lifecycle: { ignore_changes: ['tags'] },
    });
    expect((balancer.zone_mappings as { zone_id: string }[]).map(({ zone_id }) => zone_id)).toEqual(ZONES);
    expect(balancer).not.toHaveProperty('security_group_ids');
  });

  test('on the internet lets its clients in by a group of its own', () => {
    const { cloud, nlb } = aShop();
    nlb({ address: OFFICE, securityGroupIds: ['sg-bp1abc'] });
    const group = resourceOf(cloud, 'alicloud_security_group');
    expect(resourceOf(cloud, 'alicloud_nlb_load_balancer').attributes).toMatchObject({
      address_type: 'Internet',
      security_group_ids: ['sg-bp1abc', `\${${group.address}.id}`],
    });
    const rules = resourcesOf(cloud, 'alicloud_security_group_rule').map(({ attributes }) => attributes);
    const inward = rules.filter(({ type }) => type === 'ingress');
    expect(inward.map(({ cidr_ip, policy, priority }) => [cidr_ip, policy, priority])).toEqual([
      ['198.51.100.7/32', 'accept', 1],
      ['203.0.113.0/24', 'accept', 1],
      // Without a rule that turns somebody away an NLB takes everybody.
      ['0.0.0.0/0', 'drop', 100],
    ]);
  });

  test('open to everybody for a reason has no group', () => {
    const { cloud, nlb } = aShop();
    nlb({ address: BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' }) });
    expect(billOf(cloud).filter((line) => line.includes('security_group'))).toEqual([]);
  });
});

describe('a Service on a balancer of Terraform’s', () => {
  test('names it, makes listeners of its own on it, and says nothing of the balancer itself', () => {
    const { apps, classic, service } = aShopWithPods();
    const front = classic({ health: BalancerHealth.http('/healthz'), protocols: { 80: 'http' } });
    service('web').expose(front, { port: 80 });
    const annotations = annotationsOf(apps);
    expect(annotations).toMatchObject({
      [`${PREFIX}id`]: expect.stringMatching(/remote_state.*slb_load_balancer/),
      [`${PREFIX}force-override-listeners`]: 'true',
      [`${PREFIX}protocol-port`]: 'http:80',
      [`${PREFIX}health-check-uri`]: '/healthz',
      [`${PREFIX}scheduler`]: 'wrr',
      'service.beta.kubernetes.io/backend-type': 'eni',
    });
    const balancers = ['name', 'address-type', 'spec', 'vswitch-id', 'instance-charge-type', 'delete-protection'];
    const own = [...balancers, 'additional-resource-tags', 'zone-maps', 'security-group-ids'];
    expect(own.filter((key) => `${PREFIX}${key}` in annotations)).toEqual([]);
  });

  test('on an NLB is of its class', () => {
    const { apps, nlb, service } = aShopWithPods();
    service('web').expose(nlb(), { port: 80 });
    expect(servicesOf(apps)).toMatchObject([{ spec: { load_balancer_class: 'alibabacloud.com/nlb' } }]);
    expect(annotationsOf(apps)).toMatchObject({ [`${PREFIX}id`]: expect.stringMatching(/nlb_load_balancer/) });
  });

  test('can listen otherwise than the balancer’s props say, on another port of the same one', () => {
    const { apps, classic, service } = aShopWithPods();
    const front = classic({ health: BalancerHealth.http('/healthz') });
    service('web').expose(front, { port: 80 });
    service('mail').expose(front.listening({ health: BalancerHealth.tcp(), drainSeconds: 10 }), { port: 25 });
    const listeners = servicesOf(apps).map(({ metadata: { annotations } }) => [
      annotations[`${PREFIX}health-check-type`],
      annotations[`${PREFIX}connection-drain-timeout`],
    ]);
    expect(listeners).toEqual([
      ['tcp', '10'],
      ['http', '15'],
    ]);
  });
});

describe('a balancer that exists', () => {
  test('is named by its id, creates nothing, and cannot be asked for what nobody said', () => {
    const { cloud, apps, network, service } = aShopWithPods();
    const before = billOf(cloud);
    const front = NetworkLoadBalancer.fromAttributes(cloud, 'front', {
      balancerId: 'nlb-abc123',
      network,
      scheme: 'intranet',
    });
    service('web').expose(front, { port: 443 });
    expect(annotationsOf(apps)).toMatchObject({ [`${PREFIX}id`]: 'nlb-abc123' });
    expect(billOf(cloud)).toEqual(before);
    expect(problemsOf(() => front.dnsName)).toEqual([expect.objectContaining({ code: 'value-missing' })]);
  });

  test('has the address and the list that its import names', () => {
    const { cloud, apps, network, service } = aShopWithPods();
    const front = ClassicLoadBalancer.fromAttributes(cloud, 'front', {
      balancerId: 'lb-abc123',
      network,
      scheme: 'internet',
      address: '203.0.113.9',
      aclId: 'acl-abc123',
    });
    service('web').expose(front.listening({ name: 'public' }), { port: 80 });
    expect(front.address).toBe('203.0.113.9');
    expect(annotationsOf(apps)).toMatchObject({ [`${PREFIX}acl-id`]: 'acl-abc123' });
    expect(servicesOf(apps)).toMatchObject([{ metadata: { name: 'web-public' } }]);
  });
});

test('an adopted balancer is imported by its id', () => {
  const { cloud, classic } = aShop();
  classic({ adopt: 'lb-bp1abc' });
  expect(synthesized(cloud)).toMatchObject({ import: [{ id: 'lb-bp1abc' }] });
});

describe('is refused', () => {
  test.each<[string, (front: ClassicLoadBalancer) => IBalancer]>([
    ['the same balancer', (front) => front],
    ['two ways to listen on it', (front) => front.listening({ health: BalancerHealth.http('/') })],
  ])('one port for two Services: %s', (_, again) => {
    const { app, classic, service } = aShopWithPods();
    const front = classic();
    service('web').expose(front, { port: 80 });
    service('api').expose(again(front), { port: 80 });
    expect(problemsOf(() => app.synth())).toEqual([
      expect.objectContaining({
        code: 'balancer-port-taken',
        what: expect.stringMatching(/"shop-apps\/shop\/web\/\S*" and by "shop-apps\/shop\/api\//),
      }),
    ]);
  });

  test('one port for two Services: one balancer that was imported twice', () => {
    const { app, cloud, network, service } = aShopWithPods();
    const attributes = { balancerId: 'lb-abc123', network, scheme: 'intranet' } as const;
    ['web', 'api'].forEach((id) =>
      service(id).expose(ClassicLoadBalancer.fromAttributes(cloud, `front-${id}`, attributes), { port: 80 }),
    );
    expect(problemsOf(() => app.synth())).toEqual([expect.objectContaining({ code: 'balancer-port-taken' })]);
  });

  test.each<[string, (front: ClassicLoadBalancer) => string]>([
    ['its id', (front) => front.balancerId],
    ['its resource’s', (front) => front.resource.id],
  ])('a listener of Terraform’s on it, by %s', (_, idOf) => {
    const { app, cloud, classic } = aShop();
    const front = classic();
    new SlbListener(cloud, 'https', {
      loadBalancerId: idOf(front),
      frontendPort: 443,
      protocol: 'tcp',
      backendPort: 80,
    });
    new SlbListener(cloud, 'other', {
      loadBalancerId: 'lb-other',
      frontendPort: 443,
      protocol: 'tcp',
      backendPort: 80,
    });
    expect(problemsOf(() => app.synth())).toContainEqual(
      expect.objectContaining({ code: 'balancer-listener', path: 'shop-cloud/https' }),
    );
  });

  test('a balancer of another VPC', () => {
    const { cloud, service } = aShopWithPods();
    const other = new Network(cloud, 'other', { zones: ZONES.slice(0, 2), vpcCidr: '10.64.0.0/16' } as never);
    const front = new ClassicLoadBalancer(cloud, 'front', { network: other });
    expect(problemsOf(() => service('web').expose(front, { port: 80 }))).toEqual([
      expect.objectContaining({ code: 'balancer-network' }),
    ]);
  });

  test.each<[string, Partial<ClassicLoadBalancerProps>, string]>([
    ['a name of three words', { balancerName: 'my front door' }, 'name-invalid'],
    ['a name of 81 characters', { balancerName: 'a'.repeat(81) }, 'name-invalid'],
    ['an NLB to adopt', { adopt: 'nlb-abc' }, 'resource-id-invalid'],
    ['everybody without a reason', { address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) }, 'balancer-open'],
    ['nobody', { address: BalancerAddress.internet({ allow: [] }) }, 'list-empty'],
    ['three zones', { address: BalancerAddress.intranet({ zones: ZONES }) }, 'balancer-zones'],
    [
      'a zone without a vSwitch',
      { address: BalancerAddress.intranet({ zones: ['cn-hangzhou-b'] }) },
      'vswitch-missing',
    ],
    ['HTTPS without a certificate', { protocols: { 443: 'https' } }, 'value-missing'],
    ['a scheduler of NLB', { scheduler: 'wlc' as never }, 'choice-invalid'],
    ['a drain of five seconds', { drainSeconds: 5 }, 'number-invalid'],
    ['stickiness of two hours', { persistenceSeconds: 7200 }, 'number-invalid'],
    ['a prop that is another’s', { loadBalancerSpec: 'slb.s1.small' } as never, 'prop-unknown'],
  ])('a CLB with %s', (_, props, code) => {
    const { classic } = aShop();
    expect(problemsOf(() => classic(props))).toEqual([expect.objectContaining({ code, path: 'shop-cloud/front' })]);
  });

  test.each<[string, Partial<NetworkLoadBalancerProps>, string]>([
    ['one zone', { address: BalancerAddress.intranet({ zones: ['cn-hangzhou-h'] }) }, 'balancer-zones'],
    ['a list of CLB', { address: BalancerAddress.internetByAcl('acl-abc') }, 'choice-conflict'],
    ['HTTP, which it does not speak', { protocols: { 80: 'http' as never } }, 'choice-invalid'],
    ['a group by its name', { securityGroupIds: ['clients'] }, 'resource-id-invalid'],
    ['a CLB to adopt', { adopt: 'lb-abc' }, 'resource-id-invalid'],
    [
      'four groups and clients',
      { address: OFFICE, securityGroupIds: ['a', 'b', 'c', 'd'].map((x) => `sg-${x}`) },
      'number-invalid',
    ],
  ])('an NLB with %s', (_, props, code) => {
    const { nlb } = aShop();
    expect(problemsOf(() => nlb(props))).toEqual([expect.objectContaining({ code, path: 'shop-cloud/front' })]);
  });

  test.each<[string, object, string]>([
    ['no id', { balancerId: undefined }, 'value-missing'],
    ['the id of an NLB', { balancerId: 'nlb-abc' }, 'resource-id-invalid'],
    ['a scheme that there is not', { scheme: 'public' }, 'choice-invalid'],
    ['no scheme', { scheme: undefined }, 'value-missing'],
    ['a list by its name', { aclId: 'office' }, 'resource-id-invalid'],
    ['clients that are no ranges', { clients: ['office'] }, 'cidr-invalid'],
  ])('an imported CLB with %s', (_, attributes, code) => {
    const { cloud, network } = aShop();
    const all = { balancerId: 'lb-abc', network, scheme: 'internet', ...attributes } as never;
    expect(problemsOf(() => ClassicLoadBalancer.fromAttributes(cloud, 'front', all))).toEqual([
      expect.objectContaining({ code, path: 'shop-cloud/front' }),
    ]);
  });

  test('listeners of one Service that a CLB does not have', () => {
    const front = aShop().classic();
    expect(problemsOf(() => front.listening({ protocols: { 443: 'tcpssl' as never } }))).toHaveLength(2);
    expect(problemsOf(() => front.listening({ address: BalancerAddress.intranet() } as never))).toEqual([
      expect.objectContaining({ code: 'prop-unknown' }),
    ]);
  });
});
