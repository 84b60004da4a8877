#!/usr/bin/env node
import { isAbsolute, normalize, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { GROUPS } from '../checks/practices/catalogue';
import { openFindings, summaryOf } from '../checks/practices/count';
import type { PracticeReport } from '../checks/practices/judge';
import { practiceJson } from '../checks/practices/write-json';
import { practiceSarif } from '../checks/practices/write-sarif';
import { practiceText, type Language } from '../checks/practices/write-text';
import type { Severity } from '../checks/practices/practice';
import { linesIn } from '../testing/lines';
import { practicesOf } from '../testing/practices';

/** What the program touches of the world. */
export interface PracticesIo {
  out(text: string): void;
  err(text: string): void;
}

const HELP = `Holds synthesised stacks against the practices of the field. Reads files, changes none, asks nobody.

  alicloud-practices <cdktf.out> [options]

  --format text|json|sarif     (text)
  --profile production|sandbox (what each stack asks for, and production where it does not say)
  --lang en|zh                 (en)
  --fail-on error|warning|note|never
                               the lightest finding that ends in exit code 1 (error)
  --open                       leaves suppressed findings out, for code hosts that would show them as open
  --list                       the practices, one per line
  --help                       this text

Exit code 0: nothing so heavy was found; 1: something was; 2: the command line or the folder is wrong.`;

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  profile: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  'fail-on': { type: 'string', default: 'error' },
  open: { type: 'boolean' },
  list: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const FORMATS = ['text', 'json', 'sarif'] as const;
const PROFILES = ['production', 'sandbox'] as const;
const LANGUAGES = ['en', 'zh'] as const;
const WEIGHTS = ['error', 'warning', 'note', 'never'] as const;

/** Runs the program on its arguments (without `node` and the script's name) and returns its exit code. */
export function run(argv: readonly string[], io: PracticesIo): 0 | 1 | 2 {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    if (values.help === true) {
      io.out(HELP);
      return 0;
    }
    const language = oneOf('lang', values.lang, LANGUAGES);
    if (values.list === true) {
      io.out(list(language));
      return 0;
    }
    const format = oneOf('format', values.format, FORMATS);
    const failOn = oneOf('fail-on', values['fail-on'], WEIGHTS);
    const profile = values.profile === undefined ? undefined : oneOf('profile', values.profile, PROFILES);
    const whole = practicesOf(folderIn(positionals), { profile });
    const report = values.open === true ? { ...whole, findings: openFindings(whole.findings) } : whole;
    io.out(written(report, format, language, positionals[0]!).trimEnd());
    return isTooHeavy(report, failOn) ? 1 : 0;
  } catch (error) {
    io.err(`${(error as Error).message}\nTry alicloud-practices --help`);
    return 2;
  }
}

function folderIn(positionals: readonly string[]): string {
  if (positionals.length !== 1) {
    throw new Error(`${positionals.length} folders are named: name one, such as cdktf.out`);
  }
  return positionals[0]!;
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    throw new Error(`Option --${option} is ${JSON.stringify(value)}, not one of ${choices.join(', ')}`);
  }
  return chosen;
}

function written(report: PracticeReport, format: (typeof FORMATS)[number], language: Language, folder: string): string {
  switch (format) {
    case 'json':
      return practiceJson(report, language);
    case 'sarif':
      return practiceSarif(report, language, { folder: uriOf(folder), lineOf: linesIn(folder) });
    case 'text':
      return practiceText(report, language);
  }
}

/** The folder as code hosts look for it: below the working folder, which is the root of the repository; else a whole URI. */
function uriOf(folder: string): string {
  const below = isAbsolute(folder) ? relative('', folder) : normalize(folder);
  const uri = below.startsWith('..') ? pathToFileURL(folder).href : below.split(sep).map(encodeURIComponent).join('/');
  return uri.replace(/\/$/, '');
}

function isTooHeavy(report: PracticeReport, failOn: Severity | 'never'): boolean {
  const { errors, warnings, notes } = summaryOf(report);
  const counts = { never: 0, error: errors, warning: errors + warnings, note: errors + warnings + notes };
  return counts[failOn] > 0;
}

function list(language: Language): string {
  return Object.values(GROUPS)
    .flat()
    .map(({ id, severity, title }) => `${id}  ${severity}  ${title[language]}`)
    .join('\n');
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
}
