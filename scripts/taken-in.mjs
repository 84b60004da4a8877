/**
 * Packages whose code is taken into the compiled library, each with its licence: small ones that every program needs, of
 * which Node would otherwise find and open a dozen files. They stay dependencies, and are loaded as such from the source.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** Each file of the compiled library that holds some of them. */
const TAKEN = {
  'library-cloud.js': ['ip-address', '@dagrejs/graphlib'],
  'library-workload.js': ['croner'],
  'library-more.js': ['croner'],
};

/** Where a package keeps what we use of it, when its own entry would run the rest too. */
const KEPT = { 'ip-address': { Address4: 'dist/ipv4.js', Address6: 'dist/ipv6.js' } };

/** Lets the bundler read these packages instead of leaving them outside. */
export const takenInPlugin = {
  name: 'taken-in',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:ip-address|@dagrejs\/graphlib|croner)$/ }, ({ path }) =>
      KEPT[path] ? { path, namespace: 'kept' } : { path: require.resolve(path) },
    );
    bundler.onLoad({ filter: /.*/, namespace: 'kept' }, ({ path }) => ({
      contents: Object.entries(KEPT[path])
        .map(
          ([name, file]) => `Object.defineProperty(exports, "${name}", { get: () => require("./${file}").${name} });`,
        )
        .join('\n'),
      resolveDir: folderOf(path),
    }));
  },
};

/** The licences of what a file holds, for its top. */
export function licences(file) {
  return (TAKEN[file] ?? [])
    .map((name) => {
      const folder = folderOf(name);
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      return `/*\n${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n*/`;
    })
    .join('\n');
}

function folderOf(name) {
  let folder = dirname(require.resolve(name));
  while (!readdirSync(folder).includes('package.json') || !folder.endsWith(name.split('/').at(-1))) {
    folder = dirname(folder);
  }
  return folder;
}
