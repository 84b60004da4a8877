import fc from 'fast-check';
import { batchNumbers, batchSize, podNumbers, podsFor, shareOf } from '../../../lib/workload/releases/pod-numbers';
import { Release, type RunningRelease } from '../../../lib/workload/releases/release';

const OLD = 'acme/shop:1.4.2';
const NEW = 'acme/shop:1.5.0';

/** A number of Pods and batches that rise to all of them. */
const aPlan = fc
  .integer({ min: 1, max: 200 })
  .chain((all) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: all }), { maxLength: 8 })
      .map((some) => ({ all, batches: [...new Set([...some, all])].sort((a, b) => a - b) })),
  );

describe('batches', () => {
  test('of ten Pods by 10, 50 and 100 percent are one, five and ten, and the old ones are a batch behind', () => {
    expect(batchNumbers(['10%', '50%', '100%'], 10)).toEqual([
      { next: 0, stable: 10 },
      { next: 1, stable: 10 },
      { next: 5, stable: 9 },
      { next: 10, stable: 5 },
    ]);
  });

  test('are rounded up, as numbers they are what they say', () => {
    expect([batchSize('1%', 3), batchSize('34%', 3), batchSize('100%', 3), batchSize(2, 3)]).toEqual([1, 2, 3, 2]);
  });

  test('never leave fewer Pods than the service had, whichever set Terraform changes first, one batch at a time', () => {
    fc.assert(
      fc.property(aPlan, ({ all, batches }) => {
        const steps = batchNumbers(batches, all);
        steps.slice(1).forEach((to, index) => {
          const from = steps[index]!;
          for (const [next, stable] of [
            [from.next, from.stable],
            [to.next, from.stable],
            [from.next, to.stable],
            [to.next, to.stable],
          ] as const) {
            expect(next + stable).toBeGreaterThanOrEqual(all);
          }
        });
      }),
    );
  });

  test('are taken back by any number at once without fewer Pods, since the old ones come first', () => {
    fc.assert(
      fc.property(aPlan, fc.nat(), fc.nat(), ({ all, batches }, one, other) => {
        const steps = batchNumbers(batches, all);
        const [back, from] = [one % steps.length, other % steps.length].sort((a, b) => a - b) as [number, number];
        expect(steps[back]!.stable + steps[from]!.next).toBeGreaterThanOrEqual(all);
        expect(steps[back]!.stable + steps[back]!.next).toBeGreaterThanOrEqual(all);
      }),
    );
  });

  test('cost one batch of Pods more at most', () => {
    fc.assert(
      fc.property(aPlan, ({ all, batches }) => {
        const largest = Math.max(...[0, ...batches].map((size, index, list) => size - (list[index - 1] ?? 0)));
        batchNumbers(batches, all).forEach(({ next, stable }) =>
          expect(next + stable).toBeLessThanOrEqual(all + largest),
        );
      }),
    );
  });

  test('end with all Pods twice once the service has the image, so that the next ones can go', () => {
    fc.assert(
      fc.property(aPlan, fc.nat(), ({ all, batches }, step) => {
        const done = step % (batches.length + 1);
        const release = Release.batches({ image: NEW, batches, done });
        expect(podNumbers(release, { most: all, image: NEW }).stable).toBe(all);
        expect(podNumbers(release, { most: all, image: OLD })).toEqual(batchNumbers(batches, all)[done]);
      }),
    );
  });
});

describe('the Pods of a share', () => {
  test('are enough: of a hundredth more than so many there would be one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 10_000 }), (all, hundredths) => {
        const percent = hundredths / 100;
        const pods = podsFor(percent, all);
        expect(pods * 100).toBeGreaterThanOrEqual(all * percent - 1e-6);
        expect((pods - 1) * 100).toBeLessThan(all * percent + 1e-6);
      }),
    );
  });

  test('of a blue-green release are as many as the service ever has, unless it says so', () => {
    const through = {} as never;
    const all = Release.blueGreen({ image: NEW, through, traffic: 'stable' });
    const some = Release.blueGreen({ image: NEW, through, traffic: 'stable', pods: 12 });
    const numbers = [all, some].map((one) => podNumbers(one, { most: 30, image: OLD }));
    expect(numbers).toEqual([{ next: 30 }, { next: 12 }]);
  });
});

test('says which share of the requests the next Pods have', () => {
  const through = {} as never;
  const shares = (
    [
      Release.batches({ image: NEW, batches: ['10%', '50%', '100%'], done: 2 }),
      Release.canary({ image: NEW, through, pods: 2 }),
      Release.canary({ image: NEW, through, pods: 2, weight: 12.5 }),
      Release.blueGreen({ image: NEW, through, traffic: 'stable' }),
      Release.blueGreen({ image: NEW, through, traffic: 'next' }),
      Release.shadow({ image: NEW, through, pods: 2 }),
    ] as RunningRelease[]
  ).map((release) => Math.round(shareOf(release, podNumbers(release, { most: 10, image: OLD }))));
  expect(shares).toEqual([36, 0, 13, 0, 100, 0]);
});
