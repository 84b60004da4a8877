import type { Json } from './real-plans';

/** A stack that no framework wrote: counts, loops, local values, variables, data sources that wait, sets of blocks. */
export const HAND_WRITTEN = (): Json => ({
  terraform: {
    required_providers: { alicloud: { source: 'aliyun/alicloud' }, random: { source: 'hashicorp/random' } },
    backend: { local: { path: '../../../hand.tfstate' } },
  },
  provider: { alicloud: [{ region: 'cn-hangzhou' }] },
  variable: { owner: { type: 'string', default: 'platform' } },
  locals: {
    range: '10.8.0.0/16',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    names: { a: 'hand-computed', b: 'hand-other' },
    chosen: 'a',
    loud: true,
    shares: ['x', 'y'],
    disks: [20, 40],
    labels: { tier: 'one' },
  },
  data: {
    alicloud_vswitches: { found: { vpc_id: '${alicloud_vpc.main.id}', depends_on: ['alicloud_vswitch.each'] } },
    alicloud_resource_manager_resource_groups: { all: { name_regex: '^${var.owner}' } },
  },
  resource: {
    alicloud_vpc: { main: { cidr_block: '${local.range}', vpc_name: '${var.owner}-vpc' } },
    alicloud_vswitch: {
      counted: {
        count: 2,
        vpc_id: '${alicloud_vpc.main.id}',
        zone_id: 'cn-hangzhou-h',
        cidr_block: '10.8.${count.index}.0/24',
        vswitch_name: 'counted-${count.index}',
      },
      each: {
        for_each: '${toset(["cn-hangzhou-h", "cn-hangzhou-i"])}',
        vpc_id: '${alicloud_vpc.main.id}',
        zone_id: '${each.value}',
        cidr_block: '${each.key == "cn-hangzhou-h" ? "10.8.16.0/24" : "10.8.17.0/24"}',
        vswitch_name: 'each-${each.key}',
      },
      mapped: {
        for_each: {
          a: { zone: 'cn-hangzhou-h', range: '10.8.32.0/24' },
          b: { zone: 'cn-hangzhou-i', range: '10.8.33.0/24' },
        },
        vpc_id: '${alicloud_vpc.main.id}',
        zone_id: '${each.value.zone}',
        cidr_block: '${each.value.range}',
      },
      single: { vpc_id: '${alicloud_vpc.main.id}', zone_id: 'cn-hangzhou-h', cidr_block: '10.8.48.0/24' },
    },
    alicloud_security_group: {
      main: {
        vpc_id: '${alicloud_vpc.main.id}',
        security_group_name: 'main',
        tags: { names: '${join(",", [alicloud_vpc.main.vpc_name])}' },
      },
      found: { vpc_id: '${alicloud_vpc.main.id}', security_group_name: '${data.alicloud_vswitches.found.ids[0]}' },
    },
    alicloud_nlb_load_balancer: {
      front: {
        address_type: 'Intranet',
        vpc_id: '${alicloud_vpc.main.id}',
        zone_mappings: [
          { zone_id: 'cn-hangzhou-h', vswitch_id: '${alicloud_vswitch.each["cn-hangzhou-h"].id}' },
          { zone_id: 'cn-hangzhou-i', vswitch_id: '${alicloud_vswitch.each["cn-hangzhou-i"].id}' },
        ],
      },
    },
    alicloud_kvstore_instance: {
      cache: {
        db_instance_name: 'cache',
        instance_class: 'redis.shard.small.ce',
        vswitch_id: '${element(alicloud_vswitch.counted[*].id, 0)}',
        zone_id: '${local.zones[0]}',
        security_ips: ['10.8.0.0/16', '10.9.0.0/16'],
      },
    },
    alicloud_nas_file_system: {
      share: { count: '${length(local.shares)}', protocol_type: 'NFS', storage_type: 'Capacity' },
    },
    alicloud_instance: {
      machine: {
        image_id: 'aliyun_3_x64',
        instance_type: 'ecs.g7.large',
        vswitch_id: '${alicloud_vswitch.mapped[local.loud ? "a" : "b"].id}',
        security_groups: ['${alicloud_security_group.main.id}'],
        description: '%{ if local.loud }LOUD%{ else }quiet%{ endif }',
        tags: '${merge(local.labels, { of = local.names[local.chosen] })}',
        dynamic: {
          data_disks: {
            for_each: '${local.disks}',
            content: { size: '${data_disks.value}', name: 'disk-${data_disks.key}', category: 'cloud_essd' },
          },
        },
      },
    },
    random_password: { secret: { length: 24, keepers: { of: '${alicloud_vpc.main.id}' } } },
    terraform_data: { watch: { input: '${alicloud_vpc.main.vpc_name}', triggers_replace: '${local.zones}' } },
    alicloud_log_project: {
      logs: { project_name: 'hand-logs', lifecycle: { replace_triggered_by: ['terraform_data.watch'] } },
      computed: { project_name: '${local.names[local.chosen]}' },
    },
  },
});

/** Edits of it, and what Terraform does for them. */
export const HAND_EDITS: readonly (readonly [title: string, does: string, edit: (json: Json) => void])[] = [
  ['nothing', '', () => {}],
  ['one more of a count', 'add', ({ resource }) => (resource.alicloud_vswitch.counted.count = 3)],
  ['one less of a count', 'destroy', ({ resource }) => (resource.alicloud_vswitch.counted.count = 1)],
  [
    'a count that goes',
    'change,destroy,replace',
    ({ resource }) => {
      const { count: _, ...rest } = resource.alicloud_vswitch.counted;
      resource.alicloud_vswitch.counted = { ...rest, cidr_block: '10.8.9.0/24', vswitch_name: 'counted' };
      resource.alicloud_kvstore_instance.cache.vswitch_id = '${alicloud_vswitch.counted.id}';
    },
  ],
  ['a count that comes', '', ({ resource }) => (resource.alicloud_vswitch.single.count = 1)],
  [
    'a set with one more',
    'add',
    ({ resource }) => {
      resource.alicloud_vswitch.mapped.for_each.c = { zone: 'cn-hangzhou-j', range: '10.8.34.0/24' };
    },
  ],
  [
    'a key that is called otherwise',
    'add,destroy',
    ({ resource }) => {
      const { b, ...others } = resource.alicloud_vswitch.mapped.for_each;
      resource.alicloud_vswitch.mapped.for_each = { ...others, z: b };
    },
  ],
  [
    'a key that is called otherwise, with its moved block',
    '',
    (json) => {
      const { b, ...others } = json.resource.alicloud_vswitch.mapped.for_each;
      json.resource.alicloud_vswitch.mapped.for_each = { ...others, z: b };
      json.moved = [{ from: 'alicloud_vswitch.mapped["b"]', to: 'alicloud_vswitch.mapped["z"]' }];
    },
  ],
  [
    'one block that becomes one of many',
    '',
    (json) => {
      const { single, mapped } = json.resource.alicloud_vswitch;
      mapped.for_each.s = { zone: single.zone_id, range: single.cidr_block };
      delete json.resource.alicloud_vswitch.single;
      json.moved = { from: 'alicloud_vswitch.single', to: 'alicloud_vswitch.mapped["s"]' };
    },
  ],
  [
    'a chain of moved blocks',
    '',
    (json) => {
      json.resource.alicloud_vswitch.last = json.resource.alicloud_vswitch.single;
      delete json.resource.alicloud_vswitch.single;
      json.moved = [
        { from: 'alicloud_vswitch.between', to: 'alicloud_vswitch.last' },
        { from: 'alicloud_vswitch.single', to: 'alicloud_vswitch.between' },
      ];
    },
  ],
  ['a local value', 'change', (json) => (json.locals.range = '10.8.0.0/15')],
  ['a variable', 'change,replace', (json) => (json.variable.owner.default = 'other')],
  [
    'a literal in the place of what it stood for',
    '',
    ({ resource }) => (resource.alicloud_vpc.main.cidr_block = '10.8.0.0/16'),
  ],
  [
    'a reference in the place of a literal',
    '',
    ({ resource }) => {
      resource.alicloud_kvstore_instance.cache.zone_id = '${alicloud_vswitch.single.zone_id}';
    },
  ],
  ['the VPC made anew', 'change,replace', ({ resource }) => (resource.alicloud_vpc.main.user_cidrs = ['1.0.0.0/8'])],
  [
    'one of many made anew',
    'change,replace',
    ({ resource }) => (resource.alicloud_vswitch.mapped.for_each.a.zone = 'cn-hangzhou-k'),
  ],
  ['what a data source waits for', 'change', ({ resource }) => (resource.alicloud_vswitch.each.description = 'x')],
  ['what a resource is replaced with', 'replace', (json) => (json.locals.zones = ['cn-hangzhou-h', 'cn-hangzhou-j'])],
  [
    'a zone of a balancer',
    'change',
    ({ resource }) => {
      resource.alicloud_nlb_load_balancer.front.zone_mappings[1].vswitch_id = '${alicloud_vswitch.mapped["b"].id}';
    },
  ],
  [
    'the same addresses in another order',
    '',
    ({ resource }) => resource.alicloud_kvstore_instance.cache.security_ips.reverse(),
  ],
  ['a default written out', '', ({ resource }) => (resource.alicloud_kvstore_instance.cache.instance_type = 'Redis')],
  ['numbers as texts', '', ({ resource }) => (resource.random_password.secret.length = '24')],
  [
    'a switch on a vSwitch of a count',
    'change',
    ({ resource }) => (resource.alicloud_vswitch.counted.description = 'number ${count.index}'),
  ],
  [
    'an entry of a map that another local value names',
    'change,replace',
    (json) => (json.locals.names.a = 'hand-renamed'),
  ],
  ['which entry of a map is named', 'change,replace', (json) => (json.locals.chosen = 'b')],
  ['what a function makes of local values', 'change', (json) => (json.locals.labels.tier = 'two')],
  ['a condition in a text and in a place of a list', 'change', (json) => (json.locals.loud = false)],
  ['a list that a count is the length of', 'destroy', (json) => (json.locals.shares = ['x'])],
  ['what a dynamic block loops over', 'replace', (json) => (json.locals.disks = [20, 60])],
  ['a dynamic block with one turn less', 'replace', (json) => (json.locals.disks = [20])],
  [
    'a dynamic block written out',
    '',
    ({ resource }) => {
      const { dynamic: _, ...rest } = resource.alicloud_instance.machine;
      resource.alicloud_instance.machine = {
        ...rest,
        data_disks: [20, 40].map((size, at) => ({ size, name: `disk-${at}`, category: 'cloud_essd' })),
      };
    },
  ],
];
