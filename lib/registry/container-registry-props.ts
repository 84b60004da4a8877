import { oneOf, wholeNumber } from '../core/checks';
import type { Site } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, flag, needed, text, word, type Forms } from '../core/forms';
import { nameProblems, type NameRule } from '../core/names';

/** What an instance can do, and how much of it. */
export type RegistryEdition = 'basic' | 'standard' | 'advanced' | 'economy';

/** What looks for known weaknesses in images: Trivy, which comes with the registry, or Security Center, which is billed apart. */
export type ImageScanner = 'trivy' | 'security-center' | 'none';

/** How a registry is paid, as plain data. */
export interface RegistryBillingData {
  readonly kind: 'subscription';
  /** Months that are paid at once. */
  readonly months: number;
  /** Whether it is paid again, by the month, when they are over. */
  readonly renew: boolean;
}

/** How a registry is paid: Container Registry Enterprise is sold by the month only, so this is said by hand. */
export const RegistryBilling = Object.freeze({
  /**
   * Pays months in advance. Destroying the instance asks for the rest back, as the refund rules of the account allow.
   *
   * @param months 1 to 9, 12, 24 or 36
   * @param options `renew`: whether it is paid again by the month. @default true - a registry that ends takes every
   *   deployment with it
   */
  subscription: (months: number, options: { readonly renew?: boolean } = {}): RegistryBillingData =>
    Object.freeze({ kind: 'subscription', months, renew: options?.renew ?? true }),
});

export interface ContainerRegistryProps {
  /**
   * Name of the instance, which every image's address begins with, so nobody makes it up for you: 3 to 30 lower-case
   * letters, digits and hyphens, no hyphen at the ends. Nobody else in the region can have it. Changing it replaces the
   * instance with all its images.
   * @throws InputError `name-invalid`
   */
  readonly name: string;
  /** How it is paid: `RegistryBilling.subscription(1)`. Create-only: later changes are made in the console. */
  readonly billing: RegistryBillingData;
  /**
   * What the instance can do. The provider sends no change of it: upgrade in the console, then write the new edition here.
   * The international site sells `basic` and `advanced`.
   * @default "basic"
   * @throws InputError `registry-edition`
   */
  readonly edition?: RegistryEdition;
  /** What looks for known weaknesses in images. Create-only. @default "trivy" */
  readonly scanner?: ImageScanner;
  /**
   * Takes over the instance with this id instead of buying one. Import id: the instance's id, `cri-...`. What it was
   * bought with is not compared.
   * @default none - a new instance
   */
  readonly adopt?: string;
}

/** What a registry is when a prop is left out. */
export const CONTAINER_REGISTRY_DEFAULTS = Object.freeze({
  edition: 'basic' as RegistryEdition,
  scanner: 'trivy' as ImageScanner,
});

/** Props with every default in place. */
export type ResolvedRegistry = ContainerRegistryProps &
  Required<Pick<ContainerRegistryProps, keyof typeof CONTAINER_REGISTRY_DEFAULTS>>;

/** A registry that exists. */
export interface ContainerRegistryAttributes {
  /** Id of the instance, `cri-...`. */
  readonly instanceId: string;
  /** Name of the instance. */
  readonly name: string;
  /** Region of the instance. @default the region of the stack */
  readonly region?: string;
}

/** Source: https://www.alibabacloud.com/help/en/acr/developer-reference/createinstance-1 */
const INSTANCE: NameRule = {
  min: 3,
  max: 30,
  pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
  says: '3 to 30 lower-case letters, digits and hyphens, a letter or digit at both ends',
};

/** Months that Alibaba Cloud sells: some, or whole years. */
const MONTHS = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36]);

export const CONTAINER_REGISTRY_FORMS: Forms<ContainerRegistryProps> = {
  name: needed(word, '"acme"'),
  billing: needed(
    choiceOf({ subscription: { months: any, renew: flag } }, 'RegistryBilling.subscription(1)'),
    'RegistryBilling.subscription(1)',
  ),
  edition: any,
  scanner: any,
  adopt: text,
};

export const CONTAINER_REGISTRY_ATTRIBUTES_FORMS: Forms<ContainerRegistryAttributes> = {
  instanceId: needed(word, '"cri-..."'),
  name: needed(word, '"acme"'),
  region: word,
};

/** Everything that is wrong with the props of a registry. */
export function containerRegistryProblems(p: ResolvedRegistry, site: Site): Problem[] {
  return [
    ...nameProblems('name', p.name, INSTANCE),
    ...oneOf('edition', p.edition, ['basic', 'standard', 'advanced', 'economy']),
    ...oneOf('scanner', p.scanner, ['trivy', 'security-center', 'none']),
    ...monthsProblems(p.billing.months),
    ...editionProblems(p.edition, site),
    ...idProblems('adopt', p.adopt),
  ];
}

/** Everything that is wrong with how an existing registry is named. */
export function registryAttributesProblems({ name, instanceId }: ContainerRegistryAttributes): Problem[] {
  return [...nameProblems('name', name, INSTANCE), ...idProblems('instanceId', instanceId)];
}

function monthsProblems(months: unknown): Problem[] {
  const wrong = wholeNumber('billing.months', months, 1, 36, 'months');
  return wrong.length > 0 ? wrong : oneOf('billing.months', months, MONTHS);
}

function editionProblems(edition: RegistryEdition, site: Site): Problem[] {
  if (site === 'cn' || edition === 'basic' || edition === 'advanced') {
    return [];
  }
  const what = `edition ${quote(edition)} is not sold on the international site`;
  return [{ code: 'registry-edition', what, value: edition, fix: 'write edition: "basic", or edition: "advanced"' }];
}

function idProblems(prop: string, id: string | undefined): Problem[] {
  if (id === undefined || /^cri-[a-z0-9]+$/.test(id) || id.includes('${')) {
    return [];
  }
  const what = `${prop} ${quote(id)} is not the id of an instance`;
  return [{ code: 'resource-id-invalid', what, value: id, fix: `write ${prop}: "cri-...", as the console shows it` }];
}
