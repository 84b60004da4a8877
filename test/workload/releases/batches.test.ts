import { Password } from '@cdktf/provider-random/lib/password';
import { Burst } from '../../../lib/workload/burst/burst';
import { Isolation } from '../../../lib/workload/isolation';
import { Release, type BatchReleaseProps } from '../../../lib/workload/releases/release';
import { Scale } from '../../../lib/workload/scaling/scale';
import { synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aWebService, IMAGE } from '../a-web-service';
import { customResources, aBurstingService } from '../scaling/a-scaled-service';
import { byName, NEXT_IMAGE, podsOf, warnedIn } from './a-release';

/** Ten Pods, of which some batches of the next version are out. */
function batches(done: number, own: Partial<BatchReleaseProps> = {}, ...given: Parameters<typeof aWebService>) {
  const [props = {}, ...rest] = given;
  const made = aWebService({ scale: Scale.fixed(10), ...props }, ...rest);
  made.web.release(Release.batches({ image: NEXT_IMAGE, batches: ['10%', '50%', '100%'], done, ...own }));
  return made;
}

const next = (...given: Parameters<typeof batches>) =>
  byName(batches(...given).apps, 'deployment_v1')['web-next']!.attributes;

describe('a release in batches', () => {
  test('moves Pods from the service to the next version by one number', () => {
    expect([0, 1, 2, 3].map((done) => podsOf(batches(done).apps))).toEqual([
      { web: 10, 'web-next': 0 },
      { web: 10, 'web-next': 1 },
      { web: 9, 'web-next': 5 },
      { web: 5, 'web-next': 10 },
    ]);
  });

  test('gives the service all its Pods again with the image, beside the next ones, which can then go', () => {
    expect(podsOf(batches(3, {}, { image: NEXT_IMAGE }).apps)).toEqual({ web: 10, 'web-next': 10 });
    const { apps, web } = aWebService({ scale: Scale.fixed(10), image: NEXT_IMAGE });
    web.release(Release.none());
    expect(podsOf(apps)).toEqual({ web: 10 });
    expect(warnedIn(apps)).toEqual([]);
  });

  test('divides requests behind the Service of the service, whose labels the next Pods have, too', () => {
    const { apps } = batches(1);
    const services = byName(apps, 'service_v1');
    expect(Object.keys(services)).toEqual(['web']);
    const { template, selector } = byName(apps, 'deployment_v1')['web-next']!.attributes.spec;
    expect(template.metadata.labels).toMatchObject(services.web!.attributes.spec.selector);
    expect(template.metadata.labels).toMatchObject(selector.match_labels);
    expect(selector.match_labels).not.toEqual(services.web!.attributes.spec.selector);
  });

  test('keeps the labels by which the service finds its own Pods, which would replace it', () => {
    const before = byName(aWebService({ scale: Scale.fixed(10) }).apps, 'deployment_v1').web!.attributes.spec;
    const during = byName(batches(2).apps, 'deployment_v1').web!.attributes.spec;
    expect(during).toEqual({ ...before, replicas: '9' });
  });

  test('has one budget for both sets, which counts them together', () => {
    const { apps } = batches(2);
    const budgets = byName(apps, 'pod_disruption_budget_v1');
    expect(Object.values(budgets).map(({ attributes }) => attributes.spec.selector.match_labels)).toEqual([
      { 'app.kubernetes.io/name': 'web' },
    ]);
  });

  test('brings its Pods after those of the service, so that on the way back those are there first', () => {
    const { apps } = batches(2);
    const { web, 'web-next': set } = byName(apps, 'deployment_v1');
    expect(set!.attributes.depends_on).toContain(web!.address);
    expect(set!.attributes.wait_for_rollout).toBe(true);
  });

  test('is refused room in a quota only for the Pods that there are', () => {
    const quota = (pods: number) => ({ quota: { pods } });
    expect(() => synthesized(batches(2, {}, {}, {}, quota(14)).apps)).not.toThrow();
    expect(problemsOf(() => synthesized(batches(2, {}, {}, {}, quota(13)).apps)).map(({ code }) => code)).toEqual([
      'quota-too-small',
    ]);
  });
});

describe('the next Pods', () => {
  test('are those of the service with another image, wherever its own one runs', () => {
    const requests = { cpu: '100m', memory: '128Mi' };
    const props = {
      initContainers: [{ name: 'migrate', image: IMAGE, requests, command: ['migrate'] }],
      sidecars: [{ name: 'agent', image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/agent:2.0.0', requests }],
      env: { MODE: 'a', LEVEL: 'info' },
    };
    const { template } = next(1, { env: { MODE: 'b' } }, props).spec;
    const { init_container: init, container } = template.spec;
    expect(init[0].image).toBe(NEXT_IMAGE);
    expect(container.map(({ image }: { image: string }) => image)).toEqual([NEXT_IMAGE, props.sidecars[0]!.image]);
    expect(container[0].env).toEqual([
      { name: 'MODE', value: 'b' },
      { name: 'LEVEL', value: 'info' },
    ]);
  });

  test('get what the service is given after the release, and start after the same', () => {
    const made = batches(1);
    made.web.pod.addEnvironment('LATE', 'yes');
    made.web.pod.addSecretEnvironment('keys', { TOKEN: new Password(made.apps, 'token', { length: 24 }).result });
    const { web, 'web-next': set } = byName(made.apps, 'deployment_v1');
    const env = ({ attributes }: typeof web & object) =>
      attributes.spec.template.spec.container[0].env.map(({ name }: { name: string }) => name);
    expect(env(set!)).toEqual(env(web!));
    expect(env(set!)).toEqual(['LATE', 'TOKEN']);
    const secret = byName(made.apps, 'secret_v1');
    expect(set!.attributes.depends_on).toContain(Object.values(secret)[0]!.address);
  });

  test('take what is added to them to those of the service, too', () => {
    const made = batches(1);
    made.web.next!.pod.addAnnotation('team', 'shop');
    for (const { attributes } of Object.values(byName(made.apps, 'deployment_v1'))) {
      expect(attributes.spec.template.metadata.annotations).toEqual({ team: 'shop' });
    }
  });

  test('may reach what those of the service may by the same policies', () => {
    const made = batches(1, {}, {}, {}, { isolation: Isolation.denyIngress() });
    made.namespace.allowFrom('10.0.0.0/8', 8080, made.web);
    const selectors = Object.values(byName(made.apps, 'network_policy_v1')).map(
      ({ attributes }) => attributes.spec.pod_selector.match_labels,
    );
    expect(selectors).toContainEqual({ 'app.kubernetes.io/name': 'web' });
    expect(JSON.stringify(selectors)).not.toContain('web-next');
  });

  test('are counted by the order of the service that divides Pods between nodes and ECI', () => {
    const made = aBurstingService({ scale: Scale.fixed(10) });
    made.web.burst(Burst.afterEcs(4, made.eci));
    made.web.release(Release.batches({ image: NEXT_IMAGE, batches: ['100%'], done: 1 }));
    expect(Object.keys(customResources(made.apps))).toEqual(['ResourcePolicy']);
    expect(made.web.next!.eci).toBe('some');
  });
});

test('every synth of a release says that it is under way, and what is to be done when the image has come', () => {
  expect(warnedIn(batches(1).apps)).toEqual(['release-standing']);
  const [finished] = [batches(3, {}, { image: NEXT_IMAGE })].map(({ web }) =>
    web.node.metadata.map(({ data }) => data),
  );
  expect(finished!.join()).toContain('write Release.none()');
});
