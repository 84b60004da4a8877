/** A cluster without nodes written by hand with L1 classes. */
import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { LogProject } from '@cdktf/provider-alicloud/lib/log-project';
import { Id } from '@cdktf/provider-random/lib/id';
import type { Construct } from 'constructs';
import { clusterGroup, DELETE_OPTIONS } from './ack-by-hand';
import type { Net } from './network-by-hand';

export function serverless(scope: Construct, name: string, net: Net) {
  const { nodes, rules } = clusterGroup(scope, name, net);
  const suffix = new Id(scope, 'cluster-suffix', { byteLength: 4 });
  const logs = new LogProject(scope, 'cluster-logs', { projectName: `${name}-cluster-log-project-${suffix.hex}` });
  const ack = new CsManagedKubernetes(scope, 'cluster', {
    name: `${name}-cluster`,
    profile: 'Serverless',
    clusterSpec: 'ack.pro.small',
    vswitchIds: net.vswitches.eci!.map(({ id }) => id),
    securityGroupId: nodes.id,
    serviceCidr: '172.21.0.0/20',
    newNatGateway: false,
    slbInternetEnabled: false,
    deletionProtection: true,
    enableRrsa: true,
    skipSetCertificateAuthority: true,
    controlPlaneLogComponents: ['apiserver', 'ccm', 'kcm', 'scheduler', 'vk'],
    controlPlaneLogProject: logs.projectName,
    controlPlaneLogTtl: '30',
    auditLogConfig: { enabled: true, slsProjectName: logs.projectName },
    addons: [{ name: 'coredns' }],
    deleteOptions: DELETE_OPTIONS,
    timeouts: { create: '90m', update: '60m', delete: '60m' },
    dependsOn: [...net.egress, ...rules],
    lifecycle: {
      ignoreChanges: [
        'addons',
        'cluster_domain',
        'control_plane_log_components',
        'name_prefix',
        'new_nat_gateway',
        'node_cidr_mask',
        'pod_cidr',
        'proxy_mode',
        'slb_internet_enabled',
        'user_ca',
        'zone_ids',
      ],
    },
  });
  return { ack, nodes };
}
