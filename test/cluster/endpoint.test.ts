import { TerraformOutput } from 'cdktf';
import { Endpoint } from '../../lib/cluster/endpoint';
import type { EndpointData } from '../../lib/core/cluster';
import { warningsIn } from '../../lib/core/warnings';
import type { CloudStack } from '../../lib/stacks/cloud-stack';
import { resourcesOf, synthesized } from '../../lib/testing';
import { aCluster } from './a-cluster';
import { FLANNEL, type ExistingNetworkProps } from './an-existing-network';
import { problemsOf } from '../support/problems';
import { aDedicatedCluster, aServerlessCluster } from './other-kinds';

const ENTRY = 'alicloud_slb_acl_entry_attachment';
const MAKES = {
  managed: { make: aCluster, type: 'alicloud_cs_managed_kubernetes' },
  dedicated: { make: aDedicatedCluster, type: 'alicloud_cs_kubernetes' },
  serverless: { make: aServerlessCluster, type: 'alicloud_cs_managed_kubernetes' },
} as const;

const entriesIn = (stack: CloudStack) =>
  resourcesOf(stack, ENTRY)
    .map(({ attributes: { entry } }) => entry)
    .sort();

const OFFICE = Endpoint.public({ allow: ['203.0.113.7/32'] });

describe.each(['managed', 'dedicated', 'serverless'] as const)('the API server of a %s cluster', (kind) => {
  const { make, type } = MAKES[kind];
  const made = (endpoint?: EndpointData, around?: ExistingNetworkProps) => make({ endpoint, around });
  const endpointWarnings = (endpoint: EndpointData) =>
    warningsIn(made(endpoint).stack)
      .map(({ text }) => text)
      .filter((text) => text.includes('[endpoint-public]'));
  const outputs = (endpoint?: EndpointData) => {
    const { stack, cluster } = made(endpoint);
    const { private: inside, public: outside } = cluster.apiServer;
    new TerraformOutput(stack, 'inside', { value: inside });
    new TerraformOutput(stack, 'outside', { value: outside ?? 'none' });
    const [cloud] = resourcesOf(stack, type);
    const { inside: a, outside: b } = synthesized(stack).output as Record<string, { value: string }>;
    return { connections: `${cloud!.address}.connections`, inside: a!.value, outside: b!.value };
  };

  test('answers the VPC only, and tells its address there', () => {
    const { stack, cluster } = made();
    expect(resourcesOf(stack, type)[0]!.attributes.slb_internet_enabled).toBe(false);
    expect(resourcesOf(stack, 'alicloud_slb_acl')).toEqual([]);
    expect(cluster.endpoint).toEqual({ kind: 'private' });
    const { connections, inside, outside } = outputs();
    expect(inside).toBe(`\${${connections}["api_server_intranet"]}`);
    expect(outside).toBe('none');
  });

  test('when public opens, makes the access list, and says that somebody must attach it', () => {
    const { stack } = made(OFFICE);
    expect(resourcesOf(stack, type)[0]!.attributes.slb_internet_enabled).toBe(true);
    expect(entriesIn(stack)).toEqual(['10.0.0.0/8', '100.104.0.0/16', '203.0.113.7/32']);
    expect(endpointWarnings(OFFICE)[0]).toMatch(/answers the internet until .* --ListenerPort 6443 /);
  });

  test('when public tells both of its addresses', () => {
    const { connections, inside, outside } = outputs(OFFICE);
    expect([inside, outside]).toEqual([
      `\${${connections}["api_server_intranet"]}`,
      `\${${connections}["api_server_internet"]}`,
    ]);
  });

  test('entry_list is deprecated: each range is a resource of its own, so that one more touches no other', () => {
    const more = Endpoint.public({ allow: ['198.51.100.0/24', '203.0.113.7/32'] });
    const before = synthesized(made(OFFICE).stack).resource!;
    const after = synthesized(made(more).stack).resource!;
    expect(after['alicloud_slb_acl']).toEqual(before['alicloud_slb_acl']);
    expect(JSON.stringify(before['alicloud_slb_acl'])).not.toContain('entry_list');
    expect(after[ENTRY]).toMatchObject(before[ENTRY]!);
  });

  test('answers every address only with a reason, which the warning repeats, and there is no list then', () => {
    const open = Endpoint.public({ allow: ['0.0.0.0/0'], reason: 'workshop for one day' });
    expect(endpointWarnings(open)).toEqual([
      'the API server answers the internet: workshop for one day [endpoint-public]',
    ]);
    expect(resourcesOf(made(open).stack, 'alicloud_slb_acl')).toEqual([]);
    const silent = Endpoint.public({ allow: ['0.0.0.0/0'] });
    expect(problemsOf(() => made(silent))).toMatchObject([{ code: 'endpoint-open', path: 'shop/cluster' }]);
  });

  test.each<[string, EndpointData, string]>([
    ['nobody', Endpoint.public({ allow: [] }), 'list-empty'],
    ['a range with host bits', Endpoint.public({ allow: ['203.0.113.7/24'] }), 'cidr-host-bits'],
    ['a /4', Endpoint.public({ allow: ['192.0.0.0/4'] }), 'endpoint-open'],
    ['one range twice', Endpoint.public({ allow: ['203.0.113.7/32', '203.0.113.7/32'] }), 'list-duplicate'],
  ])('is not opened for %s', (_, endpoint, code) => {
    expect(problemsOf(() => made(endpoint))).toMatchObject([{ code, path: 'shop/cluster' }]);
  });
});

test.each([
  ['managed', true],
  ['dedicated', true],
  ['serverless', false],
] as const)('the access list of a %s cluster names a Flannel range: %s', (kind, named) => {
  const { stack } = MAKES[kind].make({ endpoint: OFFICE, around: { podNetwork: FLANNEL } });
  expect(entriesIn(stack).includes('172.20.0.0/16')).toBe(named);
});
