import type { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { synthesized } from '../../../lib/testing/synthesized';
import { IngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import type { IngressProps } from '../../../lib/workload/ingress/ingress-props';
import { Namespace } from '../../../lib/workload/namespace';
import { problemsOf } from '../../support/problems';
import { aClass } from './an-ingress';

const TO = { serviceName: 'web', port: 80 };

/** Ingresses of one class by name, each with the hosts and paths that it asks for, such as `www.example.com/api`. */
function ingresses(
  asked: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, Partial<IngressProps>>> = {},
) {
  const made = aClass();
  const of = Object.entries(asked).map(([id, urls]) => {
    const routes = urls.map((url) => {
      const slash = url.indexOf('/');
      return { host: url.slice(0, slash) || undefined, path: url.slice(slash), to: TO };
    });
    return [id, new Ingress(made.namespace, id, { class: made.alb, routes, ...more[id] })] as const;
  });
  return { ...made, of: Object.fromEntries(of) };
}

const found = (apps: WorkloadStack) =>
  problemsOf(() => synthesized(apps)).map(({ code, path, value }) => [code, path, value]);

describe('two Ingresses of one class', () => {
  test('are at peace with other hosts and paths', () => {
    const { apps } = ingresses({
      api: ['www.example.com/api', 'api.example.com/'],
      site: ['www.example.com/', 'www.example.com/static'],
    });
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('cannot both have a path of a host: the second one is told', () => {
    const { apps } = ingresses({ first: ['www.example.com/api'], second: ['www.example.com/api'] });
    expect(found(apps)).toEqual([['ingress-path-taken', 'shop-apps/shop/second', '/api']]);
  });

  test('cannot both have it in two namespaces either', () => {
    const { apps, alb } = ingresses({ first: ['www.example.com/'] });
    new Ingress(new Namespace(apps, 'other'), 'second', { class: alb, routes: [{ host: 'www.example.com', to: TO }] });
    expect(found(apps)).toEqual([['ingress-path-taken', 'shop-apps/other/second', '/']]);
  });

  test('cannot both have it when the class is imported twice', () => {
    const { apps, namespace } = aClass();
    const attributes = { className: 'old', kind: 'alb', scheme: 'internet', sources: ['10.0.0.0/8'] } as const;
    ['first', 'second'].forEach((id) => {
      const own = IngressClass.fromAttributes(apps, `class-${id}`, attributes);
      new Ingress(namespace, id, { class: own, routes: [{ host: 'www.example.com', to: TO }] });
    });
    expect(found(apps)).toEqual([['ingress-path-taken', 'shop-apps/shop/second', '/']]);
  });

  test('may both have it on ports of their own', () => {
    const { apps } = ingresses(
      { first: ['www.example.com/'], second: ['www.example.com/'] },
      { first: { listeners: [443], redirectToHttps: false }, second: { listeners: [80], redirectToHttps: false } },
    );
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('may both have it where one is exact and the other everything below', () => {
    const { apps, namespace, alb } = ingresses({ second: ['www.example.com/api'] });
    const routes = [{ host: 'www.example.com', path: '/api', match: 'exact' as const, to: TO }];
    new Ingress(namespace, 'first', { class: alb, routes });
    expect(() => synthesized(apps)).not.toThrow();
  });
});

describe('on ALB, whose first rule that fits is taken', () => {
  test('a path that the Ingress before takes is never reached', () => {
    const { apps } = ingresses({ all: ['www.example.com/'], api: ['www.example.com/api'] });
    const [problem] = problemsOf(() => synthesized(apps));
    expect(problem).toMatchObject({ code: 'ingress-path-hidden', path: 'shop-apps/shop/api', value: '/api' });
    expect(problem!.what).toContain('"shop-apps/shop/all"');
    expect(problem!.fix).toContain('order: 9 of "shop-apps/shop/api"');
  });

  test('it is reached with a place before the other’s', () => {
    const { apps } = ingresses({ all: ['www.example.com/'], api: ['www.example.com/api'] }, { api: { order: 9 } });
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('names decide where nobody has a place', () => {
    const { apps } = ingresses({ api: ['www.example.com/api'], rest: ['www.example.com/'] });
    expect(() => synthesized(apps)).not.toThrow();
  });

  test('a rule for every host takes the requests of all that come after it', () => {
    const { apps } = ingresses({ all: ['/'], site: ['www.example.com/'] });
    expect(found(apps)).toEqual([['ingress-path-hidden', 'shop-apps/shop/site', '/']]);
  });

  test('a wildcard takes those of the hosts below it', () => {
    const { apps } = ingresses({ all: ['*.example.com/'], site: ['www.example.com/', 'example.com/'] });
    expect(found(apps)).toEqual([['ingress-path-hidden', 'shop-apps/shop/site', '/']]);
  });

  test('a path takes those below it, not those that only begin alike', () => {
    const { apps } = ingresses({ a: ['www.example.com/api'], b: ['www.example.com/api/v1', 'www.example.com/apis'] });
    expect(found(apps)).toEqual([['ingress-path-hidden', 'shop-apps/shop/b', '/api/v1']]);
  });

  test('a place that two have would have the controller serve neither', () => {
    const { apps } = ingresses(
      { api: ['www.example.com/api'], site: ['www.example.com/'] },
      { api: { order: 3 }, site: { order: 3 } },
    );
    expect(found(apps)).toEqual([['ingress-order', 'shop-apps/shop/site', 3]]);
  });
});

test('on nginx the longest path that fits is taken, in whichever Ingress it is', () => {
  const { apps, namespace } = aClass();
  const attributes = { className: 'nginx', kind: 'nginx', scheme: 'internet', sources: ['10.0.0.0/8'] } as const;
  const own = IngressClass.fromAttributes(apps, 'nginx', attributes);
  new Ingress(namespace, 'all', { class: own, routes: [{ host: 'www.example.com', to: TO }] });
  new Ingress(namespace, 'api', { class: own, routes: [{ host: 'www.example.com', path: '/api', to: TO }] });
  expect(() => synthesized(apps)).not.toThrow();
});
