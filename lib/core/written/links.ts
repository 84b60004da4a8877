import { referencesIn, type PlacedReference } from './references';
import type { StackJson, WrittenResource, WrittenStack } from './written';

/** What a resource takes from another one, be that in its own stack or in one that is applied before. */
export interface Link {
  readonly from: WrittenResource;
  readonly to: WrittenResource;
  /** Attribute of `from` that holds the reference, as `vpc_id`; `depends_on` where nothing but the order is asked for. */
  readonly at: string;
  /** What is read of `to`, as `id`; empty for the whole, and for the order alone. */
  readonly attribute: string;
}

const ORDER = /^depends_on(?:\.|$)/;

/**
 * Every link between the resources of an App, in the order of stacks and addresses. Values that cross stacks are followed
 * through the outputs of the stack that they come from.
 */
export function linksOf(stacks: readonly WrittenStack[]): readonly Link[] {
  const indices = new Map(stacks.map((stack) => [stack, indexOf(stack)] as const));
  const ownerOf = ownersOfStates(stacks);

  const targets = (stack: WrittenStack, reference: PlacedReference): readonly Omit<Link, 'from' | 'at'>[] => {
    const to = indices.get(stack)!.get(reference.address);
    if (to === undefined) {
      return [];
    }
    const owner = ownerOf(to);
    const output = /^outputs(?:\.|\[")([\w-]+)/.exec(reference.attribute)?.[1];
    const value = output === undefined ? undefined : owner?.json.output?.[output]?.value;
    return owner && value !== undefined
      ? referencesIn(value).flatMap((inner) => targets(owner, inner))
      : [{ to, attribute: reference.attribute }];
  };

  return stacks.flatMap((stack) =>
    stack.resources.flatMap((from) =>
      [...referencesIn(from.attributes), ...orderOf(from)].flatMap((reference) =>
        targets(stack, reference).map(({ to, attribute }) => ({ from, to, at: reference.at, attribute })),
      ),
    ),
  );
}

/** Finds the stack whose state a data source reads; `undefined` for what reads no state of these stacks. */
export function ownersOfStates(stacks: readonly WrittenStack[]): (data: WrittenResource) => WrittenStack | undefined {
  const byBackend = new Map(stacks.map((stack) => [backendOf(stack.json), stack] as const));
  return (data) => (data.type === 'terraform_remote_state' ? byBackend.get(backendRead(data)) : undefined);
}

/** Whether a link only says what comes first. */
export const isOrder = ({ at }: Link): boolean => ORDER.test(at);

function indexOf({ resources }: WrittenStack): ReadonlyMap<string, WrittenResource> {
  return new Map(resources.map((resource) => [resource.address, resource] as const));
}

/** `depends_on` holds addresses as they are, without an expression around them. */
function orderOf({ attributes }: WrittenResource): readonly PlacedReference[] {
  const list = Array.isArray(attributes.depends_on) ? (attributes.depends_on as unknown[]) : [];
  return list.map((one) => ({ address: String(one), attribute: '', at: 'depends_on' }));
}

/** What is the same for the stack that writes a state and for the ones that read it. */
const place = (backend: string | undefined, config: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify([backend, ['path', 'bucket', 'prefix', 'key', 'workspace_dir'].map((name) => config?.[name] ?? null)]);

function backendOf({ terraform }: StackJson): string {
  const [kind, config] = Object.entries(terraform?.backend ?? {})[0] ?? [];
  return place(kind, config);
}

const backendRead = ({ attributes }: WrittenResource): string =>
  place(String(attributes.backend), attributes.config as Readonly<Record<string, unknown>>);
