import { PRACTICES } from './catalogue';
import type { PracticeFinding, PracticeReport } from './judge';
import type { Practice } from './practice';
import type { Language } from './write-text';

/** Says in which line of a stack’s file an address is, from 1; `undefined` when nobody knows. */
export type LineOf = (stack: string, address: string) => number | undefined;

/**
 * A report in SARIF 2.1.0, which code hosts show beside the code. Places are the files of the stacks below the output
 * folder, and the paths of the constructs; suppressed findings are in it with their reasons.
 */
export function practiceSarif(
  report: PracticeReport,
  language: Language = 'en',
  lineOf: LineOf = () => undefined,
): string {
  const used = PRACTICES.filter(({ id }) => report.findings.some(({ practice }) => practice === id));
  const indices = new Map(used.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: { name: 'alicloud-practices', rules: used.map((practice) => ruleOf(practice, language)) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { CDKTF_OUT: { description: { text: 'The output folder of the synthesis, cdktf.out' } } },
    results: report.findings.map((finding) => resultOf(finding, indices.get(finding.practice)!, language, lineOf)),
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

function resultOf(finding: PracticeFinding, ruleIndex: number, language: Language, lineOf: LineOf) {
  const { practice, severity, path, stack, address, what, suppressed } = finding;
  const line = lineOf(stack, address);
  const physicalLocation = {
    artifactLocation: { uri: `stacks/${encodeURIComponent(stack)}/cdk.tf.json`, uriBaseId: 'CDKTF_OUT' },
    ...(line === undefined ? {} : { region: { startLine: line } }),
  };
  const logicalLocations = [{ name: address, fullyQualifiedName: path, kind: 'resource' }];
  return {
    ruleId: practice,
    ruleIndex,
    level: severity,
    message: { text: what[language] },
    locations: [{ physicalLocation, logicalLocations }],
    partialFingerprints: { 'practiceAtPath/v1': `${practice} ${path} ${what.en}` },
    ...(suppressed === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: suppressed }] }),
  };
}
