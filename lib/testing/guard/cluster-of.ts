import { referencesIn } from '../../core/written/references';
import type { WrittenResource, WrittenStack } from '../../core/written/written';
import { canonical, isFresh, isList, isObject, type Fields, type Terms, type Value } from './terms';
import type { Placed, World } from './world';

/** Where the objects of a provider live. */
export interface Home {
  readonly kind: 'cluster' | 'region' | 'account';
  /** The same as long as it is the same place. */
  readonly identity: string;
  readonly text: string;
  /** Ids of clusters that are made anew. */
  readonly owners: readonly string[];
}

const CLUSTER_PROVIDERS = ['kubernetes', 'helm'];

/** What leads a provider to a cluster when no credential of a cluster's does. */
const ADDRESS = ['host', 'config_path', 'config_paths', 'config_context'];

/** The cluster, or the region, that a resource's provider works in; `undefined` when the program does not say. */
export function clusterOf(world: World, { stack, instance }: Placed, terms: Terms): Home | undefined {
  const config = configFor(stack, instance.resource);
  if (config === undefined) {
    return undefined;
  }
  return CLUSTER_PROVIDERS.includes(providerOf(instance.resource).split('.')[0]!)
    ? inCluster(world, stack, config, terms)
    : inRegion(world, stack, config, terms);
}

const providerOf = ({ type, attributes: { provider } }: WrittenResource): string =>
  typeof provider === 'string' ? provider.replace(/^\$\{|\}$/g, '') : type.split('_')[0]!;

const configFor = (stack: WrittenStack, resource: WrittenResource): Fields | undefined =>
  configOf(stack, providerOf(resource));

/** The configuration of a provider, by its local name and alias. */
function configOf(stack: WrittenStack, name: string): Fields | undefined {
  const [provider, alias] = name.split('.') as [string, string?];
  const blocks = (stack.json.provider as Readonly<Record<string, Value>> | undefined)?.[provider];
  const all = (isList(blocks) ? blocks : [blocks]).filter((one): one is Fields => isObject(one));
  return all.find((one) => (one.alias ?? undefined) === alias);
}

function inCluster(world: World, stack: WrittenStack, config: Fields, terms: Terms): Home | undefined {
  const credentials = referencesIn(config)
    .map(({ address }) => world.dataAt(stack, address))
    .filter((data) => data?.type === 'alicloud_cs_cluster_credential');
  const ids = credentials.map((data) => world.resolve(stack, data!.attributes.cluster_id));
  const inner = isList(config.kubernetes) ? config.kubernetes[0] : config.kubernetes;
  const connection = isObject(inner) ? inner : config;
  const place = ids.length > 0 ? ids : ADDRESS.map((name) => world.resolve(stack, connection[name] ?? null));
  const addressed = place.filter((one) => one !== null);
  const signedIn = world.resolve(stack, connection.exec ?? null);
  const known = addressed.length > 0 || signedIn === null ? addressed : [signedIn];
  return known.length === 0 ? undefined : home('cluster', known, terms);
}

function inRegion(world: World, stack: WrittenStack, config: Fields, terms: Terms): Home | undefined {
  const region = config.region === undefined ? undefined : world.resolve(stack, config.region);
  return region === undefined ? undefined : home('region', [region], terms);
}

/** The account that a resource of Alibaba Cloud is in, as far as the program names it. */
export function accountOf(world: World, { stack, instance }: Placed, terms: Terms): Home | undefined {
  const config = configFor(stack, instance.resource);
  const role = isList(config?.assume_role) ? config.assume_role[0] : config?.assume_role;
  const arn = isObject(role) ? world.resolve(stack, role.role_arn ?? null) : null;
  const account = /^acs:ram::(\w+):/.exec(String(arn))?.[1] ?? config?.account_id;
  return account === undefined ? undefined : home('account', [world.resolve(stack, account)], terms);
}

function home(kind: Home['kind'], place: readonly Value[], terms: Terms): Home {
  const identity = [...new Set(place.map(canonical))].sort().join();
  const first = place[0]!;
  const text = terms.readable(typeof first === 'string' ? first : JSON.stringify(first)).replace(/^\$\{(.*)\}$/s, '$1');
  const owners = terms.in(place).flatMap((term) => (isFresh(identity) && term.fresh ? term.owners : []));
  return { kind, identity, text, owners: [...new Set(owners)] };
}
