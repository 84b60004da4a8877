import type { Element } from './element';
import type { Suppression } from './notes';
import type { Picture } from './picture';
import type { Found, Practice, Severity, Text } from './practice';
import type { Profile } from './profiles';
import { covers } from './suppress';
import { isOwnChart } from './own-chart';

/** One place where a practice is not followed. */
export interface PracticeFinding {
  /** Id of the practice. */
  readonly practice: string;
  readonly severity: Severity;
  /** Path of the construct. */
  readonly path: string;
  /** Name of the stack. */
  readonly stack: string;
  /** Terraform address within the stack. */
  readonly address: string;
  /** What is the case there. */
  readonly what: Text;
  /** The value that breaks the practice; absent where nothing is written, and for secrets. */
  readonly value?: unknown;
  /** Why it may be so: the reason of the suppression that covers it. */
  readonly suppressed?: string;
}

/** What cannot be judged, since only Helm knows what it makes. */
export interface UnseenChart {
  readonly path: string;
  readonly stack: string;
  readonly chart: string;
}

/** How an App was held against the practices, and what came of it. */
export interface PracticeReport {
  /** Stacks that were judged, and against which practices. */
  readonly stacks: readonly { readonly name: string; readonly profile: Profile }[];
  /** Sorted by path and practice. Suppressed ones are among them. */
  readonly findings: readonly PracticeFinding[];
  /** Suppressions of practices that were asked for and are followed everywhere below their construct. */
  readonly unused: readonly Suppression[];
  /** Releases of other charts, which cannot be seen into. */
  readonly unseen: readonly UnseenChart[];
}

/** What is asked. */
export interface Ask {
  readonly practices: readonly Practice[];
  /** The stacks to judge; others are only looked at as neighbours. */
  readonly stacks: ReadonlyMap<string, Profile>;
  readonly suppressed: readonly Suppression[];
}

/** Holds the resources of an App against the practices of the field. */
export function judgePractices(picture: Picture, { practices, stacks, suppressed }: Ask): PracticeReport {
  const asked = (practice: Practice, { stack }: Element): boolean => {
    const profile = stacks.get(stack);
    return profile !== undefined && (profile === 'production' || practice.sandbox);
  };
  const used = new Set<Suppression>();
  const findings: PracticeFinding[] = [];
  for (const practice of practices) {
    forEachSubject(practice, picture, (element, look) => {
      if (asked(practice, element)) {
        for (const found of look()) {
          const cover = suppressed.find((one) => one.practice === practice.id && covers(one, element.path));
          if (cover) {
            used.add(cover);
          }
          findings.push(findingOf(practice, element, found, cover?.reason));
        }
      }
    });
  }
  const profiles = new Set(stacks.values());
  const judged = new Set(practices.filter(({ sandbox }) => sandbox || profiles.has('production')).map(({ id }) => id));
  return Object.freeze({
    stacks: [...stacks].map(([name, profile]) => ({ name, profile })),
    findings: findings.sort(byPlace),
    unused: suppressed.filter((one) => judged.has(one.practice) && !used.has(one)),
    unseen: picture
      .ofType('helm_release')
      .filter(({ stack, attributes }) => stacks.has(stack) && !isOwnChart(attributes))
      .map(({ path, stack, attributes }) => ({ path, stack, chart: String(attributes.chart) })),
  });
}

function forEachSubject(
  { look }: Practice,
  picture: Picture,
  visit: (element: Element, look: () => readonly Found[]) => void,
): void {
  if (look.at === 'resources') {
    for (const type of look.types) {
      // What is only read belongs to somebody else.
      const own = picture.ofType(type).filter(({ kind }) => kind !== 'data');
      own.forEach((element) => visit(element, () => look.find(element, picture)));
    }
  } else if (look.at === 'objects') {
    for (const kind of look.kinds) {
      picture.objects(kind).forEach((object) => visit(object.element, () => look.find(object, picture)));
    }
  } else {
    picture.pods().forEach((pod) => visit(pod.owner.element, () => look.find(pod, picture)));
  }
}

function findingOf(
  { id, severity }: Practice,
  { path, stack, address }: Element,
  { what, value }: Found,
  suppressed: string | undefined,
): PracticeFinding {
  const more = { ...(value === undefined ? {} : { value }), ...(suppressed === undefined ? {} : { suppressed }) };
  return Object.freeze({ practice: id, severity, path, stack, address, what, ...more });
}

function byPlace(a: PracticeFinding, b: PracticeFinding): number {
  const key = ({ path, practice, what }: PracticeFinding) => `${path}\u0000${practice}\u0000${what.en}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
