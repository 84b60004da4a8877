import { Token } from 'cdktf';
import type { IConnectable } from '../../lib/core/connections';
import { Network } from '../../lib/network/network';
import type { NetworkProps } from '../../lib/network/network-props';
import { Egress } from '../../lib/network/egress';
import { Peer } from '../../lib/network/peer';
import { PodNetwork } from '../../lib/network/pod-network';
import { Port } from '../../lib/network/port';
import { SecurityGroup } from '../../lib/network/security-group';
import type { SecurityGroupProps } from '../../lib/network/security-group-props';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];

const place = (props: Partial<NetworkProps> = {}) => {
  const cloud = aCloud();
  const network = new Network(cloud, 'network', { zones, egress: Egress.none(), ...props });
  const group = (id: string, more: Partial<SecurityGroupProps> = {}) =>
    new SecurityGroup(cloud, id, { network, ...more });
  return { cloud, network, group };
};

/** Rules of a direction in short: `tcp 443/443 10.0.0.0/16`. */
const rules = (cloud: CloudStack, direction = 'ingress') =>
  resourcesOf(cloud, 'alicloud_security_group_rule')
    .map(({ attributes }) => attributes)
    .filter(({ type }) => type === direction)
    .map(
      (rule) =>
        `${rule.ip_protocol} ${rule.port_range} ${rule.cidr_ip ?? rule.ipv6_cidr_ip ?? rule.source_security_group_id ?? rule.prefix_list_id}`,
    );

describe('a group by itself', () => {
  test('an enterprise group into which nothing comes, and out of which everything may go', () => {
    const { cloud, group } = place();
    group('app');
    expect(billOf(cloud).filter((line) => line.includes('security'))).toEqual([
      'alicloud_security_group x1',
      'alicloud_security_group_rule x1',
    ]);
    expect(resourceOf(cloud, 'alicloud_security_group').attributes).toEqual({
      security_group_name: 'shop-app',
      security_group_type: 'enterprise',
      vpc_id: '${alicloud_vpc.network_39EEAA36.id}',
      timeouts: { delete: '15m' },
    });
    expect(rules(cloud, 'egress')).toEqual(['all -1/-1 0.0.0.0/0']);
  });

  test('a basic group isolates its members too, until they are connected', () => {
    const { cloud, group } = place();
    group('app', { type: 'basic' });
    group('web', { type: 'basic', members: 'connected' });
    expect(
      resourcesOf(cloud, 'alicloud_security_group').map(({ attributes }) => [
        attributes.security_group_type,
        attributes.inner_access_policy,
      ]),
    ).toEqual([
      ['normal', 'Drop'],
      ['normal', 'Accept'],
    ]);
  });

  test('connected members of an enterprise group let each other in by their ranges', () => {
    const { cloud, group } = place();
    group('app', { members: 'connected', purposes: ['data'] });
    expect(rules(cloud)).toEqual(['all -1/-1 10.0.231.0/25', 'all -1/-1 10.0.232.0/25']);
  });
});

describe('rules', () => {
  test('a rule in a VPC is an intranet rule, whatever its source, with ports as first/last (mistake 8)', () => {
    const { cloud, group } = place();
    const app = group('app');
    app.allowFrom(Peer.cidr('203.0.113.7/32'), Port.tcp(443), 'the office');
    expect(resourceOf(cloud, 'alicloud_security_group_rule', { type: 'ingress' })).toEqual({
      address: expect.stringMatching(/^alicloud_security_group_rule\.app_in-tcp-443-203-0-113-7-32_/),
      attributes: {
        type: 'ingress',
        ip_protocol: 'tcp',
        port_range: '443/443',
        nic_type: 'intranet',
        policy: 'accept',
        priority: 1,
        cidr_ip: '203.0.113.7/32',
        description: 'the office',
        security_group_id: expect.stringContaining('alicloud_security_group.app_'),
      },
    });
    const nics = resourcesOf(cloud, 'alicloud_security_group_rule').map(({ attributes }) => attributes.nic_type);
    expect(nics).toEqual(['intranet', 'intranet']);
  });

  test('-1/-1 is for protocols without ports only (mistake 8)', () => {
    const { cloud, group } = place();
    const from = Peer.cidr('10.9.0.0/16');
    const app = group('app');
    const ports = [Port.all(), Port.icmp(), Port.gre(), Port.tcpRange(1, 1024), Port.udp(53), Port.allTcp()];
    ports.forEach((port) => app.allowFrom(from, port));
    expect(new Set(rules(cloud).map((rule) => rule.replace(' 10.9.0.0/16', '')))).toEqual(
      new Set(['all -1/-1', 'icmp -1/-1', 'gre -1/-1', 'tcp 1/1024', 'udp 53/53', 'tcp 1/65535']),
    );
  });

  test('every rule names exactly one source', () => {
    const { cloud, group } = place({ ipv6: true });
    const app = group('app', { members: 'connected' });
    app.allowFrom(Peer.prefixList('pl-bp1'), Port.tcp(443));
    app.allowFrom(Peer.ipv6Cidr('2001:db8::/32'), Port.icmp());
    resourcesOf(cloud, 'alicloud_security_group_rule').forEach(({ attributes }) => {
      const sources = ['cidr_ip', 'ipv6_cidr_ip', 'source_security_group_id', 'prefix_list_id'];
      expect(sources.filter((source) => source in attributes)).toHaveLength(1);
    });
    expect(rules(cloud)).toContain('icmpv6 -1/-1 2001:db8::/32');
  });

  test('the same rule twice is one rule', () => {
    const { cloud, group } = place();
    const app = group('app');
    app.allowFrom(Peer.cidr('10.9.0.0/16'), Port.tcp(80));
    app.allowFrom(Peer.cidr('10.9.0.0/16'), Port.tcp(80));
    expect(rules(cloud)).toEqual(['tcp 80/80 10.9.0.0/16']);
  });

  test('another rule before it changes nothing of a rule', () => {
    const addressOf = (before: boolean) => {
      const { cloud, group } = place();
      const app = group('app');
      if (before) {
        app.allowFrom(Peer.cidr('10.8.0.0/16'), Port.tcp(80));
      }
      app.allowFrom(Peer.cidr('10.9.0.0/16'), Port.tcp(80));
      return resourceOf(cloud, 'alicloud_security_group_rule', { type: 'ingress', cidr_ip: '10.9.0.0/16' });
    };
    expect(addressOf(true)).toEqual(addressOf(false));
  });

  test('everybody may come in for a reason, which the rule shows', () => {
    const { cloud, group } = place();
    group('front').allowFrom(Peer.anywhere({ because: 'public web site' }), Port.tcp(443));
    expect(resourceOf(cloud, 'alicloud_security_group_rule', { type: 'ingress' }).attributes).toMatchObject({
      cidr_ip: '0.0.0.0/0',
      description: 'public web site',
    });
  });
});

describe('between groups', () => {
  test('a basic group names another basic group', () => {
    const { cloud, group } = place();
    group('database', { type: 'basic' }).allowFrom(group('app', { type: 'basic' }), Port.tcp(3306));
    expect(rules(cloud)).toEqual([
      expect.stringMatching(/^tcp 3306\/3306 \$\{alicloud_security_group\.app_\w+\.id\}$/),
    ]);
  });

  test.each(['basic', 'enterprise'] as const)(
    'a %s group lets an enterprise group in by its vSwitch ranges',
    (type) => {
      const { cloud, group } = place();
      group('database', { type }).allowFrom(group('app', { purposes: ['nodes'] }), Port.tcp(3306));
      expect(rules(cloud)).toEqual(['tcp 3306/3306 10.0.206.0/24', 'tcp 3306/3306 10.0.208.0/24']);
    },
  );

  test('an enterprise group lets a basic group in by its ranges, Flannel’s Pods included', () => {
    const { cloud, group } = place({ podNetwork: PodNetwork.flannel() });
    group('database').allowFrom(group('app', { type: 'basic', purposes: ['pods'] }), Port.tcp(3306));
    expect(rules(cloud)).toEqual(['tcp 3306/3306 172.20.0.0/16']);
  });

  test('a group that lists what goes out is told what the other side lets in', () => {
    const { cloud, group } = place();
    const app = group('app', { outbound: 'listed' });
    group('database', { purposes: ['data'], outbound: 'listed' }).allowFrom(app, Port.tcp(3306));
    expect(rules(cloud, 'egress')).toEqual(['tcp 3306/3306 10.0.231.0/25', 'tcp 3306/3306 10.0.232.0/25']);
  });

  test('allowTo is the same connection, seen from the other side', () => {
    const connection = (act: (app: SecurityGroup, database: SecurityGroup) => void) => {
      const { cloud, group } = place();
      act(group('app', { outbound: 'listed' }), group('database', { purposes: ['data'] }));
      return synthesized(cloud).resource;
    };
    expect(connection((app, database) => app.allowTo(database, Port.tcp(3306)))).toEqual(
      connection((app, database) => database.allowFrom(app, Port.tcp(3306))),
    );
  });

  test('a basic group that lists what goes out drops the rest, last of all rules', () => {
    const { cloud, group } = place();
    group('app', { type: 'basic', outbound: 'listed' });
    expect(resourceOf(cloud, 'alicloud_security_group_rule').attributes).toMatchObject({
      type: 'egress',
      policy: 'drop',
      priority: 100,
      cidr_ip: '0.0.0.0/0',
    });
  });
});

describe('for a cluster', () => {
  test('with Terway: an enterprise group that everything in the VPC reaches', () => {
    const { cloud, network } = place({ secondaryCidrs: ['10.1.0.0/16'] });
    SecurityGroup.forCluster(cloud, 'nodes', { network });
    expect(resourceOf(cloud, 'alicloud_security_group').attributes.security_group_type).toBe('enterprise');
    expect(rules(cloud)).toEqual(['all -1/-1 10.0.0.0/16', 'all -1/-1 10.1.0.0/16']);
    expect(rules(cloud, 'egress')).toEqual(['all -1/-1 0.0.0.0/0']);
  });

  test('with Flannel: a basic group that the Pods reach too, from the cluster’s own Pod range', () => {
    const { cloud, network } = place({ podNetwork: PodNetwork.flannel() });
    const group = SecurityGroup.forCluster(cloud, 'nodes', { network, podCidr: '172.22.0.0/16' });
    expect(resourceOf(cloud, 'alicloud_security_group').attributes.security_group_type).toBe('normal');
    expect(rules(cloud)).toEqual(['all -1/-1 10.0.0.0/16', 'all -1/-1 172.22.0.0/16']);
    expect(group.ranges).toContain('172.22.0.0/16');
    expect(group.ranges).not.toContain('172.20.0.0/16');
  });

  test('with IPv6, by the VPC’s IPv6 range, which Terraform computes', () => {
    const { cloud, network } = place({ ipv6: true });
    SecurityGroup.forCluster(cloud, 'nodes', { network });
    expect(rules(cloud)).toContain('all -1/-1 ${alicloud_vpc.network_39EEAA36.ipv6_cidr_blocks[0].ipv6_cidr_block}');
    expect(new Set(rules(cloud, 'egress'))).toEqual(new Set(['all -1/-1 0.0.0.0/0', 'all -1/-1 ::/0']));
  });
});

describe('a group that exists already', () => {
  test('gets its rules in the stack in which it was imported', () => {
    const { cloud, group } = place({});
    const other = new CloudStack(cloud.node.scope as never, 'other', { region: 'cn-hangzhou' });
    const theirs = SecurityGroup.fromAttributes(other, 'theirs', { securityGroupId: 'sg-bp1', type: 'enterprise' });
    theirs.allowFrom(group('app', { purposes: ['nodes'] }), Port.tcp(5432));
    expect(billOf(other)).toEqual(['alicloud_security_group_rule x2']);
    expect(resourcesOf(other, 'alicloud_security_group_rule')[0]!.attributes.security_group_id).toBe('sg-bp1');
    expect(rules(cloud)).toEqual([]);
  });

  test('is let in by the ranges that its attributes name', () => {
    const { cloud, group } = place();
    const theirs = SecurityGroup.fromAttributes(cloud, 'theirs', {
      securityGroupId: 'sg-bp1',
      type: 'enterprise',
      ranges: ['10.7.0.0/24'],
    });
    group('app').allowFrom(theirs, Port.tcp(80));
    expect(rules(cloud)).toEqual(['tcp 80/80 10.7.0.0/24']);
  });

  test('a wrong id, type and range are refused together', () => {
    const attributes = { securityGroupId: 'vpc-1', type: 'advanced' as never, ranges: ['10.0.0.1/8'] };
    const codes = problemsOf(() => SecurityGroup.fromAttributes(aCloud(), 'x', attributes)).map(({ code }) => code);
    expect(codes).toEqual(['resource-id-invalid', 'choice-invalid', 'cidr-host-bits']);
  });
});

describe('what is refused', () => {
  const adding = (peer: (app: SecurityGroup) => IConnectable, port = Port.tcp(80)) => {
    const app = place().group('app');
    return problemsOf(() => app.allowFrom(peer(app), port));
  };

  test.each(['0.0.0.0/0', '0.0.0.0/1', '16.0.0.0/4'])(
    '%s without a reason, and nothing wider than /8 goes round it',
    (range) => {
      expect(adding(() => Peer.cidr(range))).toEqual([
        expect.objectContaining({
          code: 'rule-open',
          value: range,
          path: 'shop/app',
          fix: expect.stringContaining('because'),
        }),
      ]);
    },
  );

  test('every IPv6 address without a reason, and an empty reason', () => {
    expect(adding(() => Peer.ipv6Cidr('::/0'))[0]!.code).toBe('rule-open');
    expect(adding(() => Peer.anywhere({ because: ' ' }))[0]!.code).toBe('rule-open');
  });

  test.each([Port.tcp(0), Port.udp(65536), Port.tcpRange(90, 80), Port.tcp(1.5), { protocol: 'sctp' as never }])(
    'port %j',
    (port) => {
      expect(adding(() => Peer.cidr('10.9.0.0/16'), port)).toEqual([
        expect.objectContaining({ code: 'port-invalid', value: port, path: 'shop/app' }),
      ]);
    },
  );

  test('a range with host bits', () => {
    expect(adding(() => Peer.cidr('10.9.0.1/16'))).toEqual([
      expect.objectContaining({ code: 'cidr-host-bits', value: '10.9.0.1/16' }),
    ]);
  });

  test('a peer without any range', () => {
    const { cloud, group } = place();
    const theirs = SecurityGroup.fromAttributes(cloud, 'theirs', { securityGroupId: 'sg-bp1', type: 'enterprise' });
    expect(problemsOf(() => group('app').allowFrom(theirs, Port.tcp(80)))).toEqual([
      expect.objectContaining({ code: 'rule-peer', what: expect.stringContaining('shop/theirs') }),
    ]);
  });

  test('a computed range without a name, since the rule’s address would not be stable', () => {
    const later = Token.asString({ resolve: () => 'later' });
    expect(adding(() => Peer.cidr(later))).toEqual([expect.objectContaining({ code: 'rule-peer' })]);
    const { cloud, group } = place();
    group('app').allowFrom(Peer.cidr(later, 'office'), Port.tcp(80));
    expect(resourcesOf(cloud, 'alicloud_security_group_rule')[0]!.address).toContain('in-tcp-80-office');
  });

  test('two peers that would share an address', () => {
    const { group } = place();
    const app = group('app', { type: 'basic' });
    app.allowFrom(Peer.cidr(Token.asString({ resolve: () => 'a' }), 'office'), Port.tcp(80));
    const again = () => app.allowFrom(Peer.cidr(Token.asString({ resolve: () => 'b' }), 'office'), Port.tcp(80));
    expect(problemsOf(again)).toEqual([expect.objectContaining({ code: 'id-duplicate', value: 'office' })]);
  });

  test('wrong props, all at once', () => {
    const codes = problemsOf(() =>
      place().group('app', {
        type: 'normal' as never,
        members: 'open' as never,
        outbound: 'none' as never,
        purposes: ['node' as never],
        memberRanges: ['10.0.0.0'],
        name: '-',
        adopt: 'vpc-1',
      }),
    ).map(({ code }) => code);
    expect(codes).toEqual([
      'choice-invalid',
      'choice-invalid',
      'choice-invalid',
      'choice-invalid',
      'cidr-invalid',
      'name-invalid',
      'resource-id-invalid',
    ]);
  });
});
