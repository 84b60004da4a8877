import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { CATALOGUE } from '../lib/cluster/addons/catalogue';
import { ManagedCluster } from '../lib/cluster/managed-cluster';
import type { ManagedClusterProps } from '../lib/cluster/managed-cluster-props';
import { Autoscaler } from '../lib/cluster/nodes/autoscaler-data';
import { Network } from '../lib/network/network';
import { CloudStack } from '../lib/stacks/cloud-stack';

const ROOT = join(__dirname, '..');

/** Minors of Kubernetes that are tried, from before what anybody runs to what is not out yet. */
const MINORS = Array.from({ length: 20 }, (_, index) => 20 + index);

interface Package {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly cdktf?: { readonly provider: { readonly name: string; readonly version: string } };
}

const packageOf = (path: string): Package => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Package;

/** Whether a cluster with these props and this version is taken. */
function taken(minor: number, props: Partial<ManagedClusterProps>): boolean {
  const stack = new CloudStack(Testing.app(), 'map', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(stack, 'network', { zones: ['cn-hangzhou-h'] });
  try {
    new ManagedCluster(stack, 'cluster', { network, version: `1.${minor}.1-aliyun.1`, ...props });
    return true;
  } catch {
    return false;
  }
}

/** The first minor from which something is taken. */
function since(props: Partial<ManagedClusterProps>): string {
  const first = MINORS.find((minor) => taken(minor, props));
  return first === undefined ? 'none' : first === MINORS[0] ? 'any' : `1.${first}`;
}

/** `docs/version-map.md`: what goes with what, read from the packages and tried on the library. */
export function versionMapPage(): string {
  const library = packageOf('package.json');
  const schemas = readdirSync(join(ROOT, 'packages/rehearsal/schemas'));
  const bound = ['kubernetes', 'helm', 'random'].map((name) => {
    const { version, cdktf } = packageOf(`node_modules/@cdktf/provider-${name}/package.json`);
    const served = schemas.find((file) => file.startsWith(`${name}-`))!.slice(name.length + 1, -'.json.gz'.length);
    return `| hashicorp/${name} | ${cdktf!.provider.version} | \`@cdktf/provider-${name}\` ${version} | ${served} |`;
  });
  const alicloud = packageOf('packages/provider-alicloud/package.json').version;
  const served = schemas.find((file) => /^alicloud-\d/.test(file))!.slice('alicloud-'.length, -'.json.gz'.length);
  const components = CATALOGUE.filter(({ from }) => from !== undefined)
    .map(({ name, from }) => `| component \`${name}\` | ${from} |`)
    .sort();
  return [
    '# Version map',
    '',
    'What goes with what. Written by `npx tsx scripts/version-map.mts`; a test holds it against the packages and tries the versions of',
    'Kubernetes on the library.',
    '',
    '## The library',
    '',
    '<!-- prettier-ignore -->',
    '| alicloud-constructs | Node | cdktf | constructs | Terraform |',
    '| --- | --- | --- | --- | --- |',
    `| ${library.version} | ${library.engines.node} | ${library.peerDependencies!.cdktf} | ${library.peerDependencies!.constructs} | 1.5 or later: \`adopt\` writes \`import\` blocks; judged with 1.11 |`,
    '',
    '## Providers',
    '',
    'Each stack pins what its bindings were made from. Another version of a provider is another release of the library: see the',
    '[guide to upgrades](guides/upgrades.md) for what it would break.',
    '',
    '<!-- prettier-ignore -->',
    '| Provider | Version | Bindings | Schema of the rehearsal |',
    '| --- | --- | --- | --- |',
    `| aliyun/alicloud | ${alicloud} | \`@cdktf/provider-alicloud\` ${alicloud}, made here | ${served} |`,
    ...bound,
    '',
    '## Kubernetes',
    '',
    'ACK decides which versions a cluster can be created with or raised to, as its console and the data source',
    '`alicloud_cs_kubernetes_version` show them. The library takes any, and refuses what a version does not have:',
    '',
    '<!-- prettier-ignore -->',
    '| What | Kubernetes from |',
    '| --- | --- |',
    `| a cluster | ${since({})} |`,
    `| \`Autoscaler.instant()\` | ${since({ autoscaler: Autoscaler.instant() })} |`,
    `| \`proxyMode: 'nftables'\` | ${since({ proxyMode: 'nftables' })} |`,
    ...components,
    '',
    'Raised one minor at a time, never down; nodes are never newer than the control plane and three minors older at most',
    '(`planUpgrade`, `rotation`).',
    '',
  ].join('\n');
}
