import type { Attributes, TerraformJson } from '../../lib/testing';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Mutable = { [key: string]: any };

/** A way to break the Terraform of a stack. */
export interface Fault {
  readonly title: string;
  /** What the judge must say. */
  readonly says: RegExp;
  /** Breaks the stack; false when it holds nothing that can be broken in this way. */
  readonly spoil: (stack: Mutable) => boolean;
}

/** Changes the first resource of a type. */
const inFirst =
  (type: string, change: (attributes: Mutable, stack: Mutable) => void) =>
  (stack: Mutable): boolean => {
    const found = Object.values((stack as TerraformJson).resource?.[type] ?? {})[0] as Mutable | undefined;
    if (found === undefined) {
      return false;
    }
    change(found, stack);
    return true;
  };

const set = (type: string, attributes: Attributes) => inFirst(type, (resource) => Object.assign(resource, attributes));

const CLUSTER = 'alicloud_cs_managed_kubernetes';
const POOL = 'alicloud_cs_kubernetes_node_pool';

/** Ways to break an example: what people get wrong, in Terraform's terms. */
export const FAULTS: readonly Fault[] = [
  {
    title: 'a control plane that cannot be bought',
    says: /cluster_spec/,
    spoil: set(CLUSTER, { cluster_spec: 'ack.tiny' }),
  },
  { title: 'a node mask out of range', says: /node_cidr_mask/, spoil: set(CLUSTER, { node_cidr_mask: 30 }) },
  {
    title: 'a name and a prefix at once',
    says: /name_prefix|name/,
    spoil: set(CLUSTER, { name_prefix: 'shop-' }),
  },
  { title: 'a name that is too long', says: /name/, spoil: set(CLUSTER, { name: 'x'.repeat(64) }) },
  { title: 'an attribute that nobody knows', says: /[Uu]nsupported|Extraneous/, spoil: set(CLUSTER, { nodes: 3 }) },
  { title: 'text where a number belongs', says: /number/, spoil: set(CLUSTER, { node_cidr_mask: 'many' }) },
  {
    title: 'a list where a word belongs',
    says: /string required|Incorrect|Inappropriate/i,
    spoil: set(CLUSTER, { service_cidr: ['172.21.0.0/20'] }),
  },
  {
    title: 'a reference to what does not exist',
    says: /undeclared|not been declared/,
    spoil: set(CLUSTER, { security_group_id: '${alicloud_security_group.gone.id}' }),
  },
  {
    title: 'a reference to an attribute that does not exist',
    says: /Unsupported attribute|no argument, nested block/,
    spoil: inFirst(POOL, (pool) => {
      pool.cluster_id = String(pool.cluster_id).replace('.id}', '.identity}');
    }),
  },
  {
    title: 'a cycle',
    says: /[Cc]ycle/,
    spoil: (stack) => {
      const [pool] = Object.keys(stack.resource[POOL] ?? {});
      const [cluster] = Object.values((stack.resource[CLUSTER] ?? {}) as Record<string, Mutable>);
      if (pool === undefined || cluster === undefined) {
        return false;
      }
      cluster.depends_on = [...(cluster.depends_on ?? []), `${POOL}.${pool}`];
      return true;
    },
  },
  {
    title: 'a node pool of no cluster',
    says: /cluster_id/,
    spoil: inFirst(POOL, (pool) => delete pool.cluster_id),
  },
  {
    title: 'an image that is no longer offered',
    says: /image_type/,
    spoil: set(POOL, { image_type: 'AliyunLinux1' }),
  },
  {
    title: 'a pool with a fixed size and a count',
    says: /desired_size|node_count/,
    spoil: set(POOL, { desired_size: '3', node_count: 3 }),
  },
  {
    title: 'the id of another kind of thing where a vSwitch belongs',
    says: /vswitch_ids/,
    spoil: set(CLUSTER, { vswitch_ids: ['vpc-bp1a2b3c4d5e6f7g8h9i0'] }),
  },
  {
    title: 'Services on the addresses of the VPC',
    says: /service/i,
    spoil: (stack) => {
      const vpc = Object.values((stack.resource.alicloud_vpc ?? {}) as Record<string, Mutable>)[0];
      return vpc !== undefined && set(CLUSTER, { service_cidr: vpc.cidr_block })(stack);
    },
  },
  {
    title: 'a vSwitch outside its VPC',
    says: /outside|not (in|inside|within)|range/,
    spoil: set('alicloud_vswitch', { cidr_block: '10.99.0.0/24' }),
  },
  {
    title: 'two vSwitches on one range',
    says: /overlap|meets/,
    spoil: (stack) => {
      const [first, second] = Object.values((stack.resource.alicloud_vswitch ?? {}) as Record<string, Mutable>);
      if (first === undefined || second === undefined) {
        return false;
      }
      second.cidr_block = first.cidr_block;
      return true;
    },
  },
  {
    title: 'a NAT gateway of the enhanced kind without a vSwitch',
    says: /vswitch|vSwitch/,
    spoil: inFirst('alicloud_nat_gateway', (nat) => delete nat.vswitch_id),
  },
  {
    title: 'an SNAT entry whose address is bound to nothing',
    says: /not (associated|bound)|associat|bound/,
    spoil: (stack) => {
      if (stack.resource.alicloud_eip_association === undefined) {
        return false;
      }
      delete stack.resource.alicloud_eip_association;
      Object.values(stack.resource as Record<string, Record<string, Mutable>>).forEach((byName) =>
        Object.values(byName).forEach((resource) => {
          resource.depends_on = resource.depends_on?.filter((one: string) => !one.includes('eip_association'));
        }),
      );
      return true;
    },
  },
  {
    title: 'a way to pay that does not exist',
    says: /payment_type/,
    spoil: set('alicloud_nat_gateway', { payment_type: 'Monthly' }),
  },
  {
    title: 'traffic billed in a way that does not exist',
    says: /internet_charge_type/,
    spoil: set('alicloud_eip_address', { internet_charge_type: 'PayByHope' }),
  },
  {
    title: 'a zone under its old name and its new one',
    says: /zone_id|availability_zone/,
    spoil: set('alicloud_vswitch', { availability_zone: 'cn-hangzhou-h' }),
  },
  {
    title: 'a security group of no kind',
    says: /security_group_type/,
    spoil: set('alicloud_security_group', { security_group_type: 'advanced' }),
  },
  {
    title: 'an SNAT entry of no table',
    says: /snat_table_id/,
    spoil: inFirst('alicloud_snat_entry', (entry) => delete entry.snat_table_id),
  },
  {
    title: 'a rule in a direction that does not exist',
    says: /type/,
    spoil: set('alicloud_security_group_rule', { type: 'inbound' }),
  },
  {
    title: 'a rule of low priority beyond the end',
    says: /priority/,
    spoil: set('alicloud_security_group_rule', { priority: 101 }),
  },
];
