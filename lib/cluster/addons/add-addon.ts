import type { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import type { ICluster } from '../../core/cluster';
import { addonBook } from './addon-book';
import type { AddonData } from './addon-data';

/** A cluster that components can be added to. */
export interface IAddonHost {
  /**
   * Installs a component with settings of yours, or gives one that is there by itself other settings:
   * `cluster.addAddon(Addon.ingressAlb())`. What it needs is installed before it. In the stack of the cluster, or in the
   * one in which it was imported.
   *
   * @returns the resource; nothing for a component that is there by itself and keeps its settings
   * @throws InputError `addon-kind`, `addon-conflict`, `addon-duplicate`, `addon-elsewhere` and the like
   */
  addAddon(addon: AddonData): CsKubernetesAddon | undefined;
}

/** Adds a component to a cluster. */
export function addAddon(cluster: ICluster, addon: AddonData): CsKubernetesAddon | undefined {
  return addonBook(cluster).add(addon);
}
