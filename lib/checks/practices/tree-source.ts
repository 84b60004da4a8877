import { DefaultTokenResolver, StringConcat, TerraformOutput, TerraformStack, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { tryWorkplaceOf } from '../../core/workplace';
import { placed } from '../../core/written/kubernetes-releases';
import { referencesIn, type Reference } from '../../core/written/references';
import type { Attributes } from '../../core/written/written';
import { carriedBy } from '../../workload/charts/carried-objects';
import { attributesIn, terraformTypeOf } from '../attributes';
import type { Element, Source } from './element';
import { grouped } from './grouped';
import { plain } from './plain';

/** An element and its construct. */
export interface TreeElement extends Element {
  readonly construct: IConstruct;
}

/** The elements of a tree before anything is written; constructs of the framework are asked for what a rule wants. */
export function treeSource(all: readonly IConstruct[]): Source & { readonly elements: readonly TreeElement[] } {
  const elements = elementsOf(all);
  const stacks = new Map(all.filter(TerraformStack.isStack).map((stack) => [stack.node.id, stack as IConstruct]));
  const indexed = indexByType(elements);
  const workplaceOf = (stack: string) => tryWorkplaceOf(stacks.get(stack)!);
  const clusters = new Map([...stacks.keys()].map((stack) => [stack, workplaceOf(stack)?.cluster.node.path ?? stack]));
  const at = (stack: string, address: string): readonly Element[] => {
    const candidates = indexed(typeIn(address)).get(address) ?? [];
    const own = candidates.filter((one) => one.stack === stack);
    // An address of another stack; two stacks may have the same, and then it is not known which.
    return own.length > 0 ? own : candidates.length === 1 ? candidates : [];
  };

  const follow = (stack: string, reference: Reference): readonly Element[] => {
    const crossed = CROSSED.exec(`${reference.address}.${reference.attribute}`);
    if (crossed === null) {
      return at(stack, reference.address);
    }
    const [, from, output] = crossed;
    const home = stacks.get(from!);
    const value = home?.node.children
      .filter(isOutput)
      .find(({ friendlyUniqueId }) => friendlyUniqueId === output)?.value;
    return home ? referencesIn(resolved(home, value)).flatMap((inner) => follow(from!, inner)) : [];
  };

  return {
    elements,
    targets: (element, attribute) => {
      const { construct } = element as TreeElement;
      const value = valueAt(attributesIn(all, construct), attribute);
      return [...new Set(referencesIn(resolved(construct, value)).flatMap((one) => follow(element.stack, one)))];
    },
    written: (element, text) => String(resolved((element as TreeElement).construct, text)),
    clusterOf: (stack) => clusters.get(stack) ?? stack,
    clusterElement: (stack) => {
      const cluster = workplaceOf(stack)?.cluster;
      return cluster && elements.find(({ construct, type }) => CLUSTER.test(type) && construct.node.scope === cluster);
    },
  };
}

/** How the framework writes a value of another stack. */
const CROSSED =
  /^data\.terraform_remote_state\.cross-stack-reference-input-(.+?)\.outputs[.["]*(cross-stack-output-[\w-]+)/;

const CLUSTER = /^alicloud_cs_\w*kubernetes$/;

const isOutput = (construct: IConstruct): construct is TerraformOutput => TerraformOutput.isTerraformOutput(construct);

/** A value as Terraform will read it; without making outputs of what other stacks have. */
function resolved(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
}

/** The elements of a type by their addresses, which are dear to ask for. */
function indexByType(elements: readonly TreeElement[]): (type: string) => ReadonlyMap<string, readonly TreeElement[]> {
  const byType = grouped(elements, ({ type }) => type);
  const indices = new Map<string, ReadonlyMap<string, readonly TreeElement[]>>();
  return (type) => {
    const index = indices.get(type) ?? grouped(byType.get(type) ?? [], ({ address }) => address);
    indices.set(type, index);
    return index;
  };
}

const typeIn = (address: string): string => address.replace(/^data\./, '').split('.')[0]!;

function elementsOf(all: readonly IConstruct[]): readonly TreeElement[] {
  /** The stack of each construct; those above come first. */
  const stackOf = new Map<IConstruct, string | undefined>();
  return all.flatMap((construct) => {
    const stack = TerraformStack.isStack(construct) ? construct.node.id : stackOf.get(construct.node.scope!);
    stackOf.set(construct, stack);
    return (stack === undefined ? undefined : elementOf(all, construct, stack)) ?? [];
  });
}

function elementOf(all: readonly IConstruct[], construct: IConstruct, stack: string): TreeElement | undefined {
  const { kind, type } = terraformTypeOf(construct) ?? {};
  if (kind === undefined) {
    return undefined;
  }
  const named = construct as IConstruct & { readonly friendlyUniqueId: string };
  let attributes: Attributes | undefined;
  return {
    construct,
    kind,
    type: type!,
    stack,
    get address() {
      return kind === 'provider'
        ? `provider.${type}`
        : `${kind === 'data' ? 'data.' : ''}${type}.${named.friendlyUniqueId}`;
    },
    get path() {
      return construct.node.path;
    },
    get attributes() {
      return (attributes ??= { ...(plain(attributesIn(all, construct)) as Attributes), ...lifecycleOf(construct) });
    },
    carried() {
      const objects = plain(carriedBy(construct)) as ReturnType<Element['carried']>;
      return objects.map((object) => placed(object, this.attributes.namespace));
    },
  };
}

function lifecycleOf(construct: IConstruct): Attributes {
  const { lifecycle } = construct as { lifecycle?: { ignoreChanges?: unknown } };
  return lifecycle?.ignoreChanges === undefined ? {} : { lifecycle: { ignore_changes: lifecycle.ignoreChanges } };
}

function valueAt(attributes: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], attributes);
}
