import fc from 'fast-check';
import type { Purpose } from '../../lib/core/network';
import type { CidrAsk } from '../../lib/network/cidr-ask';
import { describePlan, planCidrs, tryPlanCidrs, type CidrPlanData } from '../../lib/network/cidr-plan';

// Arithmetic of its own, so that the library is not measured with itself.
interface Span {
  readonly first: number;
  readonly last: number;
  readonly mask: number;
}

function span(text: string): Span {
  const [address = '', mask = ''] = text.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first, last: first + 2 ** (32 - Number(mask)) - 1, mask: Number(mask) };
}

function text(first: number, mask: number): string {
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${mask}`;
}

const meets = (a: string, b: string) => span(a).first <= span(b).last && span(b).first <= span(a).last;
const within = (outer: string, inner: string) =>
  span(outer).first <= span(inner).first && span(inner).last <= span(outer).last;
const aligned = (range: string) => span(range).first % 2 ** (32 - span(range).mask) === 0;

const ALL: readonly Purpose[] = ['nodes', 'pods', 'eci', 'data'];
/** Offset and size of each share, in sixteenths of a block, as the guide draws them. */
const SIXTEENTHS = { pods: [0, 8], eci: [8, 4], nodes: [12, 2], data: [14, 1] } as const;

/** The ranges of a zone's slot in one block, by the guide's words. */
function slotRanges(block: string, purpose: Purpose, letter: string): string[] {
  const { first, mask } = span(block);
  const sixteenth = 2 ** (32 - mask) / 16;
  const [offset, size] = SIXTEENTHS[purpose];
  const slot = (sixteenth * size) / 16;
  const start = first + sixteenth * offset + slot * 'abcdefghijklmnop'.indexOf(letter);
  const part = Math.min(slot / 2, 2 ** 16);
  const longest = purpose === 'pods' ? 25 : 29;
  const partMask = 32 - Math.log2(part);
  return partMask > longest
    ? []
    : Array.from({ length: slot / part }, (_, index) => text(start + index * part, partMask));
}

const rangesOf = (blocks: readonly string[], purpose: Purpose, zone: string) =>
  blocks.flatMap((block) => slotRanges(block, purpose, zone.slice(-1)));
const usable = (range: string) => 2 ** (32 - span(range).mask) - 4;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const zonesArb = fc
  .record({
    prefix: fc.constantFrom('cn-hangzhou-', 'ap-southeast-1', 'cn-shenzhen-finance-1', 'cn-wuhan-lr-'),
    letters: fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 8 }),
  })
  .map(({ prefix, letters }) => letters.map((letter) => prefix + letter));

/** A block inside a range of the given mask, of a mask up to `longest`. */
const blockIn = (base: string, longest: number) =>
  fc
    .record({
      mask: fc.integer({ min: span(base).mask, max: longest }),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    })
    .map(({ mask, at }) =>
      text(span(base).first + Math.floor(at * 2 ** (mask - span(base).mask)) * 2 ** (32 - mask), mask),
    );

/** A VPC with up to two secondary blocks that do not meet it. */
const blocksArb = fc.oneof(
  fc.constantFrom('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16').chain((base) => fc.tuple(blockIn(base, 19))),
  fc
    .constantFrom(
      ['10.0.0.0/9', '10.128.0.0/10', '10.192.0.0/10'],
      ['172.16.0.0/13', '172.24.0.0/14', '172.28.0.0/14'],
      ['192.168.0.0/17', '192.168.128.0/18', '192.168.192.0/18'],
    )
    .chain(([vpc = '', one = '', two = '']) =>
      fc.oneof(
        fc.tuple(blockIn(vpc, 19), blockIn(one, 24)),
        fc.tuple(blockIn(vpc, 19), blockIn(one, 24), blockIn(two, 24)),
      ),
    ),
);

type Built = CidrAsk & Required<Pick<CidrAsk, 'purposes' | 'secondary' | 'perZone' | 'vpc'>>;

/** An ask whose limits fit, by the arithmetic above. */
const askArb: fc.Arbitrary<Built> = fc
  .record({
    zones: zonesArb,
    blocks: blocksArb,
    kind: fc.constantFrom('terway' as const, 'flannel' as const),
    chosen: fc.subarray([...ALL], { minLength: 1 }),
    // A part of the room, or exactly what the first few vSwitches hold.
    parts: fc.tuple(
      ...ALL.map(() =>
        fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3).map(String)),
      ),
    ),
    nodeMask: fc.integer({ min: 24, max: 28 }),
  })
  .map(({ zones, blocks, kind, chosen, parts, nodeMask }) => {
    const allowed = chosen.filter((purpose) => kind === 'terway' || purpose !== 'pods');
    const purposes = allowed.length === 0 ? (['eci'] as const) : allowed;
    const limits = purposes.flatMap((purpose) => {
      const part = parts[ALL.indexOf(purpose)];
      const each = rangesOf(blocks, purpose, zones[0]!).map(usable);
      const need =
        typeof part === 'string' ? sum(each.slice(0, Number(part) + 1)) : Math.floor((part ?? 0) * sum(each));
      return part === undefined ? [] : [[purpose, Math.max(1, need)] as const];
    });
    return {
      vpc: blocks[0],
      secondary: blocks.slice(1) as string[],
      zones,
      purposes,
      podNetwork: kind === 'terway' ? { kind } : { kind, nodeMask },
      perZone: Object.fromEntries(limits),
    };
  });

const check = <T>(arb: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 100) =>
  fc.assert(fc.property(arb, property), { numRuns });

function expectFrozen(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    expect(Object.isFrozen(value)).toBe(true);
    Object.values(value).forEach(expectFrozen);
  }
}

function expectSound(plan: CidrPlanData): void {
  const ranges = plan.vswitches.map(({ cidr }) => cidr);
  const keys = plan.vswitches.map(({ zone, purpose, ordinal }) => `${zone} ${purpose} ${ordinal}`);
  expect(new Set(keys).size).toBe(keys.length);
  const blocks = [plan.vpc, ...plan.secondary];
  const sorted = [...ranges].sort((a, b) => span(a).first - span(b).first);
  sorted.slice(1).forEach((range, index) => expect(meets(sorted[index]!, range)).toBe(false));
  for (const { cidr, usable: count } of plan.vswitches) {
    expect(aligned(cidr)).toBe(true);
    expect(blocks.some((block) => within(block, cidr))).toBe(true);
    expect(span(cidr).mask).toBeGreaterThanOrEqual(16);
    expect(span(cidr).mask).toBeLessThanOrEqual(29);
    expect(count).toBe(usable(cidr));
  }
  const pods = plan.podNetwork.kind === 'flannel' ? [plan.podNetwork.podCidr] : [];
  const apart = [...blocks, plan.serviceCidr, ...pods];
  apart.forEach((a, index) => apart.slice(index + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
  plan.reserved.forEach(({ cidr }) => apart.forEach((range) => expect(meets(range, cidr)).toBe(false)));
}

describe('every plan', () => {
  test('has disjoint, aligned vSwitches of the right size inside the VPC, apart from Pods and Services', () => {
    check(askArb, (ask) => expectSound(planCidrs(ask)));
  });

  test('puts each zone and purpose where the guide says, no more vSwitches than the limit needs', () => {
    check(askArb, (ask) => {
      const plan = planCidrs(ask);
      const expected = [...ask.zones].sort().flatMap((zone) =>
        ALL.filter((purpose) => ask.purposes.includes(purpose)).flatMap((purpose) => {
          const need = ask.perZone[purpose] ?? 1;
          const all = rangesOf([ask.vpc, ...ask.secondary], purpose, zone);
          const count = all.findIndex((_, index) => sum(all.slice(0, index + 1).map(usable)) >= need) + 1;
          return all.slice(0, count).map((cidr, ordinal) => ({ zone, purpose, ordinal, cidr, usable: usable(cidr) }));
        }),
      );
      expect(plan.vswitches).toEqual(expected);
    });
  });

  test('holds at least what was asked, and its capacity adds up', () => {
    check(askArb, (ask) => {
      const { capacity, vswitches } = planCidrs(ask);
      for (const zone of ask.zones) {
        for (const purpose of ask.purposes) {
          const room = capacity.perZone[zone]![purpose]!;
          const own = vswitches.filter((vswitch) => vswitch.zone === zone && vswitch.purpose === purpose);
          const all = sum(rangesOf([ask.vpc, ...ask.secondary], purpose, zone).map(usable));
          expect(room.usable).toBe(sum(own.map((vswitch) => vswitch.usable)));
          expect(room.usable).toBeGreaterThanOrEqual(ask.perZone[purpose] ?? 1);
          expect(room).toMatchObject({
            asked: ask.perZone[purpose] ?? 0,
            free: room.usable - room.asked,
            growth: all - room.usable,
          });
        }
      }
    });
  });

  test('is frozen plain data, the same after a round trip through JSON, described the same too', () => {
    check(askArb, (ask) => {
      const plan = planCidrs(ask);
      const data = JSON.parse(JSON.stringify(plan)) as CidrPlanData;
      expect(data).toEqual(plan);
      expectFrozen(plan);
      expect(describePlan(data)).toBe(plan.describe());
      expect(JSON.parse(plan.describe({ format: 'json' }))).toEqual(data);
    });
  });

  test('leaves the ask as it was', () => {
    check(askArb, (ask) => {
      const before = structuredClone(ask);
      planCidrs(ask);
      expect(ask).toEqual(before);
    });
  });
});

describe('a range stays where it is', () => {
  const vswitchesIn = (plan: CidrPlanData, zones: readonly string[]) =>
    plan.vswitches.filter(({ zone }) => zones.includes(zone));

  test('when zones are reordered', () => {
    check(
      askArb.chain((ask) =>
        fc.tuple(fc.constant(ask), fc.shuffledSubarray([...ask.zones], { minLength: ask.zones.length })),
      ),
      ([ask, zones]) => expect(planCidrs({ ...ask, zones })).toEqual(planCidrs(ask)),
    );
  });

  test('when zones are appended or removed', () => {
    check(
      askArb.chain((ask) => fc.tuple(fc.constant(ask), fc.shuffledSubarray([...ask.zones], { minLength: 1 }))),
      ([ask, zones]) => expect(planCidrs({ ...ask, zones }).vswitches).toEqual(vswitchesIn(planCidrs(ask), zones)),
    );
  });

  test('when purposes are added or removed', () => {
    check(
      askArb.chain((ask) => fc.tuple(fc.constant(ask), fc.shuffledSubarray([...ask.purposes], { minLength: 1 }))),
      ([ask, purposes]) => {
        const perZone = Object.fromEntries(
          Object.entries(ask.perZone).filter(([purpose]) => purposes.includes(purpose as Purpose)),
        );
        const fewer = planCidrs({ ...ask, purposes, perZone });
        expect(fewer.vswitches).toEqual(planCidrs(ask).vswitches.filter(({ purpose }) => purposes.includes(purpose)));
      },
    );
  });

  test('when limits grow: only vSwitches with the next ordinals come', () => {
    check(fc.tuple(askArb, fc.double({ min: 0, max: 1, noNaN: true })), ([ask, part]) => {
      const lower = Object.fromEntries(
        Object.entries(ask.perZone).map(([purpose, need]) => [purpose, Math.max(1, Math.floor(need * part))]),
      );
      const small = planCidrs({ ...ask, perZone: lower });
      const large = planCidrs(ask);
      expect(large.vswitches).toEqual(expect.arrayContaining([...small.vswitches]));
      expect(planCidrs({ ...ask, perZone: {} }).vswitches.every(({ ordinal }) => ordinal === 0)).toBe(true);
    });
  });

  test('when the VPC gets a secondary range', () => {
    check(askArb, (ask) => {
      const alone = tryPlanCidrs({ ...ask, secondary: [] });
      fc.pre(alone.plan !== undefined);
      const both = planCidrs(ask);
      expect(both.vswitches).toEqual(alone.plan!.vswitches);
      expect(both.serviceCidr).toBe(alone.plan!.serviceCidr);
      expect(both.podNetwork).toEqual(alone.plan!.podNetwork);
    });
  });

  test('when ranges of others are reserved: the plan is the same, or refused', () => {
    const other = fc.oneof(...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((base) => blockIn(base, 26)));
    check(fc.tuple(askArb, fc.array(other, { maxLength: 4 })), ([ask, reserved]) => {
      const free = planCidrs(ask);
      const { plan, problems } = tryPlanCidrs({ ...ask, reserved });
      const pods = free.podNetwork.kind === 'flannel' ? [free.podNetwork.podCidr] : [];
      const clash = reserved.some((range) =>
        [free.vpc, ...free.secondary, free.serviceCidr, ...pods].some((own) => meets(own, range)),
      );
      expect(plan === undefined).toBe(clash);
      expect(plan && { ...plan, reserved: [] }).toEqual(clash ? undefined : { ...free });
      expect(problems.every(({ code }) => code === 'cidr-overlap')).toBe(true);
    });
  });
});

describe('an earlier plan', () => {
  test('of the same ask gives the same plan', () => {
    check(askArb, (ask) => expect(planCidrs(ask, planCidrs(ask))).toEqual(planCidrs(ask)));
  });

  test('keeps every range, also of zones and purposes that are asked no more', () => {
    check(fc.tuple(askArb, fc.nat(), fc.nat()), ([ask, a, b]) => {
      const previous = planCidrs(ask);
      const zones = [ask.zones[a % ask.zones.length]!];
      const purposes = [ask.purposes[b % ask.purposes.length]!];
      const plan = planCidrs({ zones, purposes }, JSON.parse(JSON.stringify(previous)));
      expect(plan.vswitches).toEqual(previous.vswitches);
      expect(plan).toMatchObject({
        vpc: previous.vpc,
        secondary: previous.secondary,
        serviceCidr: previous.serviceCidr,
        podNetwork: previous.podNetwork,
      });
    });
  });

  test('edited by hand is kept to the letter, and new vSwitches take what it leaves free', () => {
    const edits = fc.array(
      fc.record({
        purpose: fc.constantFrom(...ALL),
        zone: fc.nat(),
        at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        mask: fc.integer({ min: 16, max: 29 }),
      }),
      { maxLength: 6 },
    );
    let planned = 0;
    check(fc.tuple(askArb, edits), ([ask, made]) => {
      const base = planCidrs(ask);
      const vswitches = made.reduce<CidrPlanData['vswitches'][number][]>(
        (kept, { purpose, zone, at, mask }, ordinal) => {
          const { first, last, mask: vpcMask } = span(base.vpc);
          const size = 2 ** (32 - Math.max(mask, vpcMask));
          const cidr = text(first + Math.floor((at * (last - first + 1)) / size) * size, Math.max(mask, vpcMask));
          const free = kept.every((other) => !meets(other.cidr, cidr));
          return free
            ? [...kept, { zone: ask.zones[zone % ask.zones.length]!, purpose, ordinal, cidr, usable: 0 }]
            : kept;
        },
        [],
      );
      const { plan, problems } = tryPlanCidrs(ask, { ...base, vswitches });
      expect(problems.filter(({ code }) => code !== 'capacity-addresses' && code !== 'cidr-mask')).toEqual([]);
      if (plan !== undefined) {
        planned += 1;
        expectSound(plan);
        const kept = vswitches.map((vswitch) => ({ ...vswitch, usable: usable(vswitch.cidr) }));
        expect(plan.vswitches).toEqual(expect.arrayContaining(kept));
        ask.zones.forEach((zone) =>
          ask.purposes.forEach((purpose) =>
            expect(plan.capacity.perZone[zone]![purpose]!.usable).toBeGreaterThanOrEqual(ask.perZone[purpose] ?? 1),
          ),
        );
      }
    });
    expect(planned).toBeGreaterThan(20);
  });
});

describe('refusals', () => {
  test('a limit above what the slots hold is refused, for each zone, and one at the limit is not', () => {
    check(fc.tuple(askArb, fc.nat()), ([ask, pick]) => {
      const purpose = ask.purposes[pick % ask.purposes.length]!;
      const room = sum(rangesOf([ask.vpc, ...ask.secondary], purpose, ask.zones[0]!).map(usable));
      const { problems } = tryPlanCidrs({ ...ask, perZone: { ...ask.perZone, [purpose]: room + 1 } });
      expect(problems.map(({ code, value }) => [code, value])).toEqual(
        ask.zones.map(() => ['capacity-addresses', room + 1]),
      );
      expect(tryPlanCidrs({ ...ask, perZone: { [purpose]: room } }).problems).toEqual([]);
    });
  });

  test('nothing makes it throw: whatever JavaScript passes is planned or refused with code, text and fix', () => {
    const loose = fc.record(
      {
        vpc: fc.oneof(fc.anything(), fc.constantFrom('10.0.0.0/8', '10.0.0.0/20', '100.64.0.0/16')),
        secondary: fc.oneof(
          fc.anything(),
          fc.array(fc.oneof(fc.anything(), fc.constantFrom('10.0.0.0/17', '10.1.0.0/16'))),
        ),
        region: fc.anything(),
        zones: fc.oneof(
          fc.anything(),
          fc.array(fc.oneof(fc.anything(), fc.constantFrom('cn-hangzhou-h', 'cn-hangzhou-q', 'us-east-1b'))),
        ),
        purposes: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.constantFrom(...ALL)))),
        podNetwork: fc.oneof(
          fc.anything(),
          fc.record({ kind: fc.constantFrom('flannel', 'terway'), podCidr: fc.anything(), nodeMask: fc.anything() }),
        ),
        serviceCidr: fc.anything(),
        perZone: fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...ALL), fc.anything())),
        maxNodes: fc.anything(),
        reserved: fc.oneof(
          fc.anything(),
          fc.array(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), cidr: fc.anything() }))),
        ),
      },
      { requiredKeys: [] },
    );
    const earlier = planCidrs({ zones: ['cn-hangzhou-h'] });
    const previous = fc.oneof(
      fc.constant(undefined),
      fc.anything(),
      fc
        .tuple(fc.constantFrom(...Object.keys(earlier)), fc.anything())
        .map(([key, value]) => ({ ...earlier, [key]: value })),
    );
    check(
      fc.tuple(fc.oneof(loose, fc.anything(), fc.constant({ zones: ['cn-hangzhou-h'] })), previous),
      ([ask, before]) => {
        const { plan, problems } = tryPlanCidrs(ask as CidrAsk, before as CidrPlanData);
        expect(plan === undefined).toBe(problems.length > 0);
        problems.forEach((problem) =>
          expect([problem.code, problem.what, problem.fix].every((part) => part.length > 3)).toBe(true),
        );
        if (plan !== undefined) {
          expectSound(plan);
        }
      },
      2000,
    );
  });
});
