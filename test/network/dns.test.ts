import { TerraformOutput } from 'cdktf';
import { DnsRecord, type DnsRecordProps } from '../../lib/network/dns-record';
import { PrivateZone, type PrivateZoneProps } from '../../lib/network/dns-private-zone';
import { DnsValue, type DnsValueData } from '../../lib/network/dns-value';
import { DnsZone, type DnsEdition } from '../../lib/network/dns-zone';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

function aZone(edition?: DnsEdition) {
  const stack = aCloud();
  return { stack, zone: DnsZone.fromAttributes(stack, 'example', { domainName: 'example.com', edition }) };
}

const recordsOf = (stack: CloudStack, type = 'alicloud_alidns_record') =>
  Object.fromEntries(resourcesOf(stack, type).map(({ attributes: { rr, type: kind, value } }) => [rr, [kind, value]]));

describe('a record of the internet', () => {
  test('is of the free edition unless the zone says otherwise', () => {
    const { stack, zone } = aZone();
    const www = zone.addRecord('www', { name: 'www', value: DnsValue.address('203.0.113.7') });
    expect(www.hostname).toBe('www.example.com');
    expect(resourceOf(stack, 'alicloud_alidns_record').attributes).toEqual({
      domain_name: 'example.com',
      rr: 'www',
      type: 'A',
      value: '203.0.113.7',
      ttl: 600,
      line: 'default',
    });
  });

  test('has the type that its value is of', () => {
    const { stack, zone } = aZone();
    const values: Record<string, DnsValueData> = {
      six: DnsValue.address('2001:db8::7'),
      alias: DnsValue.alias('alb-1.cn-hangzhou.alb.aliyuncs.com'),
      mail: DnsValue.mail('mx.example.com', 5),
      text: DnsValue.text('v=spf1 -all'),
      delegated: DnsValue.delegated('ns1.example.net'),
      service: DnsValue.service('sip.example.com', 5060, { weight: 10 }),
      authority: DnsValue.authority('issue', 'letsencrypt.org', { critical: true }),
    };
    Object.entries(values).forEach(([id, value]) => zone.addRecord(id, { name: id, value }));
    expect(recordsOf(stack)).toEqual({
      six: ['AAAA', '2001:db8::7'],
      alias: ['CNAME', 'alb-1.cn-hangzhou.alb.aliyuncs.com'],
      mail: ['MX', 'mx.example.com'],
      text: ['TXT', 'v=spf1 -all'],
      delegated: ['NS', 'ns1.example.net'],
      service: ['SRV', '0 10 5060 sip.example.com'],
      authority: ['CAA', '128 issue "letsencrypt.org"'],
    });
    const [mail] = resourcesOf(stack, 'alicloud_alidns_record').filter(({ attributes }) => attributes.rr === 'mail');
    expect(mail!.attributes.priority).toBe(5);
  });

  test('waits for the domain where the program adds it', () => {
    const stack = aCloud();
    const zone = new DnsZone(stack, 'example', { domainName: 'example.com' });
    zone.addRecord('apex', { name: '@', value: DnsValue.address('203.0.113.7') });
    expect(resourceOf(stack, 'alicloud_alidns_record').attributes.domain_name).toMatch(/^\$\{alicloud_alidns_domain\./);
    new TerraformOutput(stack, 'servers', { value: zone.dnsServers });
    expect(synthesized(stack).output).toMatchObject({ servers: { value: expect.stringContaining('.dns_servers') } });
  });

  test('is written as the cloud gives it back: in lower-case letters', () => {
    const stack = aCloud();
    const zone = new DnsZone(stack, 'example', { domainName: 'Example.com' });
    zone.addRecord('www', { name: 'WWW', value: DnsValue.text('As It Is') });
    expect(resourceOf(stack, 'alicloud_alidns_domain').attributes.domain_name).toBe('example.com');
    expect(resourceOf(stack, 'alicloud_alidns_record').attributes).toMatchObject({ rr: 'www', value: 'As It Is' });
  });

  test('of a service takes no options for those by default', () => {
    expect(DnsValue.service('sip.example.com', 5060, null as never)).toMatchObject({ priority: 0, weight: 0 });
    expect(DnsValue.authority('issue', 'letsencrypt.org', null as never)).toMatchObject({ critical: false });
  });

  test('may be kept for a shorter time in an edition that was bought', () => {
    const { stack, zone } = aZone('ultimate');
    zone.addRecord('www', { name: 'www', value: DnsValue.address('203.0.113.7'), ttlSeconds: 10 });
    expect(resourceOf(stack, 'alicloud_alidns_record').attributes.ttl).toBe(10);
  });

  test('is another one for another line, and two addresses of one name are two records', () => {
    const { stack, zone } = aZone();
    const here = DnsValue.address('203.0.113.7');
    zone.addRecord('one', { name: 'www', value: here });
    zone.addRecord('two', { name: 'www', value: DnsValue.address('203.0.113.8') });
    zone.addRecord('abroad', { name: 'www', value: DnsValue.alias('cdn.example.net'), line: 'oversea' });
    expect(() => synthesized(stack)).not.toThrow();
  });

  test.each<[string, Partial<DnsRecordProps> | object, string]>([
    ['the domain in the name', { name: 'www.example.com' }, 'dns-name'],
    ['the domain as the name', { name: 'example.com' }, 'dns-name'],
    ['the domain in the name, in other letters', { name: 'www.Example.com' }, 'dns-name'],
    ['a text over two lines', { value: DnsValue.text('a\nb') }, 'type-invalid'],
    ['a quotation mark in who issues', { value: DnsValue.authority('issue', 'lets"encrypt.org') }, 'type-invalid'],
    ['a star in the middle', { name: 'www.*' }, 'dns-name'],
    ['a dot at the end of an alias', { value: DnsValue.alias('cdn.example.net.') }, 'dns-name'],
    ['an alias of an address', { value: DnsValue.alias('203.0.113.7') }, 'dns-name'],
    ['an address that is none', { value: DnsValue.address('203.0.113') }, 'dns-address'],
    ['a time below that of the edition', { ttlSeconds: 60 }, 'number-invalid'],
    ['mail without an order', { value: DnsValue.mail('mx.example.com', 0) }, 'number-invalid'],
    ['no text', { value: DnsValue.text('') }, 'type-invalid'],
    ['who issues by another tag', { value: DnsValue.authority('issuer' as never, 'x') }, 'choice-invalid'],
    ['a value that is none', { value: '203.0.113.7' }, 'choice-invalid'],
    ['an unknown prop', { ttl: 600 }, 'prop-unknown'],
  ])('%s is refused', (_, props, code) => {
    const { stack, zone } = aZone();
    const all = { zone, name: 'www', value: DnsValue.address('203.0.113.7'), ...props };
    expect(problemsOf(() => new DnsRecord(stack, 'x', all)).map((problem) => problem.code)).toEqual([code]);
  });

  test('the same one twice is refused, also in two stacks and in other letters', () => {
    const { stack, zone } = aZone();
    zone.addRecord('one', { name: 'www', value: DnsValue.address('203.0.113.7') });
    const second = new CloudStack(stack.node.root as never, 'second', { region: 'cn-beijing' });
    const again = DnsZone.fromAttributes(second, 'again', { domainName: 'Example.com' });
    again.addRecord('two', { name: 'WWW', value: DnsValue.address('203.0.113.7') });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      { code: 'dns-record-twice', path: 'second/again/two', fix: 'leave one of the two out' },
    ]);
  });

  test('an alias beside anything else is refused, whichever came first', () => {
    const orders: DnsValueData[][] = [
      [DnsValue.alias('cdn.example.net'), DnsValue.text('x')],
      [DnsValue.address('203.0.113.7'), DnsValue.alias('cdn.example.net')],
    ];
    for (const values of orders) {
      const { stack, zone } = aZone();
      values.forEach((value, index) => zone.addRecord(`r${index}`, { name: 'www', value }));
      expect(problemsOf(() => synthesized(stack))).toMatchObject([
        { code: 'dns-alias-shared', path: 'shop/example/r1', value: 'www' },
      ]);
    }
  });
});

describe('a private zone', () => {
  function aPrivateZone(props: Partial<PrivateZoneProps> = {}) {
    const stack = aCloud();
    const network = new Network(stack, 'network', { zones: ZONES });
    const zone = new PrivateZone(stack, 'internal', { zoneName: 'acme.internal', networks: [network], ...props });
    return { stack, network, zone };
  }

  test('is seen by the VPCs that it names, each in its region', () => {
    const { stack, zone, network } = aPrivateZone();
    expect(resourceOf(stack, 'alicloud_pvtz_zone').attributes).toEqual({
      zone_name: 'acme.internal',
      proxy_pattern: 'ZONE',
    });
    const vpcs = () => resourceOf(stack, 'alicloud_pvtz_zone_attachment').attributes.vpcs;
    expect(vpcs()).toEqual([{ vpc_id: expect.stringContaining('alicloud_vpc'), region_id: 'cn-hangzhou' }]);
    zone.attachTo(network);
    const other = Network.fromAttributes(stack, 'other', {
      vpcId: 'vpc-other',
      cidrs: ['10.9.0.0/16'],
      vswitches: [{ vswitchId: 'vsw-1', zone: 'cn-hangzhou-h', purpose: 'nodes', cidr: '10.9.0.0/20' }],
    });
    zone.attachTo(other);
    expect(vpcs().map(({ vpc_id: id }: { vpc_id: string }) => id)).toEqual([expect.anything(), 'vpc-other']);
  });

  test('looks for what it does not have on the internet when it is told so', () => {
    const { stack } = aPrivateZone({ zoneName: 'example.com', publicToo: true });
    expect(resourceOf(stack, 'alicloud_pvtz_zone').attributes.proxy_pattern).toBe('RECORD');
  });

  test('stands for one name of the cloud when the others are still looked for', () => {
    const name = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com';
    const { stack } = aPrivateZone({ zoneName: name, publicToo: true });
    expect(resourceOf(stack, 'alicloud_pvtz_zone').attributes).toMatchObject({
      zone_name: name,
      proxy_pattern: 'RECORD',
    });
  });

  test('takes what is before its name, not the whole', () => {
    const { zone } = aPrivateZone();
    const whole = (name: string) => () =>
      zone.addRecord(name.slice(0, 3), { name, value: DnsValue.address('10.8.1.7') });
    expect(problemsOf(whole('git.acme.internal'))).toMatchObject([{ code: 'dns-name', fix: 'write name: "git"' }]);
    expect(problemsOf(whole('acme.internal'))).toMatchObject([{ code: 'dns-name', fix: 'write name: "@"' }]);
  });

  test('that exists holds the same record once, in two stacks too', () => {
    const stack = aCloud();
    const second = new CloudStack(stack.node.root as never, 'second', { region: 'cn-hangzhou' });
    for (const at of [stack, second]) {
      const zone = PrivateZone.fromAttributes(at, 'internal', { zoneId: '1a2b3c', zoneName: 'acme.internal' });
      zone.addRecord('git', { name: 'git', value: DnsValue.address('10.8.1.7') });
    }
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      { code: 'dns-record-twice', path: 'second/internal/git' },
    ]);
  });

  test('gives names to what is in the VPC', () => {
    const { stack, zone } = aPrivateZone();
    const git = zone.addRecord('git', { name: 'git', value: DnsValue.address('10.8.1.7'), ttlSeconds: 30 });
    zone.addRecord('db', { name: 'db', value: DnsValue.alias('rm-bp1.mysql.rds.aliyuncs.com') });
    expect(git.hostname).toBe('git.acme.internal');
    expect(recordsOf(stack, 'alicloud_pvtz_zone_record')).toEqual({
      git: ['A', '10.8.1.7'],
      db: ['CNAME', 'rm-bp1.mysql.rds.aliyuncs.com'],
    });
    expect(
      resourcesOf(stack, 'alicloud_pvtz_zone_record')
        .map(({ attributes }) => attributes.ttl)
        .sort(),
    ).toEqual([30, 60]);
  });

  test('that exists takes records and makes no zone', () => {
    const stack = aCloud();
    const zone = PrivateZone.fromAttributes(stack, 'internal', { zoneId: '1a2b3c', zoneName: 'acme.internal' });
    zone.addRecord('git', { name: 'git', value: DnsValue.address('10.8.1.7') });
    expect(billOf(stack)).toEqual(['alicloud_pvtz_zone_record x1']);
  });

  test.each<[string, Partial<PrivateZoneProps> | object, string]>([
    ['for nobody', { networks: [] }, 'list-empty'],
    ['over names of the cloud', { zoneName: 'aliyuncs.com' }, 'dns-cloud-names'],
    ['over names of the cloud in other letters', { zoneName: 'AliyunCS.com' }, 'dns-cloud-names'],
    ['of all databases', { zoneName: 'mysql.rds.aliyuncs.com' }, 'dns-cloud-names'],
    ['over all of com', { zoneName: 'com' }, 'dns-cloud-names'],
    ['with a dot at its end', { zoneName: 'acme.internal.' }, 'dns-name'],
    ['for what is no network', { networks: ['vpc-1'] }, 'type-invalid'],
  ])('%s is refused', (_, props, code) => {
    expect(problemsOf(() => aPrivateZone(props)).map((problem) => problem.code)).toEqual([code]);
  });

  test('holds no records that only the internet has, and the same one once', () => {
    const { stack, zone } = aPrivateZone();
    const delegated = () => zone.addRecord('ns', { name: 'sub', value: DnsValue.delegated('ns1.example.net') });
    expect(problemsOf(delegated).map(({ code }) => code)).toEqual(['choice-invalid']);
    ['a', 'b'].forEach((id) => zone.addRecord(id, { name: 'git', value: DnsValue.address('10.8.1.7') }));
    expect(problemsOf(() => synthesized(stack)).map(({ code }) => code)).toEqual(['dns-record-twice']);
  });

  test('two of one name for a VPC are refused', () => {
    const { stack, network } = aPrivateZone();
    new PrivateZone(stack, 'again', { zoneName: 'acme.internal', networks: [network] });
    expect(problemsOf(() => synthesized(stack))).toMatchObject([
      { code: 'dns-zone-twice', path: 'shop/again', value: 'acme.internal' },
    ]);
  });
});
