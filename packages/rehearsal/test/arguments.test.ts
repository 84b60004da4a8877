import { readArguments } from '../src/bin/arguments';
import { readFaultArguments } from '../src/bin/fault-arguments';

test('the options of the command', () => {
  const words =
    'all --out o --stack a --stack b --mode sdk --schema s.json --var x=1=2 --work w --log l --keep-protection --migrate-state --json';
  expect(readArguments(words.split(' '))).toEqual({
    command: 'all',
    out: 'o',
    stacks: ['a', 'b'],
    mode: 'sdk',
    schemaFiles: ['s.json'],
    variables: { x: '1=2' },
    work: 'w',
    log: 'l',
    keepProtection: true,
    migrateState: true,
    json: true,
    rest: [],
  });
  expect(readArguments(['exec', '--', 'npx', 'cdktf', '--x']).rest).toEqual(['npx', 'cdktf', '--x']);
});

test.each([
  ['', 'expected one of plan, apply, destroy, all, exec, faults, upgrade, got nothing'],
  ['deploy', 'expected one of plan, apply, destroy, all, exec, faults, upgrade, got "deploy"'],
  ['all --fast', 'unknown option "--fast"'],
  ['all --out', '--out needs a value'],
  ['all --mode lax', '--mode is strict or sdk, not "lax"'],
  ['all --var x', '--var takes name=value, not "x"'],
  ['exec', 'exec needs a command after --'],
  ['plan -- x', 'only exec takes a command after --'],
])('"%s" is refused with a sentence', (words, message) => {
  expect(() => readArguments(words.split(' ').filter((word) => word !== ''))).toThrow(message);
});

test('the options of faults', () => {
  const words =
    '--out o --stack a --only alicloud_vpc. --only eip --action create --fault killed --sample 7 --seed s --lanes 3 --journal j ' +
    '--schema s.json --var x=1=2 --report r --json --quiet';
  expect(readFaultArguments(words.split(' '))).toEqual({
    out: 'o',
    stacks: ['a'],
    only: ['alicloud_vpc.', 'eip'],
    actions: ['create'],
    kinds: ['killed'],
    sample: 7,
    seed: 's',
    lanes: 3,
    journal: 'j',
    schemaFiles: ['s.json'],
    variables: { x: '1=2' },
    report: 'r',
    json: true,
    quiet: true,
  });
  expect(readFaultArguments([])).toMatchObject({
    out: 'cdktf.out',
    actions: undefined,
    kinds: undefined,
    quiet: false,
  });
});

test.each([
  ['--fast', "Unknown option '--fast'"],
  ['--action read', '--action is one of create, update, delete, not "read"'],
  ['--fault earthquake', '--fault is one of refused, throttled, throttled-briefly, '],
  ['--sample all', '--sample takes a whole number from 1, not "all"'],
  ['--lanes 0', '--lanes takes a whole number from 1, not "0"'],
  ['--var x', '--var takes name=value, not "x"'],
])('faults "%s" is refused with a sentence', (words, message) => {
  expect(() => readFaultArguments(words.split(' '))).toThrow(message);
});
