import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './docs/fences';
import { FAMILIES } from './requirements/all';
import { problemsOf, unjudged, type Repository } from './requirements/audit';
import { OUT_OF_SCOPE } from './requirements/out-of-scope';
import { requirementsPage } from './requirements/page';
import { asks, missing, notBuilt, testsOf, type Family } from './requirements/requirement';

const PAGE = join(ROOT, 'docs/requirements.md');

/** This repository: Jest itself says which files it runs. */
function readRepository(): Repository {
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--listTests', '--json'];
  const files: string[] = JSON.parse(execFileSync(process.execPath, jest, { cwd: ROOT, encoding: 'utf8' }));
  const read = (file: string) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : undefined);
  return { tests: new Set(files.map((file) => relative(ROOT, file))), read };
}

const thisRepository = readRepository();

test('every requirement is listed once, and every part is shown by a test that is there, runs and expects something', () => {
  expect(problemsOf(FAMILIES, thisRepository)).toEqual([]);
});

test('what is built is judged by Terraform', () => {
  const built = FAMILIES.filter(({ letter }) => 'NCDWA'.includes(letter));
  expect(unjudged(built, thisRepository)).toEqual([]);
});

test('a letter is that of one family, and no text is asked for twice', () => {
  const letters = FAMILIES.map(({ letter }) => letter);
  expect(letters).toEqual(['N', 'C', 'D', 'W', 'A', 'P', 'E', 'J']);
  const asked = FAMILIES.flatMap(({ requirements }) => Object.values(requirements).map((one) => one.asks));
  expect(new Set(asked).size).toBe(asked.length);
});

test('docs/requirements.md is what the list says, and what is out of scope, each with its reason', () => {
  const page = requirementsPage(FAMILIES, OUT_OF_SCOPE);
  if (process.env.WRITE_DOCS === '1') {
    writeFileSync(PAGE, page);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
  ['TiDB', 'Harbor', 'market', 'PTS', 'Knative Build', 'Knative Eventing'].forEach((what) => {
    expect(page.split('## Out of scope')[1]).toMatch(new RegExp(`^- \\*\\*[^*]*${what}[^*]*\\.\\*\\* \\w.{20,}`, 'm'));
  });
});

describe('the audit sees', () => {
  const FILE = 'test/shop.test.ts';
  const shop = testsOf(FILE);
  const CODE = `
    import { ROWS } from './rows';
    const helper = () => expect(1).toBe(1);
    test('has a door', () => { expect(1).toBe(1); });
    describe('at night', () => {
      it('is closed', () => { fc.assert(1); });
      it('has a door', () => { expect(1).toBe(1); });
    });
    test.each(ROWS)('sells %s', (name) => { expect(name).toBe(1); });
    test.each\`a|b\`('has $a', () => { checkAll(); });
    test(\`costs \${PRICE}\`, () => { expect(1).toBe(1); });
    test.skip('has a roof', () => { expect(1).toBe(1); });
    test.skip.each([1])('has %i roofs', () => { expect(1).toBe(1); });
    xit('has a wall', () => { expect(1).toBe(1); });
    test.todo('has a window');
    test.failing('has a lift', () => { expect(1).toBe(2); });
    describe.skip('in winter', () => { test('is warm', () => { expect(1).toBe(1); }); });
    describe.each([1])('on day %i', () => { test('is open', () => { expect(1).toBe(1); }); });
    test('has a name', () => { helperThatNobodyKnows(); });
  `;
  const files: Readonly<Record<string, string>> = {
    [FILE]: CODE,
    'test/rows.ts': "export const ROWS = { bread: 1, 'dark bread': 2 };",
    'test/shop.ts': CODE,
  };
  const repository: Repository = { tests: new Set([FILE]), read: (file) => files[file] };
  const family = (requirements: Family['requirements'], count = 1): Family => ({
    title: 'Shop',
    letter: 'S',
    count,
    requirements,
  });
  const saying = (...shown: ReturnType<typeof shop>[]) =>
    problemsOf([family({ S1: asks('A shop.', { it: shown }) })], repository);

  test('nothing wrong with what is there', () => {
    const there = [
      shop('at night > has a door'),
      shop('is closed'),
      shop('sells %s'),
      shop('sells %s', 'bread'),
      shop('sells %s', 'dark bread'),
      shop('has $a'),
      shop('costs ${PRICE}'),
      shop('on day %i > is open'),
    ];
    expect(saying(...there)).toEqual([]);
  });

  test.each([
    ['a file that is not there', testsOf('test/shops.test.ts')('is closed'), 'does not exist'],
    ['a file that Jest does not run', testsOf('test/shop.ts')('is closed'), 'is not run by Jest'],
    ['a title that is not there', shop('is closed at noon'), 'is no test'],
    ['a title that two tests have', shop('has a door'), 'is more than one test'],
    ['a skipped test', shop('has a roof'), 'is not run'],
    ['skipped rows', shop('has %i roofs'), 'is not run'],
    ['a test that is crossed out', shop('has a wall'), 'is not run'],
    ['a test that is still to be written', shop('has a window'), 'is not run'],
    ['a test that is expected to fail', shop('has a lift'), 'is not run'],
    ['a test in a skipped group', shop('is warm'), 'is not run'],
    ['a test that expects nothing', shop('has a name'), 'expects nothing'],
    ['a row that is not there', shop('sells %s', 'cake'), 'has no row "cake"'],
  ])('%s', (_, shown, problem) => {
    expect(saying(shown)).toContainEqual(expect.stringMatching(new RegExp(`^S1, it: .*${problem}`)));
  });

  test('ids that are left out, unknown, or beyond the last', () => {
    const one = asks('A shop.', { it: shop('is closed') });
    expect(problemsOf([family({ S1: one, S3: one, S4: one, T1: one }, 3)], repository)).toEqual([
      'S2: is not in the list',
      'S4: there is no such requirement',
      'T1: there is no such requirement',
    ]);
  });

  test('what Terraform has not judged', () => {
    const judge = testsOf('test/judged.test.ts');
    const judged: Repository = {
      ...repository,
      read: (file) => (file === 'test/judged.test.ts' ? "import { x } from './judge';" : judgeOrShop(file)),
    };
    const judgeOrShop = (file: string) =>
      file === 'test/judge.ts' ? "import { rehearse } from 'alicloud-constructs-rehearsal';" : files[file];
    const asked = {
      S1: asks('A shop.', { it: shop('is closed') }),
      S2: asks('A door.', { it: [shop('is closed'), judge('opens')] }),
      S3: notBuilt('A roof.'),
    };
    expect(unjudged([family(asked, 3)], judged)).toEqual(['S1']);
  });

  test('a part with neither a test nor a reason', () => {
    const nothing = { S1: asks('A shop.', { it: [] }), S2: asks('A door.', { it: missing(' ') }), S3: asks('A.', {}) };
    expect(problemsOf([family(nothing, 3)], repository)).toEqual([
      'S1, it: no test and no reason',
      'S2, it: missing without a reason',
      'S3: asks for nothing',
    ]);
    expect(problemsOf([family({ S1: notBuilt('A roof.') })], repository)).toEqual([]);
  });
});
