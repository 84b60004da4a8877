import fc from 'fast-check';
import { describeRoom, eciRoom, eciVswitches, totalRoom } from '../../../lib/cluster/nodes/virtual-node-room';
import type { VswitchRef } from '../../../lib/core/network';

const ZONES = ['h', 'i', 'j', 'k'];

const vswitch = (zone: string, index: number, mask = 24): VswitchRef => ({
  vswitchId: `vsw-${zone}${index}`,
  zone,
  purpose: 'eci',
  cidr: `10.${index}.0.0/${mask}`,
});

const network = fc
  .array(fc.record({ zone: fc.constantFrom(...ZONES), mask: fc.integer({ min: 18, max: 28 }) }), { maxLength: 30 })
  .map((all) => all.map(({ zone, mask }, index) => vswitch(zone, index, mask)));

test('at most ten vSwitches are used, all of them where there are fewer, of the zones that were named', () => {
  fc.assert(
    fc.property(network, fc.subarray(ZONES), (all, zones) => {
      const used = eciVswitches(all, zones);
      const inZones = all.filter(({ zone }) => zones.includes(zone));
      expect(used).toHaveLength(Math.min(10, inZones.length));
      expect(new Set(used).size).toBe(used.length);
      used.forEach((one) => expect(inZones).toContain(one));
    }),
  );
});

test('no zone goes without while another has two that could be spared', () => {
  fc.assert(
    fc.property(network, (all) => {
      const used = eciVswitches(all, ZONES);
      const count = (list: readonly VswitchRef[], zone: string) => list.filter((one) => one.zone === zone).length;
      for (const zone of ZONES.filter((one) => count(used, one) < count(all, one))) {
        ZONES.forEach((other) => expect(count(used, other)).toBeLessThanOrEqual(count(used, zone) + 1));
      }
    }),
  );
});

test('the order of zones means nothing', () => {
  fc.assert(
    fc.property(network, fc.subarray(ZONES), (all, zones) => {
      expect(eciVswitches(all, [...zones].reverse())).toEqual(eciVswitches(all, zones));
    }),
  );
});

test('the room is the sum of what the vSwitches have, without the four addresses of each that the cloud keeps', () => {
  fc.assert(
    fc.property(network, (all) => {
      const rooms = eciRoom(all);
      const expected = all.reduce((sum, { cidr }) => sum + 2 ** (32 - Number(cidr.split('/')[1])) - 4, 0);
      expect(totalRoom(rooms)).toBe(expected);
      expect(rooms.map(({ zone }) => zone)).toEqual([...new Set(all.map(({ zone }) => zone))].sort());
    }),
  );
});

test('a range that only Terraform knows makes the room unknown', () => {
  const rooms = eciRoom([{ ...vswitch('h', 1), cidr: '${alicloud_vswitch.x.cidr_block}' }, vswitch('i', 2)]);
  expect(totalRoom(rooms)).toBeUndefined();
  expect(describeRoom(rooms)).toContain('ECI can run an unknown number of Pods at the same time');
});
