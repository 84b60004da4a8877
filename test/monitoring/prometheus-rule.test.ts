import fc from 'fast-check';
import { CLUSTER_RULES } from '../../lib/monitoring/cluster-rules';
import { planRules, promqlProblems, type RulesAsked } from '../../lib/monitoring/prometheus-rule';

const ASKED: RulesAsked = {
  cluster: { kind: 'managed', tier: 'pro' },
  rules: {},
  clusterRules: true,
  language: 'en',
};

test.each(Object.entries(CLUSTER_RULES))('%s is PromQL that ends, in words that people read, and frozen', (_, rule) => {
  expect(promqlProblems('expression', rule.expression)).toEqual([]);
  expect(rule.expression.includes('$THRESHOLD')).toBe(rule.threshold !== undefined);
  expect(rule.message.zh).toMatch(/[\u4e00-\u9fa5]/);
  expect([rule, rule.message].every(Object.isFrozen)).toBe(true);
});

test.each(Object.entries(CLUSTER_RULES))('%s names in its message what it groups by, and nothing else', (_, rule) => {
  const groups = [...rule.expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, labels]) => labels!.split(', '));
  for (const text of [rule.message.en, rule.message.zh]) {
    const named = [...text.matchAll(/\{\{\$labels\.(\w+)\}\}/g)].map(([, label]) => label!);
    expect(named.filter((label) => !groups.includes(label))).toEqual([]);
  }
});

test('nothing is left to be filled in, whatever is asked for', () => {
  const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('managed' as const, 'dedicated' as const, 'serverless' as const),
      (namespaces, threshold, kind) => {
        const rules = planRules({
          ...ASKED,
          cluster: { kind, tier: 'pro' },
          rules: { volumeFull: { threshold } },
          namespaces,
        });
        expect(rules.filter(({ expression }) => /\$(NAMESPACES|THRESHOLD)|undefined/.test(expression))).toEqual([]);
        expect(rules.flatMap(({ expression }) => promqlProblems('expression', expression))).toEqual([]);
        const full = rules.filter((rule) => rule.name === 'volume-full').map(({ expression }) => expression.slice(-5));
        expect(full).toEqual(kind === 'serverless' ? [] : [expect.stringMatching(new RegExp(`> ${threshold}$`))]);
      },
    ),
  );
});

test('the order of the namespaces makes no other rule', () => {
  expect(planRules({ ...ASKED, namespaces: ['a', 'b'] })).toEqual(planRules({ ...ASKED, namespaces: ['b', 'a'] }));
});

test.each([
  ['a selector', 'x{a="b",c=~"d|e"}[5m]'],
  ['a bracket in quotes', 'x{a="("} > 0'],
  ['a quote in quotes', 'x{a="\\"("} > 0'],
  ['other quotes', "x{a='('} > 0"],
  ['a comment', "x > 0 # it's wrong (somehow\n#\n or y > 0"],
  ['what looks like a comment in quotes', 'x{a="#("} > 0'],
])('%s is PromQL', (_, expression) => {
  expect(promqlProblems('expression', expression)).toEqual([]);
});

test.each([
  ['a bracket that closes nothing', 'x) > 0', ')'],
  ['brackets that cross', 'sum(x[5m)] > 0', ')'],
  ['a bracket that stays open', 'sum(x[5m] > 0', ')'],
  ['a quote that stays open', 'x{a="b} > 0', '"'],
])('%s is none', (_, expression, missing) => {
  expect(promqlProblems('expression', expression)).toMatchObject([
    { code: 'prometheus-rule', what: expect.stringContaining(JSON.stringify(missing)) },
  ]);
});
