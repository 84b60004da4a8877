import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';
import type { Ingress } from '../ingress/ingress';
import { NGINX_PREFIX } from '../ingress/nginx-annotations';
import { isWhole, PLACES, STABLE } from './canary-rules';
import type { CanaryHeaderData } from './canary-header';
import type { BlueGreenRelease, CanaryRelease, ShadowRelease } from './release';
import type { Released } from './release-problems';

/** What nginx lets into these annotations; it leaves out the whole annotation otherwise. */
const PLAIN = /^[A-Za-z0-9\-._~/:]+$/;
const PATTERN = /^[A-Za-z0-9\-._~/:^$[\](){}*+?|&=\\]+$/;
/** Names of headers that both take. nginx throws headers with an underscore away. */
const HEADER = /^[A-Za-z0-9-]{1,40}$/;
const COOKIE = /^[A-Za-z0-9_]{1,100}$/;
/** Headers that ALB does not compare, and the one by which it goes on knowing the service's own Pods. */
const RESERVED = Object.freeze(['cookie', 'host', STABLE]);

/** Everything that is wrong with how an Ingress shall move requests, for the kind of Ingress that it is. */
export function routeProblems(release: CanaryRelease | BlueGreenRelease | ShadowRelease, of: Released): Problem[] {
  const { through } = release;
  return [
    ...placeProblems(through, of),
    ...(release.kind === 'shadow' ? shadowProblems(through) : ruleProblems(release, through.ingressClass.kind)),
  ];
}

/** The Ingress must lead to the service: the next Pods stand in for it on the same paths. */
function placeProblems({ claims, namespace, node }: Ingress, { workload, serviceName }: Released): Problem[] {
  if (namespace !== workload.namespace && namespace.namespaceName !== workload.namespace.namespaceName) {
    const what = `the Ingress "${node.path}" is in namespace ${quote(namespace.namespaceName)}, the service in ${quote(workload.namespace.namespaceName)}`;
    return [{ code: 'release-route', what, value: node.path, fix: 'write through: an Ingress of the same namespace' }];
  }
  const what = `no path of the Ingress "${node.path}" leads to the Service ${quote(serviceName)}`;
  const fix = 'write through: the Ingress that leads to the service, or add a path to it';
  return claims.some((path) => path.serviceName === serviceName)
    ? []
    : [{ code: 'release-route', what, value: node.path, fix }];
}

function shadowProblems({ ingressClass, node }: Ingress): Problem[] {
  const what = `the Ingress "${node.path}" is served by ALB, which copies requests to a server group of the cloud only, not to Pods by their Service`;
  const fix =
    'write Release.canary({ header: CanaryHeader.is("x-release", "next"), pods: 2, ... }) and send it test requests, or take an Ingress of nginx';
  return ingressClass.kind === 'alb' ? [{ code: 'release-unsupported', what, value: 'alb', fix }] : [];
}

function ruleProblems(release: CanaryRelease | BlueGreenRelease, kind: 'alb' | 'nginx'): Problem[] {
  return [
    ...headerProblems(release.header, kind),
    ...cookieProblems(release.cookie),
    ...orderProblems(release),
    ...(kind === 'nginx' ? stickyProblems(release.through) : sharedPathProblems(release.through)),
    ...(kind === 'alb' && release.kind === 'canary' ? fractionProblems(release.weight) : smallestProblems(release)),
  ];
}

/** Where an Ingress has a place, those beside it have one each before it. */
function orderProblems({ through: { ingressClass, order, node } }: CanaryRelease | BlueGreenRelease): Problem[] {
  const what = `the Ingress "${node.path}" has order ${order}, and four places before it are needed: for header, cookie and weight, and for the Pods that it leads to`;
  const fix = `write order: ${PLACES + 1} or more, or leave it out`;
  return ingressClass.kind === 'alb' && order !== undefined && order <= PLACES
    ? [{ code: 'ingress-order', what, value: order, fix }]
    : [];
}

/** The controller divides a host and a path as a whole, whoever answers exactly it and whoever answers what is below. */
function sharedPathProblems({ claims, node }: Ingress): Problem[] {
  const shared = claims.find((one) =>
    claims.some(
      ({ host, path, serviceName }) => host === one.host && path === one.path && serviceName !== one.serviceName,
    ),
  );
  const what = `two services answer ${quote(shared?.path)} in the Ingress "${node.path}", one exactly it and one what is below; an ALB divides the requests of both`;
  const fix = `move one of the two paths for the time of the release, or take an Ingress of nginx`;
  return shared === undefined ? [] : [{ code: 'release-unsupported', what, value: shared.path, fix }];
}

/** A cookie of nginx names one of the two sets, and is asked before any rule. ALB divides first. */
function stickyProblems({ annotations, node }: Ingress): Problem[] {
  const sticky = annotations[`${NGINX_PREFIX}affinity`];
  const what = `the Ingress "${node.path}" has sticky: nginx keeps clients with the version that they have, whatever header, cookie and weight say, on the way back, too`;
  const fix = 'leave sticky out as long as the release stands, take Release.batches, or a class on ALB';
  return sticky === undefined ? [] : [{ code: 'release-unsupported', what, value: sticky, fix }];
}

function headerProblems(header: CanaryHeaderData | undefined, kind: 'alb' | 'nginx'): Problem[] {
  if (header === undefined) {
    return [];
  }
  const problem = (what: string, value: string, fix: string): Problem => ({ code: 'release-rule', what, value, fix });
  const { name } = header;
  const reserved = RESERVED.includes(name.toLowerCase());
  return [
    ...(isToken(name) || (HEADER.test(name) && !reserved)
      ? []
      : [
          problem(
            reserved
              ? `header ${quote(name)} is what an Ingress reads itself`
              : `header ${quote(name)} is not 1 to 40 letters, digits and hyphens; nginx throws headers with "_" away`,
            name,
            reserved && name.toLowerCase() === 'cookie'
              ? 'write cookie: "<name>"'
              : 'write a header of your own: "x-release"',
          ),
        ]),
    ...(header.kind === 'matches' ? patternProblems(header, kind) : []),
    ...(header.kind === 'is' && !isToken(header.value) && !PLAIN.test(header.value)
      ? [
          problem(
            `header value ${quote(header.value)} has characters that nginx refuses in it, or that ALB takes for others`,
            header.value,
            'write letters, digits and - . _ ~ / :',
          ),
        ]
      : []),
  ];
}

function patternProblems({ name, pattern }: { name: string; pattern: string }, kind: 'alb' | 'nginx'): Problem[] {
  if (kind === 'alb') {
    const what = `CanaryHeader.matches(${quote(name)}, ${quote(pattern)}): ALB compares headers with values and knows no regular expressions`;
    const fix = `write CanaryHeader.is(${quote(name)}, "<value>"), or take an Ingress of nginx`;
    return [{ code: 'release-unsupported', what, value: pattern, fix }];
  }
  const what = `pattern ${quote(pattern)} has characters that nginx refuses in an annotation, or is no regular expression`;
  const fits = isToken(pattern) || (PATTERN.test(pattern) && compiles(pattern));
  return fits ? [] : [{ code: 'release-rule', what, value: pattern, fix: 'write a pattern such as "^beta-[0-9]+$"' }];
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern) !== undefined;
  } catch {
    return false;
  }
}

function cookieProblems(cookie: string | undefined): Problem[] {
  const what = `cookie ${quote(cookie)} is not 1 to 100 letters, digits and "_"`;
  return cookie === undefined || isToken(cookie) || COOKIE.test(cookie)
    ? []
    : [{ code: 'release-rule', what, value: cookie, fix: 'write the name of a cookie alone: "release"' }];
}

function fractionProblems(weight = 0): Problem[] {
  const what = `weight ${weight}: ALB divides by whole percents`;
  const fix = `write weight: ${Math.max(1, Math.round(weight))}, or take an Ingress of nginx`;
  return !Number.isFinite(weight) || isWhole(weight) ? [] : [{ code: 'release-unsupported', what, value: weight, fix }];
}

function smallestProblems(release: CanaryRelease | BlueGreenRelease): Problem[] {
  const weight = release.kind === 'canary' ? (release.weight ?? 0) : 0;
  const what = `weight ${weight} is finer than a hundredth of a percent`;
  return !Number.isFinite(weight) || isWhole(weight * 100)
    ? []
    : [
        {
          code: 'release-weight',
          what,
          value: weight,
          fix: `write weight: ${Math.max(0.01, Math.round(weight * 100) / 100)}`,
        },
      ];
}
