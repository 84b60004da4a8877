/*
 * Compiles one shard of modules per message: `{ folders }` in, `{ outputs, errors, usage }` out. The type definitions that all
 * shards share (TypeScript's own, cdktf's) are parsed once per worker.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { compilerOptions } from './compiler-options.mjs';
import { root, sourceDir, stagingDir } from './paths.mjs';

const options = {
  ...ts.convertCompilerOptionsFromJson(compilerOptions, root).options,
  rootDir: sourceDir,
  outDir: stagingDir,
};
const host = ts.createCompilerHost(options);
const parse = host.getSourceFile.bind(host);
const definitions = new Map();
const resolutions = new Map();

host.getSourceFile = (file, ...rest) => {
  if (!file.endsWith('.d.ts')) return parse(file, ...rest);
  if (!definitions.has(file)) definitions.set(file, parse(file, ...rest));
  return definitions.get(file);
};

/* Every generated module stands at the same depth and imports packages only, so a package is looked up once. */
host.resolveModuleNameLiterals = (literals, containingFile, redirected, settings) =>
  literals.map(({ text }) => {
    const isGenerated = containingFile.startsWith(sourceDir.split(path.sep).join('/'));
    const key = isGenerated ? text : `${path.dirname(containingFile)} ${text}`;
    if (!resolutions.has(key)) resolutions.set(key, ts.resolveModuleName(text, containingFile, settings, host));
    return resolutions.get(key);
  });

function compile(folders) {
  const outputs = {};
  const files = folders.map((folder) => path.join(sourceDir, folder, 'index.ts'));
  const program = ts.createProgram(files, options, host);
  const problems = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
  const write = (file, text) => {
    const folder = path.basename(path.dirname(file));
    const name = path.basename(file);
    mkdirSync(path.join(stagingDir, folder), { recursive: true });
    writeFileSync(path.join(stagingDir, folder, name), text);
    outputs[folder] = { ...outputs[folder], [name]: Buffer.byteLength(text) };
  };
  const { diagnostics } = program.emit(undefined, write, undefined, false, { after: [withoutComments] });
  return { outputs, errors: ts.sortAndDeduplicateDiagnostics([...problems, ...diagnostics]).map(describe) };
}

/* Editors show the comments of the .d.ts file; in JavaScript they would only be a quarter of what Node reads. */
function withoutComments() {
  return (file) => ts.setEmitFlags(file, ts.EmitFlags.NoComments | ts.EmitFlags.NoNestedComments);
}

function describe({ file, start, code, messageText }) {
  const message = `error TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  if (!file) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${path.relative(root, file.fileName)}:${line + 1}:${character + 1} - ${message}`;
}

process.on('message', ({ folders }) => {
  const result = compile(folders);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send({ ...result, usage: { cpu: (userCPUTime + systemCPUTime) / 1000, peakMemory: maxRSS * 1024 } });
});
