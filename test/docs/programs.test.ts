import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { programs, ROOT } from './fences';

const all = programs();

test('the documents hold programs', () => {
  expect(all.map(({ at }) => at.split(':')[0])).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md']));
});

test('every program in every document type-checks', () => {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const files = new Map(all.map(({ code }, index) => [join(ROOT, `__program_${index}.ts`), code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version) =>
    files.has(file) ? ts.createSourceFile(file, files.get(file)!, version) : getSourceFile.call(host, file, version);
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  const errors = [...files.keys()].flatMap((file, index) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map((diagnostic) => {
      const line = diagnostic.file!.getLineAndCharacterOfPosition(diagnostic.start!).line + 1;
      return `${all[index]!.at} line ${line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    }),
  );
  expect(errors).toEqual([]);
});

describe('every program that synthesises does so', () => {
  const whole = all.filter(({ code }) => code.includes('app.synth()'));
  let cwd: string;
  beforeEach(() => {
    cwd = process.cwd();
    process.chdir(mkdtempSync(join(tmpdir(), 'program-')));
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => {
    process.chdir(cwd);
    jest.restoreAllMocks();
  });

  test.each(whole.map(({ at, code }) => [at, code]))('%s', (_at, code) => {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    const run = new Function('require', 'exports', 'process', outputText);
    expect(() => run(require, {}, { ...process, env: {} })).not.toThrow();
  });
});
