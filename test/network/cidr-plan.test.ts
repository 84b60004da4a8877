import { CIDR_DEFAULTS, planCidrs, podsPerNode, type CidrAsk, type CidrPlanData } from '../../lib/network/cidr-plan';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const rangesOf = (plan: CidrPlanData, purpose: string) =>
  plan.vswitches.filter((vswitch) => vswitch.purpose === purpose).map(({ cidr }) => cidr);

describe('the layout', () => {
  test('zones a and p bound the share of each purpose; the last sixteenth stays free', () => {
    const plan = planCidrs({
      zones: ['cn-beijing-p', 'cn-beijing-a'],
      perZone: { nodes: 504, pods: 2040, eci: 1016, data: 248 },
    });
    expect(rangesOf(plan, 'pods')).toEqual(['10.0.0.0/22', '10.0.4.0/22', '10.0.120.0/22', '10.0.124.0/22']);
    expect(rangesOf(plan, 'eci')).toEqual(['10.0.128.0/23', '10.0.130.0/23', '10.0.188.0/23', '10.0.190.0/23']);
    expect(rangesOf(plan, 'nodes')).toEqual(['10.0.192.0/24', '10.0.193.0/24', '10.0.222.0/24', '10.0.223.0/24']);
    expect(rangesOf(plan, 'data')).toEqual(['10.0.224.0/25', '10.0.224.128/25', '10.0.239.0/25', '10.0.239.128/25']);
  });

  test('in a huge VPC vSwitches are /16, and a slot holds more than two', () => {
    const plan = planCidrs({
      vpc: '10.0.0.0/8',
      zones: ['cn-hangzhou-b'],
      purposes: ['pods'],
      perZone: { pods: 150_000 },
    });
    expect(rangesOf(plan, 'pods')).toEqual(['10.8.0.0/16', '10.9.0.0/16', '10.10.0.0/16']);
    expect(plan.capacity.perZone['cn-hangzhou-b']!.pods).toEqual({
      usable: 196_596,
      asked: 150_000,
      free: 46_596,
      growth: 327_660,
    });
  });

  test('the smallest VPC for Terway is a /19, for Flannel a /20', () => {
    expect(rangesOf(planCidrs({ vpc: '10.0.0.0/19', zones }), 'pods')).toEqual(['10.0.7.0/25', '10.0.8.0/25']);
    const flannel = planCidrs({ vpc: '10.0.0.0/20', zones, podNetwork: { kind: 'flannel' } });
    expect(rangesOf(flannel, 'data')).toEqual(['10.0.14.112/29', '10.0.14.128/29']);
  });

  test('when the primary range is full, the zone goes on in its slots of the secondary ranges, in their order', () => {
    const ask = { zones: ['cn-hangzhou-a'], purposes: ['nodes'], secondary: ['10.9.0.0/20', '10.4.0.0/16'] } as const;
    expect(rangesOf(planCidrs({ ...ask, perZone: { nodes: 540 } }), 'nodes')).toEqual([
      '10.0.192.0/24',
      '10.0.193.0/24',
      '10.9.12.0/28',
      '10.9.12.16/28',
      '10.4.192.0/24',
    ]);
  });

  test('a purpose that the primary range is too small for lives in a secondary one', () => {
    const plan = planCidrs({ vpc: '10.0.0.0/20', secondary: ['10.64.0.0/14'], zones: ['cn-hangzhou-h'] });
    expect(plan.vswitches.map(({ purpose, cidr }) => `${purpose} ${cidr}`)).toEqual([
      'nodes 10.0.12.224/28',
      'pods 10.64.224.0/20',
      'eci 10.0.9.192/27',
      'data 10.0.14.112/29',
    ]);
  });
});

describe('the worked ranges of the field', () => {
  test.each([
    ['10.0.0.0/16', '172.21.0.0/20', '172.20.0.0/16'],
    ['192.168.0.0/16', '172.21.0.0/20', '172.20.0.0/16'],
    ['172.16.0.0/12', '192.168.0.0/20', '10.128.0.0/14'],
    ['172.31.0.0/16', '192.168.0.0/20', '10.128.0.0/14'],
    ['172.0.0.0/8', '192.168.0.0/20', '10.128.0.0/14'],
  ])('VPC %s goes with Services %s and Flannel Pods %s', (vpc, serviceCidr, podCidr) => {
    const plan = planCidrs({ vpc, zones, podNetwork: { kind: 'flannel' } });
    expect(plan).toMatchObject({ serviceCidr, podNetwork: { kind: 'flannel', podCidr, nodeMask: 24 } });
  });

  test.each([
    ['172.20.0.0/16', 24, 256, 256],
    ['172.20.0.0/16', 25, 512, 128],
    ['172.20.0.0/16', 26, 1024, 64],
    ['192.168.0.0/20', 24, 16, 256],
    ['172.20.0.0/14', 24, 1024, 256],
    ['172.20.0.0/16', 28, 4096, 16],
  ])('Flannel with Pods %s and node mask %i: %i nodes of %i addresses', (podCidr, nodeMask, nodes, each) => {
    const serviceCidr = '172.31.0.0/20';
    const { capacity } = planCidrs({
      vpc: '10.0.0.0/8',
      zones,
      serviceCidr,
      podNetwork: { kind: 'flannel', podCidr, nodeMask },
    });
    expect(capacity).toMatchObject({
      nodesByPodRange: nodes,
      maxNodes: nodes,
      addressesPerNode: each,
      podsPerNode: each - 1,
      pods: nodes * (each - 1),
    });
  });

  test('a /20 has room for 4096 Services', () => {
    expect(planCidrs({ zones }).capacity.services).toBe(4096);
  });

  test('the nodes of a cluster are bounded by their own addresses too', () => {
    const { capacity } = planCidrs({ zones: ['cn-hangzhou-h'], podNetwork: { kind: 'flannel', nodeMask: 26 } });
    expect(capacity).toMatchObject({ nodesByPodRange: 1024, maxNodes: 252, pods: 252 * 63 });
  });

  test('Terway: Pods of a node are the addresses of all its interfaces but the first', () => {
    expect([podsPerNode(3, 10), podsPerNode(8, 30), podsPerNode(1, 10)]).toEqual([20, 210, 0]);
    expect(() => podsPerNode(NaN, 10)).toThrow('podsPerNode(NaN, 10): write two whole numbers from 1 on');
  });

  test('an existing network with a /19 for nodes and a /19 for Pods in each zone is kept as an earlier plan', () => {
    const vswitch = (zone: string, purpose: string, cidr: string) => ({
      zone,
      purpose,
      ordinal: 0,
      cidr,
      usable: 8188,
    });
    const existing = {
      version: 1,
      region: 'cn-hangzhou',
      vpc: '192.168.0.0/16',
      secondary: [],
      podNetwork: { kind: 'terway' },
      serviceCidr: '172.21.0.0/20',
      reserved: [],
      vswitches: [
        vswitch('cn-hangzhou-h', 'nodes', '192.168.0.0/19'),
        vswitch('cn-hangzhou-h', 'pods', '192.168.32.0/19'),
        vswitch('cn-hangzhou-i', 'nodes', '192.168.64.0/19'),
        vswitch('cn-hangzhou-i', 'pods', '192.168.96.0/19'),
      ],
    } as unknown as CidrPlanData;
    const plan = planCidrs({ zones: [...zones, 'cn-hangzhou-j'], purposes: ['nodes', 'eci'] }, existing);
    expect(plan.vswitches.filter(({ usable }) => usable === 8188)).toEqual(existing.vswitches);
    expect(rangesOf(plan, 'nodes').at(-1)).toBe('192.168.210.0/24');
    expect(rangesOf(plan, 'eci')).toEqual(['192.168.156.0/23', '192.168.160.0/23', '192.168.164.0/23']);
    expect(plan.capacity.perZone['cn-hangzhou-j']).not.toHaveProperty('pods');
  });
});

describe('growth', () => {
  test('a larger limit adds a second vSwitch, and the earlier plan keeps it when the limit shrinks again', () => {
    const ask = (pods: number): CidrAsk => ({ zones: ['cn-hangzhou-h'], purposes: ['pods'], perZone: { pods } });
    const large = planCidrs(ask(1021), planCidrs(ask(1020)));
    expect([rangesOf(planCidrs(ask(1020)), 'pods'), rangesOf(large, 'pods')]).toEqual([
      ['10.0.56.0/22'],
      ['10.0.56.0/22', '10.0.60.0/22'],
    ]);
    expect(rangesOf(planCidrs(ask(1), large), 'pods')).toEqual(rangesOf(large, 'pods'));
  });

  test('a limit is for the zones of the ask, not for those that only the earlier plan has', () => {
    const previous = planCidrs({ zones: ['cn-hangzhou-h'], purposes: ['nodes'] });
    const { capacity } = planCidrs(
      { zones: ['cn-hangzhou-i'], purposes: ['nodes'], perZone: { nodes: 300 } },
      previous,
    );
    expect(capacity.perZone).toEqual({
      'cn-hangzhou-h': { nodes: { usable: 252, asked: 0, free: 252, growth: 252 } },
      'cn-hangzhou-i': { nodes: { usable: 504, asked: 300, free: 204, growth: 0 } },
    });
  });

  test('a new vSwitch never takes the ordinal of a kept one', () => {
    const ask = { zones: ['cn-hangzhou-h'], purposes: ['nodes'], perZone: { nodes: 300 } } as const;
    const grown = planCidrs(ask);
    const second = { ...grown, vswitches: grown.vswitches.slice(1) };
    const plan = planCidrs(ask, second);
    expect(plan.vswitches.map(({ ordinal, cidr }) => [ordinal, cidr])).toEqual([
      [1, '10.0.207.0/24'],
      [2, '10.0.206.0/24'],
    ]);
  });

  test('what the ask leaves out comes from the earlier plan', () => {
    const previous = planCidrs({
      vpc: '172.16.0.0/16',
      secondary: ['172.17.0.0/16'],
      zones,
      podNetwork: { kind: 'flannel', nodeMask: 26 },
      serviceCidr: '192.168.16.0/20',
      reserved: ['10.0.0.0/16'],
    });
    expect(planCidrs({ zones }, previous)).toEqual(previous);
  });

  test('reserved ranges are listed by address, whatever their order', () => {
    const reserved = [
      { name: 'office', cidr: '192.168.0.0/16' },
      '172.30.0.0/16',
      { name: 'peer', cidr: '10.1.0.0/16' },
    ];
    expect(planCidrs({ zones, reserved }).reserved).toEqual([
      { name: 'peer', cidr: '10.1.0.0/16' },
      { name: 'reserved', cidr: '172.30.0.0/16' },
      { name: 'office', cidr: '192.168.0.0/16' },
    ]);
  });
});

describe('warnings', () => {
  const flannel = { zones, podNetwork: { kind: 'flannel' } } as const;
  const codes = (ask: CidrAsk) => planCidrs(ask).warnings.map(({ code, value }) => [code, value]);

  test('more Flannel nodes asked than the route table has entries for', () => {
    expect([codes({ ...flannel, maxNodes: 200 }), codes({ ...flannel, maxNodes: 201 })]).toEqual([
      [],
      [['flannel-routes', 201]],
    ]);
    expect(codes({ ...flannel, perZone: { nodes: 101 } })).toEqual([['flannel-routes', 202]]);
  });

  test('node addresses for more nodes than the Pod range has parts', () => {
    expect(codes({ ...flannel, perZone: { nodes: 129 } })).toEqual([
      ['flannel-routes', 258],
      ['capacity-nodes', 258],
    ]);
    expect(codes({ ...flannel, perZone: { nodes: 129 }, maxNodes: 100 })).toEqual([]);
  });

  test('none for Terway', () => {
    expect(codes({ zones, perZone: { nodes: 500 } })).toEqual([]);
  });
});

describe('describe()', () => {
  test('prints a table, the ranges and the capacity in words', () => {
    const plan = planCidrs({
      zones,
      perZone: { pods: 1500, nodes: 200 },
      reserved: [{ name: 'office', cidr: '192.168.0.0/16' }],
    });
    expect(plan.describe({ format: 'table' })).toMatchInlineSnapshot(`
     "VPC       10.0.0.0/16 in cn-hangzhou
     Pods      addresses of the VPC (Terway)
     Services  172.21.0.0/20
     Left free 10.0.240.0/20 for vSwitches made by hand
     Reserved  192.168.0.0/16 office

     zone           purpose  range          usable  note
     cn-hangzhou-h  nodes    10.0.206.0/24     252  52 free beyond the 200 asked, can grow by 252
     cn-hangzhou-h  pods     10.0.56.0/22     1020  continued below
     cn-hangzhou-h  pods     10.0.60.0/22     1020  540 free beyond the 1500 asked, cannot grow
     cn-hangzhou-h  eci      10.0.156.0/23     508  no limit asked, can grow by 508
     cn-hangzhou-h  data     10.0.231.0/25     124  no limit asked, can grow by 124
     cn-hangzhou-i  nodes    10.0.208.0/24     252  52 free beyond the 200 asked, can grow by 252
     cn-hangzhou-i  pods     10.0.64.0/22     1020  continued below
     cn-hangzhou-i  pods     10.0.68.0/22     1020  540 free beyond the 1500 asked, cannot grow
     cn-hangzhou-i  eci      10.0.160.0/23     508  no limit asked, can grow by 508
     cn-hangzhou-i  data     10.0.232.0/25     124  no limit asked, can grow by 124

     Room for
       504 nodes over 2 zones
       4080 Pods on nodes
       1016 Pods on ECI
       4096 Services"
    `);
  });

  test('prints Flannel’s Pod range and its warnings', () => {
    const plan = planCidrs({
      zones: ['ap-southeast-1a'],
      secondary: ['10.1.0.0/16'],
      purposes: ['nodes'],
      podNetwork: { kind: 'flannel' },
      maxNodes: 250,
    });
    expect(plan.describe({ format: 'table' })).toMatchInlineSnapshot(`
     "VPC       10.0.0.0/16, secondary 10.1.0.0/16 in ap-southeast-1
     Pods      172.20.0.0/16, a /24 for each node (Flannel)
     Services  172.21.0.0/20
     Left free 10.0.240.0/20, 10.1.240.0/20 for vSwitches made by hand

     zone             purpose  range          usable  note
     ap-southeast-1a  nodes    10.0.192.0/24     252  no limit asked, can grow by 756

     Room for
       252 nodes over 1 zone
       256 nodes by the Pod range, with 256 addresses (255 Pods) each
       64260 Pods on nodes
       4096 Services

     Warning: 250 Flannel nodes take more than the 200 entries that a VPC’s route table has by default [flannel-routes]
       fix: have the quota raised, or use podNetwork: { kind: "terway" }"
    `);
  });

  test('prints the plan as JSON underneath, or alone', () => {
    const plan = planCidrs({ zones });
    const json = JSON.stringify(plan, null, 2);
    expect(plan.describe()).toBe(`${plan.describe({ format: 'table' })}\n\n${json}`);
    expect(plan.describe({ format: 'json' })).toBe(json);
    expect(Object.keys(plan)).not.toContain('describe');
  });
});

test('the defaults are frozen', () => {
  expect(Object.isFrozen(CIDR_DEFAULTS)).toBe(true);
  expect(planCidrs({ zones }).vpc).toBe(CIDR_DEFAULTS.vpc);
  expect(planCidrs({ zones, vpc: undefined, perZone: { pods: undefined } })).toEqual(planCidrs({ zones }));
});
