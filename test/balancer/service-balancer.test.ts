import type { BalancedService, IBalancer } from '../../lib/core/balancer';
import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { BalancerHealth } from '../../lib/balancer/balancer-health';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import type { ClassicBalancerProps, NetworkBalancerProps } from '../../lib/balancer/service-balancer-props';
import { aStack } from '../cluster/a-cluster';
import { AnExistingNetwork, type ExistingNetworkProps } from '../cluster/an-existing-network';
import { problemsOf } from '../support/problems';

const PREFIX = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const SERVICE: BalancedService = {
  ports: [{ name: 'port-80', port: 80, targetPort: 8080 }],
  balancerName: 'shop-web',
  tags: {},
  deleteProtection: true,
};

const aNetwork = (props?: ExistingNetworkProps) => new AnExistingNetwork(aStack(), props);
const classic = (props: Partial<ClassicBalancerProps> = {}, around?: ExistingNetworkProps) =>
  ServiceBalancer.classic({ network: aNetwork(around), ...props });
const network = (props: Partial<NetworkBalancerProps> = {}, around?: ExistingNetworkProps) =>
  ServiceBalancer.network({ network: aNetwork(around), ...props });

/** Annotations by their key alone. */
const keysOf = (balancer: IBalancer, service: Partial<BalancedService> = {}, acl?: string) =>
  Object.fromEntries(
    Object.entries(balancer.annotations({ ...SERVICE, ...service }, acl)).map(([key, value]) => [
      key.replace(PREFIX, ''),
      value,
    ]),
  );

const TO_EVERYBODY = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' });

test.each([classic(), network(), classic({ address: TO_EVERYBODY, persistenceSeconds: 60 })])(
  'every annotation is text, since the API server takes nothing else',
  (balancer) => {
    const values = Object.values(balancer.annotations(SERVICE));
    expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
    expect(values.length).toBeGreaterThan(10);
  },
);

describe('a classic balancer', () => {
  test('is of the VPC, in a vSwitch that is named: left out, it would be on the internet, or anywhere', () => {
    expect(keysOf(classic())).toMatchObject({ 'address-type': 'intranet', 'vswitch-id': 'vsw-nodesh' });
    const address = BalancerAddress.intranet({ zones: ['cn-hangzhou-j'] });
    expect(keysOf(classic({ address }))).toMatchObject({ 'vswitch-id': 'vsw-nodesj' });
  });

  test('is paid by use, so it has no size', () => {
    const keys = keysOf(classic());
    expect(keys['instance-charge-type']).toBe('PayByCLCU');
    expect(keys).not.toHaveProperty('spec');
  });

  test('on the internet is in no vSwitch, and open only for a reason', () => {
    const balancer = classic({ address: TO_EVERYBODY });
    expect(keysOf(balancer)).toMatchObject({ 'address-type': 'internet' });
    expect(keysOf(balancer)).not.toHaveProperty('vswitch-id');
    expect(keysOf(balancer)).not.toHaveProperty('acl-status');
    expect(balancer.clients).toBeUndefined();
  });

  test('lets in those on a list, one of its own or one that exists', () => {
    const list = { 'acl-status': 'on', 'acl-type': 'white' };
    const allow = ['203.0.113.0/24'];
    const some = classic({ address: BalancerAddress.internet({ allow }) });
    expect(some.clients).toEqual(allow);
    expect(keysOf(some, {}, 'acl-made')).toMatchObject({ ...list, 'acl-id': 'acl-made' });
    const byAcl = classic({ address: BalancerAddress.internetByAcl('acl-bp1') });
    expect(keysOf(byAcl)).toMatchObject({ ...list, 'acl-id': 'acl-bp1' });
  });

  test('chooses Pods by weight, which is what a node with many of them has more of', () => {
    expect(keysOf(classic()).scheduler).toBe('wrr');
    expect(keysOf(classic({ traffic: 'local' })).scheduler).toBe('wrr');
    expect(classic({ traffic: 'local' }).externalTrafficPolicy).toBe('Local');
    expect(classic().externalTrafficPolicy).toBe('Cluster');
  });

  test('lets open connections of a Pod that goes go on for 15 seconds', () => {
    expect(keysOf(classic())).toMatchObject({ 'connection-drain': 'on', 'connection-drain-timeout': '15' });
  });

  test('reaches Pods by their own addresses with Terway, and by nodes with Flannel', () => {
    const flannel = { podNetwork: { kind: 'flannel' as const, podCidr: '172.20.0.0/16', nodeMask: 25 } };
    const type = 'service.beta.kubernetes.io/backend-type';
    expect(keysOf(classic())[type]).toBe('eni');
    expect(keysOf(classic({}, flannel))).not.toHaveProperty(type);
  });

  test('asks whether the port takes connections, or for a path whose redirect counts as well', () => {
    expect(keysOf(classic())).toMatchObject({
      'health-check-switch': 'on',
      'health-check-type': 'tcp',
      'health-check-interval': '5',
      'health-check-connect-timeout': '5',
      'healthy-threshold': '2',
      'unhealthy-threshold': '3',
    });
    const health = BalancerHealth.http('/', { domain: 'shop.example', intervalSeconds: 2 });
    expect(keysOf(classic({ health }))).toMatchObject({
      'health-check-type': 'http',
      'health-check-uri': '/',
      'health-check-httpcode': 'http_2xx,http_3xx',
      'health-check-domain': 'shop.example',
      'health-check-interval': '2',
    });
  });

  test('sends visitors of HTTP on to HTTPS where it is told so', () => {
    const tls = { protocols: { 80: 'http', 443: 'https' }, certificateId: '12-cn-hangzhou' } as const;
    expect(keysOf(classic({ ...tls, redirect: { 80: 443 } }))).toMatchObject({ 'forward-port': '80:443' });
    expect(keysOf(classic(tls))).not.toHaveProperty('forward-port');
  });

  test('switches the check of HTTP listeners on as well, which has another name', () => {
    const protocols = { 80: 'http', 443: 'https' } as const;
    expect(keysOf(classic({ protocols, certificateId: '12-cn-hangzhou' }))).toMatchObject({
      'protocol-port': 'http:80,https:443',
      'cert-id': '12-cn-hangzhou',
      'health-check-flag': 'on',
      'health-check-timeout': '5',
    });
  });

  test('is protected from the console where the stack is', () => {
    expect(keysOf(classic())['delete-protection']).toBe('on');
    expect(keysOf(classic(), { deleteProtection: false })['delete-protection']).toBe('off');
  });

  test('carries the tags of the stack, eight of them, sorted, without those that the annotation cannot hold', () => {
    expect(keysOf(classic(), { tags: { team: 'shop', cost: '42' } })['additional-resource-tags']).toBe(
      'cost=42,team=shop',
    );
    expect(keysOf(classic())).not.toHaveProperty('additional-resource-tags');
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => [key, '1']));
    const text = keysOf(classic(), { tags: { ...many, 'a,b': 'x', c: '1=2' } })['additional-resource-tags']!;
    expect(text.split(',')).toEqual(['a=1', 'b=1', 'd=1', 'e=1', 'f=1', 'g=1', 'h=1', 'i=1']);
  });
});

describe('a network balancer', () => {
  test('stands in every zone of the network at once', () => {
    expect(keysOf(network())).toMatchObject({
      'address-type': 'intranet',
      'zone-maps': 'cn-hangzhou-h:vsw-nodesh,cn-hangzhou-i:vsw-nodesi,cn-hangzhou-j:vsw-nodesj',
    });
    expect(network().loadBalancerClass).toBe('alibabacloud.com/nlb');
  });

  test('limits clients by ranges of the Service and by groups, not by lists', () => {
    const address = BalancerAddress.internet({ allow: ['203.0.113.0/24'], zones: ['cn-hangzhou-j', 'cn-hangzhou-i'] });
    const balancer = network({ address, securityGroupIds: ['sg-1', 'sg-2'] });
    expect(balancer).toMatchObject({ sourceRanges: true, clients: ['203.0.113.0/24'] });
    const keys = keysOf(balancer);
    expect(keys).toMatchObject({
      'zone-maps': 'cn-hangzhou-j:vsw-nodesj,cn-hangzhou-i:vsw-nodesi',
      'security-group-ids': 'sg-1,sg-2',
    });
    expect(Object.keys(keys).filter((key) => key.startsWith('acl'))).toEqual([]);
  });

  test('has nothing that only a CLB has', () => {
    const keys = Object.keys(keysOf(network()));
    ['vswitch-id', 'instance-charge-type', 'delete-protection', 'health-check-switch'].forEach((key) =>
      expect(keys).not.toContain(key),
    );
  });

  test('can drop connections at once', () => {
    const keys = keysOf(network({ drainSeconds: 0 }));
    expect(keys['connection-drain']).toBe('off');
    expect(keys).not.toHaveProperty('connection-drain-timeout');
  });
});

const wrong = <T>(value: unknown) => value as T;
const internet = BalancerAddress.internet;

test.each<[string, () => IBalancer, object]>([
  ['no network', () => ServiceBalancer.classic({ network: wrong(undefined) }), { code: 'value-missing' }],
  ['a prop that is not there', () => classic(wrong({ spec: 'slb.s1.small' })), { code: 'prop-unknown', value: 'spec' }],
  [
    'local traffic in turn',
    () => classic({ traffic: 'local', scheduler: 'rr' }),
    { code: 'balancer-scheduler', value: 'rr' },
  ],
  [
    'local traffic in turn, of an NLB',
    () => network({ traffic: 'local', scheduler: 'rr' }),
    { code: 'balancer-scheduler' },
  ],
  [
    'a scheduler that a CLB does not have',
    () => classic({ scheduler: wrong('wlc') }),
    { code: 'choice-invalid', value: 'wlc' },
  ],
  [
    'everybody without a reason',
    () => classic({ address: internet({ allow: ['0.0.0.0/0'] }) }),
    { code: 'balancer-open' },
  ],
  [
    'everybody for a blank reason',
    () => network({ address: internet({ allow: ['0.0.0.0/0'], reason: ' ' }) }),
    { code: 'balancer-open' },
  ],
  ['nobody at all', () => classic({ address: internet({ allow: [] }) }), { code: 'list-empty' }],
  [
    'a range that is none',
    () => classic({ address: internet({ allow: ['203.0.113.0/33'] }) }),
    { value: '203.0.113.0/33' },
  ],
  [
    'a list that is no id',
    () => classic({ address: BalancerAddress.internetByAcl('office') }),
    { code: 'resource-id-invalid' },
  ],
  [
    'a list for an NLB',
    () => network({ address: BalancerAddress.internetByAcl('acl-bp1') }),
    { code: 'choice-conflict' },
  ],
  [
    'an NLB in one zone',
    () => network({}, { zones: ['cn-hangzhou-h'] }),
    { code: 'balancer-zones', fix: expect.stringContaining('purpose "nodes" in 2 zones') },
  ],
  [
    'an NLB in one zone twice',
    () => network({ address: BalancerAddress.intranet({ zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] }) }),
    { code: 'balancer-zones' },
  ],
  [
    'a zone that the network does not have',
    () => classic({ address: BalancerAddress.intranet({ zones: ['cn-hangzhou-b'] }) }),
    { code: 'vswitch-missing', value: 'cn-hangzhou-b' },
  ],
  ['a drain that a CLB cannot', () => classic({ drainSeconds: 5 }), { code: 'number-invalid', value: 5 }],
  ['a drain of an hour', () => network({ drainSeconds: 3600 }), { code: 'number-invalid', value: 3600 }],
  ['TLS without a certificate', () => network({ protocols: { 443: 'tcpssl' } }), { code: 'value-missing' }],
  [
    'a way from one port of HTTP to another',
    () => classic({ protocols: { 80: 'http', 8080: 'http' }, redirect: { 80: 8080 } }),
    { code: 'choice-conflict', value: 8080 },
  ],
  ['HTTPS without a certificate', () => classic({ protocols: { 443: 'https' } }), { code: 'value-missing' }],
  [
    'a protocol of the other kind',
    () => network({ protocols: { 80: wrong('http') } }),
    { code: 'choice-invalid', value: 'http' },
  ],
  [
    'a check every minute',
    () => classic({ health: BalancerHealth.tcp({ intervalSeconds: 60 }) }),
    { code: 'number-invalid' },
  ],
  [
    'one good answer',
    () => classic({ health: BalancerHealth.tcp({ healthy: 1 }) }),
    { code: 'number-invalid', value: 1 },
  ],
  ['a check of no path', () => classic({ health: BalancerHealth.http('healthz') }), { code: 'mount-path' }],
  [
    'a status by number',
    () => classic({ health: BalancerHealth.http('/', { codes: ['200'] }) }),
    { code: 'choice-invalid' },
  ],
  ['a name with capitals', () => classic({ name: 'Public' }), { code: 'kubernetes-name' }],
  [
    'a name that fills the Service’s',
    () => classic({ name: 'the-front-of-the-whole-shop' }),
    { code: 'kubernetes-name' },
  ],
  ['five security groups', () => network({ securityGroupIds: ['1', '2', '3', '4', '5'] }), { code: 'number-invalid' }],
  ['a client that stays for two hours', () => classic({ persistenceSeconds: 7200 }), { code: 'number-invalid' }],
])('%s is refused', (_title, make, expected) => {
  expect(problemsOf(make)).toEqual([expect.objectContaining(expected)]);
});
