import { breaks, type Finding } from './finding';
import type { Upgrade } from './upgrade';

/** What a newer provider would do, as text: what breaks first, by construct. */
export function describeUpgrade({ findings, from }: Upgrade): string {
  const providers = Object.entries(from)
    .map(([address, version]) => `${address} ${version}`)
    .join(', ');
  if (findings.length === 0) {
    return `✓ the program is to the newer schema what it is to ${providers}`;
  }
  const breaking = findings.filter(breaks);
  const others = findings.filter((one) => !breaks(one));
  const sum = [
    ...(breaking.length > 0 ? [`${breaking.length} that stop an apply`] : []),
    ...(others.length > 0 ? [`${others.length} to know`] : []),
  ];
  const mark = breaking.length > 0 ? '✗' : '✓';
  return [...groups(breaking), ...groups(others), `${mark} since ${providers}: ${sum.join(', ')}`].join('\n');
}

/** Constructs that are named under one reason. */
const SHOWN = 3;

/** One reason with those whom it concerns, in the order of the stacks. */
function groups(findings: readonly Finding[]): string[] {
  const byReason = new Map<string, Finding[]>();
  findings.forEach((finding) => {
    const reason = `${breaks(finding) ? '✗' : '!'} ${finding.kind}: ${finding.why}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), finding]);
  });
  return [...byReason].flatMap(([reason, all]) => [
    reason,
    ...all.slice(0, SHOWN).map(({ construct, address }) => `    ${construct} (${address})`),
    ...(all.length > SHOWN ? [`    and ${all.length - SHOWN} more`] : []),
  ]);
}
