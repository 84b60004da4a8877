import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import type { Construct, IConstruct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { jsonText } from '../../core/json-text';
import type { Dependable } from '../../core/network';
import { needRoles } from '../../core/roles';
import { addTreeCheck } from '../../core/tree';
import { putWaitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import type { AddonRow } from './addon-row';
import { otherOwners } from './one-owner';
import type { Told } from './told';

/** Minutes that Terraform waits for a component: its Pods pull images, and must have nodes first. */
export const ADDON_TIMEOUTS = Object.freeze({ create: '30m', update: '30m', delete: '30m' });

/** Resources that a cluster made, as against those that somebody wrote by hand. */
const MADE = new WeakSet<IConstruct>();

/** The resource of a component, in the stack of its cluster. */
export function makeAddon(cluster: ICluster & Construct, row: AddonRow, name: string): CsKubernetesAddon {
  const resource = new CsKubernetesAddon(cluster, `addon-${name.toLowerCase()}`, {
    clusterId: cluster.clusterId,
    name,
    cleanupCloudResources: row.cleanup,
    timeouts: { ...ADDON_TIMEOUTS },
  });
  MADE.add(resource);
  addTreeCheck(resource, (all) => otherOwners(resource, (one) => MADE.has(one), all));
  needRoles(resource, row.roles ?? []);
  if (row.warning !== undefined) {
    warn(resource, 'addon-discouraged', row.warning);
  }
  return resource;
}

/** Tells a component its settings. */
export function tell(resource: CsKubernetesAddon, { version, config }: Told): void {
  if (version !== undefined) {
    resource.version = version;
  }
  if (config !== undefined) {
    resource.config = jsonText(config);
  }
}

/** Puts what a component waits for. */
export function waitForAll(resource: CsKubernetesAddon, before: readonly Dependable[]): void {
  putWaitFor(resource, resource, before);
}
