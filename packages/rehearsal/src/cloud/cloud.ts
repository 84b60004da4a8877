import type { Obj } from '../cty/value';
import { parseValue, writeValue } from '../cty/json';

/** One thing of the simulated cloud. */
export interface Thing {
  readonly type: string;
  readonly id: string;
  readonly values: Obj;
  /** Cluster that a kubernetes object lives in; empty for cloud resources. */
  readonly cluster: string;
  /** Counts creations: 1 was created first. */
  readonly order: number;
  /** What its creation was seeded with, and how many had the same seed before it. */
  readonly seed?: { readonly base: string; readonly use: number };
}

/** What a rule may ask the cloud. */
export interface CloudView {
  /** All things of these types, in order of creation. */
  all(...types: string[]): readonly Thing[];
  /** Everything that lives in a cluster. */
  inCluster(cluster: string | undefined): readonly Thing[];
  get(type: string, id: string): Thing | undefined;
  /** Attributes of whatever has this id. */
  find(id: string): Obj | undefined;
}

interface Snapshot {
  readonly order: number;
  readonly seeds: Readonly<Record<string, number>>;
  readonly things: readonly Thing[];
  readonly deleted: readonly string[];
  readonly astray?: readonly string[];
}

/** What exists. Lives in memory; {@link save} and {@link load} keep it in a JSON text. */
export class Cloud implements CloudView {
  private readonly things = new Map<string, Thing>();
  private readonly byId = new Map<string, Thing>();
  private readonly byType = new Map<string, Set<Thing>>();
  private readonly deleted = new Set<string>();
  private readonly astray = new Set<string>();
  private readonly seeds = new Map<string, number>();
  private order = 0;

  all(...types: string[]): readonly Thing[] {
    return types.flatMap((type) => [...(this.byType.get(type) ?? [])]).sort((one, other) => one.order - other.order);
  }

  inCluster(cluster: string | undefined): readonly Thing[] {
    return cluster === undefined || cluster === ''
      ? []
      : [...this.things.values()].filter((one) => one.cluster === cluster);
  }

  get(type: string, id: string, cluster = ''): Thing | undefined {
    return this.things.get(key(type, id, cluster));
  }

  find(id: string): Obj | undefined {
    return this.byId.get(id)?.values;
  }

  /** Puts a thing in its place; a new one takes the next number. */
  put(type: string, id: string, values: Obj, cluster = '', seed?: Thing['seed']): Thing {
    const known = this.get(type, id, cluster);
    const thing = { type, id, values, cluster, order: known?.order ?? ++this.order, seed: known?.seed ?? seed };
    this.keep(thing, known);
    this.astray.delete(key(type, id, cluster));
    return thing;
  }

  remove(type: string, id: string, cluster = ''): void {
    const known = this.get(type, id, cluster);
    if (known) {
      this.things.delete(key(type, id, cluster));
      this.byType.get(type)?.delete(known);
      if (this.byId.get(id) === known) {
        this.byId.delete(id);
      }
    }
    this.deleted.add(key(type, id, cluster));
  }

  /** Whether the thing was deleted here, as opposed to never seen. */
  wasDeleted(type: string, id: string, cluster = ''): boolean {
    return this.deleted.has(key(type, id, cluster));
  }

  /** Says that a thing is not what Terraform believes: a change got here, or did not, without Terraform hearing of it. */
  leaveAstray(type: string, id: string, cluster = ''): void {
    this.astray.add(key(type, id, cluster));
  }

  isAstray(type: string, id: string, cluster = ''): boolean {
    return this.astray.has(key(type, id, cluster));
  }

  /** Counts how often a seed was used, so that equal configurations get different ids. */
  nextUse(seed: string): number {
    const use = this.seeds.get(seed) ?? 0;
    this.seeds.set(seed, use + 1);
    return use;
  }

  /** Everything as JSON text. */
  save(): string {
    const things = [...this.things.values()];
    const snapshot: Snapshot = {
      order: this.order,
      seeds: Object.fromEntries(this.seeds),
      things,
      deleted: [...this.deleted],
      astray: [...this.astray],
    };
    return writeValue(snapshot);
  }

  /** The cloud in a text of {@link save}. */
  static load(text: string): Cloud {
    const cloud = new Cloud();
    cloud.restore(text);
    return cloud;
  }

  /** Becomes the cloud in a text of {@link save}. */
  restore(text: string): void {
    const snapshot = parseValue(text) as Snapshot;
    [this.things, this.byId, this.byType, this.deleted, this.astray, this.seeds].forEach((one) => one.clear());
    snapshot.things.forEach((thing) => this.keep(thing, undefined));
    snapshot.deleted.forEach((one) => this.deleted.add(one));
    snapshot.astray?.forEach((one) => this.astray.add(one));
    Object.entries(snapshot.seeds).forEach(([seed, use]) => this.seeds.set(seed, use));
    this.order = snapshot.order;
  }

  /** Everything that exists, in order of creation. */
  everything(): readonly Thing[] {
    return [...this.things.values()].sort((one, other) => one.order - other.order);
  }

  /** The cloud as it was before some things were made: their names are free again, and their ids come again. */
  without(things: readonly Thing[]): Cloud {
    const earlier = Cloud.load(this.save());
    for (const { type, id, cluster } of things) {
      earlier.remove(type, id, cluster);
      earlier.deleted.delete(key(type, id, cluster));
    }
    earlier.seeds.clear();
    for (const { seed } of earlier.everything()) {
      if (seed) {
        earlier.seeds.set(seed.base, Math.max(earlier.seeds.get(seed.base) ?? 0, seed.use + 1));
      }
    }
    return earlier;
  }

  private keep(thing: Thing, known: Thing | undefined): void {
    this.things.set(key(thing.type, thing.id, thing.cluster), thing);
    this.byId.set(thing.id, thing);
    const ofType = this.byType.get(thing.type) ?? new Set();
    if (known) {
      ofType.delete(known);
    }
    ofType.add(thing);
    this.byType.set(thing.type, ofType);
    this.deleted.delete(key(thing.type, thing.id, thing.cluster));
  }
}

const key = (type: string, id: string, cluster: string): string => `${cluster}|${type}|${id}`;
