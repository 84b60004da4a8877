import fc from 'fast-check';
import { place } from '../../../lib/testing/drill/place';
import { runDrill } from '../../../lib/testing/drill/drill';
import type { DrillModel, ModelWorkload, Place } from '../../../lib/testing/drill/model';
import type { Scenario } from '../../../lib/testing/drill/scenarios';

const GIB = 2 ** 30;
const ZONES = ['a', 'b', 'c', 'd'];

const placeOf: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ kind: 'nodes' }),
  fc.constant<Place>({ kind: 'eci' }),
  fc.record({
    kind: fc.constant('nodes-then-eci' as const),
    onNodes: fc.nat(20),
    whenFull: fc.boolean(),
  }),
);

const workloadOf = (id: string): fc.Arbitrary<ModelWorkload> =>
  fc
    .record({
      cpu: fc.integer({ min: 100, max: 3000 }),
      least: fc.nat(20),
      more: fc.nat(40),
      surge: fc.nat(10),
      unavailable: fc.nat(3),
      ending: fc.nat(20),
      place: placeOf,
      hardZones: fc.boolean(),
      onePerNode: fc.boolean(),
      zonal: fc.boolean(),
    })
    .map(({ cpu, least, more, ...rest }) => ({
      id,
      namespace: 'shop',
      kind: 'Deployment',
      cluster: 'main',
      each: { cpu, memory: GIB, pods: 1 },
      least,
      most: least + more,
      selects: { labels: {}, terms: [], tolerations: [] },
      hostNetwork: false,
      clusterDns: true,
      oneDisk: false,
      alone: false,
      members: false,
      needs: [],
      eciOrdered: false,
      ...rest,
    }));

const modelOf = (workloads: number): fc.Arbitrary<DrillModel> =>
  fc
    .record({
      zones: fc.integer({ min: 1, max: 4 }),
      nodes: fc.nat(8),
      auto: fc.boolean(),
      spread: fc.constantFrom('even' as const, 'first' as const, 'unknown' as const),
      terway: fc.boolean(),
      addresses: fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }),
      quota: fc.option(fc.nat(60)),
      workloads: fc.tuple(...Array.from({ length: workloads }, (_, index) => workloadOf(`shop/w${index}`))),
    })
    .map(({ zones: count, nodes, auto, spread, terway, addresses, quota, workloads: list }) => {
      const zones = ZONES.slice(0, count);
      const ids = (purpose: string) => zones.map((zone) => `${purpose}-${zone}`);
      return {
        zones,
        vswitches: ['nodes', 'pods', 'eci'].flatMap((purpose, row) =>
          zones.map((zone, column) => ({
            id: `${purpose}-${zone}`,
            zone,
            addresses: addresses[row * 4 + column]!,
            fixed: [],
          })),
        ),
        clusters: [
          {
            id: 'main',
            kind: 'managed',
            podNetwork: terway ? 'terway' : 'flannel',
            vswitches: ids('nodes'),
            podVswitches: terway ? ids('pods') : [],
            managedDns: false,
            eci: ids('eci'),
            pools: [
              {
                id: 'workers',
                vswitches: ids('nodes'),
                nodes,
                auto,
                spread,
                types: [],
                room: { cpu: 7000, memory: 28 * GIB, pods: 37 },
                labels: {},
                taints: [],
              },
            ],
          },
        ],
        workloads: list,
        daemons: [],
        parts: [],
        quotas: quota === null ? [] : [{ cluster: 'main', namespace: 'shop', pods: quota }],
        budgets: [],
        unknown: [],
      } satisfies DrillModel;
    });

test('no Pod is lost and none is made up: placed, pending and unknown ones are those wanted', () => {
  fc.assert(
    fc.property(modelOf(3), (model) => {
      for (const { workloads } of runDrill(model).outcomes) {
        for (const { wanted, onNodes, onEci, pending, unknown, byZone, waits } of workloads) {
          expect(onNodes + onEci + pending + unknown).toBe(wanted);
          expect(Object.values(byZone).reduce((sum, one) => sum + one, 0)).toBe(onNodes + onEci);
          expect(Object.values(waits).reduce((sum, one) => sum + one, 0)).toBe(pending);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('nothing is in the zone that is lost, and no vSwitch gives out more than it has', () => {
  fc.assert(
    fc.property(modelOf(3), (model) => {
      for (const { lost, workloads, nodes, vswitches } of runDrill(model).outcomes) {
        const zones = [...Object.keys(nodes), ...workloads.flatMap(({ byZone }) => Object.keys(byZone))];
        expect(zones).not.toContain(lost);
        vswitches.forEach(({ drawn, addresses }) => expect(drawn).toBeLessThanOrEqual(addresses!));
      }
    }),
    { numRuns: 50 },
  );
});

test('losing more never leaves more nodes, and never more places for the Pods of one workload', () => {
  const scenario = (loss: Partial<Scenario>): Scenario => ({ id: 'x', level: 'most', nodes: false, ...loss });
  fc.assert(
    fc.property(modelOf(1), (model) => {
      const placed = (loss: Partial<Scenario>) => {
        const { pods, nodes } = place(model, scenario(loss));
        const { onNodes, onEci } = pods.at(-1)!;
        return { pods: onNodes + onEci, nodes: Object.values(nodes).reduce((sum, one) => sum + one, 0) };
      };
      const whole = placed({});
      const noNodes = placed({ nodes: true });
      expect(noNodes.nodes).toBe(0);
      for (const zone of model.zones) {
        const less = placed({ zone });
        expect(less.nodes).toBeLessThanOrEqual(whole.nodes);
        // A pool that scales makes nodes anew, and that can be in a zone with more addresses for Pods.
        expect(less.pods).toBeLessThanOrEqual(model.clusters[0]!.pools[0]!.auto ? Infinity : whole.pods);
        expect(placed({ zone, nodes: true }).pods).toBeLessThanOrEqual(noNodes.pods);
      }
    }),
  );
});

test('more addresses for ECI never leave more Pods of a workload without a place', () => {
  fc.assert(
    fc.property(modelOf(1), fc.nat(50), (drawn, more) => {
      // Pods that stay in their zone are lost with it, and more addresses put more of them there.
      const model = { ...drawn, workloads: drawn.workloads.map((one) => ({ ...one, zonal: false, hardZones: false })) };
      const richer = {
        ...model,
        vswitches: model.vswitches.map((one) => ({
          ...one,
          addresses: one.addresses! + (one.id.startsWith('eci') ? more : 0),
        })),
      };
      const pending = (of: DrillModel) => runDrill(of).outcomes.map(({ workloads }) => workloads.at(-1)!.pending);
      const before = pending(model);
      pending(richer).forEach((count, index) => expect(count).toBeLessThanOrEqual(before[index]!));
    }),
  );
});

test('the same model has the same answer, and is left as it was', () => {
  fc.assert(
    fc.property(modelOf(2), (model) => {
      const text = JSON.stringify(model);
      expect(runDrill(model)).toEqual(runDrill(model));
      expect(JSON.stringify(model)).toBe(text);
    }),
    { numRuns: 30 },
  );
});
