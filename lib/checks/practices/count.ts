import type { PracticeFinding, PracticeReport } from './judge';
import type { Severity } from './practice';

/** How many findings of each weight there are, and how many are suppressed. */
export interface PracticeSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly suppressed: number;
}

export function summaryOf({ findings }: PracticeReport): PracticeSummary {
  const open = openFindings(findings);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed: findings.length - open.length,
  };
}

/** Findings that no suppression covers. */
export function openFindings(findings: readonly PracticeFinding[]): readonly PracticeFinding[] {
  return findings.filter(({ suppressed }) => suppressed === undefined);
}
