import { cascadeOf, type Branch } from './cascade';
import { ACTIONS, loses } from './diff';
import { idOf } from './world';
import type { AttributeChange, ChangeAction, Counts, Diff, ResourceChange } from './diff-data';

/** How much of a value is shown. */
const WIDTH = 60;

const WORDS: Readonly<Record<ChangeAction, string>> = {
  add: 'added',
  adopt: 'taken over',
  change: 'changed in place',
  replace: 'replaced',
  leave: 'left behind',
  destroy: 'destroyed',
  forget: 'forgotten',
  move: 'moved',
};

/** The difference as a reviewer reads it: what is lost first, each replacement with what goes down with it, the rest briefly. */
export function describeDiff(diff: Diff): string {
  const { changes, lost, moves, withMoves, notes } = diff;
  if (changes.length === 0) {
    return ['Nothing changes.', ...notes.map((note) => `Note: ${note}.`)].join('\n');
  }
  const { roots, under } = cascadeOf(changes, moves);
  const lossy = (one: ResourceChange): boolean => [one, ...everythingUnder(under(one))].some(loses);
  const goes = roots.filter(({ action }) => action === 'replace' || action === 'destroy' || action === 'leave');
  const erased = changes.filter((one) => one.action === 'change' && loses(one));
  const tree = (one: ResourceChange): string => branch({ change: one, under: under(one) }, '').join('\n');
  const stuck = changes.filter((one) => one.stuck.length > 0);
  const ends = new Set(moves.flatMap(({ from, to }) => [idOf(from.stack, from.address), idOf(to.stack, to.address)]));
  const plain = (action: ChangeAction): readonly ResourceChange[] =>
    changes.filter((one) => one.action === action && !ends.has(one.id));
  return [
    headline(diff),
    section('Would lose data', [...goes.filter(lossy), ...erased].map(tree)),
    section(
      'Merely moved: with these blocks in the stack nothing of it is destroyed',
      moves.length === 0
        ? []
        : [blocksOf(diff), ...(withMoves ? [`With them: ${summary(withMoves.counts)}; ${loss(withMoves.lost)}.`] : [])],
    ),
    section(
      'Replaced or destroyed, nothing lost',
      goes.filter((one) => !lossy(one) && (!ends.has(one.id) || under(one).length > 0)).map(tree),
    ),
    section('Planned, but not made like that', stuck.map(stuckLines)),
    section(
      'Changed in place',
      plain('change')
        .filter((one) => one.stuck.length === 0 && !loses(one))
        .map((one) => [line(one), ...one.attributes.map((each) => `    ${attribute(each)}`)].join('\n')),
    ),
    section('Moved', plain('move').map(line)),
    section('Taken over (import)', plain('adopt').map(line)),
    section('Forgotten by Terraform, kept in the cloud', plain('forget').map(line)),
    section('Added', plain('add').map(line)),
    section(
      'Note',
      notes.map((note) => `${note}.`),
    ),
    lost.some(({ heldBy }) => heldBy.length > 0)
      ? 'Where a protection stops it, the apply fails in the middle: what was done before stays done.'
      : '',
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

const headline = ({ counts, lost }: Diff): string => `${summary(counts)}; ${loss(lost)}.`;

const summary = (counts: Counts): string =>
  ACTIONS.filter((action) => counts[action] > 0)
    .map((action) => `${counts[action]} ${WORDS[action]}`)
    .join(', ') || 'nothing changes';

function loss(lost: readonly ResourceChange[]): string {
  const held = lost.filter(({ heldBy }) => heldBy.length > 0).length;
  return lost.length === 0
    ? 'no data is lost'
    : `data or secrets of ${lost.length} would be lost${held > 0 ? ` (${held} under a protection that stops the apply)` : ''}`;
}

const section = (title: string, entries: readonly string[]): string =>
  entries.length === 0 ? '' : `${title}\n${entries.map((one) => indented(one, '  ')).join('\n')}`;

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** `replaced  alicloud_vpc.main  (shop-cloud/network/Resource)`. */
const line = (one: ResourceChange): string =>
  `${WORDS[one.action]}  ${one.stack}: ${one.address}${one.previousAddress ? ` (was ${one.previousAddress})` : ''}${one.path ? `  ${pathOf(one.path)}` : ''}`;

/** A resource, why it goes, what is lost, and under it what goes down with it. */
function branch({ change, under }: Branch, indent: string): readonly string[] {
  const said = change.attributes.filter(({ forcesNew }) => forcesNew || change.action === 'change');
  const why = [
    ...said.map((one) => `${attribute(one)}${one.forcesNew ? '  forces a new one' : ''}`),
    ...change.because,
    ...(change.holds ? [`loses ${change.holds.holds}${change.holds.kept ? `; ${change.holds.kept}` : ''}`] : []),
    ...change.heldBy.map((one) => `stopped by ${one}: the apply fails rather than delete it`),
    ...(change.newFirst ? ['the new one is made before the old one goes'] : []),
  ];
  const below = grouped(under).flatMap((group) =>
    group.length > MOST_ALIKE ? [together(group, `${indent}  `)] : group.flatMap((one) => branch(one, `${indent}  `)),
  );
  return [`${indent}${line(change)}`, ...why.map((one) => `${indent}    ${one}`), ...below];
}

/** So many of one kind are written out; more stand in one line. */
const MOST_ALIKE = 2;

/** Branches of one type and one reason, or only of one cluster, that end there and lose nothing, together; every other one alone. */
function grouped(branches: readonly Branch[]): readonly (readonly Branch[])[] {
  const groups = new Map<string, Branch[]>();
  branches.forEach((one, at) => {
    const { change, under } = one;
    const plain = under.length === 0 && change.holds === undefined && change.heldBy.length === 0;
    // What only follows its cluster is of many types.
    const kind = change.attributes.some(({ forcesNew }) => forcesNew) ? change.type : '';
    const key = plain ? `${change.stack} ${kind} ${reasonsOf(change)}` : String(at);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  });
  return [...groups.values()];
}

const reasonsOf = ({ attributes, because }: ResourceChange): string =>
  [...attributes.filter(({ forcesNew }) => forcesNew).map((one) => one.attribute), ...because].join(', ');

function together(group: readonly Branch[], indent: string): string {
  const [{ change }] = group as readonly [Branch];
  const alike = group.every((one) => one.change.type === change.type);
  const names = group.map((one) => `${alike ? '' : `${one.change.type} `}${nameOf(one.change)}`).join(', ');
  const what = `${group.length} x ${alike ? change.type : 'objects'}`;
  return `${indent}${WORDS[change.action]}  ${change.stack}: ${what} for ${reasonsOf(change)}\n${indent}    ${names}`;
}

/** The last part of a construct's path that says something. */
const nameOf = ({ path, address }: ResourceChange): string => pathOf(path)?.split('/').pop() ?? address;

/** A construct's path without the child that is its resource. */
const pathOf = (path: string | undefined): string | undefined => path?.replace(/\/Resource$/, '');

function attribute({ attribute: name, before, after, chosen }: AttributeChange): string {
  const [one, other] = [before, after].map((text) => text.replace(/\s+/g, ' ')) as [string, string];
  const common = alike(one, other);
  // Two long texts are shown from where they differ on.
  const from = common > WIDTH / 2 && Math.max(one.length, other.length) > WIDTH ? common - WIDTH / 4 : 0;
  const note = chosen ? ' (no change if the cloud chose the same)' : '';
  return `${name}: ${cut(one, from)} -> ${cut(other, from)}${note}`;
}

/** How many characters two texts begin with alike. */
function alike(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at++;
  }
  return at;
}

const cut = (text: string, from: number): string => {
  const rest = from === 0 ? text : `...${text.slice(from)}`;
  return rest.length > WIDTH ? `${rest.slice(0, WIDTH - 3)}...` : rest;
};

const stuckLines = (one: ResourceChange): string =>
  [
    line(one),
    ...one.attributes.map((each) => `    ${attribute(each)}`),
    ...one.stuck.map(({ attribute: name, kind, what, source }) => `    ${name} is ${kind}: ${what} (${source})`),
  ].join('\n');

const everythingUnder = (branches: readonly Branch[]): readonly ResourceChange[] =>
  branches.flatMap(({ change, under }) => [change, ...everythingUnder(under)]);

function blocksOf({ moves }: Diff): string {
  const stacks = [...new Set(moves.map(({ to }) => to.stack))];
  return stacks
    .map((stack) => {
      const own = moves.filter(({ to }) => to.stack === stack);
      return [`# ${stack}`, ...own.map(({ hcl }) => hcl)].join('\n');
    })
    .join('\n');
}
