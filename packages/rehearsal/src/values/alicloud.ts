import { isList, text, type Value } from '../cty/value';
import type { Asked, Inventor } from './asked';
import { ATTRIBUTE_ID_SHAPES, ID_SHAPES, initials, writeId } from './ids';
import { certificate, endpointOf, kubeConfig } from './kube';

const ACCOUNT = '1000000000000001';

const clusterId = (asked: Asked): string => text(asked.get('cluster_id')) ?? text(asked.get('id')) ?? '';

/** The id of a cluster is known while its other values are invented. */
const ownId = (asked: Asked): string => text(asked.get('id')) ?? '';

/** The VPC of the first vSwitch that the object names. */
function vpcOfVswitch(asked: Asked): Value | undefined {
  for (const name of ['vswitch_id', 'vswitch_ids', 'worker_vswitch_ids', 'master_vswitch_ids']) {
    const given = asked.get(name);
    const id = text(isList(given) ? given[0] : given);
    const vpc = id && text(asked.find(id.split(',')[0]!)?.vpc_id);
    if (vpc) {
      return vpc;
    }
  }
  return undefined;
}

const CERTIFICATES: Readonly<Record<string, (asked: Asked) => string>> = {
  cluster_cert: ({ seed }) => certificate(seed),
  client_cert: ({ seed }) => certificate(seed),
  client_key: ({ seed }) => certificate(seed, 'RSA PRIVATE KEY'),
};

/** What a name promises, for clusters. */
const CLUSTER: Readonly<Record<string, (asked: Asked) => Value | undefined>> = {
  certificate_authority: (asked) =>
    asked.shape.kind === 'map'
      ? Object.fromEntries(
          Object.entries(CERTIFICATES).map(([name, make]) => [name, make({ ...asked, seed: asked.seed.at(name) })]),
        )
      : undefined,
  connections: (asked) =>
    asked.shape.kind === 'map'
      ? {
          api_server_internet: endpointOf(`${ownId(asked)}.internet`),
          api_server_intranet: endpointOf(ownId(asked)),
          master_public_ip: '203.0.113.10',
          service_domain: `*.${ownId(asked)}.${asked.region}.alicontainer.invalid`,
        }
      : undefined,
  worker_ram_role_name: (asked) => `KubernetesWorkerRole-${asked.seed.uuid()}`,
  version: () => '1.34.1-aliyun.1',
  vpc_id: vpcOfVswitch,
};

const EXACT: Readonly<Record<string, (asked: Asked) => Value | undefined>> = {
  'alicloud_cs_cluster_credential.kube_config': (asked) => kubeConfig(clusterId(asked), asked.seed),
  'alicloud_cs_cluster_credential.cluster_name': (asked) => asked.find(clusterId(asked))?.name ?? clusterId(asked),
  'alicloud_cs_cluster_credential.id': (asked) => clusterId(asked),
  'alicloud_cs_cluster_credential.expiration': () => '2026-01-01T03:00:00Z',
  'alicloud_cs_cluster_credential.certificate_authority': CLUSTER.certificate_authority!,
  'alicloud_account.id': () => ACCOUNT,
  'alicloud_caller_identity.account_id': () => ACCOUNT,
  'alicloud_caller_identity.id': () => ACCOUNT,
  'alicloud_eip_address.allocation_id': (asked) => ownId(asked),
  'alicloud_eip.allocation_id': (asked) => ownId(asked),
  'alicloud_nas_mount_target.mount_target_domain': (asked) =>
    `${text(asked.get('file_system_id')) ?? ''}-${asked.seed.letters(5)}.${asked.region}.nas.aliyuncs.invalid`,
  'alicloud_security_group_rule.security_group_rule_id': (asked) => `sgr-${asked.seed.letters(18)}`,
};

const isCluster = (type: string): boolean => /^alicloud_cs_(?:managed_|serverless_|edge_)?kubernetes$/.test(type);

/** Values of alicloud's resources and data sources that have to fit together. */
export const inventAlicloud: Inventor = (asked) => {
  const exact = EXACT[`${asked.type}.${asked.path}`];
  if (exact) {
    return exact(asked);
  }
  if (asked.path === 'id' && asked.kind === 'resource') {
    const form = ID_SHAPES[asked.type.slice('alicloud_'.length)];
    const written = form === undefined ? '' : writeId(form, asked);
    return written !== '' ? written : `${initials(asked.type)}-rh${asked.seed.letters(18)}`;
  }
  if (isCluster(asked.type)) {
    const made = CLUSTER[asked.path]?.(asked) ?? CERTIFICATES[asked.name]?.(asked);
    if (made !== undefined) {
      return made;
    }
  }
  if (asked.name === 'vpc_id') {
    const known = vpcOfVswitch(asked);
    if (known !== undefined) {
      return known;
    }
  }
  const form = ATTRIBUTE_ID_SHAPES[asked.name];
  return form !== undefined && asked.shape.kind === 'leaf' && asked.shape.type === 'string'
    ? writeId(form, asked)
    : undefined;
};
