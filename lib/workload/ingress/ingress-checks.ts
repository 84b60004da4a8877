import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../../core/errors';
import type { IIngressClass, IngressPath } from '../../core/ingress';
import { byKey, perTree } from '../../core/tree';
import { covers, samePath } from './ingress-order';
import type { Serving } from './serving';

/** What the checks of the finished tree look at: an Ingress of ours. */
export interface ServedIngress extends IConstruct {
  readonly ingressClass: IIngressClass;
  readonly ingressName: string;
  readonly namespaceName: string;
  /** Its paths as they are asked for. */
  readonly claims: readonly IngressPath[];
  readonly serving: Serving;
  readonly order?: number;
  /** Whether it takes some of another Ingress's requests on purpose. */
  readonly isCanary: boolean;
}

/** The place of an Ingress that has none. */
export const USUAL_ORDER = 10;

const isIngress = (one: IConstruct): one is ServedIngress =>
  'claims' in one && 'serving' in one && 'ingressClass' in one;

/** The Ingresses of every class, known by cluster and name: it may be imported twice. */
const ingressesOf = perTree((all) =>
  byKey(all, (one: IConstruct) => (isIngress(one) ? classKey(one.ingressClass) : undefined)),
);

function classKey({ className, cluster }: IIngressClass): string {
  return `${cluster.node.path} ${className}`;
}

/** The other Ingresses of the class of one. */
export function othersOf(own: ServedIngress, all: readonly IConstruct[]): readonly ServedIngress[] {
  const served = (ingressesOf(all).get(classKey(own.ingressClass)) ?? []) as readonly ServedIngress[];
  return served.filter((one) => one !== own);
}

/** What the finished tree shows of an Ingress beside the others of its class. */
export function besideOthers(own: ServedIngress, all: readonly IConstruct[]): Problem[] {
  const others = othersOf(own, all);
  return [...sameOrder(own, others, all), ...(own.isCanary ? [] : pathProblems(own, others, all))];
}

/** The controller refuses all Ingresses of an AlbConfig when two of them say one place. */
function sameOrder(own: ServedIngress, others: readonly ServedIngress[], all: readonly IConstruct[]): Problem[] {
  const [first] = others.filter(({ order }) => order !== undefined && order === own.order);
  const what = `order ${own.order} is that of "${first?.node.path}", too; the controller would serve neither`;
  const room =
    'leave five between the orders of Ingresses, for releases, and give each service that is released one of its own';
  const fix = own.isCanary || first?.isCanary ? room : 'give each its own number from 1 to 1000';
  return first !== undefined && all.indexOf(first) < all.indexOf(own)
    ? [{ code: 'ingress-order', what, value: own.order, fix }]
    : [];
}

function pathProblems(own: ServedIngress, others: readonly ServedIngress[], all: readonly IConstruct[]): Problem[] {
  const meeting = others.filter((one) => !one.isCanary && sharePorts(one, own));
  return own.claims.flatMap((claim): Problem[] => {
    const taken = meeting.find((one) => one.claims.some((its) => samePath(its, claim)));
    if (taken !== undefined) {
      return all.indexOf(taken) < all.indexOf(own) ? [takenProblem(own, taken, claim)] : [];
    }
    const hiding = own.ingressClass.kind === 'alb' ? meeting.filter((one) => isBefore(one, own)) : [];
    const hidden = hiding.find((one) => one.claims.some((its) => covers(its, claim)));
    return hidden === undefined ? [] : [hiddenProblem(own, hidden, claim)];
  });
}

/** A path in words. */
export const called = ({ host, path }: IngressPath): string => `${quote(path)} of ${host ?? 'every host'}`;

function takenProblem(own: ServedIngress, other: ServedIngress, claim: IngressPath): Problem {
  const what = `${called(claim)} is asked for by "${other.node.path}" and by "${own.node.path}"; one of them would get nothing`;
  const fix = 'leave it to one of the two; a part of its requests goes elsewhere by canary(...)';
  return { code: 'ingress-path-taken', what, value: claim.path, fix };
}

function hiddenProblem(own: ServedIngress, other: ServedIngress, claim: IngressPath): Problem {
  const what = `${called(claim)} is never reached: rules of "${other.node.path}" come first, and one of them takes all its requests`;
  const before = Math.min(other.order ?? USUAL_ORDER, USUAL_ORDER) - 1;
  const fix = `write order: ${Math.max(before, 1)} of "${own.node.path}", less than the other's, or put the routes into one Ingress`;
  return { code: 'ingress-path-hidden', what, value: claim.path, fix };
}

/** Whether requests of one port can come to both. */
export function sharePorts(one: ServedIngress, other: ServedIngress): boolean {
  const ports = new Set(one.serving.ports.map(({ port, protocol }) => `${protocol} ${port}`));
  return other.serving.ports.some(({ port, protocol }) => ports.has(`${protocol} ${port}`));
}

/** Whether the rules of an Ingress come before those of another on ALB: by place, then by namespace and name. */
export function isBefore(one: ServedIngress, other: ServedIngress): boolean {
  const places = (one.order ?? USUAL_ORDER) - (other.order ?? USUAL_ORDER);
  return places !== 0 ? places < 0 : nameOf(one) < nameOf(other);
}

const nameOf = ({ namespaceName, ingressName }: ServedIngress): string => `${namespaceName}/${ingressName}`;
