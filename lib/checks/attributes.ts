import { TerraformDataSource, TerraformProvider, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { perTree } from '../core/tree';
import type { Attributes, Kind } from './types';

/** A resource or data source of Alibaba Cloud, whoever made it. */
export interface CloudElement {
  readonly kind: Kind;
  readonly type: string;
  /** Its attributes under their Terraform names, overrides included; tokens are left as they are. */
  attributes(): Attributes;
}

/** What the bindings and the framework give every resource; some of it is not in their public types. */
interface Element {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  readonly rawOverrides?: object;
  synthesizeAttributes?(): Attributes;
  toTerraform(): Partial<Record<Kind, Record<string, Record<string, Attributes>>>> & {
    readonly provider?: Record<string, readonly Attributes[]>;
  };
}

/** The Terraform type of a construct, and whether it is a resource, a data source or a provider. */
export function terraformTypeOf(
  construct: IConstruct,
): { readonly kind: Kind | 'provider'; readonly type: string } | undefined {
  const { terraformResourceType: type } = construct as Partial<Element>;
  const kind = typeof type === 'string' ? kindOf(construct) : undefined;
  return kind && { kind, type: type! };
}

/** The construct as a resource or data source of Alibaba Cloud; `undefined` when it is neither. */
export function cloudElement(construct: IConstruct, all: readonly IConstruct[] = []): CloudElement | undefined {
  const { kind, type } = terraformTypeOf(construct) ?? {};
  return kind === undefined || kind === 'provider' || !type!.startsWith('alicloud_')
    ? undefined
    : { kind, type: type!, attributes: () => attributesIn(all, construct) };
}

/** Attributes by construct, for one run of the checks over a tree. */
const known = perTree(() => new Map<IConstruct, Attributes>());

/** What a construct writes under Terraform's names, overrides included; asked of it once in a run of the checks. */
export function attributesIn(all: readonly IConstruct[], construct: IConstruct): Attributes {
  const read = known(all);
  let attributes = read.get(construct);
  if (attributes === undefined) {
    attributes = attributesOf(construct as unknown as Element, kindOf(construct) ?? 'resource');
    read.set(construct, attributes);
  }
  return attributes;
}

function kindOf(construct: IConstruct): Kind | 'provider' | undefined {
  if (TerraformResource.isTerraformResource(construct)) {
    return 'resource';
  }
  if (TerraformDataSource.isTerraformDataSource(construct)) {
    return 'data';
  }
  return TerraformProvider.isTerraformProvider(construct) ? 'provider' : undefined;
}

/** Without overrides the bindings' own attributes are all there is, at a third of the price of the whole element. */
function attributesOf(element: Element, kind: Kind | 'provider'): Attributes {
  const { rawOverrides } = element;
  if (typeof element.synthesizeAttributes === 'function' && rawOverrides && Object.keys(rawOverrides).length === 0) {
    return element.synthesizeAttributes();
  }
  const { dynamic, ...attributes } = written(element, kind) ?? {};
  const blocks = Object.keys(Object(dynamic)).map((name) => [name, '${dynamic}'] as const);
  return { ...attributes, ...Object.fromEntries(blocks) };
}

function written(element: Element, kind: Kind | 'provider'): Attributes | undefined {
  const type = element.terraformResourceType;
  const terraform = element.toTerraform();
  return kind === 'provider' ? terraform.provider?.[type]?.[0] : terraform[kind]?.[type]?.[element.friendlyUniqueId];
}
