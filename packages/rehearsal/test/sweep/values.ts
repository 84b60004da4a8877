import type { AttributeFacts } from '../../src/schema/facts';
import type { TypeJson } from '../../src/schema/json';
import { violations } from '../../src/engine/constraint';

/** Texts for patterns and lengths; the second of two that pass is the changed value. */
const TEXTS = [
  'sample-one',
  'sample-two',
  'sampleone1',
  'sampletwo2',
  'sample_one',
  'sample_two',
  'SAMPLE',
  'Sample',
  'a',
  'ab',
  'Sample-Password-1',
  'Sample-Password-2',
  'Aa1!Aa1!Aa1!',
  'Bb2!Bb2!Bb2!',
  '1',
  '2',
  '10',
  '3306',
  '3307',
  '1/1',
  '80/80',
  '02:00',
  '03:00',
  '02:00Z-03:00Z',
  '03:00Z-04:00Z',
  '2026-01-01T00:00:00Z',
  '2026-02-01T00:00:00Z',
  '2026-01-01T00:00Z',
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.0.0.1',
  '10.0.0.2',
  'vpc-rh0000000000000000001',
  'vsw-rh0000000000000000001',
  'sg-rh000000000000000001',
  'i-rh000000000000000001',
  'eip-rh0000000000000000001',
  'acs:ram::1000000000000001:role/sample',
  'https://sample.invalid',
  'http://sample.invalid',
  'sample@sample.invalid',
  'sample.invalid',
  '/sample',
  '{}',
  '#0000ff',
  'x'.repeat(40),
  'y'.repeat(40),
  'aa:bb',
  'ecs.g7.large',
  'ecs.g7.xlarge',
  'https://oapi.dingtalk.com/robot/send?access_token=sample',
];

const fits = (facts: AttributeFacts | undefined, value: string | number | boolean): boolean =>
  facts === undefined || violations(facts, value).length === 0;

const NUMBERS = [1, 2, 3, 5, 10, 20, 22, 40, 50, 100, 500, 1000, 3000, 3306, 10000, 65535, 0];

/** A value of a primitive type that the facts allow; `changed` asks for another one. `undefined` when none is known. */
export function primitive(
  type: string,
  facts: AttributeFacts | undefined,
  changed: boolean,
): string | number | boolean | undefined {
  const pick = <T extends string | number | boolean>(all: readonly T[]): T | undefined => {
    const good = all.filter((one) => fits(facts, one));
    return changed ? (good[1] ?? good[0]) : good[0];
  };
  const allowed = facts?.enum ?? [];
  const range: readonly (number | null)[] = facts?.range ?? [];
  const bounds = range.filter((one): one is number => one !== null);
  switch (type) {
    case 'bool':
      return allowed.length > 0 ? pick(allowed as boolean[]) : !changed;
    case 'number':
      return pick(allowed.length > 0 ? allowed.map(Number) : [...bounds, ...NUMBERS]);
    default:
      return pick(allowed.length > 0 ? allowed.map(String) : [...TEXTS, ...bounds.map(String), ...NUMBERS.map(String)]);
  }
}

/** A value of any type. */
export function sample(type: TypeJson, facts: AttributeFacts | undefined, changed: boolean): unknown {
  if (typeof type === 'string') {
    return type === 'dynamic' ? { kind: changed ? 'Other' : 'Sample' } : primitive(type, facts, changed);
  }
  const [kind, of] = type as readonly [string, TypeJson];
  if (kind === 'map') {
    const one = sample(of, undefined, changed);
    return { key: one };
  }
  if (kind === 'object') {
    const members = Object.entries(of as unknown as Record<string, TypeJson>);
    return Object.fromEntries(members.map(([name, member]) => [name, sample(member, undefined, changed)] as const));
  }
  const one = sample(of, facts, changed);
  return one === undefined ? undefined : [one];
}
