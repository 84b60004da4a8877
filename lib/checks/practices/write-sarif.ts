import { createHash } from 'node:crypto';
import { PRACTICES } from './catalogue';
import type { PracticeFinding, PracticeReport } from './judge';
import type { Practice } from './practice';
import type { Language } from './write-text';

/** A line of a file: its number, from 1, and how many characters it has. */
export interface Line {
  readonly number: number;
  readonly length: number;
}

/** Says in which line of a stack’s file an address is; `undefined` when nobody knows. */
export type LineOf = (stack: string, address: string) => Line | undefined;

/** Where the report of SARIF places what it found. */
export interface SarifPlaces {
  /** The output folder, as a URI or below the root of the repository. @default 'cdktf.out' */
  readonly folder?: string;
  /** @default the first line of each stack’s file */
  readonly lineOf?: LineOf;
}

/**
 * A report in SARIF 2.1.0, which code hosts show beside the code: with everything that code scanning of GitHub requires, a line
 * and a fingerprint for each finding among it. Places are the files of the stacks below the output folder, and the paths of
 * the constructs; suppressed findings are in it with their reasons.
 */
export function practiceSarif(report: PracticeReport, language: Language = 'en', places: SarifPlaces = {}): string {
  const used = PRACTICES.filter(({ id }) => report.findings.some(({ practice }) => practice === id));
  const indices = new Map(used.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: { name: 'alicloud-practices', rules: used.map((practice) => ruleOf(practice, language)) } },
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((finding) => resultOf(finding, indices.get(finding.practice)!, language, places)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ id, severity, title, reason, fix, source }: Practice, language: Language) {
  return {
    id,
    shortDescription: { text: title[language] },
    fullDescription: { text: reason[language] },
    help: { text: fix[language] },
    helpUri: source,
    defaultConfiguration: { level: severity },
  };
}

const FIRST: Line = Object.freeze({ number: 1, length: 1 });

function resultOf(finding: PracticeFinding, ruleIndex: number, language: Language, places: SarifPlaces) {
  const { practice, severity, path, stack, address, what, suppressed } = finding;
  const { folder = 'cdktf.out', lineOf = () => undefined } = places;
  const { number, length } = lineOf(stack, address) ?? FIRST;
  const physicalLocation = {
    artifactLocation: { uri: `${folder}/stacks/${encodeURIComponent(stack)}/cdk.tf.json` },
    region: { startLine: number, startColumn: 1, endLine: number, endColumn: length + 1 },
  };
  const logicalLocations = [{ name: address, fullyQualifiedName: path, kind: 'resource' }];
  return {
    ruleId: practice,
    ruleIndex,
    level: severity,
    message: { text: `${path}: ${what[language]}` },
    locations: [{ physicalLocation, logicalLocations }],
    // The one that GitHub reads; a line that moves leaves it as it is.
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(`${practice} ${path} ${what.en}`) },
    ...(suppressed === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: suppressed }] }),
  };
}

const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
