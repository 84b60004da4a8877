import { problemsOf } from '../support/problems';
import { planCidrs, tryPlanCidrs, type CidrAsk, type CidrPlanData } from '../../lib/network/cidr-plan';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const lines = (ask: object, previous?: object) =>
  tryPlanCidrs({ zones, ...ask } as CidrAsk, previous as CidrPlanData).problems.map(({ code, what, fix }) => [
    code,
    what,
    fix,
  ]);

test('planCidrs throws all problems at once, with the path planCidrs', () => {
  const problems = problemsOf(() => planCidrs({ vpc: '10.0.0.1/16', zones: [], perZone: { nodes: 0 } }));
  expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual([
    ['cidr-host-bits', 'planCidrs', '10.0.0.1/16'],
    ['list-empty', 'planCidrs', []],
    ['number-invalid', 'planCidrs', 0],
  ]);
});

describe('ranges that the cloud does not allow', () => {
  test.each([
    [{ vpc: '8.0.0.0/7' }, 'cidr-mask', 'vpc "8.0.0.0/7" has mask /7', 'write a mask from /8 to /28'],
    [{ vpc: '10.0.0.0/29' }, 'cidr-mask', 'vpc "10.0.0.0/29" has mask /29', 'write a mask from /8 to /28'],
    [
      { vpc: '100.64.0.0/16' },
      'cidr-forbidden',
      'vpc "100.64.0.0/16" meets 100.64.0.0/10, which belongs to the cloud’s own services',
      'write a private range, such as vpc: "10.0.0.0/16"',
    ],
    [
      { vpc: '224.0.0.0/16' },
      'cidr-forbidden',
      'vpc "224.0.0.0/16" meets 224.0.0.0/4, which is for multicast',
      'write a private range, such as vpc: "10.0.0.0/16"',
    ],
    [
      { vpc: '127.0.0.0/8' },
      'cidr-forbidden',
      'vpc "127.0.0.0/8" meets 127.0.0.0/8, which is every machine’s own loopback',
      'write a private range, such as vpc: "10.0.0.0/16"',
    ],
    [
      { secondary: ['169.254.0.0/16'] },
      'cidr-forbidden',
      'secondary[0] "169.254.0.0/16" meets 169.254.0.0/16, which is link-local',
      'write a private range, such as secondary[0]: "10.0.0.0/16"',
    ],
    [
      { serviceCidr: '172.21.0.0/25' },
      'cidr-mask',
      'serviceCidr "172.21.0.0/25" has mask /25',
      'write a mask from /16 to /24',
    ],
    [
      { serviceCidr: '100.64.0.0/20' },
      'cidr-forbidden',
      'serviceCidr "100.64.0.0/20" is not inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16',
      'write a private range, such as serviceCidr: "172.21.0.0/20"',
    ],
    [
      { podNetwork: { kind: 'flannel', podCidr: '172.20.0.0/17' } },
      'cidr-mask',
      'podNetwork.podCidr "172.20.0.0/17" has mask /17',
      'write a mask from /8 to /16',
    ],
    [
      { podNetwork: { kind: 'flannel', podCidr: '192.168.0.0/25' } },
      'cidr-mask',
      'podNetwork.podCidr "192.168.0.0/25" has mask /25',
      'write a mask from /8 to /24',
    ],
    [
      { vpc: '192.168.0.0/16', podNetwork: { kind: 'flannel', podCidr: '10.0.0.0/8', nodeMask: 25 } },
      'cidr-mask',
      'podNetwork.podCidr "10.0.0.0/8" has mask /8',
      'write a mask from /9 to /25',
    ],
    [
      { podNetwork: { kind: 'flannel', podCidr: '11.0.0.0/16' } },
      'cidr-forbidden',
      'podNetwork.podCidr "11.0.0.0/16" is not inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16',
      'write a private range, such as podNetwork.podCidr: "172.20.0.0/16"',
    ],
    [
      { vpc: '10.0.0.0/20' },
      'cidr-mask',
      'vpc "10.0.0.0/20" is too small for pods vSwitches in cn-hangzhou-h, which need /19',
      'write secondary: ["10.0.32.0/19"], or for a new network vpc: "10.0.0.0/19"',
    ],
  ])('%j', (ask, code, what, fix) => {
    expect(lines(ask)[0]).toEqual([code, what, fix]);
  });
});

describe('ranges that meet', () => {
  test.each([
    [
      { reserved: [{ name: 'office', cidr: '10.0.0.0/12' }] },
      'vpc "10.0.0.0/16" overlaps office "10.0.0.0/12"',
      'write vpc: "10.16.0.0/16"',
    ],
    [
      { secondary: ['10.0.128.0/17'] },
      'secondary[0] "10.0.128.0/17" overlaps vpc "10.0.0.0/16"',
      'write secondary[0]: "10.1.0.0/17"',
    ],
    [
      { secondary: ['172.21.0.0/16'] },
      'serviceCidr "172.21.0.0/20" overlaps secondary[0] "172.21.0.0/16"',
      'write serviceCidr: "172.16.0.0/20"',
    ],
    [
      { podNetwork: { kind: 'flannel' }, reserved: ['172.20.0.0/16'] },
      'podNetwork.podCidr "172.20.0.0/16" overlaps reserved "172.20.0.0/16"',
      'write podNetwork.podCidr: "172.16.0.0/16"',
    ],
    [
      { podNetwork: { kind: 'flannel', podCidr: '172.16.0.0/12' } },
      'serviceCidr "172.21.0.0/20" overlaps podNetwork.podCidr "172.16.0.0/12"',
      'write serviceCidr: "192.168.0.0/20"',
    ],
  ])('%j', (ask, what, fix) => {
    expect(lines(ask)).toEqual([['cidr-overlap', what, fix]]);
  });

  test('ranges of others may meet each other', () => {
    expect(lines({ reserved: ['192.168.0.0/16', '192.168.0.0/24'] })).toEqual([]);
  });

  test('proposals do not meet each other, and following all of them mends the ask', () => {
    const ask = { podNetwork: { kind: 'flannel', podCidr: '172.20.0.0/16' }, reserved: ['172.20.0.0/15'] };
    expect(lines(ask).map(([, , fix]) => fix)).toEqual([
      'write podNetwork.podCidr: "172.16.0.0/16"',
      'write serviceCidr: "172.17.0.0/20"',
    ]);
    expect(
      lines({ ...ask, podNetwork: { kind: 'flannel', podCidr: '172.16.0.0/16' }, serviceCidr: '172.17.0.0/20' }),
    ).toEqual([]);
  });
});

describe('capacity', () => {
  test('more addresses than a zone’s slots hold: each way out works', () => {
    const ask = { zones: ['cn-hangzhou-h'], perZone: { pods: 4000 } };
    expect(lines(ask)).toEqual([
      [
        'capacity-addresses',
        'perZone.pods asks for 4000 addresses in cn-hangzhou-h, and 2040 fit',
        'write perZone: { pods: 2040 }, or secondary: ["10.1.0.0/16"], or for a new network vpc: "10.0.0.0/15"',
      ],
    ]);
    expect(
      [{ perZone: { pods: 2040 } }, { secondary: ['10.1.0.0/16'] }, { vpc: '10.0.0.0/15' }].map((way) =>
        lines({ ...ask, ...way }),
      ),
    ).toEqual([[], [], []]);
  });

  test('the problems of all zones come in the order of their ids', () => {
    const found = lines({ zones: ['cn-hangzhou-i', 'cn-hangzhou-h'], perZone: { pods: 4000 } }).map(([, what]) => what);
    expect(found).toEqual([
      'perZone.pods asks for 4000 addresses in cn-hangzhou-h, and 2040 fit',
      'perZone.pods asks for 4000 addresses in cn-hangzhou-i, and 2040 fit',
    ]);
  });

  test('no VPC is large enough', () => {
    expect(lines({ zones: ['cn-hangzhou-h'], perZone: { data: 1e6 } })[0]![2]).toBe('write perZone: { data: 248 }');
  });

  test('more nodes than the Pod range has parts', () => {
    const ask = { vpc: '10.0.0.0/12', podNetwork: { kind: 'flannel' } };
    expect(lines({ ...ask, maxNodes: 1000 })).toEqual([
      [
        'capacity-nodes',
        'maxNodes 1000 is more than the 256 nodes of podCidr "172.20.0.0/16"',
        'write nodeMask: 26 (64 addresses for each node), or take a podCidr of /14, or use podNetwork: { kind: "terway" }',
      ],
    ]);
    expect(lines({ ...ask, podNetwork: { kind: 'flannel', nodeMask: 26 }, maxNodes: 1000 })).toEqual([]);
  });

  test('more nodes than addresses for them', () => {
    const ask = { podNetwork: { kind: 'flannel', nodeMask: 26 }, maxNodes: 600 };
    expect(lines(ask)).toEqual([
      [
        'capacity-addresses',
        'maxNodes 600 is more than the 504 addresses for nodes in all zones',
        'write perZone: { nodes: 300 }, or take more zones',
      ],
    ]);
    expect(lines({ ...ask, perZone: { nodes: 300 } })).toEqual([]);
  });
});

describe('asks that are not well formed', () => {
  test.each([
    [{ zones: undefined }, 'value-missing', 'zones is undefined, not a list', 'write zones: [...], a list of texts'],
    [
      { zones: ['cn-hangzhou-h', 'cn-hangzhou-h'] },
      'list-duplicate',
      'zones has "cn-hangzhou-h" twice',
      'name it once',
    ],
    [
      { zones: ['CN-Hangzhou-H'] },
      'zone-invalid',
      'zones[0] "CN-Hangzhou-H" is not a zone id',
      'did you mean "cn-hangzhou-h"?',
    ],
    [
      { zones: ['us-east-1-b'] },
      'zone-invalid',
      'zones[0] "us-east-1-b" is not a zone id',
      'did you mean "us-east-1b"?',
    ],
    [
      { zones: ['cn-hangzhou'] },
      'zone-invalid',
      'zones[0] "cn-hangzhou" is not a zone id',
      'write a zone id such as "cn-hangzhou-h" or "ap-southeast-1a"',
    ],
    [{ zones: [3] }, 'zone-invalid', 'zones[0] 3 is not a zone id', 'write a zone id as text, such as "cn-hangzhou-h"'],
    [
      { zones: ['cn-hangzhou-q'] },
      'zone-invalid',
      'zones[0] "cn-hangzhou-q" has no place in the plan',
      'choose a zone with a letter from a to p, or give the vSwitches of this zone ranges of your own',
    ],
    [
      { zones: ['cn-hangzhou-h', 'cn-beijing-a'] },
      'zone-region',
      'zones[1] "cn-beijing-a" belongs to cn-beijing, not to cn-hangzhou',
      'take zones of cn-hangzhou only, or plan cn-beijing as a network of its own',
    ],
    [
      { region: 'cn-beijing', zones: ['cn-hangzhou-h'] },
      'zone-region',
      'zones[0] "cn-hangzhou-h" belongs to cn-hangzhou, not to cn-beijing',
      'take zones of cn-beijing only, or plan cn-hangzhou as a network of its own',
    ],
    [
      { region: 'Hangzhou' },
      'region-invalid',
      'region "Hangzhou" is not a region id',
      'write a region id such as region: "cn-hangzhou"',
    ],
    [
      { purposes: [] },
      'list-empty',
      'purposes is [], not a list of purposes',
      'write some of nodes, pods, eci, data, or leave it out',
    ],
    [
      { purposes: ['node'] },
      'choice-invalid',
      'purposes[0] "node" is not a purpose',
      'write one of nodes, pods, eci, data',
    ],
    [{ purposes: ['eci', 'eci'] }, 'list-duplicate', 'purposes has one twice', 'name each purpose once'],
    [
      { purposes: ['pods'], podNetwork: { kind: 'flannel' } },
      'choice-conflict',
      'purposes has "pods", and with Flannel Pods take no addresses of the VPC',
      'leave "pods" out, or write podNetwork: { kind: "terway" }',
    ],
    [
      { perZone: { pods: 100 }, podNetwork: { kind: 'flannel' } },
      'choice-conflict',
      'perZone.pods is set, and the plan has no vSwitches for pods',
      'leave it out, or add "pods" to purposes',
    ],
    [
      { perZone: { nodes: 1.5 } },
      'number-invalid',
      'perZone.nodes 1.5 is not a whole number from 1 on',
      'write a whole number, such as nodes: 250',
    ],
    [
      { perZone: { nodes: '9' } },
      'number-invalid',
      'perZone.nodes "9" is not a whole number from 1 on',
      'write a whole number, such as nodes: 250',
    ],
    [
      { perZone: { node: 9 } },
      'choice-invalid',
      'perZone key "node" is not a purpose',
      'write one of nodes, pods, eci, data',
    ],
    [{ perZone: 9 }, 'number-invalid', 'perZone is 9', 'write perZone: { nodes: 250, pods: 1000 }'],
    [
      { maxNodes: 9 },
      'choice-conflict',
      'maxNodes limits the Pod range of Flannel, and this plan is for Terway',
      'write perZone: { nodes: ... } instead',
    ],
    [
      { podNetwork: { kind: 'calico' } },
      'choice-invalid',
      'podNetwork.kind "calico" is neither "terway" nor "flannel"',
      'write podNetwork: { kind: "terway" }',
    ],
    [
      { podNetwork: { kind: 'terway', podCidr: '172.20.0.0/16' } },
      'choice-conflict',
      'podNetwork.podCidr is for Flannel, and this plan is for Terway, whose Pods take addresses of the VPC',
      'leave podCidr out, or write kind: "flannel"',
    ],
    [
      { podNetwork: { kind: 'flannel', nodeMask: 29 } },
      'number-invalid',
      'podNetwork.nodeMask 29 is not a whole number from 24 to 28',
      'write nodeMask: 24, 25, 26, 27 or 28',
    ],
    [
      { reserved: '10.0.0.0/8' },
      'value-missing',
      'reserved is "10.0.0.0/8", not a list',
      'write reserved: [...], a list of texts',
    ],
    [
      { reserved: [{ name: '', cidr: '10.9.0.0/16' }] },
      'value-missing',
      'reserved[0].name is ""',
      'write reserved: [{ name: "office", cidr: "192.168.0.0/16" }]',
    ],
    [{ reserved: ['10.9.0.0'] }, 'cidr-invalid', 'reserved[0] "10.9.0.0" has no mask', 'did you mean "10.9.0.0/16"?'],
    [
      { perzone: {} },
      'choice-invalid',
      'an ask has no "perzone"',
      'write one of vpc, secondary, region, zones, purposes, podNetwork, serviceCidr, perZone, maxNodes, reserved',
    ],
  ])('%j', (ask, code, what, fix) => {
    expect(lines(ask)).toEqual([[code, what, fix]]);
  });
});

describe('an earlier plan that cannot be kept', () => {
  const earlier = JSON.parse(
    JSON.stringify(planCidrs({ zones, purposes: ['nodes'], secondary: ['10.1.0.0/16'] })),
  ) as CidrPlanData;
  const [first, second] = earlier.vswitches as [CidrPlanData['vswitches'][number], CidrPlanData['vswitches'][number]];
  const whats = (ask: object, previous: object) => {
    const found = lines({ purposes: ['nodes'], ...ask }, previous);
    expect(found.every(([code]) => code === 'previous-plan')).toBe(true);
    return found.map(([, what, fix]) => [what!.replace('the earlier plan cannot be kept: ', ''), fix]);
  };
  const printed = 'pass the JSON that describe({ format: "json" }) printed';

  test.each([
    [
      { vpc: '10.0.0.0/15', secondary: [] },
      'vpc is "10.0.0.0/16" and the ask has "10.0.0.0/15"',
      'write vpc: "10.0.0.0/16", or plan a new network',
    ],
    [
      { serviceCidr: '172.22.0.0/20' },
      'serviceCidr is "172.21.0.0/20" and the ask has "172.22.0.0/20"',
      'write serviceCidr: "172.21.0.0/20", or plan a new network',
    ],
    [
      { podNetwork: { kind: 'flannel' } },
      'podNetwork.kind is "terway" and the ask has "flannel"',
      'write podNetwork.kind: "terway", or plan a new network',
    ],
    [
      { zones: ['cn-beijing-a'] },
      'region is "cn-hangzhou" and the ask has "cn-beijing"',
      'write region: "cn-hangzhou", or plan a new network',
    ],
  ])('the ask names another: %j', (ask, what, fix) => {
    expect(whats(ask, earlier)).toEqual([[what, fix]]);
  });

  test('another Pod range or node mask', () => {
    const flannel = planCidrs({ zones, podNetwork: { kind: 'flannel' } });
    const podNetwork = { kind: 'flannel', podCidr: '172.24.0.0/16', nodeMask: 25 };
    expect(whats({ podNetwork }, flannel).map(([what]) => what)).toEqual([
      'podNetwork.podCidr is "172.20.0.0/16" and the ask has "172.24.0.0/16"',
      'podNetwork.nodeMask is 24 and the ask has 25',
    ]);
  });

  test('a kept vSwitch has lost its secondary range', () => {
    const grown = { ...earlier, vswitches: [...earlier.vswitches, { ...first, ordinal: 1, cidr: '10.1.7.0/24' }] };
    expect(whats({ secondary: [] }, grown)).toEqual([
      [
        'the nodes vSwitch "10.1.7.0/24" of cn-hangzhou-h lies in no range of the VPC',
        'give the VPC the secondary range that held it',
      ],
    ]);
  });

  test('someone else has taken a kept range: the VPC is not to be moved', () => {
    const reserved = [{ name: 'office', cidr: '10.0.206.0/23' }];
    expect(lines({ purposes: ['nodes'], reserved }, earlier)).toEqual([
      [
        'previous-plan',
        'the earlier plan cannot be kept: the nodes vSwitch "10.0.206.0/24" of cn-hangzhou-h overlaps office "10.0.206.0/23"',
        'give office another range, or take the vSwitch out of the earlier plan once it is destroyed',
      ],
      [
        'cidr-overlap',
        'vpc "10.0.0.0/16" overlaps office "10.0.206.0/23"',
        'the earlier plan uses 10.0.0.0/16: give office another range, or plan a new network',
      ],
    ]);
  });

  test('a larger VPC is not proposed for a living network', () => {
    expect(lines({ purposes: ['nodes'], perZone: { nodes: 1200 }, zones: ['cn-hangzhou-h'] }, earlier)[0]![2]).toBe(
      'write perZone: { nodes: 1008 }, or secondary: ["10.1.0.0/16", "10.2.0.0/17"]',
    );
  });

  test.each([
    [
      null,
      [
        'version is undefined, not 1',
        'region is undefined',
        'vpc is undefined',
        'serviceCidr is undefined',
        'secondary is undefined, not a list',
        'vswitches is undefined, not a list',
        'reserved is undefined, not a list',
        'podNetwork is undefined',
      ],
    ],
    [{ ...earlier, version: 2 }, ['version is 2, not 1']],
    [
      { ...earlier, vswitches: [{ ...first, zone: 'cn-beijing-a' }] },
      ['vswitches[0].zone "cn-beijing-a" is not a zone of cn-hangzhou'],
    ],
    [
      { ...earlier, vswitches: [{ ...first, purpose: 'x', ordinal: -1 }] },
      ['vswitches[0].purpose "x" is not a purpose', 'vswitches[0].ordinal -1 is not 0, 1, 2, ...'],
    ],
    [
      { ...earlier, vswitches: [{ ...first, cidr: '10.0.1.1/24' }] },
      ['vswitches[0].cidr "10.0.1.1/24" has host bits set (did you mean "10.0.1.0/24"?)'],
    ],
    [
      { ...earlier, vswitches: [{ ...first, cidr: '10.0.1.0/30' }] },
      ['vswitches[0].cidr "10.0.1.0/30" is no vSwitch: those are /16 to /29'],
    ],
    [
      { ...earlier, vswitches: [first, { ...second, cidr: '10.0.206.128/25' }] },
      ['its vSwitch "10.0.206.128/25" overlaps another of its vSwitches'],
    ],
    [
      { ...earlier, vswitches: [first, { ...first, cidr: '10.0.2.0/24' }] },
      ['it has two vSwitches cn-hangzhou-h nodes 0'],
    ],
  ])('malformed: %j', (previous, expected) => {
    expect(whats({}, previous as object)).toEqual(expected.map((what) => [what, printed]));
  });
});
