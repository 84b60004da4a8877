import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { describeFailures, rehearse } from 'alicloud-constructs-rehearsal';
import * as library from '../../lib/index';
import type { CloudStack, INetwork } from '../../lib/index';
import { synthesized } from '../../lib/testing';

const LIB = join(__dirname, '../../lib');
const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

/** A network of somebody else's, with a vSwitch for each purpose in two zones. */
function theirs(cloud: CloudStack): INetwork {
  const purposes = ['nodes', 'pods', 'eci', 'data'] as const;
  return library.Network.fromAttributes(cloud, 'theirs', {
    vpcId: 'vpc-bp1theirs',
    cidrs: ['10.32.0.0/16'],
    vswitches: purposes.flatMap((purpose, at) =>
      ZONES.map((zone, of) => ({
        vswitchId: `vsw-bp1${purpose}${of}`,
        zone,
        purpose,
        cidr: `10.32.${32 * (2 * at + of)}.0/20`,
      })),
    ),
    podNetwork: library.PodNetwork.terway(),
    internet: true,
  });
}

/** Everything that stands in a network, with the least that it needs. */
const IN_A_NETWORK: Readonly<Record<string, (cloud: CloudStack, network: INetwork) => unknown>> = {
  NatGateway: (cloud, network) => new library.NatGateway(cloud, 'out', { network }),
  SecurityGroup: (cloud, network) => new library.SecurityGroup(cloud, 'group', { network }),
  ManagedCluster: (cloud, network) =>
    new library.ManagedCluster(cloud, 'managed', { network }).addNodePool('workers', {
      instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
      size: 3,
    }),
  DedicatedCluster: (cloud, network) =>
    new library.DedicatedCluster(cloud, 'dedicated', {
      network,
      masters: 3,
      masterTypes: ['ecs.g7.xlarge'],
      login: library.Login.keyPair('ops'),
    }),
  ServerlessCluster: (cloud, network) => new library.ServerlessCluster(cloud, 'serverless', { network }),
  MysqlInstance: (cloud, network) => new library.MysqlInstance(cloud, 'database', { network }),
  RedisInstance: (cloud, network) => new library.RedisInstance(cloud, 'cache', { network }),
  NasFileSystem: (cloud, network) => new library.NasFileSystem(cloud, 'files', { network }),
  ClassicLoadBalancer: (cloud, network) => new library.ClassicLoadBalancer(cloud, 'front', { network }),
  ApplicationLoadBalancer: (cloud, network) => new library.ApplicationLoadBalancer(cloud, 'web', { network }),
  NetworkLoadBalancer: (cloud, network) => new library.NetworkLoadBalancer(cloud, 'door', { network }),
};

/** Takes a network by a method. */
const LETS_IN: typeof IN_A_NETWORK = {
  ContainerRegistry: (cloud, network) => {
    const billing = library.RegistryBilling.subscription(1);
    new library.ContainerRegistry(cloud, 'registry', { name: 'acme', billing }).allowFrom(network);
  },
};

function stackOf(make: (cloud: CloudStack, network: INetwork) => unknown): CloudStack {
  const cloud = new library.CloudStack(Testing.app(), 'shop', { region: 'cn-hangzhou' });
  make(cloud, theirs(cloud));
  return cloud;
}

test.each(Object.entries({ ...IN_A_NETWORK, ...LETS_IN }))(
  '%s stands in a network that exists, by its ids, and makes nothing of a network',
  (_, make) => {
    const { resource = {} } = synthesized(stackOf(make));
    expect(Object.keys(resource)).not.toContain('alicloud_vpc');
    expect(Object.keys(resource)).not.toContain('alicloud_vswitch');
    const ids = JSON.stringify(resource).match(/\b(?:vpc|vsw)-[\w-]+/g) ?? [];
    expect(ids).toContainEqual(expect.stringMatching(/^vpc-bp1theirs$|^vsw-bp1(?:nodes|pods|eci|data)[01]$/));
    expect(ids.filter((id) => !/^vpc-bp1theirs$|^vsw-bp1/.test(id))).toEqual([]);
  },
);

/** Constructs whose props have `network: INetwork`, themselves or from what they extend, by the sources. */
function takers(): string[] {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const interfaces = files.flatMap(
    (file) => readFileSync(join(LIB, file), 'utf8').match(/^export interface [\s\S]*?^}/gm) ?? [],
  );
  const byName = new Map(interfaces.map((text) => [/^export interface (\w+)/.exec(text)![1]!, text]));
  const asks = (name: string): boolean => {
    const text = byName.get(name) ?? '';
    const bases = /^export interface \w+ extends ([^{]+)/.exec(text)?.[1]?.split(',') ?? [];
    return /^ {2}readonly network: INetwork;/m.test(text) || bases.some((base) => asks(base.trim()));
  };
  return Object.keys(library)
    .filter((name) => asks(`${name}Props`))
    .sort();
}

test('every construct that asks for a network is tried', () => {
  expect(takers()).toEqual(Object.keys(IN_A_NETWORK).sort());
});

test('Terraform builds all of them in it, and plans no change afterwards', async () => {
  const everything = { ...IN_A_NETWORK, ...LETS_IN };
  const cloud = stackOf((stack, network) => Object.values(everything).forEach((make) => make(stack, network)));
  const rehearsal = await rehearse(cloud.node.root as never, { extent: 'apply' });
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.steps.map(({ step }) => step)).toContain('plan again');
}, 120_000);
