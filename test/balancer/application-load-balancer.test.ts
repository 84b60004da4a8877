import { TerraformOutput, Testing } from 'cdktf';
import { ApplicationLoadBalancer } from '../../lib/balancer/application-load-balancer';
import type { ApplicationLoadBalancerProps } from '../../lib/balancer/application-load-balancer-props';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { LogProject } from '../../lib/logs/log-project';
import { Network } from '../../lib/network/network';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf } from '../../lib/testing/look-up';
import { synthesized } from '../../lib/testing/synthesized';
import { problemsOf } from '../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
const OPEN = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' });

function aCloud(stack: Partial<CloudStackProps> = {}) {
  const cloud = new CloudStack(Testing.app(), 'shop-cloud', { region: 'cn-hangzhou', ...stack });
  const network = new Network(cloud, 'network', { zones: ZONES });
  const alb = (props: Partial<ApplicationLoadBalancerProps> = {}) =>
    new ApplicationLoadBalancer(cloud, 'front', { network, ...props });
  return { cloud, network, alb };
}

function written(props: Partial<ApplicationLoadBalancerProps> = {}, stack: Partial<CloudStackProps> = {}) {
  const { cloud, alb } = aCloud(stack);
  alb(props);
  return resourceOf(cloud, 'alicloud_alb_load_balancer').attributes;
}

describe('an ALB of Terraform’s with nothing said about it', () => {
  test('stands in every zone of the network, has an address of the VPC, is paid by use, and cannot be deleted', () => {
    const alb = written();
    expect(alb).toMatchObject({
      load_balancer_name: 'shop-cloud-front',
      address_type: 'Intranet',
      load_balancer_edition: 'Standard',
      load_balancer_billing_config: { pay_type: 'PayAsYouGo' },
      deletion_protection_enabled: true,
      modification_protection_config: { status: 'ConsoleProtection' },
    });
    expect(alb.zone_mappings.map(({ zone_id }: { zone_id: string }) => zone_id)).toEqual(ZONES);
    expect(alb).not.toHaveProperty('access_log_config');
  });

  test('is the only thing that is made: listeners are the cluster’s', () => {
    const { cloud, alb } = aCloud();
    const before = billOf(cloud);
    alb();
    expect(billOf(cloud)).toEqual(['alicloud_alb_load_balancer x1', ...before]);
  });

  test('keeps the tags that the controller writes on it', () => {
    expect(written({}, { tags: { team: 'shop' } })).toMatchObject({
      tags: { team: 'shop' },
      lifecycle: { ignore_changes: ['tags'] },
    });
  });
});

describe('an ALB of Terraform’s', () => {
  test('of a sandbox can be deleted', () => {
    expect(written({}, { protection: 'sandbox' })).toMatchObject({
      deletion_protection_enabled: false,
      modification_protection_config: { status: 'NonProtection' },
    });
  });

  test('on the internet says so; whom it lets in is told to its listeners', () => {
    const { cloud, alb } = aCloud();
    const made = alb({ address: BalancerAddress.internet({ allow: ['203.0.113.0/24'] }) });
    expect(resourceOf(cloud, 'alicloud_alb_load_balancer').attributes.address_type).toBe('Internet');
    expect([made.scheme, made.clients]).toEqual(['internet', ['203.0.113.0/24']]);
  });

  test('that everybody may reach limits nobody', () => {
    expect(aCloud().alb({ address: OPEN }).clients).toBeUndefined();
  });

  test('logs its requests where it is told to', () => {
    const { cloud, alb } = aCloud();
    alb({ accessLog: { project: new LogProject(cloud, 'logs'), store: 'requests' } });
    expect(resourceOf(cloud, 'alicloud_alb_load_balancer').attributes.access_log_config).toEqual({
      log_project: expect.stringMatching(/^\$\{alicloud_log_project\.logs_\w+\.project_name\}$/),
      log_store: 'requests',
    });
  });

  test('has a DNS name for records to lead to', () => {
    const { cloud, alb } = aCloud();
    new TerraformOutput(cloud, 'name', { value: alb().dnsName });
    expect(synthesized(cloud).output!.name!.value).toMatch(/^\$\{alicloud_alb_load_balancer\.front_\w+\.dns_name\}$/);
  });

  test('stands in the zones that it is told', () => {
    const zones = ['cn-hangzhou-h', 'cn-hangzhou-j'];
    const { zone_mappings } = written({ address: BalancerAddress.intranet({ zones }) });
    expect(zone_mappings.map(({ zone_id }: { zone_id: string }) => zone_id)).toEqual(zones);
  });
});

describe('an ALB that exists', () => {
  const existing = (attributes = {}) => {
    const { cloud, network } = aCloud();
    const base = { balancerId: 'alb-bp1abc', network, scheme: 'internet' as const };
    return { cloud, network, alb: ApplicationLoadBalancer.fromAttributes(cloud, 'old', { ...base, ...attributes }) };
  };

  test('makes nothing and says what it is', () => {
    const { cloud, alb, network } = existing({ dnsName: 'alb-bp1abc.cn-hangzhou.alb.aliyuncs.com' });
    expect(billOf(cloud).join()).not.toContain('alicloud_alb_load_balancer');
    expect(alb).toMatchObject({ balancerId: 'alb-bp1abc', vpcId: network.vpcId });
  });

  test('reaches Pods from every vSwitch for nodes of its zones', () => {
    const { alb, network } = existing({ zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    const nodes = network.vswitches('nodes').filter(({ zone }) => zone !== 'cn-hangzhou-j');
    expect(alb.ranges).toEqual(nodes.map(({ cidr }) => cidr));
  });

  test.each([
    ['a CLB', { balancerId: 'lb-bp1abc' }, 'resource-id-invalid'],
    ['a zone that the network does not have', { zones: ['cn-hangzhou-z'] }, 'vswitch-missing'],
    ['an edition that there is not', { edition: 'Gold' }, 'choice-invalid'],
    ['a side that there is not', { scheme: 'outside' }, 'choice-invalid'],
    ['clients that are no ranges', { clients: ['office'] }, 'cidr-invalid'],
    ['a prop that there is not', { dns: 'x' }, 'prop-unknown'],
  ])('%s is refused', (_title, attributes, code) => {
    expect(problemsOf(() => existing(attributes)).map((problem) => problem.code)).toEqual([code]);
  });
});

describe('refused', () => {
  test.each<[string, object, string]>([
    ['a single zone', { address: BalancerAddress.intranet({ zones: ['cn-hangzhou-h'] }) }, 'balancer-zones'],
    ['a zone without a vSwitch', { address: BalancerAddress.intranet({ zones: [...ZONES, 'x'] }) }, 'vswitch-missing'],
    ['everybody without a reason', { address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) }, 'balancer-open'],
    ['nobody at all', { address: BalancerAddress.internet({ allow: [] }) }, 'list-empty'],
    ['an edition that there is not', { edition: 'Premium' }, 'choice-invalid'],
    ['a name that the cloud refuses', { balancerName: '1' }, 'name-invalid'],
    ['the id of an NLB', { adopt: 'nlb-bp1' }, 'resource-id-invalid'],
    ['a log without a project', { accessLog: { store: 'requests' } }, 'value-missing'],
    ['a store that SLS refuses', { accessLog: { project: { projectName: 'p' }, store: 'A' } }, 'name-invalid'],
    ['no network', { network: 'vpc-1' }, 'type-invalid'],
    ['a prop that there is not', { listeners: [] }, 'prop-unknown'],
  ])('%s', (_title, props, code) => {
    const [problem, ...others] = problemsOf(() => aCloud().alb(props));
    expect(problem).toMatchObject({ code, path: 'shop-cloud/front' });
    expect(others).toEqual([]);
  });
});
