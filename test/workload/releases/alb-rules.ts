import type { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourcesOf } from '../../../lib/testing';
import { short } from './a-route';

/** A request as an ALB sees it. */
export interface Request {
  readonly host: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

interface Path {
  readonly host?: string;
  readonly path: string;
  readonly exact: boolean;
  readonly service: string;
}

interface Served {
  readonly place: number;
  readonly name: string;
  readonly by: Readonly<Record<string, string>>;
  readonly paths: readonly Path[];
}

/** Percent of the requests by Service. */
export type Shares = Readonly<Record<string, number>>;

interface Rule {
  readonly path: Path;
  readonly by: Served['by'];
  readonly to: Shares;
}

const USUAL_PLACE = 10;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function servedIn({ attributes }: { readonly attributes: any }): Served {
  const { metadata, spec } = attributes;
  const by = short(metadata.annotations ?? {});
  return {
    place: Number(by.order ?? USUAL_PLACE),
    name: `${metadata.namespace}/${metadata.name}`,
    by,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    paths: spec.rule.flatMap(({ host, http }: any) =>
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      http.path.map(({ path, path_type, backend }: any) => ({
        host,
        path,
        exact: path_type === 'Exact',
        service: backend.service.name,
      })),
    ),
  };
}

const isCanary = ({ by }: Served): boolean => by.canary === 'true';
const isWeight = ({ by }: Served): boolean => isCanary({ by } as Served) && by['canary-weight'] !== undefined;
const keyOf = ({ host, path }: Path): string => `${host ?? ''}-${path}`;

/**
 * The rules that the ALB ingress controller writes for the Ingresses of a stack, as its source does it: by place and name; a
 * weight changes the rules of its host and path instead of making some, and with all requests it leaves the Service out.
 */
export function albRules(apps: WorkloadStack): readonly Rule[] {
  const all = resourcesOf(apps, 'kubernetes_ingress_v1').map(servedIn);
  const sorted = all.sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));
  const weights = sorted.filter(isWeight).filter(({ by }) => Number(by['canary-weight']) > 0);
  const sharesOf = (path: Path, canary: boolean): Shares => {
    const others = weights.flatMap(({ by, paths }) =>
      paths
        .filter((one) => keyOf(one) === keyOf(path))
        .map((one) => [one.service, Number(by['canary-weight'])] as const),
    );
    const moved = others.reduce((sum, [, weight]) => sum + weight, 0);
    const own = canary ? 100 : 100 - moved;
    return { ...(canary ? {} : Object.fromEntries(others)), ...(own > 0 && { [path.service]: own }) };
  };
  const stable = new Set(sorted.filter((one) => !isCanary(one)).flatMap(({ paths }) => paths.map(keyOf)));
  return sorted
    .filter((one) => !isWeight(one))
    .flatMap((one) =>
      one.paths
        .filter((path) => stable.has(keyOf(path)))
        .map((path) => ({ path, by: isCanary(one) ? one.by : {}, to: sharesOf(path, isCanary(one)) })),
    );
}

function fits({ path: { host, path, exact }, by }: Rule, request: Request): boolean {
  const hosts =
    host === undefined || host === request.host || (host.startsWith('*.') && request.host.endsWith(host.slice(1)));
  const prefix = path.replace(/\/$/, '');
  const paths = exact ? request.path === path : request.path === prefix || request.path.startsWith(`${prefix}/`);
  const header = by['canary-by-header'];
  const cookie = by['canary-by-cookie'];
  return (
    hosts &&
    paths &&
    (header === undefined || request.headers?.[header] === by['canary-by-header-value']) &&
    (cookie === undefined || request.cookies?.[cookie] === 'always')
  );
}

/** Which Services answer a request, in percent: the first rule that fits says it. */
export function answersOf(rules: readonly Rule[], request: Request): Shares | undefined {
  return rules.find((rule) => fits(rule, request))?.to;
}

/** Services whose Pods the ALB knows: those that some rule sends requests to. */
export function knownTo(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ to }) => Object.keys(to)))].sort();
}
