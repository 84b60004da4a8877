import { readArguments } from '../src/bin/arguments';

test('the options of the command', () => {
  const words =
    'all --out o --stack a --stack b --mode sdk --schema s.json --var x=1=2 --work w --log l --keep-protection --json';
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
    json: true,
    rest: [],
  });
  expect(readArguments(['exec', '--', 'npx', 'cdktf', '--x']).rest).toEqual(['npx', 'cdktf', '--x']);
});

test.each([
  ['', 'expected one of plan, apply, destroy, all, exec, got nothing'],
  ['deploy', 'expected one of plan, apply, destroy, all, exec, got "deploy"'],
  ['all --fast', 'unknown option "--fast"'],
  ['all --out', '--out needs a value'],
  ['all --mode lax', '--mode is strict or sdk, not "lax"'],
  ['all --var x', '--var takes name=value, not "x"'],
  ['exec', 'exec needs a command after --'],
  ['plan -- x', 'only exec takes a command after --'],
])('"%s" is refused with a sentence', (words, message) => {
  expect(() => readArguments(words.split(' ').filter((word) => word !== ''))).toThrow(message);
});
