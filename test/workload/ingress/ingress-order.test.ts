import * as fc from 'fast-check';
import type { IngressPath } from '../../../lib/core/ingress';
import { ingressSpec } from '../../../lib/workload/ingress/ingress-object';
import { covers, inOrder, samePath } from '../../../lib/workload/ingress/ingress-order';

const hosts = fc.option(
  fc.constantFrom('example.com', 'www.example.com', 'a.www.example.com', '*.example.com', '*.www.example.com'),
  { nil: undefined },
);
const parts = fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 3 });
const paths: fc.Arbitrary<IngressPath> = fc.record({
  host: hosts,
  path: parts.map((all) => `/${all.join('/')}`),
  pathType: fc.constantFrom('Prefix', 'Exact'),
  serviceName: fc.constantFrom('web', 'api'),
  port: fc.constant(80),
});
const rules = fc.uniqueArray(paths, { maxLength: 12, comparator: samePath });

/** What ALB does with a request: the first rule that fits. */
const answers = (rule: IngressPath, host: string, path: string): boolean =>
  (rule.host === undefined ||
    rule.host === host ||
    (rule.host.startsWith('*.') && host.endsWith(rule.host.slice(1)) && host.length > rule.host.length - 1)) &&
  (rule.pathType === 'Exact'
    ? rule.path === path
    : rule.path === '/' || path === rule.path || path.startsWith(`${rule.path}/`));

/** Requests that a rule answers. */
function requestsOf({ host, path, pathType }: IngressPath): readonly (readonly [string, string])[] {
  const asked =
    host === undefined ? ['other.net', 'www.example.com'] : [host.replace('*', 'x'), host.replace('*', 'x.y')];
  const below = pathType === 'Exact' ? [path] : [path, `${path.replace(/\/$/, '')}/z`];
  return asked.flatMap((name) => below.map((one) => [name, one] as const));
}

test('rules in order hide none of the others', () => {
  fc.assert(
    fc.property(rules, (all) => {
      const sorted = inOrder(all);
      sorted.forEach((rule, index) =>
        expect(sorted.slice(0, index).filter((before) => covers(before, rule) && !samePath(before, rule))).toEqual([]),
      );
    }),
  );
});

test('the order of rules does not depend on the order in which they are written, and loses none', () => {
  fc.assert(
    fc.property(rules, fc.infiniteStream(fc.nat()), (all, numbers) => {
      const keys = new Map(all.map((one) => [one, numbers.next().value as number]));
      const shuffled = [...all].sort((one, other) => keys.get(one)! - keys.get(other)!);
      expect(inOrder(shuffled)).toEqual(inOrder(all));
      expect(new Set(inOrder(all))).toEqual(new Set(all));
    }),
  );
});

test('what a rule covers, it answers', () => {
  fc.assert(
    fc.property(rules, (all) => {
      const pairs = all.flatMap((before) =>
        all.filter((rule) => covers(before, rule)).map((rule) => ({ before, rule })),
      );
      pairs.forEach(({ before, rule }) =>
        requestsOf(rule).forEach(([host, path]) => {
          expect(answers(rule, host, path)).toBe(true);
          expect(answers(before, host, path)).toBe(true);
        }),
      );
    }),
  );
});

test('an Ingress has one rule for each host, with all of its paths in order', () => {
  fc.assert(
    fc.property(rules, (all) => {
      const sorted = inOrder(all);
      const { rule } = ingressSpec({ className: 'alb', paths: sorted }) as {
        rule: { host?: string; http: { path: { path: string; pathType: string }[] } }[];
      };
      const flat = rule.flatMap(({ host, http }) => http.path.map(({ path, pathType }) => [host, path, pathType]));
      expect(flat).toEqual(sorted.map(({ host, path, pathType }) => [host, path, pathType]));
      expect(new Set(rule.map(({ host }) => host)).size).toBe(rule.length);
    }),
  );
});
