import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { dependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import { quote, reject } from '../../core/errors';
import { needRoles } from '../../core/roles';
import { waitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import { poolsOf, whenPoolJoins } from '../nodes/pools';
import type { AddonData } from './addon-data';
import { hostOf, type AddonHost } from './addon-host';
import { installOrder } from './addon-order';
import { conflictProblems, missingProblem, nameProblems, ownerProblems, possibleProblems } from './addon-problems';
import type { AddonRow } from './addon-row';
import { CATALOGUE, rowOf } from './catalogue';
import { componentJson } from './component-json';
import { isNever, isThere, nameOn, standingOn } from './standing';

/** Minutes that Terraform waits for a component: images are pulled, and Pods must have nodes first. */
export const ADDON_TIMEOUTS = Object.freeze({ create: '30m', update: '30m', delete: '30m' });

/** A component that this program installs. */
interface Entry {
  readonly row: AddonRow;
  readonly resource: CsKubernetesAddon;
  /** What it was told by hand; absent while it was only needed. */
  told?: AddonData;
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
    const added = [...this.entries.values()].map(({ row }) => nameOn(row, host));
    return Object.freeze([...new Set([...there, ...added])].sort());
  }

  /** Installs a component as somebody told it to be. */
  add(data: AddonData): CsKubernetesAddon | undefined {
    const { host } = this;
    const row = rowOf(data.component) ?? unknownRow(data.component);
    reject(this.cluster, nameProblems(data.component));
    reject(this.cluster, [...possibleProblems(row, host), ...ownerProblems(row, host)]);
    return this.install(row, data);
  }

  /** Sees to it that a component is there, installing what is missing in a cluster of this program. */
  ask(name: string, why: string): CsKubernetesAddon | undefined {
    const { host } = this;
    const row = rowOf(name) ?? unknownRow(name);
    const made = this.entries.get(row.name);
    if (made || isThere(row, host)) {
      return made?.resource;
    }
    reject(this.cluster, [...nameProblems(name), ...possibleProblems(row, host)]);
    if (host.imported === 'unsaid') {
      this.saySo(row, why);
    } else if (host.imported !== undefined) {
      reject(this.cluster, [missingProblem(nameOn(row, host), why, host)]);
    } else {
      reject(this.cluster, row.name === 'ack-virtual-node' ? [] : ownerProblems(row, host));
      return this.install(row);
    }
    return undefined;
  }

  /** Installs what the virtual node is made of, unless the cluster says that it has it. */
  addVirtualNode(): CsKubernetesAddon | undefined {
    const row = rowOf('ack-virtual-node')!;
    reject(this.cluster, possibleProblems(row, this.host));
    return isThere(row, this.host) ? undefined : this.install(row);
  }

  private get host(): AddonHost {
    return hostOf(this.cluster, this.said);
  }

  private install(row: AddonRow, data?: AddonData): CsKubernetesAddon | undefined {
    const { host } = this;
    const made = this.entries.get(row.name);
    if (made) {
      this.tell(made, data);
      return made.resource;
    }
    if (isThere(row, host) && data?.config === undefined && data?.version === undefined) {
      return undefined;
    }
    const added = [...this.entries.values()].map((entry) => entry.row);
    reject(this.cluster, conflictProblems(row, added, host));
    for (const key of installOrder([row.name], (one) => this.needsOf(one))) {
      if (key !== row.name) {
        this.provide(rowOf(key)!);
      }
    }
    return this.make(row, data);
  }

  /** Installs what another component needs, unless it is there; defaults of an imported cluster are taken to be. */
  private provide(row: AddonRow): void {
    const { host } = this;
    const byItself = ['default', 'first-boot'].includes(standingOn(row, host) as string);
    if (this.entries.has(row.name) || isThere(row, host) || (host.imported === 'unsaid' && byItself)) {
      return;
    }
    reject(this.cluster, possibleProblems(row, host));
    this.install(row);
  }

  private make(row: AddonRow, data?: AddonData): CsKubernetesAddon {
    const name = nameOn(row, this.host);
    const resource = new CsKubernetesAddon(this.cluster, `addon-${name.toLowerCase()}`, {
      clusterId: this.cluster.clusterId,
      name,
      cleanupCloudResources: row.cleanup,
      timeouts: { ...ADDON_TIMEOUTS },
    });
    const entry: Entry = { row, resource };
    this.entries.set(row.name, entry);
    needRoles(resource, row.roles ?? []);
    if (row.warning !== undefined) {
      warn(resource, 'addon-discouraged', row.warning);
    }
    this.tell(entry, data);
    this.rewire();
    return resource;
  }

  private tell(entry: Entry, data: AddonData | undefined): void {
    if (data === undefined) {
      return;
    }
    reject(this.cluster, entry.told && wording(entry.told) !== wording(data) ? [twice(entry.row.name)] : []);
    if (entry.told === undefined) {
      entry.told = data;
      const { config, version, unchecked } = data;
      entry.resource.version = version as string;
      entry.resource.config = (config && componentJson(config)) as string;
      if (unchecked) {
        const text = `nothing checks the configuration of the component ${entry.row.name}; its schema is in the data source alicloud_cs_kubernetes_addon_metadata`;
        warn(entry.resource, 'addon-unchecked', text);
      }
    }
  }

  /** Has every component wait for all node pools and for what it needs: either may have come after it. */
  private rewire(): void {
    const pools = poolsOf(this.cluster).map(({ resource }) => resource);
    for (const { row, resource } of this.entries.values()) {
      const needed = this.needsOf(row.name).flatMap((key) => this.entries.get(key)?.resource ?? []);
      resource.dependsOn = waitFor(resource, [...pools, ...needed])?.map((one) => dependable(one));
    }
  }

  /** What a component needs here: not what the cluster has by itself. */
  private needsOf(key: string): readonly string[] {
    const { host } = this;
    return (rowOf(key)?.needs ?? []).filter((need) => !isNever(standingOn(rowOf(need)!, host)));
  }

  private saySo(row: AddonRow, why: string): void {
    if (!this.unseen.has(row.name)) {
      this.unseen.add(row.name);
      const text = `cluster ${quote(this.cluster.node.path)} does not say whether it has the component ${row.name}: ${why}; name its components in addons`;
      warn(this.cluster, 'addon-unseen', text);
    }
  }
}

/** What is told, as text: the same text is the same wish. */
function wording({ version, config }: AddonData): string {
  return JSON.stringify([version, config && componentJson(config)]);
}

function twice(name: string) {
  const what = `the component ${name} was added twice, with different settings`;
  const fix = `add ${name} once, with all its settings`;
  return { code: 'addon-duplicate' as const, what, value: name, fix };
}

/** The row of a component that the catalogue does not know: nothing is refused. */
function unknownRow(name: string): AddonRow {
  const kinds = { managed: 'optional', dedicated: 'optional', serverless: 'optional' } as const;
  return { name, does: '', kinds, source: 'memory' };
}

const BOOK = Symbol.for('alicloud-constructs/addonBook');

/**
 * The components of a cluster.
 *
 * @param said what an imported cluster was said to have; read once
 */
export function addonBook(cluster: ICluster, said?: readonly string[]): AddonBook {
  const holder = cluster as { [BOOK]?: AddonBook };
  if (!holder[BOOK]) {
    Object.defineProperty(cluster, BOOK, { value: new AddonBook(cluster as ICluster & Construct, said) });
  }
  return holder[BOOK]!;
}
