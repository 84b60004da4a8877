import fc from 'fast-check';
import { eciAddresses, mostPods, nodesFor, quotaFor } from '../../../lib/architectures/wordpress-on-eci-burst/capacity';
import { eciRoom } from '../../../lib/cluster/nodes/virtual-node-room';
import { quantityOf } from '../../../lib/core/quantity';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { aBlog, ZONES } from './a-blog';

const REQUESTS = { cpu: '500m', memory: '1Gi' };
const SHARED = { zones: ZONES, requests: REQUESTS, onNodes: 22, max: 100 };

test('22 Pods fit on the nodes, and still do when one of three zones is lost', () => {
  const plan = nodesFor(SHARED);
  expect(plan.survives).toBe('zone-loss');
  expect(plan.afterLoss.load.pods).toBeGreaterThanOrEqual(22);
  expect(Math.max(...Object.values(plan.afterLoss.percent))).toBeLessThanOrEqual(100);
  const { attributes } = resourceOf(aBlog().cloud, 'alicloud_cs_kubernetes_node_pool');
  expect(attributes.instance_types).toEqual(plan.pool.instanceTypes);
  expect(attributes.desired_size).toBe(String(plan.pool.size));
  expect((attributes.vswitch_ids as unknown[]).length).toBe(3);
});

test('addresses suffice for 100 Pods on ECI, an update of them and what it still ends, when a zone is lost', () => {
  const { network } = aBlog();
  const rooms = eciRoom(network.vswitches('eci'));
  expect(rooms.map(({ zone }) => zone)).toEqual(ZONES);
  rooms.forEach((lost) => {
    const left = rooms.filter((room) => room !== lost).reduce((sum, { addresses }) => sum + addresses!, 0);
    expect(left).toBeGreaterThanOrEqual(2 * (100 + 10));
  });
});

test('and for the nodes and the Pods on them, when the nodes of a lost zone come back in the others', () => {
  const { network } = aBlog();
  const { perZone } = nodesFor(SHARED).addresses;
  const inZone = (purpose: 'nodes' | 'pods', zone: string) =>
    network
      .vswitches(purpose)
      .filter((vswitch) => vswitch.zone === zone)
      .reduce((sum, { cidr }) => sum + 2 ** (32 - Number(cidr.split('/')[1])) - 4, 0);
  ZONES.forEach((zone) => {
    expect(inZone('nodes', zone)).toBeGreaterThanOrEqual(perZone.nodes);
    expect(inZone('pods', zone)).toBeGreaterThanOrEqual(perZone.pods!);
  });
});

test('a larger most gets larger vSwitches', () => {
  const rooms = eciRoom(aBlog({ scale: { max: 1000 } }).network.vswitches('eci'));
  rooms.forEach((lost) => {
    const left = rooms.filter((room) => room !== lost).reduce((sum, { addresses }) => sum + addresses!, 0);
    expect(left).toBeGreaterThanOrEqual(2 * 1100);
  });
});

test('whatever the numbers, addresses and quota hold an update of all Pods without a zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1000 }), fc.integer({ min: 2, max: 8 }), (max, zones) => {
      const names = Array.from({ length: zones }, (_, index) => `zone-${index}`);
      expect(eciAddresses({ zones: names, max }) * (zones - 1)).toBeGreaterThanOrEqual(2 * mostPods(max));
      const { pods, requests } = quotaFor({ requests: REQUESTS, max });
      expect(pods).toBeGreaterThan(mostPods(max));
      expect(quantityOf(requests!.cpu!)).toBeGreaterThan(mostPods(max) * 0.5);
      expect(quantityOf(requests!.memory!)).toBeGreaterThan(mostPods(max) * 2 ** 30);
    }),
  );
});

test('Apache answers no more requests at once than it is told, so that connections to the database are bounded', () => {
  const files = (workers?: number) => JSON.stringify(resourcesOf(aBlog({ workers }).apps, 'kubernetes_config_map_v1'));
  expect(files()).toContain('MaxRequestWorkers 20');
  expect(files(50)).toContain('ServerLimit 50\\n  MaxRequestWorkers 50');
});
