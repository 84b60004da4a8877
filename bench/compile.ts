import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCE = join(__dirname, 'programs');
const OUT = join(__dirname, '../artifacts/bench');

/** Compiles the programs to JavaScript, as a user's build would; answers where each one is. */
export function compilePrograms(): (name: string) => string {
  mkdirSync(OUT, { recursive: true });
  for (const file of readdirSync(SOURCE)) {
    const { outputText } = ts.transpileModule(readFileSync(join(SOURCE, file), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(join(OUT, file.replace(/\.ts$/, '.js')), outputText);
  }
  return (name) => join(OUT, `${name}.js`);
}
