import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { linkedFiles } from '../../scripts/linked-files.cjs';
import { startRegistry, type Registry } from './registry';

const root = join(__dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'consumer-'));
const project = join(work, 'my-cloud');
const exec = promisify(execFile);

let registry: Registry;

/** Runs a command in the user's project; answers what it printed and how it ended. */
async function run(...command: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, CI: '1', CHECKPOINT_DISABLE: '1', npm_config_registry: registry.url, FORCE_COLOR: '0' };
  const [file, ...args] = command;
  return exec(file!, args, { cwd: project, env, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error) => ({ code: error.code ?? 1, output: `${error.stdout}${error.stderr}` }),
  );
}

async function succeeds(...command: string[]): Promise<string> {
  const { code, output } = await run(...command);
  expect({ command, code, output: code === 0 ? '' : output }).toEqual({ command, code: 0, output: '' });
  return output;
}

beforeAll(async () => {
  await exec(process.execPath, [join(root, 'scripts/pack.mjs')], { cwd: root });
  registry = await startRegistry(join(work, 'registry'));
  const tarballs = readdirSync(join(root, 'artifacts')).filter((file) => /^alicloud-constructs.*\.tgz$/.test(file));
  expect(tarballs.map((file) => file.replace(/-\d.*/, ''))).toEqual([
    'alicloud-constructs',
    'alicloud-constructs-provider',
    'alicloud-constructs-rehearsal',
  ]);
  for (const tarball of tarballs) {
    await registry.publish(join(root, 'artifacts', tarball));
  }
  const ours = ['node_modules', 'cdktf.out', '__snapshots__'];
  cpSync(join(root, 'examples/starter'), project, {
    recursive: true,
    filter: (file) => !ours.some((name) => file.endsWith(name)),
  });
});

afterAll(() => {
  registry?.stop();
  rmSync(work, { recursive: true, force: true });
});

test('one npm install brings the library and the bindings that the program imports', async () => {
  await succeeds('npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts');
  const tree = await succeeds('npm', 'ls', '--all', '@cdktf/provider-alicloud', 'cdktf', 'constructs');
  expect(tree).not.toMatch(/invalid|missing|UNMET/);
  expect(existsSync(join(project, 'node_modules/@cdktf/provider-alicloud/lib/vpc/index.js'))).toBe(true);
});

test('the links of its README lead to files that came along', () => {
  const installed = join(project, 'node_modules/alicloud-constructs');
  const { files, broken } = linkedFiles(installed, ['README.md', 'README.zh-CN.md', 'CHANGELOG.md']);
  expect(broken).toEqual([]);
  expect(files).toContain('lib/workload/README.md');
});

test('constructs and raw resources type-check side by side with the tsconfig of the cdktf template', async () => {
  await succeeds('npx', 'tsc', '--noEmit');
});

test.each([
  ['CommonJS', 'node10'],
  ['Node16', 'node16'],
  ['ES2022', 'bundler'],
])('our own declarations have no error under module %s, resolution %s', async (module, moduleResolution) => {
  writeFileSync(
    join(project, 'tsconfig.strict.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { module, moduleResolution, skipLibCheck: false, incremental: false },
      include: ['main.ts', 'stacks.ts'],
    }),
  );
  const { output } = await run('npx', 'tsc', '--noEmit', '-p', 'tsconfig.strict.json');
  const own = output
    .split('\n')
    .filter((line) => /alicloud-constructs|provider-alicloud|^(main|stacks)\.ts/.test(line));
  expect(own).toEqual([]);
});

test('npx cdktf synth, list and synth --hcl work', async () => {
  await succeeds('npx', 'cdktf', 'synth');
  const json = JSON.parse(readFileSync(join(project, 'cdktf.out/stacks/my-cloud/cdk.tf.json'), 'utf8'));
  expect(Object.keys(json.resource)).toEqual(
    expect.arrayContaining(['alicloud_cs_managed_kubernetes', 'alicloud_pvtz_zone', 'alicloud_vpc']),
  );
  expect(await succeeds('npx', 'cdktf', 'list')).toContain('my-cloud');
  await succeeds('npx', 'cdktf', 'synth', '--hcl');
  expect(readdirSync(join(project, 'cdktf.out/stacks/my-cloud')).filter((file) => file.startsWith('cdk.tf'))).toEqual([
    'cdk.tf',
  ]);
});

test('npm run synth says what it made and what to run next', async () => {
  const output = await succeeds('npm', 'run', 'synth');
  expect(output).toContain('1 stack in cdktf.out');
  expect(output).toContain('next: npx cdktf diff my-cloud');
});

test('npm run rehearse has Terraform build and destroy it, with no account', async () => {
  expect(await succeeds('npm', 'run', 'rehearse')).toMatch(/✓ converges/);
});

test('a Jest snapshot of the HCL is written once and holds', async () => {
  await succeeds('npx', 'jest', '--ci=false');
  const snapshot = readFileSync(join(project, '__snapshots__/stacks.test.ts.snap'), 'utf8');
  expect(snapshot).toContain('resource "alicloud_cs_managed_kubernetes"');
  await succeeds('npx', 'jest', '--ci');
});

test('the testing helpers work in Vitest', async () => {
  await succeeds('npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', 'vitest@3');
  const spec = `import { billOf, stacksOf } from 'alicloud-constructs/testing';
import { Testing } from 'cdktf';
import { expect, test } from 'vitest';
import { build } from './stacks';
test('one cluster', () => {
  const app = Testing.app();
  build(app);
  expect(billOf(stacksOf(app)[0]!)).toContain('alicloud_cs_managed_kubernetes x1');
});
`;
  writeFileSync(join(project, 'vitest.spec.ts'), spec);
  expect(await succeeds('npx', 'vitest', 'run', 'vitest.spec.ts')).toContain('1 passed');
});

test('ES modules find the names, and the commands run', async () => {
  writeFileSync(
    join(project, 'names.mjs'),
    `import { InputError, Network } from 'alicloud-constructs';\nconsole.log(typeof Network, InputError.name);\n`,
  );
  expect(await succeeds('node', 'names.mjs')).toBe('function InputError\n');
  expect(await succeeds('npx', 'alicloud-cidr', '--zones', 'cn-hangzhou-j,cn-hangzhou-k')).toContain('cn-hangzhou-j');
  expect(await succeeds('npx', 'alicloud-drill', '--help')).toContain('alicloud-drill cdktf.out');
  expect(await succeeds('npx', 'alicloud-diff', 'cdktf.out', 'cdktf.out')).toContain('Nothing changes.');
});

test('a workload stack works from the package: its chart comes along, and Terraform builds both stacks', async () => {
  const program = `import { Burst, clearOutput, CloudStack, ManagedCluster, Namespace, Network, Scale, WebService, WorkloadStack } from 'alicloud-constructs';
import { kubernetesYamlOf } from 'alicloud-constructs/testing';
import { App } from 'cdktf';
clearOutput('cdktf.out');
const app = new App();
const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-j', 'cn-hangzhou-k'] });
const cluster = new ManagedCluster(cloud, 'cluster', { network });
cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 3 });
const eci = cluster.addVirtualNode();
const apps = new WorkloadStack(app, 'shop-apps', { cluster });
const web = new WebService(new Namespace(apps, 'shop'), 'web', {
  image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
  port: 8080,
  requests: { cpu: '500m', memory: '1Gi' },
  scale: Scale.onCpu({ target: 60, min: 3, max: 12 }),
});
web.burst(Burst.afterEcs(3, eci));
console.log(kubernetesYamlOf(apps));
app.synth();
`;
  writeFileSync(join(project, 'shop.ts'), program);
  expect(await succeeds('npx', 'tsx', 'shop.ts')).toContain('kind: ResourcePolicy');
  expect(existsSync(join(project, 'cdktf.out/stacks/shop-apps/assets/objects-chart/1.0.0/Chart.yaml'))).toBe(true);
  expect(await succeeds('npx', 'alicloud-rehearse', 'all')).toMatch(/✓ converges/);
});
