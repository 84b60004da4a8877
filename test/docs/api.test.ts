import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './fences';

/** What the reference says of one name; its comment is the docstring. */
interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly comment?: object;
  readonly signatures?: readonly { readonly comment?: object }[];
  readonly children?: readonly Entry[];
}

const INTERFACE = 256;
const file = join(mkdtempSync(join(tmpdir(), 'api-')), 'api.json');

/** The types themselves are checked by `npm run check`, which takes longer than the reference. */
const run = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/typedoc/bin/typedoc'), '--skipErrorChecking', '--logLevel', 'Warn', '--json', file],
  { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
);

test('the reference of the public names can be written, and every type that they speak of is in it', () => {
  // A type that a user meets and cannot import is exported, or stands in `intentionallyNotExported` of typedoc.json.
  expect(`${run.stdout}${run.stderr}`.split('\n').filter((line) => line.includes('[warning]'))).toEqual([]);
  expect(run.status).toBe(0);
});

test('every public construct says what it is, and every prop what it means', () => {
  const modules = (JSON.parse(readFileSync(file, 'utf8')) as Entry).children!;
  const names = modules.flatMap((module) => module.children!);
  const props = names.filter(({ kind, name }) => kind === INTERFACE && /(?:Props|Options|Attributes)$/.test(name));
  const classes = names.filter(({ kind }) => kind === 128);
  expect([props.length, classes.length].every((count) => count > 40)).toBe(true);
  const said = ({ comment, signatures = [] }: Entry) => [{ comment }, ...signatures].some((one) => one.comment);
  const silent = props.flatMap(({ name, children = [] }) =>
    children.filter((one) => !said(one)).map((one) => `${name}.${one.name}`),
  );
  expect([...silent, ...classes.filter((one) => !said(one)).map(({ name }) => name)]).toEqual([]);
});

test('npm run api writes it to a folder that git ignores', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { out } = JSON.parse(readFileSync(join(ROOT, 'typedoc.json'), 'utf8'));
  expect(scripts.api).toBe('typedoc');
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  expect(ignored).toContain(`/${out.split('/')[0]}/`);
});
