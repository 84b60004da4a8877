import type { IngressKind } from '../../core/ingress';
import type { CanaryHeaderData } from './canary-header';
import type { RunningRelease } from './release';

/** Which requests go to the next Pods. */
export interface CanaryRules {
  readonly header?: CanaryHeaderData;
  readonly cookie?: string;
  /** Percent, with two decimals at most. */
  readonly weight: number;
}

/** One Ingress beside the one that leads to a service. */
export interface CanaryData {
  /** Of the construct, and the end of its name. */
  readonly id: string;
  /** Annotations by key, without prefix. */
  readonly by: Readonly<Record<string, string>>;
  /** Its place among the Ingresses of an ALB; absent where names decide. */
  readonly order?: number;
  /** Whether it leads to the service's own Pods, so that the ALB goes on knowing them. */
  readonly toStable?: boolean;
}

/** What counts as yes where no value is named. */
const ALWAYS = 'always';
/** Places before an Ingress that has one: each is one Ingress's alone. */
export const PLACES = 4;
/** A header that asks an ALB for a service's own Pods, with the name of the next ones. */
export const STABLE = 'x-stable-beside';

/** The rules of a release; none where no request goes to the next Pods by an Ingress of their own. */
export function rulesOf(release: RunningRelease): CanaryRules | undefined {
  switch (release.kind) {
    case 'canary':
      return { header: release.header, cookie: release.cookie, weight: release.weight ?? 0 };
    case 'blue-green':
      return { header: release.header, cookie: release.cookie, weight: release.traffic === 'next' ? 100 : 0 };
    default:
      return undefined;
  }
}

/**
 * The Ingresses by which rules take effect: header before cookie before weight. nginx takes one for each path and reads it in
 * that order. ALB joins a header and a cookie of one Ingress by "and", and leaves out an Ingress that has a weight beside
 * them: each has its own, and they are read by place, or by name, so that names count up.
 *
 * With all requests on the next Pods, an ALB forgets those of the service: their gates would stay shut, and the service could
 * not be given the image. A header that nobody sends by chance keeps them known.
 *
 * @param name begins the ids
 * @param place the main Ingress's among those of an ALB, where it has one
 */
export function canariesOf(kind: IngressKind, rules: CanaryRules, name: string, place?: number): readonly CanaryData[] {
  const { header, cookie, weight } = rules;
  const byHeader = headerKeys(kind, header);
  const byCookie: Readonly<Record<string, string>> = cookie === undefined ? {} : { 'canary-by-cookie': cookie };
  const byWeight = weightKeys(weight);
  if (kind === 'nginx') {
    return [{ id: `${name}-canary`, by: { ...byHeader, ...byCookie, ...byWeight } }];
  }
  const one = (index: number, rule: string, by: Readonly<Record<string, string>>): CanaryData => ({
    id: `${name}-${index}-${rule}`,
    by,
    ...(place !== undefined && { order: place - PLACES + index }),
  });
  const known = { 'canary-by-header': STABLE, 'canary-by-header-value': name };
  return [
    { ...one(0, 'stable', known), toStable: true },
    ...(header ? [one(1, 'header', byHeader)] : []),
    ...(cookie === undefined ? [] : [one(2, 'cookie', byCookie)]),
    one(3, 'weight', byWeight),
  ];
}

function headerKeys(kind: IngressKind, header: CanaryHeaderData | undefined): Readonly<Record<string, string>> {
  switch (header?.kind) {
    case undefined:
      return {};
    case 'always':
      // nginx knows "always" and "never" by itself; ALB compares with a value or with nothing.
      return { 'canary-by-header': header.name, ...(kind === 'alb' && { 'canary-by-header-value': ALWAYS }) };
    case 'is':
      return { 'canary-by-header': header.name, 'canary-by-header-value': header.value };
    case 'matches':
      return { 'canary-by-header': header.name, 'canary-by-header-pattern': header.pattern };
  }
}

/** A weight in parts of the smallest total that holds it as a whole number: 100, 1000 or 10000. */
function weightKeys(weight: number): Readonly<Record<string, string>> {
  const total = [100, 1000].find((parts) => isWhole((weight * parts) / 100)) ?? 10_000;
  const parts = Math.round((weight * total) / 100);
  return { 'canary-weight': String(parts), ...(total !== 100 && { 'canary-weight-total': String(total) }) };
}

/** Whether a number is whole, apart from what binary fractions lose. */
export function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-9;
}
