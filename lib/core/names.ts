import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';
import { cloudOf } from './cloud';
import { quote, type Problem } from './errors';
import { isToken } from './tokens';

/** What the cloud accepts as the name of one kind of resource. */
export interface NameRule {
  /** Longest name, in characters. */
  readonly max: number;
  /** Shortest name, in characters. */
  readonly min: number;
  /** The whole name must match. */
  readonly pattern: RegExp;
  /** The rule in words, for errors. */
  readonly says: string;
}

const LETTER_FIRST = /^[A-Za-z\u4e00-\u9fa5](?!ttps?:\/\/)[\w.\u4e00-\u9fa5-]*$/;

/**
 * Name rules by resource, from Alibaba's API documentation of each. A generated name is cut to fit; a name that the
 * user gives is checked and never changed.
 */
export const NAME_RULES = Object.freeze({
  /** VPC, vSwitch, NAT gateway, EIP, security group and shared bandwidth follow one rule. */
  network: {
    min: 2,
    max: 128,
    pattern: LETTER_FIRST,
    says: '2 to 128 letters, digits, dots, hyphens, underscores, a letter first',
  },
  cluster: {
    min: 1,
    max: 63,
    pattern: /^[A-Za-z0-9\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*$/,
    says: '1 to 63 letters, digits, hyphens, underscores, a letter or digit first',
  },
  nodePool: {
    min: 1,
    max: 63,
    pattern: /^[A-Za-z0-9\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*$/,
    says: '1 to 63 letters, digits, hyphens, underscores, a letter or digit first',
  },
  /** RDS and Redis instances. */
  database: {
    min: 2,
    max: 64,
    pattern: /^[A-Za-z\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*$/,
    says: '2 to 64 letters, digits, hyphens, underscores, a letter first',
  },
  backup: { min: 1, max: 64, pattern: /^[\w-]+$/, says: '1 to 64 letters, digits, underscores and hyphens' },
  /** A group of a file system's permissions. */
  accessGroup: {
    min: 3,
    max: 64,
    pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
    says: '3 to 64 letters, digits and hyphens, a letter first',
  },
  logProject: {
    min: 3,
    max: 63,
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    says: '3 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends',
  },
  logStore: {
    min: 2,
    max: 63,
    pattern: /^[a-z0-9][a-z0-9_-]*[a-z0-9]$/,
    says: '2 to 63 lower-case letters, digits, hyphens, underscores, a letter or digit at both ends',
  },
  ramRole: { min: 1, max: 64, pattern: /^[A-Za-z0-9-]+$/, says: '1 to 64 letters, digits and hyphens' },
  ramUser: {
    min: 1,
    max: 64,
    pattern: /^[A-Za-z0-9_.-]+$/,
    says: '1 to 64 letters, digits, dots, hyphens, underscores',
  },
  ossBucket: {
    min: 3,
    max: 63,
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    says: '3 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends',
  },
  ramPolicy: { min: 1, max: 128, pattern: /^[A-Za-z0-9-]+$/, says: '1 to 128 letters, digits and hyphens' },
  kmsSecret: {
    min: 1,
    max: 64,
    pattern: /^[A-Za-z0-9_/+=.@-]+$/,
    says: '1 to 64 letters, digits and "_/+=.@-"',
  },
  /** Begin of the name of a certificate, which a hash follows. */
  certificate: { min: 1, max: 55, pattern: /^[\w-]+$/, says: '1 to 55 letters, digits, underscores and hyphens' },
  kmsAlias: { min: 1, max: 255, pattern: /^[\w/-]+$/, says: '1 to 255 letters, digits, underscores, hyphens, slashes' },
} satisfies Record<string, NameRule>);

/**
 * The physical name of a construct: `<stack name>-<path in the stack>`, cut to the rule's length and rid of
 * characters that the rule refuses, with a hash of the whole at its end where that changed it. The same construct has the
 * same name on every machine and in every run.
 */
export function physicalName(construct: IConstruct, rule: NameRule, suffix?: string): string {
  const { stackName, stackPath } = cloudOf(construct);
  const path = construct.node.path.slice(stackPath.length).split('/').filter(Boolean);
  return fitted([stackName, ...path, ...(suffix === undefined ? [] : [suffix])].join('-'), rule);
}

/** The name itself where the rule takes it; otherwise without what the rule refuses, and a hash of the whole. */
function fitted(name: string, { max, pattern }: NameRule): string {
  // Upper case counts as fitting: where it does not, names are lower-cased later.
  if (name.length <= max && (pattern.test(name) || pattern.test(name.toLowerCase()))) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const clean = [...name].map((character) => (fits(character, pattern) ? character : '-')).join('');
  return `${clean.slice(0, max - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}

/** Whether a rule takes a character inside a name. */
function fits(character: string, pattern: RegExp): boolean {
  return pattern.test(`a${character.toLowerCase()}a`) || pattern.test(`a${character}a`);
}

/** Problem with a name that the user gave; none for `undefined` and tokens. */
export function nameProblems(prop: string, name: string | undefined, rule: NameRule): Problem[] {
  if (name === undefined || isToken(name)) {
    return [];
  }
  const fits =
    typeof name === 'string' && name.length >= rule.min && name.length <= rule.max && rule.pattern.test(name);
  if (fits) {
    return [];
  }
  const length = typeof name === 'string' ? ` (${name.length} characters)` : '';
  const what = `${prop} ${quote(name)}${length} is not ${rule.says}`;
  return [{ code: 'name-invalid', what, value: name, fix: `give ${prop} ${rule.says}, or leave it out` }];
}
