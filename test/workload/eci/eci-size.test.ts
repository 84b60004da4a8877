import fc from 'fast-check';
import { EMPTY_CONTAINER } from '../../../lib/workload/pod/empty-pod';
import { eciAsk, eciSize, ECI_SIZES, sizeNamed, describeSize } from '../../../lib/workload/eci/eci-size';
import type { Amounts, ContainerData } from '../../../lib/core/pod';

const SOLD = ECI_SIZES.flatMap(({ vcpu, memoryGib }) => memoryGib.map((gib) => ({ vcpu, memoryGib: gib })));
const asked = fc.record({
  vcpu: fc.double({ min: 0.01, max: 64, noNaN: true }),
  memoryGib: fc.double({ min: 0.01, max: 512, noNaN: true }),
});

test.each([
  ['0.5-1', 0.5, 1, '0.5-1Gi'],
  ['7-13, of the documentation', 7, 13, '8-16Gi'],
  ['little cpu and much memory', 0.25, 1.5, '0.5-2Gi'],
  ['much memory beside one core', 1, 12, '2-16Gi'],
  ['just above a size', 2.1, 4, '4-4Gi'],
  ['the largest', 64, 512, '64-512Gi'],
])('%s becomes a size that ECI sells', (_title, vcpu, memoryGib, size) => {
  expect(describeSize(eciSize({ vcpu, memoryGib })!)).toBe(size);
});

test('a size that is sold stays as it is', () => {
  for (const size of SOLD) {
    expect(eciSize(size)).toEqual(size);
    expect(sizeNamed(describeSize(size))).toEqual(size);
  }
});

test('what is rounded up is sold, holds what was asked for, and nothing with fewer cores does', () => {
  fc.assert(
    fc.property(asked, (ask) => {
      const size = eciSize(ask)!;
      expect(SOLD).toContainEqual(size);
      expect(size.vcpu).toBeGreaterThanOrEqual(ask.vcpu);
      expect(size.memoryGib).toBeGreaterThanOrEqual(ask.memoryGib);
      const smaller = SOLD.filter(({ vcpu, memoryGib }) => vcpu >= ask.vcpu && memoryGib >= ask.memoryGib).filter(
        ({ vcpu, memoryGib }) => vcpu < size.vcpu || (vcpu === size.vcpu && memoryGib < size.memoryGib),
      );
      expect(smaller).toEqual([]);
    }),
  );
});

test('who asks for more never gets fewer cores', () => {
  fc.assert(
    fc.property(asked, asked, (a, b) => {
      const more = { vcpu: Math.max(a.vcpu, b.vcpu), memoryGib: Math.max(a.memoryGib, b.memoryGib) };
      expect(eciSize(more)!.vcpu).toBeGreaterThanOrEqual(eciSize(a)!.vcpu);
    }),
  );
});

test('beyond the largest there is none', () => {
  expect(eciSize({ vcpu: 65, memoryGib: 1 })).toBeUndefined();
  expect(eciSize({ vcpu: 1, memoryGib: 513 })).toBeUndefined();
});

const container = (requests?: Amounts, limits?: Amounts, env: ContainerData['env'] = {}): ContainerData => ({
  ...EMPTY_CONTAINER,
  name: 'web',
  image: 'web:1',
  env,
  requests,
  limits,
});
const ask = (containers: ContainerData[], initContainers: ContainerData[] = []) =>
  eciAsk({ containers, initContainers });

describe('what a Pod asks ECI for', () => {
  const small = { cpu: '500m', memory: '1Gi' };

  test('is two cores and four GiB when no container says anything', () => {
    expect(ask([container()])).toEqual({ vcpu: 2, memoryGib: 4 });
  });

  test('is what the containers request, the one beside the application included', () => {
    expect(ask([container(small), container({ cpu: '250m', memory: '512Mi' })])).toEqual({
      vcpu: 0.75,
      memoryGib: 1.5,
    });
  });

  test('is the limit where there is one, even if less is requested', () => {
    expect(ask([container(small, { memory: '4Gi' })])).toEqual({ vcpu: 0.5, memoryGib: 4 });
  });

  test('is what an init container asks for when that is more', () => {
    expect(ask([container(small)], [container({ cpu: '4', memory: '512Mi' })])).toEqual({ vcpu: 4, memoryGib: 1 });
  });

  test('leaves out a container that says so', () => {
    expect(ask([container(small), container(small, undefined, { __ECI_RESOURCE_IGNORE__: 'TRUE' })])).toEqual({
      vcpu: 0.5,
      memoryGib: 1,
    });
  });

  test('is unknown when Terraform alone knows an amount', () => {
    expect(ask([container({ cpu: '${var.cpu}', memory: '1Gi' })])).toBeUndefined();
  });
});
