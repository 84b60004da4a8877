import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../../core/errors';
import type { CanaryPath } from './canary-claims';
import { called, isBefore, othersOf, sharePorts, USUAL_ORDER, type ServedIngress } from './ingress-checks';
import { meet, samePath } from './ingress-order';

/** A canary as the checks of the finished tree look at it. */
export interface Canary extends ServedIngress {
  readonly claims: readonly CanaryPath[];
  /** The Ingress that it belongs to. */
  readonly stable: ServedIngress;
  /** Whether its rules are read before those of its Ingress. */
  readonly isReadFirst: boolean;
}

const isCanary = (one: ServedIngress): one is Canary => one.isCanary;

/**
 * What the finished tree shows of a canary whose rules ALB reads first: they must not take requests of other Ingresses, nor
 * lead past another canary of its own.
 */
export function besideCanaries(own: Canary, all: readonly IConstruct[]): Problem[] {
  if (!own.isReadFirst || movesNothing(own)) {
    return [];
  }
  const others = othersOf(own, all);
  return [...passedProblems(own, others), ...hiddenProblems(own, others)];
}

/** Whether it leads where its Ingress leads, for requests that nobody sends by chance. */
function movesNothing({ claims, stable }: Canary): boolean {
  return claims.every((claim) =>
    stable.claims.some((its) => samePath(its, claim) && its.serviceName === claim.serviceName),
  );
}

/** Paths of others lead where they led, so that a canary of theirs would get none of these requests. */
function passedProblems(own: Canary, others: readonly ServedIngress[]): Problem[] {
  const beside = others.filter(isCanary).filter((one) => one.stable === own.stable && !movesNothing(one));
  const passed = (other: Canary) =>
    own.claims.find((claim) => !claim.taken && other.claims.some((its) => its.taken && samePath(its, claim)));
  return beside.flatMap((other): Problem[] => {
    const claim = passed(other);
    const what = `requests of "${own.node.path}" for ${called(claim ?? own.claims[0]!)} lead past "${other.node.path}": ALB reads the rules of one of them before those of the other`;
    const fix = `give each of the two services an Ingress of its own, that of ${quote(claim?.path)} with the smaller order, five apart`;
    return claim === undefined ? [] : [{ code: 'ingress-path-hidden', what, value: claim.path, fix }];
  });
}

/** Rules of a canary come before those of other Ingresses, whose requests they must not take if its own Ingress does not. */
function hiddenProblems(own: Canary, others: readonly ServedIngress[]): Problem[] {
  const between = others.filter(
    (one) => !one.isCanary && sharePorts(one, own) && isBefore(own, one) && isBefore(one, own.stable),
  );
  const taking = own.claims.filter(({ taken }) => taken);
  return between.flatMap((other): Problem[] => {
    const claim = other.claims.find((its) => taking.some((one) => meet(one, its)));
    const what = `requests of "${own.node.path}" for ${called(claim ?? own.claims[0]!)} belong to "${other.node.path}", and ALB reads the rules of a canary with a header or a cookie first`;
    const fix = `write an order of "${other.node.path}" below ${own.order ?? USUAL_ORDER}, or put its routes into "${own.stable.node.path}"`;
    return claim === undefined ? [] : [{ code: 'ingress-path-hidden', what, value: claim.path, fix }];
  });
}
