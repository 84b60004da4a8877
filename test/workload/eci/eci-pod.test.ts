import { resourceOf, synthesized } from '../../../lib/testing';
import { Burst } from '../../../lib/workload/burst/burst';
import { EciAddress, EciBilling, EciImage, EciVswitches, type EciPod } from '../../../lib/workload/eci/eci-pod';
import { problemsOf } from '../../support/problems';
import { aBurstingService, warningsOf } from '../scaling/a-scaled-service';

/** Annotations of the Pods, and of the Deployment itself. */
function annotations(eci: EciPod) {
  const made = aBurstingService({ eci });
  made.web.burst(Burst.afterEcs(2, made.eci));
  const { metadata, spec } = resourceOf(made.apps, 'kubernetes_deployment_v1').attributes;
  return { onPods: spec.template.metadata.annotations, onDeployment: metadata.annotations };
}

test('what a Pod gets on ECI is said to ECI by annotations of the Pods, never of the Deployment', () => {
  const { onPods, onDeployment } = annotations({
    sizes: ['0.5-1Gi', '2-4Gi', 'ecs.c7.large'],
    families: ['ecs.c7', '-ecs.t5'],
    image: EciImage.cached(),
    extraDiskGib: 20,
    vswitches: EciVswitches.ordered(['vsw-bp1h', 'vsw-bp1i']),
    address: EciAddress.own(10, 'bandwidth'),
    ramRoleName: 'shop-pods',
    onFailure: 'fail-over',
    registryInstanceId: 'cri-abc123',
  });
  expect(onPods).toEqual({
    'k8s.aliyun.com/acr-instance-ids': 'cri-abc123',
    'k8s.aliyun.com/eci-extra-ephemeral-storage': '20Gi',
    'k8s.aliyun.com/eci-fail-strategy': 'fail-over',
    'k8s.aliyun.com/eci-image-cache': 'true',
    'k8s.aliyun.com/eci-instance-family': 'ecs.c7,-ecs.t5',
    'k8s.aliyun.com/eci-ram-role-name': 'shop-pods',
    'k8s.aliyun.com/eci-schedule-strategy': 'VSwitchOrdered',
    'k8s.aliyun.com/eci-use-specs': '0.5-1Gi,2-4Gi,ecs.c7.large',
    'k8s.aliyun.com/eci-vswitch': 'vsw-bp1h,vsw-bp1i',
    'k8s.aliyun.com/eci-with-eip': 'true',
    'k8s.aliyun.com/eip-bandwidth': '10',
    'k8s.aliyun.com/eip-internet-charge-type': 'PayByBandwidth',
  });
  expect(onDeployment).toBeUndefined();
});

test.each([
  [EciBilling.onDemand(), {}],
  [EciBilling.spot(), { strategy: 'SpotAsPriceGo', fallback: 'true' }],
  [EciBilling.spotUpTo(0.5, { fallback: false }), { strategy: 'SpotWithPriceLimit', limit: '0.5', fallback: 'false' }],
  [EciBilling.spot({ protectedHour: false }), { strategy: 'SpotAsPriceGo', fallback: 'true', duration: '0' }],
])('%j is paid for so', (billing, said) => {
  const { onPods } = annotations({ sizes: ['2-4Gi'], billing });
  const prefix = 'k8s.aliyun.com/eci-spot-';
  expect({
    strategy: onPods[`${prefix}strategy`],
    limit: onPods[`${prefix}price-limit`],
    fallback: onPods[`${prefix}fallback`],
    duration: onPods[`${prefix}duration`],
  }).toEqual({ strategy: undefined, limit: undefined, fallback: undefined, duration: undefined, ...said });
});

test('an image cache and an address that exist are named', () => {
  const { onPods } = annotations({ image: EciImage.snapshot('imc-abc'), address: EciAddress.existing('eip-abc') });
  expect(onPods).toEqual({
    'k8s.aliyun.com/eci-eip-instanceid': 'eip-abc',
    'k8s.aliyun.com/eci-image-snapshot-id': 'imc-abc',
  });
});

test.each<[string, unknown, string, RegExp]>([
  ['a size that ECI does not sell', { sizes: ['7-13Gi'] }, 'eci-option', /8-16Gi/],
  ['a size without a unit', { sizes: ['2-4'] }, 'eci-option', /2-4Gi/],
  ['no size', { sizes: [] }, 'list-empty', /2-4Gi/],
  ['a size twice', { sizes: ['2-4Gi', '2-4Gi'] }, 'list-duplicate', /once/],
  ['six sizes', { sizes: ['1-2Gi', '1-4Gi', '1-8Gi', '2-4Gi', '2-8Gi', '2-16Gi'] }, 'list-too-long', /5/],
  ['spot of one core', { sizes: ['1-2Gi'], billing: EciBilling.spot() }, 'eci-option', /onDemand/],
  ['a price of nothing', { sizes: ['2-4Gi'], billing: EciBilling.spotUpTo(0) }, 'number-invalid', /spotUpTo\(0\.5\)/],
  ['a way to pay that is none', { billing: 'spot' }, 'choice-invalid', /EciBilling/],
  ['a negative disk', { extraDiskGib: -1 }, 'number-invalid', /2000/],
  ['another way to fail', { onFailure: 'panic' }, 'choice-invalid', /fail-back/],
  ['no vSwitch', { vswitches: EciVswitches.any([]) }, 'list-empty', /vswitches/],
  ['something else as a vSwitch', { vswitches: EciVswitches.any(['vpc-bp1']) }, 'eci-option', /vsw-/],
  ['an address of no bandwidth', { address: EciAddress.own(0) }, 'number-invalid', /1000/],
  ['something else as an address', { address: EciAddress.existing('1.2.3.4') }, 'eci-option', /eip-/],
  ['something else as an image cache', { image: EciImage.snapshot('m-abc') }, 'eci-option', /imc-/],
  ['a prop that there is not', { spot: true }, 'prop-unknown', /./],
])('%s is refused', (_title, eci, code, fix) => {
  expect(problemsOf(() => aBurstingService({ eci: eci as EciPod }))).toContainEqual(
    expect.objectContaining({ code, path: 'shop-apps/shop/web', fix: expect.stringMatching(fix) }),
  );
});

test('an annotation by hand does not contradict the prop', () => {
  const podAnnotations = { 'k8s.aliyun.com/eci-use-specs': '4-8Gi' };
  const [problem] = problemsOf(() => aBurstingService({ eci: { sizes: ['2-4Gi'] }, podAnnotations }));
  expect(problem?.code).toBe('pod-conflict');
});

test('settings of ECI are refused for Pods that never land there', () => {
  const { apps } = aBurstingService({ eci: { sizes: ['2-4Gi'] } });
  expect(problemsOf(() => synthesized(apps))).toEqual([
    expect.objectContaining({ code: 'eci-unused', path: 'shop-apps/shop/web' }),
  ]);
});

test('spot for Pods whose containers ask for too little is refused', () => {
  const made = aBurstingService({ eci: { billing: EciBilling.spot() } });
  made.web.burst(Burst.afterEcs(2, made.eci));
  expect(problemsOf(() => synthesized(made.apps))[0]).toMatchObject({
    code: 'eci-option',
    what: expect.stringContaining('0.5-1Gi'),
  });
});

describe('an odd size', () => {
  const odd = (requests: { cpu: string; memory: string }, eci?: EciPod) => {
    const made = aBurstingService({ requests, eci });
    made.web.burst(Burst.afterEcs(2, made.eci));
    return warningsOf(made.apps).filter((text) => text.includes('[eci-rounded]'));
  };

  test('is rounded up, and said', () => {
    expect(odd({ cpu: '7', memory: '13Gi' })).toEqual([
      expect.stringContaining('ask for 7-13Gi; on ECI each becomes 8-16Gi'),
    ]);
  });

  test.each([
    ['which fits', { cpu: '500m', memory: '1Gi' }, undefined],
    ['beside a size that is said', { cpu: '7', memory: '13Gi' }, { sizes: ['8-16Gi'] }],
  ])('%s says nothing', (_title, requests, eci) => {
    expect(odd(requests, eci)).toEqual([]);
  });

  test('counts what others put beside the application', () => {
    const made = aBurstingService();
    made.web.burst(Burst.afterEcs(2, made.eci));
    const { containers } = made.web.pod.data;
    made.web.pod.addContainer({
      ...containers[0]!,
      name: 'agent',
      ports: [],
      requests: { cpu: '100m', memory: '100Mi' },
      limits: undefined,
      startup: undefined,
      readiness: undefined,
      liveness: undefined,
    });
    expect(warningsOf(made.apps)).toContainEqual(expect.stringContaining('(web, agent); on ECI each becomes 1-2Gi'));
  });

  test('beyond the largest is refused', () => {
    const made = aBurstingService({ requests: { cpu: '80', memory: '1Gi' } });
    made.web.burst(Burst.afterEcs(2, made.eci));
    expect(problemsOf(() => synthesized(made.apps))[0]).toMatchObject({ code: 'eci-too-large', value: '80-1Gi' });
  });
});
