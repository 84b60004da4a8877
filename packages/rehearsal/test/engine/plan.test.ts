import { UNKNOWN, Unknown } from '../../src/cty/value';
import { planObject } from '../../src/engine/plan';
import { requiresReplace } from '../../src/engine/replace';
import type { BlockJson } from '../../src/schema/json';
import { shapeOf } from '../../src/schema/shape';

const BLOCK: BlockJson = {
  attributes: {
    id: { type: 'string', computed: true },
    name: { type: 'string', optional: true },
    secret: { type: 'string', optional: true, write_only: true },
    size: { type: 'number', optional: true, computed: true },
    nested: {
      nested_type: {
        nesting_mode: 'list',
        attributes: { a: { type: 'string', required: true }, b: { type: 'string', computed: true } },
      },
      optional: true,
    },
  },
  block_types: {
    rule: {
      nesting_mode: 'list',
      block: { attributes: { port: { type: 'number', required: true }, uid: { type: 'string', computed: true } } },
    },
    zone: {
      nesting_mode: 'set',
      block: {
        attributes: { zone: { type: 'string', required: true }, ips: { type: ['set', 'string'], computed: true } },
      },
    },
  },
};
const SHAPE = shapeOf(BLOCK);
const CONFIG = { id: null, name: 'n', secret: null, size: null, nested: null, rule: [], zone: [] };

describe('a plan', () => {
  test('of something new leaves open what the provider computes', () => {
    expect(planObject(SHAPE, CONFIG, null)).toEqual({ ...CONFIG, id: UNKNOWN, size: UNKNOWN });
  });
  test('of a change keeps what was computed', () => {
    const prior = { ...CONFIG, id: 'i', size: 3 };
    expect(planObject(SHAPE, { ...CONFIG, name: 'm' }, prior)).toEqual({ ...prior, name: 'm' });
  });
  test('never shows a write-only value', () => {
    expect(planObject(SHAPE, { ...CONFIG, secret: 's' }, null).secret).toBeNull();
  });
  test('echoes unknown configuration, refinement and all', () => {
    const refined = new Unknown(12, Uint8Array.of(0x81));
    expect(planObject(SHAPE, { ...CONFIG, name: refined }, null).name).toBe(refined);
  });
  test('leaves open what a new element of a list computes, and keeps it in the old ones', () => {
    const prior = { ...CONFIG, id: 'i', size: 3, rule: [{ port: 1, uid: 'u' }] };
    const config = {
      ...CONFIG,
      rule: [
        { port: 1, uid: null },
        { port: 2, uid: null },
      ],
    };
    expect(planObject(SHAPE, config, prior).rule).toEqual([
      { port: 1, uid: 'u' },
      { port: 2, uid: UNKNOWN },
    ]);
  });
  test('pairs elements of sets by what is configured, computed sets inside', () => {
    const prior = {
      ...CONFIG,
      id: 'i',
      size: 3,
      zone: [
        { zone: 'h', ips: ['1'] },
        { zone: 'i', ips: ['2'] },
      ],
    };
    const config = {
      ...CONFIG,
      zone: [
        { zone: 'i', ips: null },
        { zone: 'j', ips: null },
      ],
    };
    expect(planObject(SHAPE, config, prior).zone).toEqual([
      { zone: 'i', ips: ['2'] },
      { zone: 'j', ips: UNKNOWN },
    ]);
  });
  test('looks into nested attributes', () => {
    expect(planObject(SHAPE, { ...CONFIG, nested: [{ a: 'x', b: null }] }, null).nested).toEqual([
      { a: 'x', b: UNKNOWN },
    ]);
  });
  test('takes defaults only when asked to', () => {
    const defaults = (path: string): string | null => (path === 'name' ? 'preset' : null);
    expect(planObject(SHAPE, { ...CONFIG, name: null }, null).name).toBeNull();
    expect(planObject(SHAPE, { ...CONFIG, name: null }, null, defaults).name).toBe('preset');
  });
});

describe('replacement', () => {
  const facts = {
    attributes: { name: { forceNew: true }, 'rule.port': { forceNew: true }, 'zone.zone': { forceNew: true } },
  };
  const prior = { ...CONFIG, id: 'i', size: 3, rule: [{ port: 1, uid: 'u' }], zone: [{ zone: 'h', ips: [] }] };
  const paths = (planned: object): unknown => requiresReplace(SHAPE, facts, prior, { ...prior, ...planned });

  test('needs a change', () => expect(paths({ size: 4 })).toEqual([]));
  test('is asked for by a changed attribute', () => expect(paths({ name: 'm' })).toEqual([['name']]));
  test('an unknown value counts as a change', () => expect(paths({ name: UNKNOWN })).toEqual([['name']]));
  test('points into lists', () => expect(paths({ rule: [{ port: 2, uid: 'u' }] })).toEqual([['rule', 0, 'port']]));
  test('stops at a list that grows', () =>
    expect(paths({ rule: [...prior.rule, { port: 2, uid: 'v' }] })).toEqual([['rule']]));
  test('counts blocks, and leaves what is in them to its own facts', () => {
    const ofBlock = (rule: readonly object[]): unknown =>
      requiresReplace(SHAPE, { attributes: { rule: { forceNew: true } } }, prior, { ...prior, rule: rule as never });
    expect(ofBlock([{ port: 2, uid: 'u' }])).toEqual([]);
    expect(ofBlock([])).toEqual([['rule']]);
  });
  test('stops at a set', () => expect(paths({ zone: [{ zone: 'i', ips: [] }] })).toEqual([['zone']]));
});
