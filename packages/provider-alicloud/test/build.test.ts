import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { SmallPackage } from './support/small-package';

let built: SmallPackage;
let firstBuild: string;
let small: SmallPackage;

beforeAll(() => {
  small = built = new SmallPackage();
  firstBuild = build();
}, 60_000);

beforeEach(() => {
  small = built.clone();
});

afterEach(() => small.remove());

afterAll(() => built.remove());

function build(): string {
  const { status, output } = small.run('build.mjs');
  return status === 0 ? output : `status ${status}: ${output}`;
}

/** Makes the generator of the copy write one more line into the module of the provider. */
function addToProvider(line: string): void {
  const file = small.path('scripts/generate.mjs');
  const text = readFileSync(file, 'utf8');
  const marker = '  return modules.sort(';
  if (!text.includes(marker)) throw new Error('generate.mjs has no place for the additional line');
  const addition = `  modules.find(({ folder }) => folder === 'provider').source += ${JSON.stringify(line)};\n`;
  writeFileSync(file, text.replace(marker, addition + marker));
}

test('a second build does nothing', () => {
  expect(firstBuild).toMatch(/generated 4 modules in .*, 4 to compile\n.*compiled 4 modules in/);
  const written = statSync(small.path('lib/vpc/index.js')).mtimeMs;

  const start = performance.now();
  expect(build()).toBe('provider-alicloud: up to date\n');
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(statSync(small.path('lib/vpc/index.js')).mtimeMs).toBe(written);
  expect(readdirSync(small.path('.build'))).toEqual(['stamp.json']);
}, 60_000);

test('a changed schema compiles what changed, adds and removes modules', () => {
  small.changeSchema((provider) => {
    delete provider.resource_schemas['alicloud_vswitch'];
    Object.assign(provider.resource_schemas, { alicloud_route: { block: { attributes: {} } } });
    Object.assign(provider.resource_schemas['alicloud_vpc']!.block.attributes!, {
      planet: { type: 'string', optional: true },
    });
  });

  expect(build()).toContain('generated 4 modules');
  expect(readdirSync(small.path('lib'))).toEqual([
    'data-alicloud-zones',
    'index.d.ts',
    'index.js',
    'provider',
    'route',
    'vpc',
  ]);
  expect(readFileSync(small.path('lib/vpc/index.d.ts'), 'utf8')).toContain('readonly planet?: string;');
  expect(readFileSync(small.path('lib/index.d.ts'), 'utf8')).toBe(
    ['dataAlicloudZones:data-alicloud-zones', 'provider:provider', 'route:route', 'vpc:vpc']
      .map((pair) => pair.split(':'))
      .map(([name, folder]) => `export * as ${name} from './${folder}';\n`)
      .join(''),
  );
  expect(build()).toBe('provider-alicloud: up to date\n');
}, 60_000);

test('a damaged lib is repaired by compiling what is damaged', () => {
  truncateSync(small.path('lib/vpc/index.js'), 10);
  rmSync(small.path('lib/provider'), { recursive: true });
  writeFileSync(small.path('lib/stranger.js'), '');

  expect(build()).toContain('2 to compile');
  expect(statSync(small.path('lib/vpc/index.js')).size).toBeGreaterThan(1_000);
  expect(existsSync(small.path('lib/provider/index.d.ts'))).toBe(true);
  expect(existsSync(small.path('lib/stranger.js'))).toBe(false);
}, 60_000);

test('a build that was interrupted while it changed lib does not count as finished', () => {
  const file = small.path('.build/stamp.json');
  const { modules } = JSON.parse(readFileSync(file, 'utf8'));
  delete modules.vpc;
  writeFileSync(file, JSON.stringify({ modules, index: {} }));

  expect(build()).toContain('1 to compile');
  expect(build()).toBe('provider-alicloud: up to date\n');
}, 60_000);

test('a type error fails the build with file and line, and leaves lib as it was', () => {
  const before = readFileSync(small.path('lib/provider/index.js'), 'utf8');
  addToProvider('export const broken: number = "text";\n');

  const failed = build();

  expect(failed).toMatch(/status 1: [^]*build failed: the generated code has 1 type errors\n/);
  expect(failed).toMatch(
    /src\/provider\/index\.ts:\d+:14 - error TS2322: Type 'string' is not assignable to type 'number'/,
  );
  expect(readFileSync(small.path('lib/provider/index.js'), 'utf8')).toBe(before);
  expect(build()).toMatch(/status 1/);
}, 60_000);

test('a lock of a process that has ended does not stop the build', () => {
  rmSync(small.path('lib/vpc'), { recursive: true });
  const noSuchProcess = 2 ** 22 + 1;
  writeFileSync(small.path('.build/lock'), `${noSuchProcess}`);

  expect(build()).toContain('1 to compile');
}, 60_000);
