import type { WrittenResource } from '../../core/written/written';
import type { ModelPart, PartKind, Where } from './model';
import type { ReadCluster } from './read-clusters';
import type { Vswitches } from './read-vswitches';
import { blocksOf, nameOf, textOf, type WrittenIndex } from './written-index';

/** The services of the cloud in an App. */
export interface ReadParts {
  readonly parts: readonly ModelPart[];
  /** Id of the part that a resource is. */
  of(resource: WrittenResource): string | undefined;
}

/** Reads where a resource is. */
type Reader = (resource: WrittenResource, vswitches: Vswitches) => Where;

/** Zones that attributes name, the first that is missing ends the list; those of its vSwitches where none is named. */
function zonesOf(resource: WrittenResource, vswitches: Vswitches, ...names: readonly string[]): readonly string[] {
  const named = names.map((name) => resource.attributes[name]).filter((value) => value !== undefined);
  const zones = named.length > 0 ? named.map(textOf) : vswitches.at(resource, 'vswitch_id').map(vswitches.zoneOf);
  return zones.every((zone) => zone !== undefined && zone !== 'Auto' && !zone.includes('MAZ'))
    ? (zones as string[])
    : [];
}

const WHICH: Where = Object.freeze({ kind: 'unknown', note: 'its zone is not in the Terraform' });

function among(kind: 'standby' | 'voters' | 'every', zones: readonly string[]): Where {
  return zones.length === 0 ? WHICH : { kind, zones };
}

const standby =
  (...names: readonly string[]): Reader =>
  (resource, vswitches) =>
    among('standby', zonesOf(resource, vswitches, ...names));

const database: Reader = (resource, vswitches) => {
  const category = String(resource.attributes.category ?? 'HighAvailability');
  const zones = zonesOf(resource, vswitches, 'zone_id', 'zone_id_slave_a', 'zone_id_slave_b');
  if (/^(basic|serverless_basic)$/i.test(category)) {
    return among('standby', zones.slice(0, 1));
  }
  return among(zones.length === 3 && /^(finance|alwayson)$/i.test(category) ? 'voters' : 'standby', zones);
};

const polardb: Reader = (resource, vswitches) => {
  const { hot_standby_cluster: hot, standby_az: other } = resource.attributes;
  return hot === undefined && other === undefined
    ? { kind: 'unknown', note: 'whether it has a hot standby in another zone is left to the cloud' }
    : standby('zone_id', ...(hot === 'OFF' ? [] : ['standby_az']))(resource, vswitches);
};

const mongodb: Reader = (resource, vswitches) => {
  const zones = zonesOf(resource, vswitches, 'zone_id', 'secondary_zone_id', 'hidden_zone_id');
  return among(zones.length === 3 ? 'voters' : 'standby', zones);
};

const files: Reader = (resource, vswitches) =>
  resource.attributes.redundancy_type === 'ZRS'
    ? { kind: 'region', note: 'kept in three zones' }
    : standby('zone_id')(resource, vswitches);

const bucket: Reader = ({ attributes }) =>
  attributes.redundancy_type === 'ZRS'
    ? { kind: 'region', note: 'kept in three zones' }
    : { kind: 'unknown', note: 'kept in one zone (LRS), and the cloud chooses which' };

const CLASSIC: Where = Object.freeze({
  kind: 'region',
  note: 'in a primary and a secondary zone of the cloud’s choosing',
});

/** Primary and secondary zone of a classic balancer, as far as they are named. */
export function classicBalancer(primary: string | undefined, secondary: string | undefined): Where {
  return primary !== undefined && secondary !== undefined
    ? { kind: 'standby', zones: [...new Set([primary, secondary])] }
    : CLASSIC;
}

const classic: Reader = ({ attributes }) =>
  classicBalancer(textOf(attributes.master_zone_id), textOf(attributes.slave_zone_id));

const everyZone: Reader = ({ attributes }) => {
  const zones = blocksOf(attributes.zone_mappings).map(({ zone_id: zone }) => textOf(zone));
  return zones.length > 0 && zones.every((zone) => zone !== undefined) ? among('every', zones as string[]) : WHICH;
};

const nat: Reader = (resource, vswitches) =>
  resource.attributes.availability_mode === 'SingleAZ'
    ? standby()(resource, vswitches)
    : { kind: 'region', note: 'kept in two zones by the cloud' };

const vpn: Reader = (resource, vswitches) => {
  const zones = ['vswitch_id', 'disaster_recovery_vswitch_id'].flatMap((name) =>
    vswitches.at(resource, name).map(vswitches.zoneOf),
  );
  return zones.every((zone) => zone !== undefined) ? among('standby', zones as string[]) : WHICH;
};

const READERS: Readonly<Record<string, readonly [PartKind, Reader]>> = Object.freeze({
  alicloud_alb_load_balancer: ['balancer', everyZone],
  alicloud_db_instance: ['database', database],
  alicloud_db_readonly_instance: ['database', standby('zone_id')],
  alicloud_kvstore_instance: ['cache', standby('zone_id', 'secondary_zone_id')],
  alicloud_mongodb_instance: ['database', mongodb],
  alicloud_nas_file_system: ['files', files],
  alicloud_nat_gateway: ['egress', nat],
  alicloud_nlb_load_balancer: ['balancer', everyZone],
  alicloud_oss_bucket: ['files', bucket],
  alicloud_polardb_cluster: ['database', polardb],
  alicloud_redis_tair_instance: ['cache', standby('zone_id', 'secondary_zone_id')],
  alicloud_slb_load_balancer: ['balancer', classic],
  alicloud_vpn_gateway: ['vpn', vpn],
});

/** What stands in a zone and is read elsewhere, or belongs to something that is. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'alicloud_vswitch',
  'alicloud_snat_entry',
  'alicloud_nas_mount_target',
  'alicloud_network_acl_attachment',
  'alicloud_route_table_attachment',
]);

/** What may be lost with a zone for all that is known: resources of types that are not read, modules. */
function strangers(index: WrittenIndex, vswitches: Vswitches): readonly (readonly [WrittenResource, ModelPart])[] {
  return index.stacks
    .flatMap(({ resources }) => resources.filter((one) => one.kind === 'resource' && isStrange(one)))
    .map((resource) => {
      const names = ['zone_id', 'availability_zone'].filter((name) => name in resource.attributes);
      const listed = vswitches.at(resource, 'vswitch_ids').map(vswitches.zoneOf);
      const zones = listed.length > 0 && listed.every((zone) => zone !== undefined) ? (listed as string[]) : [];
      const known = zones.length > 0 ? zones : zonesOf(resource, vswitches, ...names);
      const note = `what becomes of ${resource.type} is not known`;
      const where: Where = { kind: 'unknown', note, ...(known.length > 0 && { zones: known }) };
      return [resource, { id: nameOf(resource), kind: 'other', type: resource.type, where }] as const;
    });
}

const modules = ({ stacks }: WrittenIndex): readonly ModelPart[] =>
  stacks.flatMap(({ name, json }) =>
    Object.keys(json.module ?? {}).map((module): ModelPart => ({
      id: `${name}/module.${module}`,
      kind: 'other',
      type: 'module',
      where: { kind: 'unknown', note: 'what is in a module is not in the Terraform that was written' },
    })),
  );

/** Whether a resource stands in a zone and nothing is known of what becomes of it. */
export function isStrange({ type, attributes }: WrittenResource): boolean {
  const placed = ['zone_id', 'availability_zone', 'vswitch_id', 'vswitch_ids'].some((name) => name in attributes);
  const known = type in READERS || READ_ELSEWHERE.has(type) || type.startsWith('alicloud_cs_');
  return placed && !known && type.startsWith('alicloud_');
}

export function readParts(index: WrittenIndex, clusters: readonly ReadCluster[], vswitches: Vswitches): ReadParts {
  const made = index.ofType(...Object.keys(READERS)).map((resource) => {
    const [kind, read] = READERS[resource.type]!;
    const part: ModelPart = { id: nameOf(resource), kind, type: resource.type, where: read(resource, vswitches) };
    return [resource, part] as const;
  });
  const others = strangers(index, vswitches);
  const ids = new Map([...made, ...others].map(([resource, { id }]) => [resource, id] as const));
  return {
    parts: [
      ...made.map(([, part]) => part),
      ...others.map(([, part]) => part),
      ...modules(index),
      ...clusters.map((cluster) => controlPlane(cluster, vswitches)),
    ],
    of: (resource) => ids.get(resource),
  };
}

/** Masters of your own vote; those that ACK runs are in the zones of its choosing and reach nodes through your vSwitches. */
function controlPlane({ resource, kind, id, vswitches: ids }: ReadCluster, vswitches: Vswitches): ModelPart {
  const part = { id: `${id} control plane`, kind: 'control-plane', type: resource.type } as const;
  if (kind === 'dedicated') {
    const zones = vswitches.eachAt(resource, 'master_vswitch_ids').map(vswitches.zoneOf);
    return { ...part, where: zones.every(Boolean) ? among('voters', zones as string[]) : WHICH };
  }
  const zones = new Set(ids.map(vswitches.zoneOf));
  if (zones.has(undefined) || zones.size === 0) {
    return { ...part, where: WHICH };
  }
  return {
    ...part,
    where:
      zones.size > 1
        ? { kind: 'region', note: 'run by ACK, reached through vSwitches of several zones' }
        : { kind: 'unknown', note: 'run by ACK, reached through vSwitches of one zone only' },
  };
}
