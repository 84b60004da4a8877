import type { AttributeFacts } from '../schema/facts';
import type { AttributeJson, BlockJson, NestedBlockJson } from '../schema/json';
import type { FindingKind } from './finding';
import { fits, typeText } from './type-fit';

/** A finding before it is known whose it is. */
export interface Said {
  readonly kind: FindingKind;
  readonly attribute: string;
  readonly why: string;
}

type Facts = Readonly<Record<string, AttributeFacts>>;
type Config = Readonly<Record<string, unknown>>;

/** Everything that a schema has against a configured block, in the order of its attributes. */
export function judgeBlock(block: BlockJson, config: Config, facts: Facts, above = ''): Said[] {
  const attributes = block.attributes ?? {};
  const blocks = block.block_types ?? {};
  const at = (name: string): string => (above === '' ? name : `${above}.${name}`);
  const written = Object.entries(config).filter(([, value]) => value !== null && value !== undefined);
  return [
    ...written.flatMap(([name, value]) => {
      const path = at(name);
      if (attributes[name]) {
        return judgeAttribute(attributes[name], value, path, facts[path]);
      }
      return blocks[name]
        ? judgeNested(blocks[name], value, path, facts)
        : [{ kind: 'attribute-removed' as const, attribute: path, why: `there is no ${path} any more` }];
    }),
    ...Object.entries(attributes)
      .filter(([name, one]) => one.required && (config[name] ?? null) === null)
      .map(([name]) => missing(at(name))),
    ...Object.entries(blocks)
      .filter(([name, one]) => (one.min_items ?? 0) > countOf(config[name]))
      .map(([name]) => missing(at(name))),
  ];
}

const missing = (path: string): Said => ({
  kind: 'attribute-required',
  attribute: path,
  why: `${path} must be written now`,
});

const countOf = (value: unknown): number =>
  value === null || value === undefined ? 0 : Array.isArray(value) ? value.length : 1;

function judgeNested(nested: NestedBlockJson, value: unknown, path: string, facts: Facts): Said[] {
  if (typeof value === 'string' && value.includes('${')) {
    return [];
  }
  if (typeof value !== 'object' || value === null) {
    return [{ kind: 'type-changed', attribute: path, why: `${path} is a block now` }];
  }
  const elements = (Array.isArray(value) ? value : [value]) as Config[];
  const most = nested.max_items ?? 0;
  return [
    ...(most > 0 && elements.length > most
      ? [{ kind: 'value-refused' as const, attribute: path, why: `${path} may be there ${most} times at most` }]
      : []),
    ...(nested.block?.deprecated ? [deprecation(path)] : []),
    ...elements.flatMap((one) => judgeBlock(nested.block ?? {}, one, facts, path)),
  ];
}

const deprecation = (path: string, by?: string): Said => ({
  kind: 'deprecated',
  attribute: path,
  why: `${path} is deprecated${by === undefined ? '' : `: use ${by}`}`,
});

function judgeAttribute(attribute: AttributeJson, value: unknown, path: string, facts: AttributeFacts = {}): Said[] {
  const { type, required, optional, computed, deprecated } = attribute;
  if (!required && !optional && computed) {
    return [{ kind: 'attribute-read-only', attribute: path, why: `${path} cannot be written any more` }];
  }
  const old = deprecated || facts.deprecated ? [deprecation(path, facts.deprecated?.replacedBy)] : [];
  if (type !== undefined && !fits(type, value)) {
    const why = `${path} is ${typeText(type)} now, and ${JSON.stringify(value)} is not`;
    return [...old, { kind: 'type-changed', attribute: path, why }];
  }
  return [...old, ...refused(value, path, facts), ...(facts.forceNew ? [replacement(path)] : [])];
}

const replacement = (path: string): Said => ({
  kind: 'replaces-now',
  attribute: path,
  why: `a change of ${path} replaces the resource`,
});

/** A value that the provider's own validators refuse; what only an apply knows is taken to be allowed. */
function refused(value: unknown, path: string, facts: AttributeFacts): Said[] {
  const values = (Array.isArray(value) ? value : [value]) as unknown[];
  const said = (why: string): Said => ({ kind: 'value-refused', attribute: path, why });
  return values
    .filter((one) => typeof one !== 'object' && !(typeof one === 'string' && one.includes('${')))
    .flatMap((one) => [
      ...(facts.enum && !facts.enum.some((allowed) => same(allowed, one, facts.ignoreCase === true))
        ? [said(`${path} ${JSON.stringify(one)} is none of ${facts.enum.join(', ')}`)]
        : []),
      ...(facts.range && outside(Number(one), facts.range)
        ? [said(`${path} ${JSON.stringify(one)} is outside ${facts.range.map((end) => end ?? '...').join(' to ')}`)]
        : []),
      ...(facts.length && typeof one === 'string' && outside([...one].length, facts.length)
        ? [
            said(
              `${path} has ${[...one].length} characters, allowed are ${facts.length.map((end) => end ?? '...').join(' to ')}`,
            ),
          ]
        : []),
    ]);
}

const same = (allowed: unknown, value: unknown, ignoreCase: boolean): boolean =>
  ignoreCase ? String(allowed).toLowerCase() === String(value).toLowerCase() : String(allowed) === String(value);

const outside = (value: number, [least, most]: readonly [number | null, number | null]): boolean =>
  (least !== null && value < least) || (most !== null && value > most);
