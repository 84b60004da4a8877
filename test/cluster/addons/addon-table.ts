import type { AddonRow } from '../../../lib/cluster/addons/addon-row';
import { isNever } from '../../../lib/cluster/addons/standing';
import type { ClusterKind } from '../../../lib/core/cluster';

const HEADING = ['Component', 'Does', 'managed', 'dedicated', 'Serverless', 'Needs', 'from'];

/** The catalogue as a table of Markdown, as prettier aligns it. */
export function addonTable(rows: readonly AddonRow[]): string {
  const cells = rows.map((row) => [
    `\`${row.name}\``,
    row.does,
    standing(row, 'managed'),
    standing(row, 'dedicated'),
    standing(row, 'serverless'),
    [...(row.needs ?? []).map((need) => `\`${need}\``), ...(row.pro ? ['Pro'] : [])].join(', '),
    row.source,
  ]);
  const widths = HEADING.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(HEADING), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

function standing(row: AddonRow, kind: ClusterKind): string {
  const { [kind]: stands } = row.kinds;
  const named = row.named?.[kind];
  return isNever(stands) ? '-' : `${stands}${named === undefined ? '' : ` \`${named}\``}`;
}
