/** The index of the library in a form that loads each construct when it is first asked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/** The values that an index re-exports: name, name in its module, module. */
export function exportedNames(index) {
  const file = ts.createSourceFile(index, readFileSync(index, 'utf8'), ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
      throw new Error(`${index}: only named re-exports are allowed, found: ${statement.getText(file).slice(0, 80)}`);
    }
    const from = statement.moduleSpecifier.text;
    return statement.exportClause.elements
      .filter((element) => !statement.isTypeOnly && !element.isTypeOnly)
      .map((element) => ({ name: element.name.text, inner: (element.propertyName ?? element.name).text, from }));
  });
}

/** Writes the index with a getter for each name. */
export function writeLazyIndex(path, names) {
  const getters = names.map(
    ({ name, inner, from }) =>
      `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return require("${from}").${inner}; } });`,
  );
  writeFileSync(
    path,
    ['"use strict";', 'Object.defineProperty(exports, "__esModule", { value: true });', ...getters, ''].join('\n'),
  );
}
