import type { ICluster } from '../../core/cluster';
import { addonBook, type AddedAddon } from './addon-book';
import type { AddonData } from './addon-data';

/** A cluster that components can be added to. */
export interface IAddonHost {
  /**
   * Installs a component with settings of yours, or gives one that is there by itself other settings:
   * `cluster.addAddon(Addon.ingressAlb())`. What it needs is installed before it. In the stack of the cluster, or in the
   * one in which it was imported.
   *
   * @returns its name on this cluster, and its resource
   * @throws InputError `addon-kind`, `addon-conflict`, `addon-duplicate`, `addon-elsewhere` and the like
   */
  addAddon(addon: AddonData): AddedAddon;
}

/** Adds a component to a cluster. */
export function addAddon(cluster: ICluster, addon: AddonData): AddedAddon {
  return addonBook(cluster).add(addon);
}
