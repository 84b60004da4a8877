import type { ICluster } from '../../core/cluster';
import { addonBook } from './addon-book';

/**
 * Sees to it that a cluster has a component, by any of its names. A cluster of this program gets what is missing, once, in
 * its own stack; an imported one is asked.
 */
export function requireAddon(cluster: ICluster, name: string, why: string): void {
  addonBook(cluster).ask(name, why);
}
