import { EcsDisk } from '@cdktf/provider-alicloud/lib/ecs-disk';
import { EipAddress } from '@cdktf/provider-alicloud/lib/eip-address';
import { CsKubernetes } from '@cdktf/provider-alicloud/lib/cs-kubernetes';
import { FcService } from '@cdktf/provider-alicloud/lib/fc-service';
import { Instance } from '@cdktf/provider-alicloud/lib/instance';
import { KmsKey } from '@cdktf/provider-alicloud/lib/kms-key';
import { NatGateway } from '@cdktf/provider-alicloud/lib/nat-gateway';
import { SecurityGroupRule } from '@cdktf/provider-alicloud/lib/security-group-rule';
import { SlbServerGroup } from '@cdktf/provider-alicloud/lib/slb-server-group';
import { Vpc } from '@cdktf/provider-alicloud/lib/vpc';
import { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Id } from '@cdktf/provider-random/lib/id';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { Fn, Lazy, TerraformIterator, TerraformStack, TerraformVariable, Testing, Token, type App } from 'cdktf';
import type { IConstruct } from 'constructs';
import { CloudStack, type CloudStackProps } from '../../lib/stacks/cloud-stack';
import { warningsIn } from '../../lib/core/warnings';
import { synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';

const aCloud = (constraints?: CloudStackProps['constraints'], app: App = Testing.app(), id = 'shop') =>
  new CloudStack(app, id, { region: 'cn-hangzhou', constraints });

const ID = 'vpc-bp1aevy8sofi8mh1qc5cm';
const wrongGateway = (stack: IConstruct, id = 'nat') => new NatGateway(stack, id, { vpcId: ID, natType: 'Enhance' });

/** Warnings of a stack after it was prepared. */
const warningsOf = (stack: CloudStack): string[] => {
  synthesized(stack);
  return warningsIn(stack).map(({ path, text }) => `${path}: ${text}`);
};

test('all findings of the App come in one error, with those of the library’s other checks', () => {
  const app = Testing.app();
  const [first, second] = [aCloud('error', app, 'first'), aCloud('error', app, 'second')];
  wrongGateway(first);
  new Vswitch(first, 'vswitch', { vpcId: ID, cidrBlock: '10.0.0.0/24' });
  new KmsKey(second, 'key', { pendingWindowInDays: 3, keySpec: 'AES' });
  new TerraformStack(app, 'other').node.addValidation({ validate: () => ['never reached'] });
  expect(problemsOf(() => synthesized(second)).map(({ path, code }) => [path, code])).toEqual([
    ['first/nat', 'constraint-enum'],
    ['first/vswitch', 'constraint-missing'],
    ['second/key', 'constraint-enum'],
    ['second/key', 'constraint-range'],
  ]);
});

test('a finding names the construct, the attribute, the value, what is allowed and the nearest of it', () => {
  const stack = aCloud();
  wrongGateway(stack);
  expect(problemsOf(() => synthesized(stack))).toEqual([
    {
      code: 'constraint-enum',
      path: 'shop/nat',
      what: 'alicloud_nat_gateway.nat_type "Enhance" is not one of "Enhanced", "Normal"',
      value: 'Enhance',
      fix: 'write natType: "Enhanced"',
    },
  ]);
});

describe('a stack decides how strict it is', () => {
  test('"warn" prints findings, once, however often the stack is prepared', () => {
    const stack = aCloud('warn');
    wrongGateway(stack);
    synthesized(stack);
    expect(warningsOf(stack)).toEqual([
      'shop/nat: alicloud_nat_gateway.nat_type "Enhance" is not one of "Enhanced", "Normal"; write natType: "Enhanced" [constraint-enum]',
    ]);
  });

  test('"off" does not look, not even for what is deprecated', () => {
    const stack = aCloud('off');
    wrongGateway(stack);
    new Vpc(stack, 'vpc', { cidrBlock: '10.0.0.0/16', name: 'old' });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('for itself alone', () => {
    const app = Testing.app();
    wrongGateway(aCloud('off', app, 'free'));
    const strict = aCloud('error', app, 'strict');
    wrongGateway(strict);
    expect(problemsOf(() => synthesized(strict)).map(({ path }) => path)).toEqual(['strict/nat']);
  });

  test('and, the first one, for plain stacks of the framework', () => {
    const refused = (constraints: CloudStackProps['constraints']) => {
      const app = Testing.app();
      const cloud = aCloud(constraints, app);
      wrongGateway(new TerraformStack(app, 'plain'));
      return () => synthesized(cloud);
    };
    expect(problemsOf(refused('error')).map(({ path }) => path)).toEqual(['plain/nat']);
    expect(refused('off')).not.toThrow();
  });

  test('with a word that exists', () => {
    expect(problemsOf(() => aCloud('strict' as never))).toMatchObject([
      { code: 'choice-invalid', fix: 'write one of "error", "warn", "off"' },
    ]);
  });
});

describe('what is deprecated is a warning', () => {
  test('for attributes, with the replacement, also when the value is known only later', () => {
    const stack = aCloud();
    new Vpc(stack, 'vpc', { cidrBlock: '10.0.0.0/16', name: 'old' });
    const cidr = new TerraformVariable(stack, 'cidr', { type: 'string' });
    new Vpc(stack, 'more', { cidrBlock: '10.0.0.0/16', secondaryCidrBlocks: [cidr.stringValue] });
    expect(warningsOf(stack)).toEqual([
      'shop/vpc: alicloud_vpc.name is deprecated since provider 1.119.0; use vpcName [constraint-deprecated]',
      'shop/more: alicloud_vpc.secondary_cidr_blocks is deprecated since provider 1.185.0; use alicloud_vpc_ipv4_cidr_block [constraint-deprecated]',
    ]);
  });

  test('for whole resources without a replacement, which those that exist cannot leave out', () => {
    const stack = aCloud();
    new CsKubernetes(stack, 'masters', { masterInstanceTypes: ['ecs.g7.xlarge'], masterVswitchIds: ['vsw-1'] });
    expect(warningsOf(stack)[0]).toContain('keep what exists and make no new one; the provider names no replacement');
  });

  test('for whole resources', () => {
    const stack = aCloud();
    new FcService(stack, 'old', { name: 'old' });
    expect(warningsOf(stack)).toEqual([
      'shop/old: alicloud_fc_service is deprecated since provider 1.272.0; use alicloud_fcv3_function [constraint-deprecated]',
    ]);
  });
});

describe('what Terraform will only know later is not judged', () => {
  const rule = { ipProtocol: 'tcp', securityGroupId: 'sg-1', type: 'ingress', portRange: '1/2' };
  const programs: Record<string, (stack: CloudStack) => unknown> = {
    'a variable': (s) =>
      new NatGateway(s, 'x', { vpcId: ID, natType: new TerraformVariable(s, 'v', { type: 'string' }).stringValue }),
    'a number': (s) =>
      new KmsKey(s, 'x', { pendingWindowInDays: new TerraformVariable(s, 'v', { type: 'number' }).numberValue }),
    'an expression as text': (s) => new NatGateway(s, 'x', { vpcId: ID, natType: '${local.nat_type}' }),
    'a template': (s) => new NatGateway(s, 'x', { vpcId: ID, natType: '%{ if true }Enhanced%{ endif }' }),
    'a function': (s) => new NatGateway(s, 'x', { vpcId: ID, natType: Fn.upper('enhanced') }),
    'a lazy value': (s) =>
      new NatGateway(s, 'x', { vpcId: ID, natType: Lazy.stringValue({ produce: () => 'Enhanced' }) }),
    'another resource’s attribute': (s) =>
      new EipAddress(s, 'x', { internetChargeType: new EipAddress(s, 'y', {}).internetChargeType }),
    'a list that is a token': (s) =>
      new Instance(s, 'x', {
        imageId: 'm-1',
        instanceType: 'ecs.g7.large',
        securityGroups: Token.asList(Fn.split(',', 'sg-1')),
        dataDisks: Token.asAny(Fn.tolist([])) as never,
      }),
    'blocks made by an iterator': (s) =>
      new SlbServerGroup(s, 'x', {
        loadBalancerId: 'lb-1',
        servers: TerraformIterator.fromList(['i-1']).dynamic({ server_ids: ['i-1'], port: 80, weight: 999 }),
      }),
    'partners of which one may be empty': (s) =>
      new SecurityGroupRule(s, 'x', {
        ...rule,
        cidrIp: new TerraformVariable(s, 'a', { type: 'string' }).stringValue,
        sourceSecurityGroupId: new TerraformVariable(s, 'b', { type: 'string' }).stringValue,
      }),
    'a partner that is an expression': (s) =>
      new SecurityGroupRule(s, 'x', { ...rule, cidrIp: new Vpc(s, 'v', { cidrBlock: '10.0.0.0/8' }).cidrBlock }),
    'a map that is a token': (s) =>
      new Vpc(s, 'x', { cidrBlock: '10.0.0.0/8', tags: Token.asStringMap(Fn.zipmap(['a'], ['b'])) }),
  };

  test.each(Object.entries(programs))('%s', (_, program) => {
    const stack = aCloud();
    program(stack);
    expect(() => synthesized(stack)).not.toThrow();
  });
});

describe('overrides count', () => {
  test('where they make a value wrong', () => {
    const stack = aCloud();
    new EcsDisk(stack, 'disk', { zoneId: 'cn-hangzhou-h', size: 40 }).addOverride('performance_level', 'P1');
    expect(problemsOf(() => synthesized(stack))).toMatchObject([{ code: 'constraint-enum', path: 'shop/disk' }]);
  });

  test('where they make it right', () => {
    const stack = aCloud();
    wrongGateway(stack).addOverride('nat_type', 'Enhanced');
    new Vswitch(stack, 'vswitch', { vpcId: ID, cidrBlock: '10.0.0.0/24' }).addOverride('zone_id', 'cn-hangzhou-h');
    expect(() => synthesized(stack)).not.toThrow();
  });

  test('where they add dynamic blocks, which are known only later', () => {
    const stack = aCloud();
    const group = new SlbServerGroup(stack, 'group', { loadBalancerId: 'lb-1' });
    group.addOverride('dynamic.servers', { for_each: ['i-1'], content: { weight: 999 } });
    expect(() => synthesized(stack)).not.toThrow();
  });
});

test('an empty list counts as left out, false and zero as given', () => {
  const stack = aCloud();
  const server = { imageId: 'm-1', instanceType: 'ecs.g7.large', securityGroups: ['sg-1'] };
  new Instance(stack, 'empty', { ...server, ipv6Addresses: [], ipv6AddressCount: 1 });
  expect(() => synthesized(stack)).not.toThrow();
  new Instance(stack, 'zero', { ...server, secondaryPrivateIps: ['10.0.0.9'], secondaryPrivateIpAddressCount: 0 });
  expect(problemsOf(() => synthesized(stack))).toMatchObject([{ code: 'constraint-conflict', path: 'shop/zero' }]);
});

test('resources of other providers, and types without rules, are left alone', () => {
  const stack = aCloud();
  new RandomProvider(stack, 'random');
  new Id(stack, 'id', { byteLength: -1 });
  expect(() => synthesized(stack)).not.toThrow();
});

test('a program without the rules, such as a bundled one, says that it checks nothing', () => {
  jest.isolateModules(() => {
    jest.doMock('node:fs', () => ({ ...jest.requireActual('node:fs'), existsSync: () => false }));
    const { constraintProblems } = require('../../lib/checks/constraints');
    const stack = aCloud();
    expect(constraintProblems([wrongGateway(stack)], stack)).toEqual([]);
    expect(warningsIn(stack).map(({ text }) => text)).toEqual([expect.stringContaining('[constraint-unknown]')]);
    jest.dontMock('node:fs');
  });
});
