import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** Network and cluster as plain JSON; `over` replaces resources. */
export const cloudStack = (over: Json = {}): Json => ({
  terraform: {
    required_providers: { alicloud: { source: 'aliyun/alicloud', version: '1.289.0' } },
    backend: { oss: { bucket: 'states', prefix: 'terraform', key: 'cloud.tfstate', region: 'cn-hangzhou' } },
  },
  provider: { alicloud: [{ region: 'cn-hangzhou' }] },
  resource: {
    alicloud_vpc: { vpc: { vpc_name: 'net', cidr_block: '10.0.0.0/16', tags: { team: 'a' } } },
    alicloud_vswitch: {
      node: {
        vpc_id: '${alicloud_vpc.vpc.id}',
        cidr_block: '10.0.1.0/24',
        zone_id: 'cn-hangzhou-h',
        vswitch_name: 'node',
      },
    },
    alicloud_nat_gateway: {
      nat: { vpc_id: '${alicloud_vpc.vpc.id}', vswitch_id: '${alicloud_vswitch.node.id}', nat_type: 'Enhanced' },
    },
    alicloud_eip_address: { eip: { payment_type: 'PayAsYouGo', internet_charge_type: 'PayByTraffic' } },
    alicloud_eip_association: {
      eip: {
        allocation_id: '${alicloud_eip_address.eip.id}',
        instance_id: '${alicloud_nat_gateway.nat.id}',
        instance_type: 'Nat',
      },
    },
    alicloud_snat_entry: {
      out: {
        snat_table_id: '${alicloud_nat_gateway.nat.snat_table_ids}',
        snat_ip: '${alicloud_eip_address.eip.ip_address}',
        source_vswitch_id: '${alicloud_vswitch.node.id}',
        depends_on: ['alicloud_eip_association.eip'],
      },
    },
    alicloud_cs_managed_kubernetes: {
      cluster: {
        name: 'c',
        cluster_spec: 'ack.pro.small',
        vswitch_ids: ['${alicloud_vswitch.node.id}'],
        pod_cidr: '172.20.0.0/16',
        service_cidr: '172.21.0.0/20',
        deletion_protection: true,
      },
    },
    ...over,
  },
  output: { cluster_id: { value: '${alicloud_cs_managed_kubernetes.cluster.id}' } },
});

/** A stack in the cluster of {@link cloudStack}. */
export const workloadStack = (over: Json = {}): Json => ({
  terraform: {
    required_providers: {
      alicloud: { source: 'aliyun/alicloud' },
      kubernetes: { source: 'kubernetes' },
      helm: { source: 'helm' },
      random: { source: 'hashicorp/random' },
    },
    backend: { local: { path: '/nowhere/terraform.apps.tfstate' } },
  },
  data: {
    terraform_remote_state: {
      cloud: {
        backend: 'oss',
        config: { bucket: 'states', prefix: 'terraform', key: 'cloud.tfstate', region: 'cn-hangzhou' },
      },
    },
    alicloud_cs_cluster_credential: {
      access: { cluster_id: '${data.terraform_remote_state.cloud.outputs.cluster_id}' },
    },
  },
  locals: { host: '${yamldecode(data.alicloud_cs_cluster_credential.access.kube_config).clusters[0].cluster.server}' },
  provider: {
    alicloud: [{ region: 'cn-hangzhou' }],
    kubernetes: [{ host: '${local.host}' }],
    helm: [{ kubernetes: { host: '${local.host}' } }],
  },
  variable: { license: { type: 'string', sensitive: true } },
  resource: {
    kubernetes_namespace_v1: { shop: { metadata: { name: 'shop' } } },
    random_password: { db: { length: 20 } },
    kubernetes_secret_v1: {
      db: {
        metadata: { name: 'db', namespace: '${kubernetes_namespace_v1.shop.metadata[0].name}' },
        data: { password: '${random_password.db.result}', license: '${var.license}' },
      },
    },
    helm_release: {
      web: {
        name: 'web',
        chart: './web',
        namespace: '${kubernetes_namespace_v1.shop.metadata[0].name}',
        values: ['a: 1'],
      },
    },
    ...over,
  },
});

/** Writes stacks as cdktf would; each depends on those before it. Returns the folder. */
export function writeStacks(stacks: Readonly<Record<string, Json>>): string {
  const out = mkdtempSync(join(tmpdir(), 'rehearsal-test-'));
  folders.push(out);
  const names = Object.keys(stacks);
  const manifest = names.map((name, at) => {
    const workingDirectory = `stacks/${name}`;
    mkdirSync(join(out, workingDirectory), { recursive: true });
    writeFileSync(join(out, workingDirectory, 'cdk.tf.json'), JSON.stringify(stacks[name], null, 2));
    return [name, { name, workingDirectory, dependencies: names.slice(0, at) }] as const;
  });
  // The last comes first: the order has to come from the dependencies.
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(manifest.reverse()) }));
  return out;
}

const folders: string[] = [];

/** Removes what {@link writeStacks} wrote. */
export const removeStacks = (): void =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
