import fc from 'fast-check';
import { fatalZone, masterTypesOf, spreadMasters } from '../../lib/cluster/masters';

const zoneList = fc.uniqueArray(
  fc.constantFrom(...'abcdefgh').map((letter) => `cn-hangzhou-${letter}`),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const masters = fc.constantFrom(3, 5);

const perZone = (zones: readonly string[], spread: readonly string[]) =>
  zones.map((zone) => spread.filter((one) => one === zone).length);

describe('masters over zones', () => {
  test('there are as many as asked for, in the given zones only', () => {
    fc.assert(
      fc.property(zoneList, masters, (zones, count) => {
        const spread = spreadMasters(zones, count);
        expect(spread).toHaveLength(count);
        expect(zones).toEqual(expect.arrayContaining([...spread]));
      }),
    );
  });

  test('no zone has two more than another', () => {
    fc.assert(
      fc.property(zoneList, masters, (zones, count) => {
        const counts = perZone(zones, spreadMasters(zones, count));
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the order of the zones does not matter', () => {
    fc.assert(
      fc.property(zoneList, masters, (zones, count) => {
        expect(spreadMasters([...zones].reverse(), count)).toEqual(spreadMasters(zones, count));
      }),
    );
  });

  test('three zones survive the loss of any, two and one do not', () => {
    fc.assert(
      fc.property(zoneList, masters, (zones, count) => {
        expect(fatalZone(spreadMasters(zones, count)) === undefined).toBe(zones.length >= 3);
      }),
    );
  });

  test('a zone is fatal when fewer than a majority is left without it', () => {
    expect(fatalZone(['h', 'i', 'h'])).toBe('h');
    expect(fatalZone(['h', 'i', 'h', 'i', 'h'])).toBe('h');
    expect(fatalZone(['h', 'i', 'j', 'h', 'i'])).toBeUndefined();
  });
});

test('one instance type is that of all masters, several are one for each', () => {
  expect(masterTypesOf(['ecs.g7.xlarge'], 3)).toEqual(['ecs.g7.xlarge', 'ecs.g7.xlarge', 'ecs.g7.xlarge']);
  const each = ['ecs.g7.xlarge', 'ecs.g8i.xlarge', 'ecs.g9i.xlarge'];
  expect(masterTypesOf(each, 3)).toEqual(each);
});
