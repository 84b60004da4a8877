import { TerraformElement, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { quote, reject, type Problem } from './errors';
import { hasForm, IMPORT_IDS } from './adoption/import-ids';
import { isToken } from './tokens';
import { unreadOf } from './adoption/unread';

/** The resource that takes over what exists. */
export interface Adoptable extends Construct {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  lifecycle?: TerraformResourceLifecycle;
  toTerraform(): { resource?: Readonly<Record<string, Readonly<Record<string, object>>>> };
  /** Of an object of a cluster. */
  readonly metadataInput?: { readonly name?: string; readonly namespace?: string };
  /** Of a Helm release. */
  readonly nameInput?: string;
  readonly namespaceInput?: string;
}

/**
 * An `import` block: at the next apply Terraform takes the existing object with this id under the resource's address
 * instead of creating one. Needs Terraform 1.5. The block may stay in the program; once imported it does nothing.
 *
 * Written by the stack itself because the framework's own import helper starts `terraform` during synthesis.
 */
export class Adoption extends TerraformElement {
  /** What is left alone because an import does not read it. */
  private unread: readonly string[] = [];

  constructor(
    private readonly target: Adoptable,
    private readonly importId: string,
  ) {
    super(target, 'adopt');
    const written = attributesOf(target);
    const kept = keptOf(target);
    this.unread = unreadOf(target.terraformResourceType).filter(
      (name) => written.includes(name) && !kept.includes(name),
    );
    leaveAlone(target, this.unread);
  }

  /** Has the next apply write into the state what the import did not read. */
  settle(): void {
    const { ignoreChanges: _, ...others } = this.target.lifecycle ?? {};
    const kept = keptOf(this.target).filter((name) => !this.unread.includes(name));
    const lifecycle = kept.length > 0 ? { ...others, ignoreChanges: [...kept] } : others;
    this.target.lifecycle = Object.keys(lifecycle).length > 0 ? lifecycle : undefined;
    this.unread = [];
  }

  override toTerraform(): unknown {
    return { import: [{ id: this.importId, to: this.address }] };
  }

  override toHclTerraform(): unknown {
    return {
      import: [
        {
          to: { value: this.address, type: 'simple', storageClassType: 'reference' },
          id: { value: this.importId, type: 'simple', storageClassType: 'string' },
        },
      ],
    };
  }

  private get address(): string {
    return `${this.target.terraformResourceType}.${this.target.friendlyUniqueId}`;
  }
}

/** What is known by the name in its id, which another one would replace, and the attribute that says it. */
const NAMED_BY_ID: Readonly<Record<string, string>> = Object.freeze({
  alicloud_cms_alarm_contact: 'alarmContactName',
  alicloud_cms_alarm_contact_group: 'alarmContactGroupName',
  alicloud_nas_access_group: 'accessGroupName',
  alicloud_ram_policy: 'policyName',
});

/**
 * Adopts an existing object when an id is given; creates nothing otherwise. As long as it is adopted, what the provider
 * cannot read back is left alone, so that the plan of the import says what is different and nothing else.
 */
export function adopt(resource: Adoptable, importId: string | undefined): void {
  if (importId === undefined) {
    return;
  }
  reject(resource.node.scope as IConstruct, adoptionProblems(resource, importId));
  const named = NAMED_BY_ID[resource.terraformResourceType];
  if (named !== undefined) {
    (resource as unknown as Record<string, string>)[named] = importId.split(':')[0]!;
  }
  new Adoption(resource, importId);
}

/** The attributes that a resource keeps as the cloud has them. */
function keptOf({ lifecycle }: Adoptable): readonly string[] {
  const kept = lifecycle?.ignoreChanges ?? [];
  return typeof kept === 'string' ? [] : kept;
}

/** The attributes that a resource is written with, as Terraform names them. */
export function attributesOf(resource: Adoptable): readonly string[] {
  const written = resource.toTerraform().resource?.[resource.terraformResourceType]?.[resource.friendlyUniqueId] ?? {};
  return Object.entries(written)
    .filter(([name, value]) => value !== undefined && !['//', 'depends_on', 'lifecycle', 'provider'].includes(name))
    .map(([name]) => name);
}

/** Has Terraform keep attributes as the cloud has them. */
export function leaveAlone(resource: Adoptable, attributes: readonly string[]): void {
  const before = resource.lifecycle?.ignoreChanges ?? [];
  if (before !== 'all' && attributes.length > 0) {
    const ignoreChanges = [...new Set([...before, ...attributes])].sort();
    resource.lifecycle = { ...resource.lifecycle, ignoreChanges };
  }
}

/** The name in an id to adopt of an object of a cluster: `web` of `shop/web`. None of an id that is refused anyway. */
export function adoptedName(importId: string | undefined): string | undefined {
  return importId === undefined || isToken(importId) ? undefined : /^(?:[^/\s]+\/)?([a-z0-9.-]+)$/.exec(importId)?.[1];
}

function adoptionProblems(resource: Adoptable, importId: string): Problem[] {
  const type = resource.terraformResourceType;
  const form = IMPORT_IDS[type];
  if (typeof form === 'object') {
    const what = `${type} is not imported: ${form.none}`;
    return [{ code: 'adopt-impossible', what, value: importId, fix: 'leave it out of what is adopted' }];
  }
  if (isToken(importId)) {
    return [];
  }
  if (typeof importId !== 'string' || (form !== undefined && !hasForm(importId, form))) {
    const what = `adopt ${quote(importId)} is not what ${type} is imported by, ${quote(form)}`;
    return [{ code: 'resource-id-invalid', what, value: importId, fix: `write the id in the form ${quote(form)}` }];
  }
  return placeProblems(resource, importId);
}

/** Another name or namespace than that of the object would replace it. */
function placeProblems(resource: Adoptable, importId: string): Problem[] {
  const release = resource.terraformResourceType === 'helm_release';
  const { name, namespace } = release
    ? { name: resource.nameInput, namespace: resource.namespaceInput }
    : (resource.metadataInput ?? {});
  if (name === undefined || isToken(name)) {
    return [];
  }
  const [theirs, place] = importId.split('/').reverse();
  const elsewhere = place !== undefined && !isToken(namespace) && place !== (namespace ?? 'default');
  if (theirs === name && !elsewhere) {
    return [];
  }
  const ours = place === undefined ? name : `${isToken(namespace) ? place : (namespace ?? 'default')}/${name}`;
  const what = `adopt ${quote(importId)} is not the object that the program describes, ${quote(ours)}: the next apply would replace it`;
  const fix =
    theirs === name
      ? `put it below the Namespace with name: ${quote(place)}`
      : `write name: ${quote(theirs)}, or adopt: ${quote(ours)}`;
  return [{ code: 'choice-conflict', what, value: importId, fix }];
}
