import { run } from '../../lib/bin/alicloud-cidr';
import { planCidrs, type CidrPlanData } from '../../lib/network/cidr-plan';

const zones = ['cn-hangzhou-h', 'cn-hangzhou-i'];
const ZONES = ['--zones', 'cn-hangzhou-h,cn-hangzhou-i'];

function cidr(argv: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const printed = { out: '', err: '' };
  const exit = run(argv, {
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
    read: (path) => {
      const text = files[path];
      if (text === undefined) {
        throw new Error(`ENOENT: no such file ${path}`);
      }
      return text;
    },
  });
  return { exit, ...printed };
}

test('prints what describe() prints', () => {
  expect(cidr(ZONES)).toEqual({ exit: 0, out: planCidrs({ zones }).describe(), err: '' });
});

test('every option has its place in the ask', () => {
  const argv =
    '--vpc 10.0.0.0/14 --secondary 10.8.0.0/16,10.9.0.0/16 --pods 4000 --nodes 250 --eci 500 --data 50'.split(' ');
  const terway = cidr([...ZONES, ...argv, '--reserved', 'office=192.168.0.0/16,10.12.0.0/16', '--json']);
  expect(JSON.parse(terway.out)).toEqual(
    planCidrs({
      zones,
      vpc: '10.0.0.0/14',
      secondary: ['10.8.0.0/16', '10.9.0.0/16'],
      perZone: { pods: 4000, nodes: 250, eci: 500, data: 50 },
      reserved: [{ name: 'office', cidr: '192.168.0.0/16' }, '10.12.0.0/16'],
    }),
  );
  const flannel = cidr([
    ...ZONES,
    ...'--flannel 172.24.0.0/16 --node-mask 25 --max-nodes 400 --service 172.30.0.0/20 --purposes nodes,eci --json'.split(
      ' ',
    ),
  ]);
  expect(JSON.parse(flannel.out)).toEqual(
    planCidrs({
      zones,
      podNetwork: { kind: 'flannel', podCidr: '172.24.0.0/16', nodeMask: 25 },
      maxNodes: 400,
      serviceCidr: '172.30.0.0/20',
      purposes: ['nodes', 'eci'],
    }),
  );
});

test.each([[['--flannel', ...ZONES, '--json']], [[...ZONES, '--json', '--flannel']]])(
  'the range of --flannel may be left out: %j',
  (argv) => {
    expect(JSON.parse(cidr(argv).out)).toEqual(planCidrs({ zones, podNetwork: { kind: 'flannel' } }));
  },
);

test('an earlier plan is kept', () => {
  const previous = planCidrs({ vpc: '192.168.0.0/16', zones: ['cn-hangzhou-j'] });
  const { out } = cidr([...ZONES, '--previous', 'plan.json', '--json'], {
    'plan.json': previous.describe({ format: 'json' }),
  });
  const plan = JSON.parse(out) as CidrPlanData;
  expect(plan).toEqual(planCidrs({ zones }, previous));
  expect(plan.vswitches.filter(({ zone }) => zone === 'cn-hangzhou-j')).toEqual(previous.vswitches);
});

test('problems go to stderr with code and fix, and the exit code is 1', () => {
  expect(cidr([...ZONES, '--vpc', '10.0.3.1/28', '--service', '10.0.0.0'])).toEqual({
    exit: 1,
    out: '',
    err: [
      'vpc "10.0.3.1/28" has host bits set [cidr-host-bits]',
      '  fix: did you mean "10.0.3.0/28"?',
      'serviceCidr "10.0.0.0" has no mask [cidr-invalid]',
      '  fix: did you mean "10.0.0.0/16"?',
    ].join('\n'),
  });
});

test.each([
  [[], 'Option --zones is missing: write --zones cn-hangzhou-h,cn-hangzhou-i'],
  [[...ZONES, '--pods', '1e3'], 'Option --pods is "1e3", not a whole number'],
  [[...ZONES, '--node-mask', '25'], 'Option --node-mask is for Flannel: add --flannel'],
  [[...ZONES, '--previous', 'gone.json'], 'ENOENT: no such file gone.json'],
  [[...ZONES, '--previous', 'plan.json'], 'is not valid JSON'],
  [[...ZONES, '--vcp', '10.0.0.0/16'], "Unknown option '--vcp'"],
  [[...ZONES, 'cn-hangzhou-j'], "Unexpected argument 'cn-hangzhou-j'"],
])('a wrong command line exits with 2: %j', (argv, message) => {
  const { exit, out, err } = cidr(argv, { 'plan.json': 'zone  purpose' });
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(err).toContain('Try alicloud-cidr --help');
});

test('--help names every option', () => {
  const { exit, out } = cidr(['--help']);
  expect(exit).toBe(0);
  expect(out.match(/^ {2}--[a-z-]+/gm)).toHaveLength(16);
});
