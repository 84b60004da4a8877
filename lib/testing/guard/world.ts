import { ownersOfStates } from '../../core/written/links';
import { referencesIn } from '../../core/written/references';
import type { WrittenResource, WrittenStack } from '../../core/written/written';
import { normalised } from './compare';
import { writtenOut } from './dynamic';
import { Expressions, type Lookup, type Read, type Scope } from './expressions';
import { factOf, is, namesOf } from './facts';
import { instancesOf, type Instance } from './instances';
import { ABSENT, ANY, at, textOf, type Step } from './steps';
import { canonical, isFresh, type Fields, type Terms, type Value } from './terms';

/** What Terraform keeps for itself; the rest is the provider's. */
const META = ['//', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner', 'connection'];

export const idOf = (stack: string, address: string): string => `${stack}|${address}`;

/** An instance and its stack. */
export interface Placed {
  readonly stack: WrittenStack;
  readonly instance: Instance;
  /** Stack and address. */
  readonly id: string;
}

/** What a world says of an attribute of one of its resources. */
export type ReadResource = (placed: Placed, steps: readonly Step[]) => Read;

/** A program as it was written, with every reference led to what it stands for. */
export class World {
  /** Every instance by its id. */
  readonly placed: ReadonlyMap<string, Placed>;
  private readonly byBlock = new Map<string, Placed[]>();
  private readonly data = new Map<string, WrittenResource>();
  private readonly expressions: ReadonlyMap<WrittenStack, Expressions>;
  private readonly ownerOf: (data: WrittenResource) => WrittenStack | undefined;

  constructor(
    readonly stacks: readonly WrittenStack[],
    private readonly terms: Terms,
    private readonly readResource: ReadResource,
    /** What a data source waits for before it is read; nothing when it is read while planning. */
    private readonly waitsFor: (stack: WrittenStack, data: WrittenResource) => readonly string[] = () => [],
  ) {
    this.ownerOf = ownersOfStates(stacks);
    this.expressions = new Map(stacks.map((stack) => [stack, new Expressions(stack, this.lookup, this.hide)] as const));
    const placed = stacks.flatMap((stack) => {
      const numbers = new Expressions(stack, () => undefined);
      return stack.resources.flatMap((resource) => {
        if (resource.kind === 'data') {
          this.data.set(idOf(stack.name, resource.address), resource);
          return [];
        }
        const all = instancesOf(resource, (value) => numbers.resolve(value)).map((instance) => {
          return { stack, instance, id: idOf(stack.name, instance.address) };
        });
        this.byBlock.set(idOf(stack.name, resource.address), all);
        return all;
      });
    });
    this.placed = new Map(placed.map((one) => [one.id, one] as const));
  }

  /** The provider's part of a resource's configuration. */
  written({ stack, instance }: Placed): Fields {
    const scope = { key: instance.key === '*' ? undefined : instance.key, each: instance.each };
    const attributes = writtenOut(ownAttributes(instance.resource), (value) => this.resolve(stack, value, scope));
    return normalised(namesOf(instance.resource.type), this.resolve(stack, attributes, scope) as Fields);
  }

  resolve(stack: WrittenStack, value: unknown, scope?: Scope): Value {
    return this.expressions.get(stack)!.resolve(value, scope);
  }

  /** The instances that an address without a key stands for. */
  instancesAt(stack: WrittenStack, address: string): readonly Placed[] {
    return this.byBlock.get(idOf(stack.name, address)) ?? [];
  }

  dataAt(stack: WrittenStack, address: string): WrittenResource | undefined {
    return this.data.get(idOf(stack.name, address));
  }

  /** A resource or data source by its address. */
  blockAt(stack: WrittenStack, address: string): WrittenResource | undefined {
    return this.instancesAt(stack, address)[0]?.instance.resource ?? this.dataAt(stack, address);
  }

  /** Addresses that a value mentions, through local values too. */
  mentionsIn(stack: WrittenStack, value: unknown, through: ReadonlySet<string> = new Set()): readonly string[] {
    const locals = [...JSON.stringify(value ?? null).matchAll(/\blocal\.([\w-]+)/g)].map(([, name]) => name!);
    const values = stack.json.locals as Readonly<Record<string, unknown>> | undefined;
    const further = locals
      .filter((name) => !through.has(name))
      .flatMap((name) => this.mentionsIn(stack, values?.[name], new Set([...through, name])));
    return [...referencesIn(value).map(({ address }) => address), ...further];
  }

  /** Equal values of secret variables have equal marks. */
  private readonly hide = (name: string, value: Value): string =>
    this.terms.mark({
      text: `var.${name}`,
      key: `var ${canonical(value)}`,
      fresh: false,
      sensitive: true,
      owners: [],
    });

  private readonly lookup: Lookup = (stack, address, steps) => {
    const data = this.dataAt(stack, address);
    if (data !== undefined) {
      return this.readData(stack, data, steps);
    }
    const all = this.instancesAt(stack, address);
    if (all.length === 0) {
      return undefined;
    }
    const alone = all.length === 1 && all[0]!.instance.key === undefined;
    if (alone) {
      return this.readResource(all[0]!, steps);
    }
    const one = all.find(({ instance }) => instance.key === steps[0] || instance.key === '*');
    return one === undefined || steps[0] === ANY
      ? { code: `[${all.map((each) => code(this.readResource(each, steps.slice(1)))).join(', ')}]` }
      : this.readResource(one, steps.slice(1));
  };

  private readData(stack: WrittenStack, data: WrittenResource, steps: readonly Step[]): Read {
    const owner = this.ownerOf(data);
    if (owner !== undefined && steps[0] === 'outputs' && typeof steps[1] === 'string') {
      const value = this.resolve(owner, owner.json.output?.[steps[1]]?.value);
      const inner = at(value, steps.slice(2));
      return inner === ABSENT ? { code: `${code({ literal: value })}${textOf(steps.slice(2))}` } : { literal: inner };
    }
    const query = this.resolve(stack, ownAttributes(data));
    const asked = at(query, steps);
    if (asked !== ABSENT) {
      return { literal: asked };
    }
    const waits = this.waitsFor(stack, data);
    const owners = [...waits, ...this.terms.in(query).flatMap((term) => (term.fresh ? term.owners : []))];
    return {
      code: this.terms.mark({
        text: `${data.address}.${textOf(steps)}`,
        key: `data ${data.type} ${canonical(query)} ${textOf(steps)}`,
        fresh: waits.length > 0 || isFresh(query),
        sensitive: false,
        owners,
      }),
    };
  }
}

/** The provider's attributes of a block, as they are written. */
export const ownAttributes = ({ attributes }: WrittenResource): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !META.includes(name)));

const code = (read: Read): string => ('code' in read ? read.code : JSON.stringify(read.literal));

/** Reads an attribute out of what is configured; what is not stands for itself, as only the cloud knows it. */
export function readFrom(
  terms: Terms,
  fields: Fields,
  { instance, id }: Placed,
  steps: readonly Step[],
  known: { readonly key: string; readonly fresh: boolean },
): Read {
  const type = instance.resource.type;
  // What goes in comes out.
  const path =
    type === 'terraform_data' && steps[0] === 'output' && !known.fresh ? ['input', ...steps.slice(1)] : steps;
  const value = at(fields, path);
  const sensitive = path.length > 0 && is('sensitive', factOf(namesOf(type), String(path[0])));
  if (value !== ABSENT && !sensitive && path.length > 0) {
    return { literal: value };
  }
  const root = typeof path[0] === 'string' ? fields[path[0]] : path.length === 0 ? fields : undefined;
  const inside = root === undefined ? '' : ` of ${canonical(root)}`;
  return {
    code: terms.mark({
      text: `${instance.address}${path.length > 0 ? `.${textOf(path)}` : ''}`,
      key: `${known.key} ${textOf(path)}${inside}`,
      fresh: (known.fresh && root === undefined) || (known.fresh && path.length === 0) || isFresh(root),
      sensitive,
      owners: [id],
    }),
  };
}
