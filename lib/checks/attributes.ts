import { TerraformDataSource, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Attributes, Kind } from './types';

/** A resource or data source of Alibaba Cloud, whoever made it. */
export interface CloudElement {
  readonly kind: Kind;
  readonly type: string;
  /** Its attributes under their Terraform names, overrides included; tokens are left as they are. */
  attributes(): Attributes;
}

/** What the bindings and the framework give every resource; the first two are not in their public types. */
interface Element {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  readonly rawOverrides?: object;
  synthesizeAttributes?(): Attributes;
  toTerraform(): Partial<Record<Kind, Record<string, Record<string, Attributes>>>>;
}

/** The construct as a resource or data source of Alibaba Cloud; `undefined` when it is neither. */
export function cloudElement(construct: IConstruct): CloudElement | undefined {
  const element = construct as Partial<Element> as Element;
  const type = element.terraformResourceType;
  if (typeof type !== 'string' || !type.startsWith('alicloud_')) {
    return undefined;
  }
  const kind = kindOf(construct);
  return kind && { kind, type, attributes: () => attributesOf(element, kind) };
}

function kindOf(construct: IConstruct): Kind | undefined {
  if (TerraformResource.isTerraformResource(construct)) {
    return 'resource';
  }
  return TerraformDataSource.isTerraformDataSource(construct) ? 'data' : undefined;
}

/** Without overrides the bindings' own attributes are all there is, at a third of the price of the whole element. */
function attributesOf(element: Element, kind: Kind): Attributes {
  const { rawOverrides } = element;
  if (typeof element.synthesizeAttributes === 'function' && rawOverrides && Object.keys(rawOverrides).length === 0) {
    return element.synthesizeAttributes();
  }
  const { dynamic, ...attributes } =
    element.toTerraform()[kind]?.[element.terraformResourceType]?.[element.friendlyUniqueId] ?? {};
  const blocks = Object.keys(Object(dynamic)).map((name) => [name, '${dynamic}'] as const);
  return { ...attributes, ...Object.fromEntries(blocks) };
}
