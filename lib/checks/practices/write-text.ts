import { PRACTICES } from './catalogue';
import { openFindings, summaryOf } from './count';
import type { PracticeFinding, PracticeReport } from './judge';
import type { Practice, Severity } from './practice';

/** Language of a report. */
export type Language = 'en' | 'zh';

const WORDS = {
  en: {
    error: 'error',
    warning: 'warning',
    note: 'note',
    fix: 'fix',
    why: 'why',
    suppressed: 'suppressed',
    unused: 'nothing breaks what is suppressed here',
    unseen: 'not seen into: the chart',
    profile: { production: 'production', sandbox: 'sandbox' },
    sum: (e: number, w: number, n: number, s: number) =>
      `errors: ${e}, warnings: ${w}, notes: ${n}; suppressed with a reason: ${s}`,
  },
  zh: {
    error: '错误',
    warning: '警告',
    note: '提示',
    fix: '修改',
    why: '原因',
    suppressed: '已豁免',
    unused: '该豁免没有对应的问题',
    unseen: '无法检查的 Chart',
    profile: { production: '生产', sandbox: '沙箱' },
    sum: (e: number, w: number, n: number, s: number) => `错误 ${e}，警告 ${w}，提示 ${n}；已说明理由的豁免 ${s}`,
  },
} as const;

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** A report to read, stack by stack, the heaviest first. */
export function practiceText(report: PracticeReport, language: Language = 'en'): string {
  const words = WORDS[language];
  const practices = new Map(PRACTICES.map((practice) => [practice.id, practice]));
  const stacks = report.stacks.flatMap(({ name, profile }) => {
    const own = openFindings(report.findings).filter(({ stack }) => stack === name);
    const told = ORDER.flatMap((severity) => own.filter((one) => one.severity === severity)).map((finding) =>
      entry(finding, practices.get(finding.practice)!, language),
    );
    return told.length === 0 ? [] : [`${name} (${words.profile[profile]})`, ...told];
  });
  const { errors, warnings, notes, suppressed } = summaryOf(report);
  return [
    ...stacks,
    ...report.findings
      .filter((finding) => finding.suppressed !== undefined)
      .map(({ path, practice, suppressed: reason }) => `  ${words.suppressed}  ${practice}  ${path}\n      ${reason}`),
    ...report.unused.map(({ path, practice }) => `  ${words.unused}: ${practice}  ${path}`),
    ...report.unseen.map(({ path, chart }) => `  ${words.unseen} ${chart}  ${path}`),
    words.sum(errors, warnings, notes, suppressed),
  ].join('\n');
}

function entry({ severity, practice, path, what }: PracticeFinding, rule: Practice, language: Language): string {
  const words = WORDS[language];
  return [
    `  ${words[severity]}  ${practice}  ${path}`,
    `      ${what[language]}`,
    `      ${words.fix}: ${rule.fix[language]}`,
    `      ${words.why}: ${rule.reason[language]} ${rule.source}`,
  ].join('\n');
}
