import { Testing, type App } from 'cdktf';
import type { Construct } from 'constructs';
import { describeFailures, rehearse } from 'alicloud-constructs-rehearsal';
import type { JenkinsOnKubernetesProps } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-props';
import { resourcesOf } from '../../../lib/testing';
import { Namespace } from '../../../lib/workload/namespace';
import { Scale, type ScaleData } from '../../../lib/workload/scaling/scale';
import { StatefulService } from '../../../lib/workload/stateful/stateful-service';
import { WebService } from '../../../lib/workload/web-service';
import { problemsOf } from '../../support/problems';
import { aJenkins, MIRROR, SHOP } from './a-jenkins';

const FIRST = `${MIRROR}/first:1.0.0`;
const SIZE = { requests: { cpu: '500m', memory: '1Gi' } };
const web = (scope: Construct, name = 'shop', scale: ScaleData = Scale.fixed(2)) =>
  new WebService(scope, name, { image: FIRST, port: 8080, scale, ...SIZE });
type Props = Partial<JenkinsOnKubernetesProps>;
const ignoredOf = (stack: Parameters<typeof resourcesOf>[0], type: string, name: string): unknown =>
  (resourcesOf(stack, type).find(({ attributes }: any) => attributes.metadata.name === name)!.attributes as any)
    .lifecycle?.ignore_changes;

function aShop(app: App = Testing.app()) {
  const ci = aJenkins({}, app);
  const [test, production] = [ci.environments.test, ci.environments.production].map((space) => web(space));
  ci.delivers('shop', test!);
  ci.delivers('shop', production!);
  return ci;
}

test('the image that a pipeline gave to an application is not taken back by Terraform, and everything else stays its own', () => {
  const ignored = resourcesOf(aShop().apps, 'kubernetes_deployment_v1')
    .map(({ attributes }: any) => attributes)
    .filter(({ metadata }) => metadata.name === 'shop')
    .map(({ metadata, lifecycle, spec }) => [
      metadata.namespace,
      lifecycle.ignore_changes,
      spec.template.spec.container[0].image,
    ]);
  const image = ['spec[0].template[0].spec[0].container[0].image'];
  expect(ignored).toEqual([
    ['production', image, FIRST],
    ['test', image, FIRST],
  ]);
});

test('what a scale leaves alone is left alone as before', () => {
  const ci = aJenkins();
  ci.delivers('shop', web(ci.environments.test, 'shop', Scale.onCpu({ min: 2, max: 4, target: 60 })));
  expect(ignoredOf(ci.apps, 'kubernetes_deployment_v1', 'shop')).toContain(
    'spec[0].template[0].spec[0].container[0].image',
  );
});

test('so with a StatefulSet under another name', () => {
  const workload = { kind: 'statefulset', name: 'cart-web', container: 'cart-web' } as const;
  const ci = aJenkins({ applications: [{ ...SHOP, name: 'cart', workload }] });
  const cart = new StatefulService(ci.environments.test, 'cart-web', {
    image: FIRST,
    port: 8080,
    replicas: 1,
    ...SIZE,
  } as never);
  ci.delivers('cart', cart);
  expect(ignoredOf(ci.apps, 'kubernetes_stateful_set_v1', 'cart-web')).toEqual([
    'spec[0].template[0].spec[0].container[0].image',
    'spec[0].volume_claim_template',
  ]);
});

test('Terraform applies it, and plans again without a change', async () => {
  const app = Testing.app();
  aShop(app);
  expect(describeFailures(await rehearse(app))).toBe('');
}, 180_000);

describe('is refused:', () => {
  const refused = (props: Props, of: (ci: ReturnType<typeof aJenkins>) => [string, WebService]) => {
    const ci = aJenkins(props);
    const [name, workload] = of(ci);
    return problemsOf(() => ci.delivers(name, workload));
  };

  test.each<[string, Props, (ci: ReturnType<typeof aJenkins>) => [string, any], RegExp]>([
    ['an application that there is not', {}, (ci) => ['cart', web(ci.environments.test)], /no application/],
    ['a workload of another name', {}, (ci) => ['shop', web(ci.environments.test, 'other')], /"other"/],
    ['one of another namespace', {}, (ci) => ['shop', web(new Namespace(ci.apps, 'elsewhere'))], /"elsewhere"/],
    [
      'one without the container',
      { applications: [{ ...SHOP, workload: { container: 'web' } }] },
      (ci) => ['shop', web(ci.environments.test)],
      /container "web"/,
    ],
  ])('%s', (_title, props, of, what) => {
    expect(refused(props, of)).toEqual([
      expect.objectContaining({ code: 'jenkins-application', what: expect.stringMatching(what) }),
    ]);
  });

  test('what is no workload', () => {
    expect(refused({}, (ci) => ['shop', ci.environments.test as never])[0]).toMatchObject({ code: 'type-invalid' });
  });
});
