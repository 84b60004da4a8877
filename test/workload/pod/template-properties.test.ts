import fc from 'fast-check';
import type { ContainerData, PodData, VolumeData } from '../../../lib/core/pod';
import { EMPTY_CONTAINER, EMPTY_POD } from '../../../lib/workload/pod/empty-pod';
import { podTemplate } from '../../../lib/workload/pod/pod-template';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const texts = fc.dictionary(name, fc.string(), { noNullPrototype: true });
const words = fc.array(name, { maxLength: 3 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const amounts = fc.record({ cpu: maybe(fc.constant('500m')), memory: maybe(fc.constant('1Gi')) });

const action = fc.oneof(
  fc.record({ kind: fc.constant('http' as const), path: fc.constant('/'), port: fc.nat(9), headers: maybe(texts) }),
  fc.record({ kind: fc.constant('tcp' as const), port: fc.nat(9) }),
  fc.record({ kind: fc.constant('grpc' as const), port: fc.nat(9) }),
  fc.record({ kind: fc.constant('exec' as const), command: fc.array(name, { minLength: 1 }) }),
);
const probe = maybe(fc.record({ action, periodSeconds: maybe(fc.nat(9)) }));
const security = fc.record({
  privileged: maybe(fc.boolean()),
  runAsUser: maybe(fc.nat(9)),
  capabilities: maybe(fc.record({ add: maybe(words), drop: maybe(words) })),
  seccompProfile: maybe(fc.constant('RuntimeDefault' as const)),
});
const container: fc.Arbitrary<ContainerData> = fc
  .record({
    name,
    image: name,
    env: texts,
    command: maybe(words),
    args: maybe(words),
    requests: maybe(amounts),
    limits: maybe(amounts),
    readiness: probe,
    liveness: probe,
    preStop: maybe(fc.array(name, { minLength: 1 })),
    security,
  })
  .map((data) => ({ ...EMPTY_CONTAINER, ...data }));

const volume: fc.Arbitrary<VolumeData> = fc.record({
  name,
  source: fc.oneof(
    fc.record({ kind: fc.constant('secret' as const), name, files: maybe(texts) }),
    fc.record({ kind: fc.constant('claim' as const), claimName: name }),
    fc.record({ kind: fc.constant('csi' as const), driver: name, attributes: maybe(texts) }),
    fc.record({ kind: fc.constant('host-path' as const), path: fc.constant('/') }),
  ),
});
const condition = fc.record({
  key: name,
  operator: fc.constant('In' as const),
  values: fc.array(name, { minLength: 1 }),
});
const pod: fc.Arbitrary<PodData> = fc
  .record({
    labels: texts,
    annotations: texts,
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    initContainers: fc.array(container, { maxLength: 2 }),
    volumes: fc.array(volume, { maxLength: 3 }),
    imagePullSecrets: words,
    nodeSelector: texts,
    readinessGates: words,
    nodeAffinity: fc.record({
      required: fc.array(condition, { maxLength: 2 }),
      preferred: fc.array(fc.record({ weight: fc.nat(9), conditions: fc.array(condition, { minLength: 1 }) }), {
        maxLength: 2,
      }),
    }),
    dns: maybe(fc.record({ nameservers: maybe(words), searches: maybe(words), options: maybe(texts) })),
    fsGroup: maybe(fc.nat(9)),
    seccompProfile: maybe(fc.constant('RuntimeDefault' as const)),
  })
  .map((data) => ({ ...EMPTY_POD, ...data }));

/** Paths of lists, maps and blocks without anything in them; the blocks that may be so are those of an `emptyDir`. */
const emptyParts = (value: unknown, at = ''): string[] => {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.length === 0 ? [at] : entries.flatMap(([key, one]) => emptyParts(one, `${at}.${key}`));
};

describe('the template of any Pod', () => {
  test('has no empty list, map or block, which the next plan would want gone', () => {
    fc.assert(
      fc.property(pod, (data) => {
        const empty = emptyParts(podTemplate(data, { app: 'web' }).spec);
        expect(empty).toEqual([]);
      }),
    );
  });

  test('says of every container whether it may gain privileges', () => {
    fc.assert(
      fc.property(pod, (data) => {
        const { container, initContainer } = podTemplate(data, {}).spec as never as Record<string, never[] | undefined>;
        [...(container ?? []), ...(initContainer ?? [])].forEach(({ securityContext }: never) => {
          const { privileged, allowPrivilegeEscalation } = securityContext as Record<string, boolean | undefined>;
          expect(allowPrivilegeEscalation).toBe(privileged ?? false);
        });
      }),
    );
  });

  test('is the same for the same data, and shares nothing with it', () => {
    fc.assert(
      fc.property(pod, (data) => {
        const before = JSON.stringify(data);
        const [one, two] = [podTemplate(data, {}), podTemplate(data, {})];
        expect(one).toEqual(two);
        expect(JSON.stringify(data)).toBe(before);
      }),
    );
  });
});
