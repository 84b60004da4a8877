/*
 * `.build/stamp.json` says what lib/ was built from: `inputs` (one hash over everything that decides the output; absent while
 * a build is under way), `modules` (folder -> key, namespace, sizes of its files) and `index` (sizes of the index files).
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerOptions } from './compiler-options.mjs';
import { installedVersion, libDir, stampFile } from './paths.mjs';

const GENERATION = ['generate.mjs', 'nested-lists.mjs', 'index-files.mjs', 'schema.mjs'];

export function inputsHash(schemaFile) {
  const hash = createHash('sha256').update(compilationSalt());
  for (const name of ['@cdktf/provider-generator', '@cdktf/commons', 'codemaker']) hash.update(installedVersion(name));
  for (const name of GENERATION) hash.update(scriptText(name));
  return hash.update(path.basename(schemaFile)).update(readFileSync(schemaFile)).digest('base64url');
}

/** What decides the compiled form of a module besides its own source. */
export function compilationSalt() {
  const versions = ['typescript', 'cdktf', 'constructs'].map((name) => [name, installedVersion(name)]);
  return JSON.stringify([versions, compilerOptions, scriptText('compile-worker.mjs')]);
}

function scriptText(name) {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
}

export function readStamp() {
  try {
    return { modules: {}, index: {}, ...JSON.parse(readFileSync(stampFile, 'utf8')) };
  } catch {
    return { modules: {}, index: {} };
  }
}

/** Written beside and renamed, so that a stamp is either the old one or the new one. */
export function writeStamp(stamp) {
  writeFileSync(`${stampFile}.new`, JSON.stringify(stamp));
  renameSync(`${stampFile}.new`, stampFile);
}

/** Whether lib/ holds exactly what the stamp says, by names and sizes. */
export function libIsWhole({ modules, index }, dir = libDir) {
  try {
    const entries = readdirSync(dir);
    return (
      entries.length === Object.keys(modules).length + Object.keys(index).length &&
      hasSizes(dir, index) &&
      Object.keys(modules).every((folder) => moduleIsWhole(folder, modules[folder], dir))
    );
  } catch {
    return false;
  }
}

export function moduleIsWhole(folder, { files }, dir = libDir) {
  return files !== undefined && hasSizes(path.join(dir, folder), files);
}

function hasSizes(dir, files) {
  return Object.entries(files).every(
    ([name, size]) => statSync(path.join(dir, name), { throwIfNoEntry: false })?.size === size,
  );
}
