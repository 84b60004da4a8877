'use strict';
/**
 * Hands out a part of the compiled library. V8 compiles each function when it is first called, which for a program that
 * runs once is most of what the library costs; the package brings along what V8 made of it when it was built
 * (`scripts/code.mjs`). A V8 of another version, or with other flags, does not take it, and compiles as ever.
 */
const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** Set by the build, which keeps the code of every part that its program runs. */
const KEEP = Symbol.for('alicloud-constructs/keepCode');

const parts = {};

module.exports = (file) => (parts[file] ??= load(file));

function load(file) {
  const keep = globalThis[KEEP];
  const code = join(__dirname, 'code', `${file}-${process.versions.v8}-${process.arch}`);
  if (keep === undefined && !existsSync(code)) {
    return require(`./${file}`);
  }
  const filename = join(__dirname, file);
  const cachedData = keep === undefined ? readFileSync(code) : undefined;
  // The bundler writes ASCII but in comments of others; decoded, one such letter would double the text in memory.
  const script = new Script(wrap(readFileSync(filename, 'latin1')), { filename, cachedData });
  keep?.(file, script);
  const part = { exports: {} };
  script.runInThisContext()(part.exports, require, part, filename, __dirname);
  return part.exports;
}
