/** The two files of the package index. `modules`: `[{ folder, namespace }]`. */
export function indexFiles(modules) {
  return { 'index.js': lazyIndex(modules), 'index.d.ts': indexTypes(modules) };
}

/*
 * Accessors load a module on first use. The unreachable assignment at the end names the exports for tools that find them
 * without running the file (cjs-module-lexer, hence named imports from ES modules).
 */
function lazyIndex(modules) {
  const accessors = modules.map(
    ({ folder, namespace }) => `  get ${namespace}() { return require('./${folder}'); },\n`,
  );
  return [
    `'use strict';\n`,
    `module.exports = {\n${accessors.join('')}};\n`,
    `Object.defineProperty(module.exports, '__esModule', { value: true });\n`,
    `0 && (module.exports = { ${modules.map(({ namespace }) => namespace).join(', ')} });\n`,
  ].join('');
}

function indexTypes(modules) {
  return modules.map(({ folder, namespace }) => `export * as ${namespace} from './${folder}';\n`).join('');
}
