/*
 * Prints the figures of the README as Markdown: what a build costs (in a copy, so that lib/ stays), how large the package is and how
 * long it loads, beside two prebuilt providers.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';

const ROUNDS = 15;
const nodeModules = path.resolve(root, '../../node_modules');
const packages = [
  { name: '@cdktf/provider-alicloud', resources: ['vpc', 'cs-managed-kubernetes'] },
  { name: '@cdktf/provider-kubernetes', resources: ['config-map-v1', 'deployment-v1'] },
  { name: '@cdktf/provider-random', resources: ['password'] },
];

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr + stdout}`);
  return stdout;
}

function measureBuild() {
  const copy = mkdtempSync(path.join(tmpdir(), 'provider-alicloud-'));
  try {
    for (const name of ['scripts', 'schema', 'package.json']) {
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(nodeModules, path.join(copy, 'node_modules'), 'dir');
    const build = () => run(process.execPath, ['scripts/build.mjs', '--report'], copy);
    const first = JSON.parse(build().trim().split('\n').at(-1));
    const cached = median(Array.from({ length: ROUNDS }, () => elapsed(build)));
    return { ...first, cached };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function measurePackage({ name, resources }) {
  const dir = path.join(nodeModules, name);
  const [{ size, unpackedSize }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], dir));
  const modules = readdirSync(path.join(dir, 'lib'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  ).length;
  const loads = resources.map((resource) => `${milliseconds(loadTime(`${name}/lib/${resource}`))} (${resource})`);
  return { name, modules, size, unpackedSize, resource: loads.join(', '), index: milliseconds(loadTime(name)) };
}

/** Of a fresh process, the time to require `file` once cdktf and constructs are there. */
function loadTime(file) {
  const program = `
    require('cdktf'); require('constructs');
    const start = performance.now();
    require(${JSON.stringify(file)});
    console.log(performance.now() - start);`;
  return median(Array.from({ length: ROUNDS }, () => Number(run(process.execPath, ['--eval', program], root))));
}

function elapsed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const seconds = (ms) => `${(ms / 1000).toFixed(ms < 1000 ? 2 : 1)} s`;
const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
const table = (...rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

const build = measureBuild();
console.log(`Node ${process.version}, ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}\n`);
console.log(
  table(
    ['build', 'time', 'processor time', 'peak memory'],
    ['---', '---', '---', '---'],
    ['generate', seconds(build.generate), '', megabytes(build.generateMemory)],
    ['compile', seconds(build.compile), seconds(build.compileCpu), `${megabytes(build.compileMemory)} in all workers`],
    ['again, nothing changed', seconds(build.cached), '', ''],
  ),
);
console.log();
console.log(
  table(
    ['package', 'modules', 'unpacked', 'packed', 'load one resource', 'load the index'],
    ['---', '---', '---', '---', '---', '---'],
    ...packages
      .map(measurePackage)
      .map((p) => [`\`${p.name}\``, p.modules, megabytes(p.unpackedSize), megabytes(p.size), p.resource, p.index]),
  ),
);
