/**
 * Makes the compiler's `const a_1 = require("...")` load when `a_1` is first used instead of when the module starts. A
 * program that never makes a NAT gateway then never loads the binding of one.
 */
const REQUIRE = /^const (\w+) = (require\("[^"]+"\));$/gm;

/** @param {string} source a module as `tsc` writes it for CommonJS */
export function lazyRequires(source) {
  const names = [...source.matchAll(REQUIRE)].map(([, name]) => name);
  const declared = source.replace(REQUIRE, 'let $1_loaded; const $1 = () => ($1_loaded ??= $2);');
  // In brackets, since `new a_1().B()` would make an `a_1`.
  return names.reduce((text, name) => text.replace(new RegExp(`\\b${name}\\.(\\w+)`, 'g'), `(${name}().$1)`), declared);
}

/** The same as a plugin of esbuild, for the modules below a folder; `rewrite` then has each of them. */
export const lazyRequiresPlugin = (folder, readFile, rewrite) => ({
  name: 'lazy-requires',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (!path.startsWith(folder)) {
        return undefined;
      }
      const source = await readFile(path, 'utf8');
      return { contents: rewrite(path, path.endsWith('index.js') ? source : lazyRequires(source)), loader: 'js' };
    });
  },
});
