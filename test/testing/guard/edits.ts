import type { Json } from './real-plans';

/** An edit of one stack of an example, and what Terraform is known to do for it, so that no comparison is of nothing. */
export interface Edit {
  readonly title: string;
  readonly stack: string;
  readonly edit: (json: Json) => void;
  /** The kinds of actions in Terraform's plan, sorted. */
  readonly does: string;
}

/** The first resource of a type whose name has some text in it. */
export const one = (json: Json, type: string, part = ''): Json => json.resource[type][nameOf(json, type, part)];

export const nameOf = (json: Json, type: string, part = ''): string => {
  const name = Object.keys(json.resource[type] ?? {}).find((each) => each.includes(part));
  if (name === undefined) {
    throw new Error(`no ${type} with "${part}" in its name`);
  }
  return name;
};

/** Gives resources of a type whose names have some text in them another name, and their references with it. */
export function rename(json: Json, from: string, to: string): void {
  const text = JSON.stringify(json).replaceAll(from, to);
  Object.keys(json).forEach((key) => delete json[key]);
  Object.assign(json, JSON.parse(text));
}

const set =
  (type: string, part: string, change: (resource: Json) => void) =>
  (json: Json): void =>
    change(one(json, type, part));

const CLUSTER = 'alicloud_cs_managed_kubernetes';
const POOL = 'alicloud_cs_kubernetes_node_pool';
const RDS = 'alicloud_db_instance';

/** Of examples/raw-l1.ts. */
const RAW: readonly Edit[] = [
  { title: 'nothing', stack: 'raw-l1', edit: () => {}, does: '' },
  {
    title: 'a tag of the VPC',
    stack: 'raw-l1',
    edit: set('alicloud_vpc', '', (vpc) => (vpc.tags = { team: 'x' })),
    does: 'change',
  },
  {
    title: 'the range of the VPC',
    stack: 'raw-l1',
    edit: set('alicloud_vpc', '', (vpc) => (vpc.cidr_block = '10.0.0.0/15')),
    does: 'change',
  },
  {
    title: 'ranges that the VPC calls its own',
    stack: 'raw-l1',
    edit: set('alicloud_vpc', '', (vpc) => (vpc.user_cidrs = ['1.0.0.0/8'])),
    does: 'change,replace',
  },
  {
    title: 'the zone of one vSwitch',
    stack: 'raw-l1',
    edit: set('alicloud_vswitch', 'eci-cn-hangzhou-h', (it) => (it.zone_id = 'cn-hangzhou-k')),
    does: 'replace',
  },
  {
    title: 'the zone of a vSwitch of Pods',
    stack: 'raw-l1',
    edit: set('alicloud_vswitch', 'pods-cn-hangzhou-h', (it) => (it.zone_id = 'cn-hangzhou-k')),
    does: 'change,replace',
  },
  {
    title: 'the kind of the security group',
    stack: 'raw-l1',
    edit: set('alicloud_security_group', '', (it) => (it.security_group_type = 'normal')),
    does: 'change,replace',
  },
  {
    title: 'a rule of the security group',
    stack: 'raw-l1',
    edit: set('alicloud_security_group_rule', 'in-all', (it) => (it.cidr_ip = '10.0.0.0/8')),
    does: 'replace',
  },
  {
    title: 'the name of a key pair',
    stack: 'raw-l1',
    edit: set('alicloud_ecs_key_pair', '', (it) => (it.key_pair_name = 'other')),
    does: 'change,replace',
  },
  {
    title: 'the name of a log project',
    stack: 'raw-l1',
    edit: set('alicloud_log_project', 'logs_', (it) => (it.project_name = 'raw-l1-other')),
    does: 'replace',
  },
  {
    title: 'the length of a random suffix',
    stack: 'raw-l1',
    edit: set('random_id', 'logs_', (it) => (it.byte_length = 6)),
    does: 'replace',
  },
  {
    title: 'the length of the suffix of the cluster’s logs',
    stack: 'raw-l1',
    edit: set('random_id', 'cluster_', (it) => (it.byte_length = 6)),
    does: 'change,replace',
  },
  {
    title: 'how long logs are kept',
    stack: 'raw-l1',
    edit: set('alicloud_log_store', '', (it) => (it.retention_period = 8)),
    does: 'change',
  },
  {
    title: 'an address taken away',
    stack: 'raw-l1',
    edit: (json) => {
      delete json.resource.alicloud_eip_association[nameOf(json, 'alicloud_eip_association', 'association-2')];
      for (const it of Object.values<Json>(json.resource.alicloud_snat_entry)) {
        it.depends_on = it.depends_on.filter((address: string) => !address.includes('association-2'));
      }
    },
    does: 'destroy',
  },
  {
    title: 'the billing of addresses',
    stack: 'raw-l1',
    edit: set('alicloud_eip_address', 'address-1', (it) => (it.internet_charge_type = 'PayByBandwidth')),
    does: 'change,replace',
  },
  {
    title: 'a construct called otherwise',
    stack: 'raw-l1',
    edit: (json) => rename(json, 'logs_0B6081B1', 'journal_0B6081B1'),
    does: 'add,destroy',
  },
  {
    title: 'a construct called otherwise, with its moved block',
    stack: 'raw-l1',
    edit: (json) => {
      rename(json, 'logs_0B6081B1', 'journal_0B6081B1');
      json.moved = [{ from: 'alicloud_log_project.logs_0B6081B1', to: 'alicloud_log_project.journal_0B6081B1' }];
    },
    does: '',
  },
  {
    title: 'the VPC called otherwise, with its moved block',
    stack: 'raw-l1',
    edit: (json) => {
      const name = nameOf(json, 'alicloud_vpc');
      rename(json, `alicloud_vpc.${name}`, 'alicloud_vpc.main');
      json.resource.alicloud_vpc = { main: json.resource.alicloud_vpc[name] };
      json.moved = [{ from: `alicloud_vpc.${name}`, to: 'alicloud_vpc.main' }];
    },
    does: '',
  },
  {
    title: 'a project that Terraform shall forget',
    stack: 'raw-l1',
    edit: (json) => {
      const name = nameOf(json, 'alicloud_log_store');
      delete json.resource.alicloud_log_store;
      json.removed = [{ from: `alicloud_log_store.${name}`, lifecycle: { destroy: false } }];
    },
    does: 'forget',
  },
  {
    title: 'a project that exists, taken over',
    stack: 'raw-l1',
    edit: (json) => {
      json.resource.alicloud_log_project.old = { project_name: 'from-before' };
      json.import = [{ to: 'alicloud_log_project.old', id: 'from-before' }];
    },
    does: 'adopt',
  },
  {
    title: 'the size of the nodes’ disks',
    stack: 'raw-l1',
    edit: set(POOL, '', (it) => (it.system_disk_size = 200)),
    does: 'change',
  },
  {
    title: 'the nodes’ metadata service',
    stack: 'raw-l1',
    edit: set(POOL, '', (it) => (it.instance_metadata_options = { http_tokens: 'required' })),
    does: 'replace',
  },
  {
    title: 'the services’ range',
    stack: 'raw-l1',
    edit: set(CLUSTER, '', (it) => (it.service_cidr = '172.30.0.0/20')),
    does: 'replace',
  },
  {
    title: 'the cluster’s edition',
    stack: 'raw-l1',
    edit: set(CLUSTER, '', (it) => (it.cluster_spec = 'ack.standard')),
    does: 'change',
  },
  {
    title: 'a change that the program ignores',
    stack: 'raw-l1',
    edit: set(CLUSTER, '', (it) => {
      it.lifecycle = { ignore_changes: ['service_cidr', 'tags'] };
      it.service_cidr = '172.30.0.0/20';
      it.tags = { team: 'other' };
    }),
    does: '',
  },
  {
    title: 'everything ignored',
    stack: 'raw-l1',
    edit: set('alicloud_vpc', '', (it) => {
      it.lifecycle = { ignore_changes: 'all' };
      it.user_cidrs = ['1.0.0.0/8'];
    }),
    does: '',
  },
  {
    title: 'a project replaced with the VPC’s name',
    stack: 'raw-l1',
    edit: (json) => {
      one(json, 'alicloud_log_store').lifecycle = {
        replace_triggered_by: [`alicloud_vpc.${nameOf(json, 'alicloud_vpc')}.vpc_name`],
      };
      one(json, 'alicloud_vpc').vpc_name = 'other';
    },
    does: 'change,replace',
  },
  {
    title: 'a new VPC before the old one goes',
    stack: 'raw-l1',
    edit: set('alicloud_vpc', '', (it) => {
      it.lifecycle = { create_before_destroy: true };
      it.user_cidrs = ['1.0.0.0/8'];
    }),
    does: 'change,replace',
  },
];

/** Of examples/burst-to-eci.ts: the cloud. */
const CLOUD: readonly Edit[] = [
  {
    title: 'the database’s engine',
    stack: 'burst-cloud',
    edit: set(RDS, '', (it) => (it.engine = 'MariaDB')),
    does: 'replace',
  },
  {
    title: 'the database’s size, which is ignored because it grows by itself',
    stack: 'burst-cloud',
    edit: set(RDS, '', (it) => (it.instance_storage = 200)),
    does: '',
  },
  {
    title: 'the database’s version',
    stack: 'burst-cloud',
    edit: set(RDS, '', (it) => (it.engine_version = '8.4')),
    does: 'change',
  },
  {
    title: 'the characters of a database',
    stack: 'burst-cloud',
    edit: set('alicloud_db_database', '', (it) => (it.character_set = 'gbk')),
    does: 'replace',
  },
  {
    title: 'the name of a database',
    stack: 'burst-cloud',
    edit: set('alicloud_db_database', '', (it) => (it.data_base_name = 'sales')),
    does: 'replace',
  },
  {
    title: 'who may reach the database',
    stack: 'burst-cloud',
    edit: set(RDS, '', (it) => it.security_ips.push('10.1.0.0/16')),
    does: 'change',
  },
  {
    title: 'the same ranges in another order',
    stack: 'burst-cloud',
    edit: set(RDS, '', (it) => it.security_ips.reverse()),
    does: '',
  },
  {
    title: 'a password rotated',
    stack: 'burst-cloud',
    edit: set('random_password', '', (it) => (it.keepers = { rotation: '2' })),
    does: 'change,replace',
  },
  {
    title: 'an account’s name',
    stack: 'burst-cloud',
    edit: set('alicloud_rds_account', '', (it) => (it.account_name = 'other')),
    does: 'replace',
  },
  {
    title: 'the kind of storage of the file system',
    stack: 'burst-cloud',
    edit: set('alicloud_nas_file_system', '', (it) => (it.storage_type = 'Performance')),
    does: 'replace',
  },
  {
    title: 'who may mount the file system',
    stack: 'burst-cloud',
    edit: set('alicloud_nas_access_group', '', (it) => (it.access_group_name = 'other')),
    does: 'change,replace',
  },
  {
    title: 'the storage class of the bucket',
    stack: 'burst-cloud',
    edit: set('alicloud_oss_bucket', '', (it) => (it.storage_class = 'IA')),
    does: 'replace',
  },
  {
    title: 'the name of a role',
    stack: 'burst-cloud',
    edit: set('alicloud_ram_role', '', (it) => (it.role_name = 'other')),
    does: 'replace',
  },
  {
    title: 'a component less',
    stack: 'burst-cloud',
    edit: (json) => {
      delete json.resource.alicloud_cs_kubernetes_addon[nameOf(json, 'alicloud_cs_kubernetes_addon', 'poseidon')];
    },
    does: 'destroy',
  },
  {
    title: 'a component called otherwise',
    stack: 'burst-cloud',
    edit: set('alicloud_cs_kubernetes_addon', 'poseidon', (it) => (it.name = 'other')),
    does: 'replace',
  },
  {
    title: 'the domain of the cluster',
    stack: 'burst-cloud',
    edit: set(CLUSTER, '', (it) => (it.cluster_domain = 'shop.local')),
    does: 'change,replace',
  },
  {
    title: 'the cluster’s protection',
    stack: 'burst-cloud',
    edit: set(CLUSTER, '', (it) => (it.deletion_protection = false)),
    does: 'change',
  },
  {
    title: 'the vSwitches of the nodes in another order',
    stack: 'burst-cloud',
    edit: set(POOL, '', (it) => it.vswitch_ids.reverse()),
    does: 'change',
  },
];

/** Of the same example: what lives in the cluster. */
const APPS: readonly Edit[] = [
  {
    title: 'a Deployment’s image',
    stack: 'burst-apps',
    edit: set('kubernetes_deployment_v1', '', (it) => (containerOf(it).image = 'a/b:2')),
    does: 'change',
  },
  {
    title: 'a Deployment’s selector',
    stack: 'burst-apps',
    edit: set('kubernetes_deployment_v1', '', (it) => (first(first(it.spec).selector).match_labels = { app: 'x' })),
    does: 'replace',
  },
  {
    title: 'a Deployment’s name',
    stack: 'burst-apps',
    edit: set('kubernetes_deployment_v1', '', (it) => (first(it.metadata).name = 'other')),
    does: 'replace',
  },
  {
    title: 'the namespace’s name',
    stack: 'burst-apps',
    edit: set('kubernetes_namespace_v1', '', (it) => (first(it.metadata).name = 'other')),
    does: 'replace',
  },
  {
    title: 'a label of the namespace',
    stack: 'burst-apps',
    edit: set('kubernetes_namespace_v1', '', (it) => (first(it.metadata).labels = { a: 'b' })),
    does: 'change',
  },
  {
    title: 'a budget',
    stack: 'burst-apps',
    edit: set('kubernetes_pod_disruption_budget_v1', '', (it) => (first(it.spec).max_unavailable = '3')),
    does: 'replace',
  },
  {
    title: 'the class of a claim',
    stack: 'burst-apps',
    edit: set('kubernetes_persistent_volume_claim_v1', '', (it) => (first(it.spec).storage_class_name = 'other')),
    does: 'replace',
  },
  {
    title: 'the name of a volume',
    stack: 'burst-apps',
    edit: set('kubernetes_persistent_volume_v1', '', (it) => (first(it.metadata).name = 'other')),
    does: 'replace',
  },
  {
    title: 'a limit that something is replaced with',
    stack: 'burst-apps',
    edit: set('terraform_data', '', (it) => (it.input = { min: 1, max: 2 })),
    does: 'change,replace',
  },
  {
    title: 'the role of a binding',
    stack: 'burst-apps',
    edit: set('kubernetes_role_binding_v1', '', (it) => (first(it.role_ref).name = 'other')),
    does: 'replace',
  },
  {
    title: 'a release’s values',
    stack: 'burst-apps',
    edit: set('helm_release', 'burst', (it) => (it.values = ['resources: []'])),
    does: 'change',
  },
  {
    title: 'a release’s name',
    stack: 'burst-apps',
    edit: set('helm_release', 'burst', (it) => (it.name = 'other')),
    does: 'replace',
  },
  {
    title: 'the type of a Secret',
    stack: 'burst-apps',
    edit: set('kubernetes_secret_v1', '', (it) => (it.type = 'other')),
    does: 'replace',
  },
  {
    title: 'a Secret’s name',
    stack: 'burst-apps',
    edit: set('kubernetes_secret_v1', '', (it) => (first(it.metadata).name = 'other')),
    does: 'replace',
  },
  {
    title: 'the class of a balancer',
    stack: 'burst-apps',
    edit: set('kubernetes_service_v1', 'balancer', (it) => (first(it.spec).load_balancer_class = 'other')),
    does: 'replace',
  },
];

const first = (value: Json): Json => (Array.isArray(value) ? value[0] : value);

const containerOf = (deployment: Json): Json => first(first(first(first(deployment.spec).template).spec).container);

/** By the name of the example. */
export const EDITS: Readonly<Record<string, readonly Edit[]>> = { 'raw-l1': RAW, 'burst-to-eci': [...CLOUD, ...APPS] };
