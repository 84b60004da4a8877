/**
 * Writes the provider's rules, corrected: as lib/checks reads them (one sorted line per type, without what only a plan
 * needs), and as the rehearsal does (all of them, compressed).
 *
 *   node scripts/constraints.mjs <alicloud-constraints.json>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Attributes whose validator takes one rule or another (`validation.Any`): reading it value by value saw only one of the
 * two. Here are both, from the provider's sources at v1.289.0; where a range has a value beside it, the range reaches to
 * that value.
 */
const MONTHS = { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36] };
const MONTHS_TO_60 = { enum: [...MONTHS.enum, 48, 60] };
const EITHER = {
  'alicloud_bastionhost_instance.renew_period': MONTHS,
  'alicloud_yundun_bastionhost_instance.renew_period': MONTHS,
  'alicloud_nat_gateway.period': MONTHS,
  'alicloud_router_interface.period': MONTHS,
  'alicloud_slb.period': MONTHS,
  'alicloud_slb_load_balancer.period': MONTHS,
  'alicloud_vpn_gateway.period': MONTHS,
  'alicloud_cs_kubernetes.master_period': MONTHS_TO_60,
  'alicloud_cs_kubernetes.worker_period': MONTHS_TO_60,
  'alicloud_ecs_instance_set.period': MONTHS_TO_60,
  'alicloud_instance.period': MONTHS_TO_60,
  'alicloud_db_backup_policy.log_backup_local_retention_number': { range: [-1, 100] },
  'alicloud_hbase_instance.core_disk_size': { range: [0, 64000] },
  'alicloud_hbase_instance.cold_storage_size': { range: [0, 100000000] },
  'alicloud_lindorm_instance.cold_storage': { range: [0, 1000000] },
  'alicloud_nas_auto_snapshot_policy.retention_days': { range: [-1, 65536] },
  'alicloud_ots_search_index.time_to_live': { range: [-1, null] },
  'alicloud_polardb_backup_policy.data_level2_backup_retention_period': { range: [-1, 7300] },
  'alicloud_polardb_backup_policy.data_level2_backup_another_region_retention_period': { range: [-1, 7300] },
  'alicloud_polardb_backup_policy.log_backup_retention_period': { range: [-1, 7300] },
  'alicloud_polardb_backup_policy.log_backup_another_region_retention_period': { range: [-1, 7300] },
  'alicloud_slb_listener.bandwidth': { range: [-1, 1000] },
  'alicloud_slb_listener.health_check_connect_port': { range: [-520, 65535] },
  'alicloud_slb_rule.health_check_connect_port': { range: [-520, 65535] },
};

const constraints = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { version, resources, dataSources } = constraints;
correct(resources);
const lines = [...linesOf('resource', resources), ...linesOf('data', dataSources)];
const file = new URL(`../lib/checks/alicloud-constraints-${version}.txt`, import.meta.url);
writeFileSync(file, lines.sort().join(''));
const rehearsal = new URL(`../packages/rehearsal/schemas/alicloud-constraints-${version}.json.gz`, import.meta.url);
writeFileSync(rehearsal, gzipSync(JSON.stringify(constraints), { level: 9 }));

/** Puts the whole rule where only one half was read. */
function correct(types) {
  for (const [path, rule] of Object.entries(EITHER)) {
    const [type, ...attribute] = path.split('.');
    const known = types[type]?.attributes?.[attribute.join('.')];
    if (!known?.enum && !known?.range) {
      throw new Error(`no rule any more to correct at ${path}`);
    }
    delete known.enum;
    delete known.range;
    Object.assign(known, rule);
  }
}

function linesOf(kind, types) {
  return Object.entries(types).flatMap(([type, facts]) => {
    const rules = rulesOf(type, facts);
    const says =
      rules.deprecated || rules.exactlyOneOf || rules.atLeastOneOf || Object.keys(rules.attributes).length > 0;
    return says ? [`${kind} ${type}\t${JSON.stringify(rules)}\n`] : [];
  });
}

function rulesOf(type, { deprecated, attributes = {} }) {
  const kept = {};
  const groups = { exactlyOneOf: new Map(), atLeastOneOf: new Map() };
  for (const [path, { forceNew, default: usual, exactlyOneOf, atLeastOneOf, ...rule }] of Object.entries(attributes)) {
    for (const [name, members] of Object.entries({ exactlyOneOf, atLeastOneOf })) {
      if (members) {
        groups[name].set([...members].sort().join(), members);
      }
    }
    if (Object.keys(rule).length > 0) {
      kept[path] = rule;
    }
    refuseUnlikely(`${type}.${path}`, rule, usual);
  }
  const grouped = Object.entries(groups).flatMap(([name, group]) => (group.size ? [[name, [...group.values()]]] : []));
  return { deprecated, attributes: kept, ...Object.fromEntries(grouped) };
}

/** A rule that the attribute's own default breaks was read wrongly. */
function refuseUnlikely(path, { enum: choices, range }, usual) {
  const [least, most] = range ?? [];
  const outside = range && ((least ?? usual) > usual || (most ?? usual) < usual);
  if (usual !== undefined && ((choices && !choices.includes(usual)) || outside)) {
    throw new Error(`${path}: the default ${usual} breaks the rule; correct it above`);
  }
}
