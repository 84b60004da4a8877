import type { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, reject } from '../../core/errors';
import { warn } from '../../core/warnings';
import { poolsOf, whenPoolJoins } from '../nodes/pools';
import type { AddonData } from './addon-data';
import { hostOf, type AddonHost } from './addon-host';
import { installOrder } from './addon-order';
import {
  conflictProblems,
  duplicateProblem,
  missingProblem,
  nameProblems,
  ownerProblems,
  possibleProblems,
} from './addon-problems';
import { makeAddon, tell, waitForAll } from './addon-resource';
import type { AddonRow } from './addon-row';
import { componentJson } from './component-json';
import { CATALOGUE, rowFor, rowOf } from './catalogue';
import { isNever, isThere, nameOn, standingOn } from './standing';
import { told, toldProblems, type Told } from './told';

/** A component that was added. */
export interface AddedAddon {
  /** Its name on this cluster. */
  readonly name: string;
  /** Absent for a component that is there by itself and keeps its settings. */
  readonly resource?: CsKubernetesAddon;
}

/** A component that this program installs. */
interface Entry {
  readonly row: AddonRow;
  readonly resource: CsKubernetesAddon;
  /** What it was told by hand; absent while something only needs it. */
  told?: Told;
}

/** The components of one cluster: which this program installs, and what waits for what. */
export class AddonBook {
  private readonly entries = new Map<string, Entry>();
  private readonly unseen = new Set<string>();

  constructor(
    private readonly cluster: ICluster & Construct,
    private readonly said: readonly string[] | undefined,
  ) {
    whenPoolJoins(cluster, () => this.rewire());
  }

  /** Names of the components that are known to be there, sorted; `undefined` when the cluster does not say. */
  names(): readonly string[] | undefined {
    const { host } = this;
    if (host.imported === 'unsaid') {
      return undefined;
    }
    const there = host.imported ?? CATALOGUE.filter((row) => isThere(row, host)).map((row) => nameOn(row, host));
    const added = this.rows().map((row) => nameOn(row, host));
    return Object.freeze([...new Set([...there, ...host.beside, ...added])].sort());
  }

  /** Installs a component as somebody told it to be. */
  add(data: AddonData): AddedAddon {
    const { host } = this;
    reject(this.cluster, toldProblems(data, host.kind));
    reject(this.cluster, nameProblems(data.component));
    const row = rowFor(data.component);
    const impossible = possibleProblems(row, host);
    // What the catalogue has no words for could be a switch that the cluster was made with.
    const owned = row.tellable && data.kind === 'known' ? [] : ownerProblems(row, host);
    reject(this.cluster, impossible.length > 0 ? impossible : owned);
    const resource = this.install(row, told(data, host.kind));
    if (data.kind === 'other' && resource) {
      const text = `nothing checks the settings of the component ${data.component}: compare them with the data source alicloud_cs_kubernetes_addon_metadata`;
      warn(resource, 'addon-unchecked', text);
    }
    return Object.freeze({ name: nameOn(row, host), resource });
  }

  /** Sees to it that a component is there, installing what is missing in a cluster of this program. */
  ask(name: string, why: string): void {
    const { host } = this;
    reject(this.cluster, nameProblems(name));
    const row = rowFor(name);
    if (this.entries.has(row.name) || isThere(row, host)) {
      return;
    }
    reject(this.cluster, possibleProblems(row, host));
    if (host.imported === 'unsaid') {
      this.saySo(row, why);
    } else if (host.imported !== undefined) {
      reject(this.cluster, [missingProblem(nameOn(row, host), why, host)]);
    } else {
      reject(this.cluster, row.cleanup ? [] : ownerProblems(row, host));
      this.install(row);
    }
  }

  /** Installs what a virtual node is made of, unless the cluster says that it has it. */
  addVirtualNode(): CsKubernetesAddon | undefined {
    const row = rowFor('ack-virtual-node');
    reject(this.cluster, possibleProblems(row, this.host));
    return isThere(row, this.host) ? undefined : this.install(row);
  }

  private get host(): AddonHost {
    return hostOf(this.cluster, this.said);
  }

  private rows(): readonly AddonRow[] {
    return [...this.entries.values()].map(({ row }) => row);
  }

  /** Installs a component after what it needs; tells one that is there what is new. */
  private install(row: AddonRow, wanted: Told = {}): CsKubernetesAddon | undefined {
    const { host } = this;
    const made = this.entries.get(row.name);
    if (made) {
      this.tellOnce(made, wanted);
      return made.resource;
    }
    if (isThere(row, host) && wanted.config === undefined && wanted.version === undefined) {
      return undefined;
    }
    reject(this.cluster, conflictProblems(row, this.rows(), host));
    const before = installOrder([row.name], (key) => this.needsOf(key)).filter((key) => key !== row.name);
    before.forEach((key) => this.provide(rowFor(key)));
    const entry: Entry = { row, resource: makeAddon(this.cluster, row, nameOn(row, host)) };
    this.entries.set(row.name, entry);
    if (row.needed !== undefined) {
      tell(entry.resource, { config: componentJson(row.needed) });
    }
    this.tellOnce(entry, wanted);
    this.rewire();
    return entry.resource;
  }

  /** Installs what another component needs, unless it is there; defaults of an imported cluster are taken to be. */
  private provide(row: AddonRow): void {
    const { host } = this;
    const standing = standingOn(row, host);
    const byItself = host.imported === 'unsaid' && (standing === 'default' || standing === 'first-boot');
    if (!this.entries.has(row.name) && !isThere(row, host) && !byItself) {
      reject(this.cluster, possibleProblems(row, host));
      this.install(row);
    }
  }

  private tellOnce(entry: Entry, wanted: Told): void {
    if (wanted.config === undefined && wanted.version === undefined) {
      return;
    }
    const other = entry.told && JSON.stringify(entry.told) !== JSON.stringify(wanted);
    reject(this.cluster, other ? [duplicateProblem(entry.row.name)] : []);
    entry.told = wanted;
    tell(entry.resource, wanted);
  }

  /** Has every component wait for all node pools and for what it needs: either may have come after it. */
  private rewire(): void {
    const pools = poolsOf(this.cluster).map(({ resource }) => resource);
    for (const { row, resource } of this.entries.values()) {
      const before = [...this.needsOf(row.name), ...(row.after ?? [])].sort();
      waitForAll(resource, [...pools, ...before.flatMap((key) => this.entries.get(key)?.resource ?? [])]);
    }
  }

  /** What a component needs on this cluster. */
  private needsOf(key: string): readonly string[] {
    const { host } = this;
    return (rowOf(key)?.needs ?? []).filter((need) => !isNever(standingOn(rowFor(need), host)));
  }

  private saySo(row: AddonRow, why: string): void {
    if (!this.unseen.has(row.name)) {
      this.unseen.add(row.name);
      const text = `cluster ${quote(this.cluster.node.path)} does not say whether it has the component ${nameOn(row, this.host)}: ${why}; name its components in addons`;
      warn(this.cluster, 'addon-unseen', text);
    }
  }
}

const BOOK = Symbol.for('alicloud-constructs/addonBook');

/**
 * The components of a cluster.
 *
 * @param said what an imported cluster was said to have; read at the first call
 */
export function addonBook(cluster: ICluster, said?: readonly string[]): AddonBook {
  const holder = cluster as { [BOOK]?: AddonBook };
  if (!holder[BOOK]) {
    Object.defineProperty(cluster, BOOK, { value: new AddonBook(cluster as ICluster & Construct, said) });
  }
  return holder[BOOK]!;
}
