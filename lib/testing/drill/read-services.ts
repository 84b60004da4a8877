import type { ModelPart, ModelVswitch, Where } from './model';
import type { PlacedObject } from './read-objects';
import { classicBalancer } from './read-parts';
import type { Vswitches } from './read-vswitches';
import { textOf } from './written-index';

const PREFIXES = [
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-',
  'service.beta.kubernetes.io/alicloud-loadbalancer-',
];
const NETWORK_CLASS = 'alibabacloud.com/nlb';

/** Balancers that the cluster makes for Services and AlbConfigs; those that Terraform makes are parts by themselves. */
export function readServices(objects: readonly PlacedObject[], vswitches: Vswitches, clusters: number) {
  const found = objects.flatMap((one) => {
    const { kind, spec } = one.object;
    if (kind === 'Service' && spec?.type === 'LoadBalancer' && setting(one, 'id') === undefined) {
      return [ofService(one, vswitches, nameIn(one, clusters))];
    }
    return kind === 'AlbConfig' && spec?.config?.id === undefined
      ? [ofAlbConfig(one, vswitches, nameIn(one, clusters))]
      : [];
  });
  return {
    parts: found.map(({ part }) => part),
    draws: found.flatMap(({ part, draws }) => draws.map((draw) => ({ ...draw, by: part.id }))),
  };
}

interface Balancer {
  readonly part: ModelPart;
  readonly draws: readonly { readonly vswitch: string; readonly addresses: number }[];
}

function setting({ object }: PlacedObject, name: string): string | undefined {
  const annotations = object.metadata.annotations ?? {};
  return PREFIXES.map((prefix) => annotations[`${prefix}${name}`]).find((value) => value !== undefined);
}

/** The same name can be in several clusters. */
function nameIn({ cluster, namespace, name, object }: PlacedObject, clusters: number): string {
  const place = object.kind === 'Service' ? `${namespace}/` : '';
  return `${clusters > 1 ? `${cluster} ` : ''}${place}${name}`;
}

function ofService(one: PlacedObject, vswitches: Vswitches, name: string): Balancer {
  const network = one.object.spec?.loadBalancerClass === NETWORK_CLASS;
  const id = `balancer of Service ${name}`;
  const type = network ? 'Service (NLB)' : 'Service (CLB)';
  const maps = (setting(one, 'zone-maps') ?? '').split(',').map((map) => textOf(map.split(':')[0]));
  const where: Where = network
    ? every(maps)
    : classicBalancer(textOf(setting(one, 'master-zoneid')), textOf(setting(one, 'slave-zoneid')));
  return { part: { id, kind: 'balancer', type, where }, draws: drawsOf(one, network ? 8 : 1, vswitches) };
}

function ofAlbConfig(one: PlacedObject, vswitches: Vswitches, name: string): Balancer {
  const id = `balancer of AlbConfig ${name}`;
  const draws = drawsOf(one, 8, vswitches);
  const zones = draws.map(({ vswitch }) => vswitches.zoneOf(vswitch));
  return { part: { id, kind: 'balancer', type: 'AlbConfig', where: every(zones) }, draws };
}

function every(zones: readonly (string | undefined)[]): Where {
  const known = zones.filter((zone) => zone !== undefined);
  return known.length > 0 && known.length === zones.length
    ? { kind: 'every', zones: known }
    : { kind: 'unknown', note: 'its zones are not in the Terraform' };
}

/** vSwitches that the object names; a release is looked through as a whole. */
function drawsOf({ resource, object }: PlacedObject, addresses: number, vswitches: Vswitches): Balancer['draws'] {
  const attribute =
    'values' in resource.attributes ? 'values' : 'manifest' in resource.attributes ? 'manifest' : 'metadata';
  const linked = vswitches.at(resource, attribute);
  const named = vswitches.inText(JSON.stringify(object));
  return [...new Set([...linked, ...named])].map((vswitch): Balancer['draws'][number] => ({ vswitch, addresses }));
}

/** Draws by vSwitch, in the form of the model. */
export function drawsFor(
  id: string,
  draws: readonly { readonly vswitch: string; readonly by: string; readonly addresses: number }[],
): ModelVswitch['fixed'] {
  return draws.filter(({ vswitch }) => vswitch === id).map(({ by, addresses }) => ({ by, addresses }));
}
