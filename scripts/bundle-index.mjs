/**
 * Makes few files of the compiled library. Loading a hundred small files costs more than running them; in a bundle each
 * module is still a function of its own that runs when it is first used, and what comes from other packages stays outside
 * and is loaded then too. The declarations stay as the compiler wrote them.
 */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { exportedNames, writeLazyIndex } from './lazy-index.mjs';
import { askedOncePlugin, lazyRequiresPlugin } from './lazy-requires.mjs';
import { acrossParts, partFiles, partsPlugin } from './parts.mjs';
import { licences, takenInPlugin } from './taken-in.mjs';
import { writerPlugin, writeYamlWriter } from './yaml-writer.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const index = join(root, 'dist/index.js');

const names = exportedNames(join(root, 'lib/index.ts'));
writeLazyIndex(index, names);
const dist = join(root, 'dist');
const bundled = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  plugins: [
    partsPlugin,
    writerPlugin,
    takenInPlugin,
    askedOncePlugin(dist),
    lazyRequiresPlugin(dist, readFile, (path, source) => acrossParts(dist, path, source)),
  ],
  logLevel: 'warning',
};
for (const { file, source } of partFiles(dist)) {
  const banner = { js: licences(file) };
  await build({ ...bundled, banner, stdin: { contents: source, resolveDir: dist }, outfile: join(dist, file) });
}
await build({ ...bundled, entryPoints: [index], outfile: join(dist, 'library.js') });
await writeYamlWriter(dist);
cpSync(join(root, 'scripts/part.cjs'), join(dist, 'part.js'));
// The provider's rules are data beside the code that reads them.
for (const file of readdirSync(join(root, 'lib/checks')).filter((name) => name.endsWith('.txt'))) {
  cpSync(join(root, 'lib/checks', file), join(root, 'dist/checks', file));
}
// So is what the replacement guard knows of each type.
cpSync(join(root, 'lib/testing/guard/facts'), join(root, 'dist/testing/guard/facts'), { recursive: true });
// So is the chart that holds whatever objects a program gives it.
const chart = 'workload/charts/objects';
cpSync(join(root, 'lib', chart), join(root, 'dist', chart), { recursive: true });
// A file of its own, so small that Node finds the names in it when an ES module imports them.
const listed = names.map(({ name }) => name).join(', ');
writeFileSync(
  index,
  `"use strict";\nmodule.exports = require("./library.js");\n0 && (module.exports = { ${listed} });\n`,
);
execFileSync(process.execPath, [join(root, 'scripts/code.mjs')], { stdio: 'inherit' });
