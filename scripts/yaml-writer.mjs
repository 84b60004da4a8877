/**
 * Every program with a custom resource writes YAML, and few read any. The YAML library is seventy files, most of them for
 * reading, which cost more to load than a namespace with a service costs to build. So the part that writes becomes one
 * file of the compiled library, under the licence of the YAML library.
 */
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The modules of ours that write: values of charts, and the configuration of Jenkins. */
const WRITERS = ['workload/charts/values-text.js', 'architectures/jenkins-on-kubernetes/configuration/yaml-text.js'];
const FILE = 'yaml-writer.js';
/** What it hands out. */
const WHOLE = 'library-yaml.js';

const yaml = dirname(createRequire(import.meta.url).resolve('yaml/package.json'));

/** Lets those modules take the file instead of the library. */
export const writerPlugin = {
  name: 'yaml-writer',
  setup(bundler) {
    bundler.onResolve({ filter: /^yaml$/ }, ({ importer }) =>
      WRITERS.some((module) => importer.replaceAll('\\', '/').endsWith(module))
        ? { path: `./${FILE}`, namespace: 'outside' }
        : undefined,
    );
  },
};

/** Writes the file beside the bundle, with the names that the modules use. */
export async function writeYamlWriter(dist) {
  const uses = WRITERS.flatMap((module) => [...readFileSync(join(dist, module), 'utf8').matchAll(/\byaml_1\.(\w+)/g)]);
  const names = [...new Set(uses.map(([, name]) => name))].sort();
  await build({
    // The form for browsers is the one whose unused parts can be left out.
    stdin: { contents: `export { ${names.join(', ')} } from 'yaml';`, resolveDir: yaml },
    alias: { yaml: join(yaml, 'browser/index.js') },
    outfile: join(dist, WHOLE),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: `/*\n${readFileSync(join(yaml, 'LICENSE'), 'utf8').trim()}\n*/` },
    logLevel: 'warning',
  });
  writeFileSync(join(dist, FILE), `"use strict";\nmodule.exports = require("./part.js")("${WHOLE}");\n`);
}
