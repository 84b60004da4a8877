/**
 * Makes the compiler's `const a_1 = require("...")` load when `a_1` is first used instead of when the module starts. A
 * program that never makes a NAT gateway then never loads the binding of one. The bundler makes a function of each
 * `require`, one for each file in which a module is, so it may stand wherever the name stood.
 */
const REQUIRE = /^const (\w+) = (require\("[^"]+"\));\n/gm;

/** @param {string} source a module as `tsc` writes it for CommonJS */
export function lazyRequires(source) {
  const required = [...source.matchAll(REQUIRE)];
  // In brackets, since `new require("a").B()` would make what `require` is.
  return required.reduce(
    (text, [, name, call]) => text.replace(new RegExp(`\\b${name}\\.(\\w+)`, 'g'), `(${call}.$1)`),
    source.replace(REQUIRE, ''),
  );
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

/**
 * Asks Node once for each module that stays outside of a file, however many modules in it use it: Node takes as long to
 * find a module that it has as many functions take to run.
 */
export const askedOncePlugin = (folder) => ({
  name: 'asked-once',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, importer, namespace }) =>
      namespace === 'outside'
        ? { path, external: true }
        : importer.startsWith(folder) && !importer.includes('node_modules')
          ? { path, namespace: 'outside' }
          : undefined,
    );
    build.onResolve({ filter: /^\.\// }, ({ path, namespace }) =>
      namespace === 'outside' ? { path, external: true } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'outside' }, ({ path, pluginData }) => ({
      contents: `module.exports = ${pluginData ?? `require(${JSON.stringify(path)})`};`,
    }));
  },
});
