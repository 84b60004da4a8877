/**
 * Rewrites the compiled index so that each construct is loaded when it is first asked for. A program that uses a network
 * pays for a network only; the declarations stay as the compiler wrote them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'lib/index.ts');

const file = ts.createSourceFile(source, readFileSync(source, 'utf8'), ts.ScriptTarget.ES2022, true);
const exported = file.statements.flatMap((statement) => {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
    throw new Error(`lib/index.ts: only named re-exports are allowed, found: ${statement.getText(file).slice(0, 80)}`);
  }
  const from = statement.moduleSpecifier.text;
  return statement.exportClause.elements
    .filter((element) => !statement.isTypeOnly && !element.isTypeOnly)
    .map((element) => ({ name: element.name.text, inner: (element.propertyName ?? element.name).text, from }));
});

const lines = [
  '"use strict";',
  'Object.defineProperty(exports, "__esModule", { value: true });',
  ...exported.map(
    ({ name, inner, from }) =>
      `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return require("${from}").${inner}; } });`,
  ),
  `0 && (module.exports = { ${exported.map(({ name }) => name).join(', ')} });`,
  '',
];
writeFileSync(resolve(root, 'dist/index.js'), lines.join('\n'));
