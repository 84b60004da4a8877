/**
 * Writes the tarballs that get published into artifacts/. The library is packed from a folder in which `testing` and
 * `fast` are physical sub-folders, because the oldest module resolution (the one of the cdktf template) looks for files
 * and knows no `exports`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkedFiles } from './linked-files.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const artifacts = join(root, 'artifacts');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts);
for (const tarball of [packLibrary(), ...packBindings(), pack(join(root, 'packages/rehearsal'))]) {
  console.log(`artifacts/${tarball}`);
}

function packLibrary() {
  const stage = join(artifacts, 'alicloud-constructs');
  cpSync(join(root, 'dist'), stage, { recursive: true, filter: (file) => !file.endsWith('.tsbuildinfo') });
  for (const file of ['LICENSE', ...documents()]) {
    cpSync(join(root, file), join(stage, file));
  }
  writeManifest(stage, libraryManifest());
  return pack(stage);
}

/** The READMEs and everything that they lead to, under the paths of the repository, so that no link is dead. */
function documents() {
  const { files, broken } = linkedFiles(root, ['README.md', 'README.zh-CN.md', 'CHANGELOG.md']);
  if (broken.length > 0) {
    throw new Error(`links that lead nowhere:\n${broken.join('\n')}`);
  }
  return files;
}

/** What a user's package manager needs to know, with every path as it is in the package. */
function libraryManifest() {
  const kept = [
    'name',
    'version',
    'description',
    'license',
    'author',
    'keywords',
    'engines',
    'dependencies',
    'peerDependencies',
  ];
  const entries = Object.entries(manifest.exports).map(([path, target]) => [path, mapPaths(target)]);
  return {
    ...Object.fromEntries(kept.map((key) => [key, manifest[key]])),
    main: inPackage(manifest.main),
    types: inPackage(manifest.types),
    exports: Object.fromEntries(entries),
    bin: mapPaths(manifest.bin),
  };
}

function mapPaths(target) {
  return typeof target === 'string'
    ? inPackage(target)
    : Object.fromEntries(Object.entries(target).map(([key, value]) => [key, inPackage(value)]));
}

function inPackage(path) {
  return path.replace(/^\.\/dist\//, './');
}

/** The bindings twice: under the name that programs import, and under the name that they are published as. */
function packBindings() {
  const source = join(root, 'packages/provider-alicloud');
  const published = /^npm:(.+)@([^@]+)$/.exec(manifest.dependencies['@cdktf/provider-alicloud']);
  const bindings = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  if (published[2] !== bindings.version) {
    throw new Error(
      `package.json asks for bindings ${published[2]}, packages/provider-alicloud has ${bindings.version}`,
    );
  }
  const stage = join(artifacts, published[1]);
  mkdirSync(stage);
  for (const file of ['lib', 'README.md', 'LICENSE']) {
    cpSync(join(source, file), join(stage, file), { recursive: true });
  }
  const { scripts, devDependencies, ...rest } = bindings;
  return [bindings.name, published[1]].map((name) => {
    writeManifest(stage, { ...rest, name });
    return pack(stage);
  });
}

function writeManifest(stage, content) {
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(content, null, 2)}\n`);
}

function pack(stage) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const out = execFileSync(npm, ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', artifacts], {
    cwd: stage,
  });
  return JSON.parse(out.toString())[0].filename;
}
