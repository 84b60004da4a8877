import { posix } from 'node:path';
import type { Family, Part, Requirement, Shown } from './requirement';

/** docs/requirements.md: what is asked for, part by part, with the tests that show it. */
export function requirementsPage(families: readonly Family[], outOfScope: Readonly<Record<string, string>>): string {
  const requirements = families.flatMap(({ requirements: all }) => Object.entries(all));
  const open = requirements.filter(([, { parts }]) => parts.some((part) => 'missing' in part));
  const parts = requirements.flatMap(([, { parts: all }]) => all);
  const shown = parts.filter((part) => 'shown' in part);
  return [
    '# Requirements and the tests that show them',
    '',
    'What the library is asked to build, by id, in its parts, and for each part the tests that fail when it is gone. A test with',
    '`%s` or `$name` in its title has many rows; the one that is meant stands behind it. Written from `test/requirements` by',
    '`WRITE_DOCS=1 npx jest test/requirements.test.ts`; the same test holds every line against the files.',
    '',
    `${requirements.length} requirements in ${parts.length} parts, ${shown.length} of them shown. Not built, or not wholly:`,
    '',
    ...open.map(([id, { asks, parts: all }]) => `- [${id}](#${anchor(id)}): ${openLine(asks, all)}`),
    '',
    '<!-- prettier-ignore-start -->',
    ...families.flatMap(({ title, requirements: all }) => [
      '',
      `## ${title}`,
      ...Object.entries(all).flatMap(([id, requirement]) => section(id, requirement)),
    ]),
    '',
    '## Out of scope',
    '',
    ...Object.entries(outOfScope).map(([what, why]) => `- **${what}.** ${why}`),
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}

/** Headings are ids alone, so that links to them stay. */
const anchor = (id: string): string => id.toLowerCase();

function openLine(asks: string, parts: readonly Part[]): string {
  const gone = parts.filter((part) => 'missing' in part);
  return gone.length === parts.length ? escaped(asks) : gone.map(({ part }) => escaped(part)).join('; ');
}

function section(id: string, { asks, parts }: Requirement): readonly string[] {
  return [
    '',
    `### ${id}`,
    '',
    escaped(asks),
    '',
    '| Part | Shown by |',
    '| --- | --- |',
    ...parts.map(
      (part) => `| ${escaped(part.part)} | ${'missing' in part ? `**${escaped(part.missing)}**` : tests(part.shown)} |`,
    ),
  ];
}

const tests = (shown: readonly Shown[]): string => shown.map(link).join('<br>');

function link({ file, title, row }: Shown): string {
  const name = posix.basename(file, '.test.ts');
  return `[${name}](../${file}): ${escaped(title)}${row === undefined ? '' : ` (\`${row}\`)`}`;
}

/** As text in a cell: nothing in a title is Markdown. */
const escaped = (text: string): string => text.replace(/[\\|<>*_`$[\]]/g, '\\$&');
