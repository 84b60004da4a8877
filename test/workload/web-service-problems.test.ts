import { Password } from '@cdktf/provider-random/lib/password';
import { aStack } from '../cluster/a-cluster';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { Disruption } from '../../lib/workload/disruption';
import { Namespace } from '../../lib/workload/namespace';
import { ContainerUser } from '../../lib/workload/pod/container-user';
import { Probe } from '../../lib/workload/pod/probe';
import { Shutdown } from '../../lib/workload/pod/shutdown';
import { Scale } from '../../lib/workload/scaling/scale';
import { Update } from '../../lib/workload/update';
import { WebService } from '../../lib/workload/web-service';
import type { WebServiceProps } from '../../lib/workload/web-service-props';
import { problemsOf } from '../support/problems';
import { aWebService, IMAGE } from './a-web-service';
import { aWorkplace } from './a-workplace';

const sidecar = { name: 'beside', image: IMAGE, requests: { cpu: '100m', memory: '128Mi' } };
const wrong = <T>(value: unknown) => value as T;

test.each<[string, Partial<WebServiceProps>, object]>([
  ['an image without a version', { image: 'nginx' }, { code: 'image-untagged', value: 'nginx' }],
  ['an image of :latest', { image: 'acme/shop:latest' }, { code: 'image-untagged' }],
  ['an image that is an address', { image: 'https://acme/shop:1' }, { code: 'image-invalid' }],
  ['a sidecar without a version', { sidecars: [{ ...sidecar, image: 'envoy' }] }, { code: 'image-untagged' }],
  ['no requests', { requests: wrong(undefined) }, { code: 'value-missing' }],
  ['requests without memory', { requests: wrong({ cpu: '1' }) }, { code: 'value-missing' }],
  ['memory that is no quantity', { requests: { cpu: '1', memory: '1GB' } }, { code: 'quantity-invalid', value: '1GB' }],
  ['no cpu at all', { requests: { cpu: '0', memory: '1Gi' } }, { code: 'quantity-invalid', value: '0' }],
  ['a limit below its request', { limits: { memory: '512Mi' } }, { code: 'limit-below-request', value: '512Mi' }],
  ['port 0', { port: 0 }, { code: 'number-invalid', value: 0 }],
  ['port 70000 of the Service', { servicePort: 70_000 }, { code: 'number-invalid', value: 70_000 }],
  ['two ports of one number', { ports: { again: 8080 } }, { code: 'list-duplicate' }],
  [
    'a port called like no Service names one',
    { ports: { 'the-metrics-of-the-shop': 9090 } },
    { code: 'kubernetes-name' },
  ],
  ['no scale', { scale: wrong(undefined) }, { code: 'value-missing' }],
  ['a scale that is a number', { scale: wrong(3) }, { code: 'choice-invalid', value: 3 }],
  ['half a Pod', { scale: Scale.fixed(1.5) }, { code: 'number-invalid', value: 1.5 }],
  ['a health path without a slash', { health: 'healthz' }, { code: 'mount-path', value: 'healthz' }],
  [
    'a probe of a port that nobody listens on',
    { readiness: Probe.tcp({ port: 81 }) },
    { code: 'probe-port', value: 81 },
  ],
  ['a probe that is a path', { readiness: wrong('/healthz') }, { code: 'type-invalid' }],
  ['a probe every zero seconds', { liveness: Probe.tcp({ periodSeconds: 0 }) }, { code: 'number-invalid', value: 0 }],
  [
    'liveness that needs two good answers',
    { liveness: Probe.tcp({ successThreshold: 2 }) },
    { code: 'number-invalid' },
  ],
  ['a command of no words', { startup: Probe.exec([]) }, { code: 'list-empty' }],
  ['an update that can do nothing', { update: Update.rolling({ maxSurge: 0 }) }, { code: 'update-stuck' }],
  [
    'a surge that is no amount',
    { update: Update.rolling({ maxSurge: 'some' }) },
    { code: 'number-invalid', value: 'some' },
  ],
  [
    'a deadline that comes before a Pod counts',
    { progressDeadlineSeconds: 60, update: Update.rolling({ minReadySeconds: 90 }) },
    { code: 'number-invalid', value: 60 },
  ],
  ['a budget of all Pods', { disruption: Disruption.minAvailable(3) }, { code: 'disruption-blocks', value: 3 }],
  [
    'a budget that rounds up to all Pods',
    { disruption: Disruption.minAvailable('90%') },
    { code: 'disruption-blocks' },
  ],
  ['a budget that lets none go', { disruption: Disruption.maxUnavailable(0) }, { code: 'disruption-blocks', value: 0 }],
  [
    'a budget of the fewest Pods of an autoscaler',
    { scale: Scale.onCpu({ target: 60, min: 2, max: 9 }), disruption: Disruption.minAvailable(2) },
    { code: 'disruption-blocks', value: 2 },
  ],
  ['a budget of 110 %', { disruption: Disruption.maxUnavailable('110%') }, { code: 'number-invalid' }],
  [
    'a drain of two hours',
    { shutdown: Shutdown.drain({ drainSeconds: 7200 }) },
    { code: 'number-invalid', value: 7200 },
  ],
  [
    'a restricted user that is root',
    { user: ContainerUser.restricted({ uid: 0 }) },
    { code: 'number-invalid', value: 0 },
  ],
  ['a file with a relative path', { files: { 'etc/app.ini': 'a' } }, { code: 'mount-path', value: 'etc/app.ini' }],
  ['two files of one key', { files: { '/etc/a b': 'a' } }, { code: 'mount-path' }],
  ['more text than a ConfigMap holds', { files: { '/big': 'x'.repeat(2 ** 20 + 1) } }, { code: 'files-too-large' }],
  ['a variable with a space', { env: { 'A B': '1' } }, { code: 'variable-name', value: 'A B' }],
  ['a variable that is a number', { env: { PORT: wrong(80) } }, { code: 'type-invalid', value: 80 }],
  ['a sidecar called like the application', { sidecars: [{ ...sidecar, name: 'web' }] }, { code: 'pod-conflict' }],
  [
    'a sidecar with a mount of nothing',
    { sidecars: [{ ...sidecar, mounts: [{ volume: 'x', path: '/x' }] }] },
    { code: 'volume-unknown' },
  ],
  ['a label of ours', { podLabels: { 'app.kubernetes.io/name': 'x' } }, { code: 'pod-conflict' }],
  ['a label with a space', { podLabels: { team: 'the shop' } }, { code: 'label-invalid' }],
  [
    'an annotation that ACK has switched off',
    { podAnnotations: { 'alibabacloud.com/burst-resource': 'eci' } },
    { code: 'eci-unused', value: 'eci' },
  ],
  ['a name with capitals', { name: 'Web' }, { code: 'kubernetes-name', value: 'Web' }],
  ['a prop that is not there', wrong({ replica: 3 }), { code: 'prop-unknown', value: 'replica' }],
])('%s is refused', (_title, props, expected) => {
  expect(problemsOf(() => aWebService(props))).toEqual([
    expect.objectContaining({ path: 'shop-apps/shop/web', ...expected }),
  ]);
});

test('everything that is wrong is said at once', () => {
  const all = () => aWebService({ port: 0, health: 'x', disruption: Disruption.minAvailable(3), name: 'Web' });
  expect(problemsOf(all).map(({ code }) => code)).toEqual([
    'kubernetes-name',
    'number-invalid',
    'mount-path',
    'disruption-blocks',
  ]);
});

test('what is wrong with the Pod is said together with what is wrong with the service', () => {
  const all = () => aWebService({ image: 'nginx', port: 0, health: 'x', env: { 'A B': '1' }, name: 'Web' });
  expect(problemsOf(all).map(({ code, value }) => [code, value])).toEqual([
    ['kubernetes-name', 'Web'],
    ['number-invalid', 0],
    ['mount-path', 'x'],
    ['image-untagged', 'nginx'],
    ['variable-name', 'A B'],
  ]);
});

test('a secret in a file, one in a variable and an image without a version are one error', () => {
  const { apps, namespace } = aWebService();
  const password = new Password(apps, 'password', { length: 24 }).result;
  const requests = { cpu: '1', memory: '1Gi' };
  const [files, env] = [{ '/etc/app.ini': password }, { PASSWORD: password }];
  const all = () =>
    new WebService(namespace, 'shop', { image: 'nginx', port: 80, requests, scale: Scale.fixed(1), files, env });
  expect(problemsOf(all).map(({ code }) => code)).toEqual(['secret-in-text', 'secret-in-text', 'image-untagged']);
});

test('a port of the Service that another one has is refused with the props', () => {
  expect(
    problemsOf(() => aWebService({ servicePort: 9090, ports: { metrics: 9090 }, scale: Scale.fixed(0.5) })),
  ).toEqual([
    expect.objectContaining({ code: 'list-duplicate', value: 9090 }),
    expect.objectContaining({ value: 0.5 }),
  ]);
});

test('a Pod that may be root is refused where the namespace lets only restricted ones in, with both ways out', () => {
  const [problem] = problemsOf(() => aWebService({}, {}, { podSecurity: 'restricted' }));
  expect(problem).toMatchObject({ code: 'pod-security', path: 'shop-apps/shop/web' });
  expect(problem!.fix).toMatch(/ContainerUser\.restricted.*podSecurity: 'baseline'/);
});

test('outside of a namespace it is refused', () => {
  const { apps } = aWorkplace();
  const props = { image: IMAGE, port: 80, requests: { cpu: '1', memory: '1Gi' }, scale: Scale.fixed(1) };
  expect(problemsOf(() => new WebService(apps, 'web', props))).toEqual([
    expect.objectContaining({ code: 'no-namespace', path: 'shop-apps/web' }),
  ]);
});

describe('in a network without a way to the internet', () => {
  const inside = (image: string) => {
    const stack = aStack();
    const network = Network.fromAttributes(stack, 'network', {
      vpcId: 'vpc-bp1',
      region: 'cn-hangzhou',
      cidrs: ['10.0.0.0/16'],
      vswitches: (['nodes', 'pods'] as const).flatMap((purpose, index) =>
        ['h', 'i'].map((zone, at) => ({
          vswitchId: `vsw-bp${index}${at}`,
          zone: `cn-hangzhou-${zone}`,
          purpose,
          cidr: `10.0.${(index * 2 + at) * 32}.0/19`,
        })),
      ),
    });
    const cluster = new ManagedCluster(stack, 'cluster', { network });
    const apps = new WorkloadStack(stack.node.root as never, 'shop-apps', { cluster });
    const requests = { cpu: '1', memory: '1Gi' };
    return () =>
      new WebService(new Namespace(apps, 'shop'), 'web', { image, port: 80, requests, scale: Scale.fixed(1) });
  };

  test.each(['wordpress:6.8.3', 'ghcr.io/acme/shop:1', 'registry.cn-hangzhou.aliyuncs.com/acme/shop:1'])(
    '%s never arrives and is refused, with the copy to write instead',
    (image) => {
      expect(problemsOf(inside(image))).toEqual([
        expect.objectContaining({
          code: 'image-egress',
          value: image,
          fix: expect.stringContaining('registry-vpc.cn-hangzhou.aliyuncs.com/'),
        }),
      ]);
    },
  );

  test.each([IMAGE, 'registry.acme.internal/shop:1'])('%s may well arrive', (image) => {
    expect(inside(image)().workloadName).toBe('web');
  });
});
