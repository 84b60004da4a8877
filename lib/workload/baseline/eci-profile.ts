import type { ICluster } from '../../core/cluster';
import type { Problem } from '../../core/errors';
import type { EciSettings } from './cluster-baseline-props';

/** Most vSwitches that a profile can name. */
export const MAX_VSWITCHES = 10;

/** The keys of `kube-system/eci-profile` that this program decides, sorted; empty when there are none. */
export function eciProfile(cluster: ICluster, settings: EciSettings = {}): Readonly<Record<string, string>> {
  const node = cluster.virtualNode;
  const place = node && {
    vSwitchIds: node.vswitches.map(({ vswitchId }) => vswitchId).join(','),
    securityGroupId: node.securityGroup.securityGroupId,
  };
  const byZone = cluster.serviceDiscovery?.kind === 'private-zone';
  const given = {
    ...place,
    enableClusterIp: said(settings.clusterIp),
    enableLogController: said(settings.logController),
    enablePrivateZone: said(settings.privateZone ?? (byZone || undefined)),
    resourceGroupId: settings.resourceGroupId,
  };
  const entries = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function said(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : String(flag);
}

/** Problems with settings of ECI in a cluster. */
export function eciProblems(cluster: ICluster, settings: EciSettings | undefined): Problem[] {
  const wanted = Object.values(settings ?? {}).some((value) => value !== undefined);
  const count = cluster.virtualNode?.vswitches.length ?? 0;
  if (wanted && cluster.kind !== 'serverless' && cluster.virtualNode === undefined) {
    const what = `eci settings for cluster "${cluster.node.path}", which has no virtual node`;
    const fix = 'call cluster.addVirtualNode() before the WorkloadStack is made, or leave eci out';
    return [{ code: 'cluster-kind', what, value: settings, fix }];
  }
  if (count > MAX_VSWITCHES) {
    const what = `the virtual node has ${count} vSwitches; a profile names at most ${MAX_VSWITCHES}`;
    return [
      { code: 'list-too-long', what, value: count, fix: `give the virtual node at most ${MAX_VSWITCHES} vSwitches` },
    ];
  }
  return [];
}
