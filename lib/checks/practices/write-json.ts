import { PRACTICES } from './catalogue';
import { summaryOf } from './count';
import type { PracticeReport } from './judge';
import type { Language } from './write-text';

/** Version of the form; raised when a reader of the old one would be wrong about the new one. */
export const REPORT_VERSION = 1;

/** A report for programs, in the form that `docs/practices-report.schema.json` describes; ends in a line break. */
export function practiceJson(report: PracticeReport, language: Language = 'en'): string {
  const practices = new Map(PRACTICES.map((practice) => [practice.id, practice]));
  const findings = report.findings.map(({ what, practice, severity, ...place }) => {
    const { title, reason, fix, source } = practices.get(practice)!;
    const told = { title: title[language], what: what[language], reason: reason[language], fix: fix[language] };
    return { practice, severity, ...place, ...told, source };
  });
  const { stacks, unused, unseen } = report;
  const whole = { version: REPORT_VERSION, summary: summaryOf(report), stacks, findings, unused, unseen };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
