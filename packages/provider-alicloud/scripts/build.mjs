/*
 * Builds lib/ from the schema. What has not changed since the last build is neither generated nor compiled again, and lib/ is only
 * touched when everything compiled. `--report` prints a line of JSON with times and memory at the end.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { libDir, sourceDir, stagingDir } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { findSchema } from './schema.mjs';
import { compilationSalt, inputsHash, libIsWhole, moduleIsWhole, readStamp, writeStamp } from './stamp.mjs';

const progress = createProgress('provider-alicloud');
const report = {};

async function build() {
  const { file, version } = findSchema();
  const inputs = inputsHash(file);
  if (isCurrent(inputs)) return upToDate();
  const { withLock } = await import('./lock.mjs');
  await withLock(
    async () => (isCurrent(inputs) ? upToDate() : rebuild(file, version, inputs)),
    () => progress.say('waiting for another build to end'),
  );
}

function isCurrent(inputs) {
  const stamp = readStamp();
  return stamp.inputs === inputs && libIsWhole(stamp);
}

function upToDate() {
  progress.say('up to date');
}

async function rebuild(schemaFile, version, inputs) {
  rmSync(sourceDir, { recursive: true, force: true });
  rmSync(stagingDir, { recursive: true, force: true });
  mkdirSync(stagingDir, { recursive: true });
  const kept = intactModules(readStamp());
  const { modules, changed } = await timed('generate', () => generateChanged(schemaFile, version, kept));
  progress.say(
    `generated ${Object.keys(modules).length} modules in ${seconds('generate')}, ${changed.length} to compile`,
  );
  const outputs = await timed('compile', () => compileAll(changed));
  if (changed.length > 0) progress.say(`compiled ${changed.length} modules in ${seconds('compile')}`);
  await install(modules, kept, changed, outputs, inputs);
  rmSync(sourceDir, { recursive: true, force: true });
  rmSync(stagingDir, { recursive: true, force: true });
}

function intactModules({ modules }) {
  return Object.fromEntries(Object.entries(modules).filter(([folder, module]) => moduleIsWhole(folder, module)));
}

async function generateChanged(schemaFile, version, kept) {
  const { runOnce } = await import('./compile.mjs');
  const known = Object.fromEntries(Object.entries(kept).map(([folder, { key }]) => [folder, key]));
  const script = new URL('./generate.mjs', import.meta.url);
  const result = await runOnce(script, { schemaFile, version, salt: compilationSalt(), known });
  report.generateMemory = result.peakMemory;
  return result;
}

async function compileAll(changed) {
  const { compile } = await import('./compile.mjs');
  const result = await compile(changed, (done) => progress.count('compiled', done, changed.length));
  Object.assign(report, { compileCpu: result.cpu, compileMemory: result.peakMemory });
  if (result.errors.length > 0) {
    throw new Error(`the generated code has ${result.errors.length} type errors\n${result.errors.join('\n')}`);
  }
  const missing = changed.filter(({ folder }) => Object.keys(result.outputs[folder] ?? {}).length !== 2);
  if (missing.length > 0) throw new Error(`no output for ${missing.map(({ folder }) => folder).join(', ')}`);
  return result.outputs;
}

async function install(modules, kept, changed, outputs, inputs) {
  const { indexFiles } = await import('./index-files.mjs');
  const unchanged = Object.fromEntries(
    Object.entries(kept).filter(([folder, { key }]) => modules[folder]?.key === key),
  );
  writeStamp({ modules: unchanged, index: {} });
  mkdirSync(libDir, { recursive: true });
  removeStrangers(new Set(Object.keys(modules)));
  for (const { folder } of changed) {
    rmSync(path.join(libDir, folder), { recursive: true, force: true });
    renameSync(path.join(stagingDir, folder), path.join(libDir, folder));
  }
  const index = indexFiles(Object.entries(modules).map(([folder, { namespace }]) => ({ folder, namespace })));
  for (const [name, text] of Object.entries(index)) writeFileSync(path.join(libDir, name), text);
  const stamped = Object.entries(modules).map(([folder, module]) => [
    folder,
    { ...module, files: outputs[folder] ?? kept[folder].files },
  ]);
  writeStamp({
    inputs,
    modules: Object.fromEntries(stamped),
    index: Object.fromEntries(Object.entries(index).map(([name, text]) => [name, Buffer.byteLength(text)])),
  });
}

function removeStrangers(folders) {
  for (const entry of readdirSync(libDir)) {
    if (!folders.has(entry)) rmSync(path.join(libDir, entry), { recursive: true, force: true });
  }
}

async function timed(step, work) {
  const start = performance.now();
  const result = await work();
  report[step] = performance.now() - start;
  return result;
}

function seconds(step) {
  return `${(report[step] / 1000).toFixed(1)} s`;
}

try {
  await build();
  if (process.argv.includes('--report')) console.log(JSON.stringify(report));
} catch (error) {
  progress.say(`build failed: ${error.message}`);
  process.exitCode = 1;
}
