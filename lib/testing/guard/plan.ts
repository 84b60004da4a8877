import { referencesIn } from '../../core/written/references';
import type { WrittenResource, WrittenStack } from '../../core/written/written';
import { accountOf, clusterOf } from './cluster-of';
import { compared, merged, type ValueChange } from './compare';
import { decided } from './decided';
import type { Read } from './expressions';
import { namesOf } from './facts';
import { manyOf } from './instances';
import { lifecycleOf, withIgnored } from './lifecycle';
import { bare, blocksOf, isForgotten, newAddresses, type Moved } from './moved';
import { canonical, isFresh, Terms, type Fields } from './terms';
import { at, differs, stepsIn, type Step } from './steps';
import { idOf, readFrom, World, type Placed } from './world';

/** What Terraform would do with an instance, as far as two programs tell. */
export type Action = 'none' | 'add' | 'adopt' | 'change' | 'replace' | 'destroy' | 'forget';

/** One instance, before and after. */
export interface Planned {
  readonly action: Action;
  readonly now?: Placed;
  readonly was?: Placed;
  readonly changes: readonly ValueChange[];
  /** What it will be configured as; empty for what goes. */
  readonly fields: Fields;
  /** What it is configured as; empty for what comes. */
  readonly prior: Fields;
  /** References whose change was asked to make a new one (`replace_triggered_by`). */
  readonly triggers: readonly string[];
  /** The object's cluster, its region or its account, when that is another one from now on. */
  readonly place?: PlaceChange;
  /** Whether the stack itself is gone from the program. */
  readonly stackGone?: boolean;
  /** Whether the block may have fewer instances from now on: how many there are is computed, and what from changed. */
  readonly countChange?: ValueChange;
}

export interface PlaceChange {
  readonly kind: 'cluster' | 'region' | 'account';
  readonly before: string;
  readonly after: string;
  /** Clusters that are made anew; empty when the program names another one. */
  readonly owners: readonly string[];
}

/** Old and new program side by side. */
export class Plan {
  readonly terms = new Terms();
  readonly old: World;
  readonly now: World;
  /** New id of everything old. */
  readonly newIds: ReadonlyMap<string, string>;
  private readonly oldIds: ReadonlyMap<string, string>;
  private readonly oldFields = new Map<string, Fields>();
  private readonly planned = new Map<string, Planned>();

  constructor(
    old: readonly WrittenStack[],
    now: readonly WrittenStack[],
    moved: ReadonlyMap<string, readonly Moved[]>,
  ) {
    this.old = new World(old, this.terms, (placed, steps) => this.readOld(placed, steps));
    this.now = new World(
      now,
      this.terms,
      (placed, steps) => this.readNew(placed, steps),
      (stack, data) => this.waitsFor(stack, data),
    );
    this.newIds = new Map(
      old.flatMap((stack) => {
        const mate = now.find(({ name }) => name === stack.name);
        const said = [...blocksOf<Moved>(mate, 'moved'), ...(moved.get(stack.name) ?? [])];
        const led = newAddresses(addressesIn(this.old, stack.name), new Set(addressesIn(this.now, stack.name)), said);
        return [...led].map(([from, to]) => [idOf(stack.name, from), idOf(stack.name, to)] as const);
      }),
    );
    this.oldIds = new Map([...this.newIds].map(([from, to]) => [to, from] as const));
  }

  /** Everything of both programs: what is now in its order, then what goes. */
  all(): readonly Planned[] {
    const going = [...this.old.placed.values()].filter(
      ({ id, instance }) =>
        this.now.placed.get(this.newIds.get(id)!)?.instance.resource.type !== instance.resource.type,
    );
    return [...[...this.now.placed.values()].map((placed) => this.of(placed)), ...going.map((was) => this.gone(was))];
  }

  /** What becomes of an instance of the new program. */
  of(now: Placed): Planned {
    let planned = this.planned.get(now.id);
    if (planned === undefined) {
      // Terraform refuses what refers to itself; here it just ends.
      this.planned.set(now.id, { action: 'none', now, changes: [], fields: {}, prior: {}, triggers: [] });
      planned = this.make(now);
      this.planned.set(now.id, planned);
    }
    return planned;
  }

  /** What was configured, with references led to the new addresses. */
  priorOf(placed: Placed): Fields {
    let fields = this.oldFields.get(placed.id);
    if (fields === undefined) {
      this.oldFields.set(placed.id, {});
      fields = this.old.written(placed);
      this.oldFields.set(placed.id, fields);
    }
    return fields;
  }

  /** Every object of a type as it was configured. */
  priorsOf(type: string): readonly Fields[] {
    return [...this.old.placed.values()]
      .filter(({ instance }) => instance.resource.type === type)
      .map((placed) => this.priorOf(placed));
  }

  private make(now: Placed): Planned {
    const was = this.old.placed.get(this.oldIds.get(now.id) ?? '');
    const written = this.now.written(now);
    const none = { now, changes: [], triggers: [] };
    if (was === undefined || was.instance.resource.type !== now.instance.resource.type) {
      return { ...none, action: this.isAdopted(now) ? 'adopt' : 'add', fields: written, prior: {} };
    }
    const names = namesOf(now.instance.resource.type);
    const prior = this.priorOf(was);
    const { ignored, triggers } = lifecycleOf(now.instance.resource);
    const later = merged(names, withIgnored(written, prior, ignored), prior);
    const changes = decided(now.instance.resource.type, compared(names, prior, later), prior, later);
    const fired = triggers.filter((reference) => this.fires(now, reference));
    const place = this.placeChange(was, now);
    const anew = fired.length > 0 || place !== undefined || changes.some(({ makesNew }) => makesNew);
    const countChange = this.countChange(was, now);
    const action = anew ? 'replace' : changes.length > 0 || countChange ? 'change' : 'none';
    return { action, now, was, changes, fields: anew ? written : later, prior, triggers: fired, place, countChange };
  }

  /** Of a block whose instances are not known one by one. */
  private countChange(was: Placed, now: Placed): ValueChange | undefined {
    if (was.instance.key !== '*' || now.instance.key !== '*') {
      return undefined;
    }
    const [name, value] = manyOf(now.instance.resource)!;
    const before = this.old.resolve(was.stack, manyOf(was.instance.resource)![1]);
    const after = this.now.resolve(now.stack, value);
    return canonical(before) === canonical(after) && !isFresh(after)
      ? undefined
      : { path: [name], before, after, makesNew: false, sensitive: false };
  }

  private gone(was: Placed): Planned {
    const stack = this.now.stacks.find(({ name }) => name === was.stack.name);
    const { address, resource } = was.instance;
    const forgotten = isForgotten(stack, address, resource.address);
    const prior = this.priorOf(was);
    const action = forgotten ? 'forget' : 'destroy';
    return { action, was, changes: [], fields: {}, prior, triggers: [], stackGone: stack === undefined };
  }

  private isAdopted({ stack, instance }: Placed): boolean {
    return blocksOf<{ to: string }>(stack, 'import').some(({ to }) => bare(to) === instance.address);
  }

  private readOld(placed: Placed, steps: readonly Step[]): Read {
    return readFrom(this.terms, this.priorOf(placed), placed, steps, {
      key: this.newIds.get(placed.id)!,
      fresh: false,
    });
  }

  private readNew(placed: Placed, steps: readonly Step[]): Read {
    const { action, fields } = this.of(placed);
    const fresh = action === 'add' || action === 'replace';
    return readFrom(this.terms, fields, placed, steps, { key: placed.id, fresh });
  }

  /** Whether what a resource is to be replaced with changes. */
  private fires({ stack, instance }: Placed, reference: string): boolean {
    const [found] = referencesIn(`\${${reference}}`);
    if (found === undefined) {
      return false;
    }
    const steps = stepsIn(found.attribute.startsWith('[') ? found.attribute : `.${found.attribute}`);
    return this.now.instancesAt(stack, found.address).some((target) => {
      const keyed = target.instance.key !== undefined;
      const own = steps[0] === target.instance.key || /count\.index|each\.key/.test(found.attribute);
      if (
        keyed &&
        steps.length > 0 &&
        (own ? /index|each/.test(found.attribute) && target.instance.key !== instance.key : true)
      ) {
        return false;
      }
      const inner = comesFrom(target.instance.resource.type, keyed ? steps.slice(1) : steps);
      const { action, prior, fields } = this.of(target);
      return inner.length === 0
        ? action === 'change' || action === 'replace'
        : differs(at(prior, inner), at(fields, inner), action === 'replace' || action === 'add');
    });
  }

  /**
   * What a data source waits for: changes of what it depends on by `depends_on`, and of all that this is made of in turn.
   * What it merely refers to makes it wait only by a value that is not known.
   */
  private waitsFor(stack: WrittenStack, data: WrittenResource): readonly string[] {
    const upstream = new Set<string>();
    const climb = (addresses: readonly string[]): void => {
      for (const address of addresses.filter((one) => !upstream.has(one))) {
        upstream.add(address);
        const further = this.now.blockAt(stack, address);
        climb(
          further === undefined ? [] : [...dependencies(further), ...this.now.mentionsIn(stack, further.attributes)],
        );
      }
    };
    climb(dependencies(data));
    return [...upstream].flatMap((address) =>
      this.now
        .instancesAt(stack, address)
        .filter((one) => this.of(one).action !== 'none')
        .map(({ id }) => id),
    );
  }

  private placeChange(was: Placed, now: Placed): PlaceChange | undefined {
    for (const homeOf of [clusterOf, accountOf]) {
      const [before, after] = [homeOf(this.old, was, this.terms), homeOf(this.now, now, this.terms)];
      if (before !== undefined && after !== undefined && before.identity !== after.identity) {
        return { kind: after.kind, before: before.text, after: after.text, owners: after.owners };
      }
    }
    return undefined;
  }
}

const dependencies = ({ attributes }: WrittenResource): readonly string[] =>
  Array.isArray(attributes.depends_on) ? (attributes.depends_on as unknown[]).map((one) => bare(String(one))) : [];

/** What goes into Terraform's own resource comes out of it. */
const comesFrom = (type: string, steps: readonly Step[]): readonly Step[] =>
  type === 'terraform_data' && steps[0] === 'output' ? ['input', ...steps.slice(1)] : steps;

const addressesIn = (world: World, stack: string): readonly string[] =>
  [...world.placed.values()].filter((one) => one.stack.name === stack).map(({ instance }) => instance.address);
