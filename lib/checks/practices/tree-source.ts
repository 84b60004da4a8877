import { DefaultTokenResolver, StringConcat, TerraformOutput, TerraformStack, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { tryWorkplaceOf } from '../../core/workplace';
import { referencesIn, type Reference } from '../../core/written/references';
import type { Attributes } from '../../core/written/written';
import { carriedBy } from '../../workload/charts/carried-objects';
import { attributesIn, terraformTypeOf } from '../attributes';
import { isLater } from '../later';
import type { Element, Source } from './element';

/** An element and its construct. */
export interface TreeElement extends Element {
  readonly construct: IConstruct;
}

/** The elements of a tree before anything is written; constructs of the framework are asked for what a rule wants. */
export function treeSource(all: readonly IConstruct[]): Source & { readonly elements: readonly TreeElement[] } {
  const elements = all.flatMap((construct) => elementOf(all, construct) ?? []);
  const stacks = new Map(all.filter(TerraformStack.isStack).map((stack) => [stack.node.id, stack as IConstruct]));
  let byAddress: Map<string, TreeElement[]> | undefined;

  const workplaceOf = (stack: string) => tryWorkplaceOf(stacks.get(stack)!);
  const at = (stack: string, address: string): readonly Element[] => {
    byAddress ??= indexOf(elements);
    const candidates = byAddress.get(address) ?? [];
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
    clusterOf: (stack) => workplaceOf(stack)?.cluster.node.path ?? stack,
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

function indexOf(elements: readonly TreeElement[]): Map<string, TreeElement[]> {
  const index = new Map<string, TreeElement[]>();
  elements.forEach((element) => index.set(element.address, [...(index.get(element.address) ?? []), element]));
  return index;
}

function elementOf(all: readonly IConstruct[], construct: IConstruct): TreeElement | undefined {
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
    stack: TerraformStack.of(construct).node.id,
    get address() {
      return kind === 'provider'
        ? `provider.${type}`
        : `${kind === 'data' ? 'data.' : ''}${type}.${named.friendlyUniqueId}`;
    },
    path: construct.node.path,
    get attributes() {
      return (attributes ??= { ...(plain(attributesIn(all, construct)) as Attributes), ...lifecycleOf(construct) });
    },
    carried: () => plain(carriedBy(construct)) as ReturnType<Element['carried']>,
  };
}

function lifecycleOf(construct: IConstruct): Attributes {
  const { lifecycle } = construct as { lifecycle?: { ignoreChanges?: unknown } };
  return lifecycle?.ignoreChanges === undefined ? {} : { lifecycle: { ignore_changes: lifecycle.ignoreChanges } };
}

/** What stands for a value that Terraform will only know later. */
const LATER = '${later}';

/** A copy in plain data, as JSON would hold it. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') {
    return value;
  }
  if (isLater(value)) {
    return LATER;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === 'object' && value !== null) {
    const copy: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(value)) {
      if (one !== undefined) {
        copy[key] = plain(one);
      }
    }
    return copy;
  }
  return value;
}

function valueAt(attributes: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], attributes);
}
