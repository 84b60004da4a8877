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
  return [...[...breaking, ...others].map(line), `${mark} since ${providers}: ${sum.join(', ')}`].join('\n');
}

const line = (finding: Finding): string =>
  `${breaks(finding) ? '✗' : '!'} ${finding.construct}  ${finding.kind}: ${finding.why} (${finding.address})`;
