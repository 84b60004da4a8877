import type { Link } from '../../core/written/links';
import type { WrittenResource } from '../../core/written/written';
import { parseCidr } from '../../network/cidr';
import type { ModelVswitch } from './model';
import { blocksOf, nameOf, textOf, type WrittenIndex } from './written-index';

/** What a program says of a vSwitch that its Terraform does not make. */
export interface KnownVswitch {
  readonly zone: string;
  /** Its range, such as `10.0.0.0/24`; without one its addresses are not known. */
  readonly cidr?: string;
}

/** The vSwitches of an App, and how resources name them. */
export interface Vswitches {
  /** Ids of the vSwitches that an attribute names, in their order, each once. */
  at(resource: WrittenResource, attribute: string): readonly string[];
  /** The same, as often as they are named. */
  eachAt(resource: WrittenResource, attribute: string): readonly string[];
  /** Ids of the vSwitches that links lead to. */
  behind(links: readonly Link[]): readonly string[];
  /** Ids in a text: ids of the cloud, which begin with `vsw-`. */
  inText(text: unknown): readonly string[];
  zoneOf(id: string): string | undefined;
  /** Every vSwitch that was ever asked for or is made, sorted. */
  all(): readonly Omit<ModelVswitch, 'fixed'>[];
}

/** Addresses that the cloud keeps of every vSwitch: the first and the last three. */
const KEPT = 4;
const CLOUD_ID = /\bvsw-[A-Za-z0-9]+/g;

export function readVswitches(index: WrittenIndex, known: Readonly<Record<string, KnownVswitch>>): Vswitches {
  const found = new Map<string, Omit<ModelVswitch, 'fixed'>>();
  const add = (id: string, zone: unknown, cidr: unknown): string => {
    const range = textOf(cidr);
    if (!found.has(id)) {
      found.set(id, { id, zone: textOf(zone), cidr: range, addresses: addressesOf(range) });
    }
    return id;
  };
  const made = new Map(
    index.ofType('alicloud_vswitch').map((one) => {
      const { zone_id: zone, availability_zone: old, cidr_block: cidr } = one.attributes;
      return [one, add(nameOf(one), zone ?? old, cidr)] as const;
    }),
  );
  const inText = (text: unknown): readonly string[] =>
    [
      ...String(text)
        .replace(/\$\{[^}]*\}/g, '')
        .matchAll(CLOUD_ID),
    ].map(([id]) => add(id, known[id]?.zone, known[id]?.cidr));

  const behind = (links: readonly Link[]) => links.flatMap(({ to }) => made.get(to) ?? []);
  const eachAt: Vswitches['eachAt'] = (resource, attribute) => [
    ...behind(index.linksAt(resource, attribute)),
    ...textsIn(resource.attributes[attribute]).flatMap(inText),
  ];
  return {
    at: (resource, attribute) => [...new Set(eachAt(resource, attribute))],
    eachAt,
    behind,
    inText,
    zoneOf: (id) => found.get(id)?.zone,
    all: () => [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function addressesOf(cidr: string | undefined): number | undefined {
  const parsed = parseCidr(cidr);
  return parsed.ok ? Math.max(0, 2 ** (32 - parsed.cidr.mask) - KEPT) : undefined;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What takes one address of each vSwitch that `vswitch_id` or `vswitch_ids` names, where it is not said otherwise here. */
const DRAWS: Readonly<Record<string, number>> = Object.freeze({
  alicloud_cs_kubernetes_node_pool: 0,
  alicloud_network_acl: 0,
  alicloud_network_acl_attachment: 0,
  alicloud_route_table_attachment: 0,
  alicloud_snat_entry: 0,
  alicloud_vpc_flow_log: 0,
  alicloud_vpc_network_acl_attachment: 0,
  alicloud_vswitch: 0,
  // Addresses for the managed masters, and one for the balancer of the API.
  alicloud_cs_managed_kubernetes: 2,
  alicloud_cs_serverless_kubernetes: 2,
  // One that answers, two to speak with what is behind, and room to grow: the eight that the balancer's guide asks for.
  alicloud_alb_load_balancer: 8,
  alicloud_nlb_load_balancer: 8,
});

const ATTRIBUTES = ['vswitch_id', 'vswitch_ids', 'master_vswitch_ids', 'disaster_recovery_vswitch_id'] as const;

/** What draws addresses from vSwitches whatever happens, by vSwitch. */
export function fixedDraws(index: WrittenIndex, vswitches: Vswitches): ReadonlyMap<string, ModelVswitch['fixed']> {
  const draws = new Map<string, { by: string; addresses: number }[]>();
  const all = index.stacks.flatMap(({ resources }) => resources);
  for (const one of all.filter(({ kind, type }) => kind === 'resource' && type.startsWith('alicloud_'))) {
    const addresses = DRAWS[one.type] ?? 1;
    for (const id of addresses === 0 ? [] : namedBy(one, vswitches)) {
      draws.set(id, [...(draws.get(id) ?? []), { by: nameOf(one), addresses }]);
    }
  }
  return draws;
}

function namedBy(one: WrittenResource, vswitches: Vswitches): readonly string[] {
  const zones = blocksOf(one.attributes.zone_mappings).length > 0 ? ['zone_mappings'] : [];
  return [...ATTRIBUTES.filter((name) => name in one.attributes), ...zones].flatMap((name) => vswitches.at(one, name));
}
