import { dirname } from 'node:path';

/**
 * Puts a stand-in for a module into Node's cache of modules that loads the real one when it is first used.
 *
 * @param name of a module that is a function
 * @param from path of a file whose `require` of the module is meant
 */
export function loadLater(name: string, from: string): void {
  const file = require.resolve(name, { paths: [dirname(from)] });
  if (require.cache[file]) {
    return;
  }
  let real: object | undefined;
  const load = () => {
    if (real === undefined) {
      delete require.cache[file];
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      real = require(file) as object;
    }
    return real;
  };
  const exports = new Proxy(function standIn() {}, {
    apply: (_, self, args) => Reflect.apply(load() as (...given: unknown[]) => unknown, self, args),
    get: (_, key) => Reflect.get(load(), key),
    has: (_, key) => Reflect.has(load(), key),
  });
  require.cache[file] = {
    id: file,
    filename: file,
    path: dirname(file),
    loaded: true,
    children: [],
    paths: [],
    exports,
  } as unknown as NodeJS.Module;
}
