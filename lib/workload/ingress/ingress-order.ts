import type { IngressPath } from '../../core/ingress';

/** Hosts by how special they are: a name, all below a name, every host. */
function hostRank({ host }: IngressPath): number {
  return host === undefined ? 2 : host.startsWith('*.') ? 1 : 0;
}

/** How long a wildcard is: the longer, the more special. */
function wildcardLength({ host }: IngressPath): number {
  return host?.startsWith('*.') ? host.length : 0;
}

/**
 * Paths with the most special one first: ALB takes the first rule that fits, and nginx sorts by itself. Names before wildcards
 * before every host, by name; of one host exact paths first, then longer ones.
 */
export function inOrder<P extends IngressPath>(paths: readonly P[]): readonly P[] {
  return [...paths].sort(
    (one, other) =>
      hostRank(one) - hostRank(other) ||
      wildcardLength(other) - wildcardLength(one) ||
      compare(one.host ?? '', other.host ?? '') ||
      Number(other.pathType === 'Exact') - Number(one.pathType === 'Exact') ||
      other.path.length - one.path.length ||
      compare(one.path, other.path),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether every request for `path` fits `before` too, so that a rule after it is never reached. */
export function covers(before: IngressPath, path: IngressPath): boolean {
  return hostCovers(before.host, path.host) && pathCovers(before, path);
}

/** Whether a request can fit both, so that the one that is read first takes it. */
export function meet(one: IngressPath, other: IngressPath): boolean {
  const hosts = hostCovers(one.host, other.host) || hostCovers(other.host, one.host);
  return hosts && (pathCovers(one, other) || pathCovers(other, one));
}

function hostCovers(before: string | undefined, host: string | undefined): boolean {
  if (before === undefined || before === host) {
    return true;
  }
  return before.startsWith('*.') && host !== undefined && host.endsWith(before.slice(1));
}

function pathCovers(before: IngressPath, { path, pathType }: IngressPath): boolean {
  if (before.pathType === 'Exact') {
    return pathType === 'Exact' && before.path === path;
  }
  const prefix = before.path.replace(/\/+$/, '');
  return path === before.path || path === prefix || path.startsWith(`${prefix}/`);
}

/** Whether two rules are one and the same to those who ask. */
export function samePath(one: IngressPath, other: IngressPath): boolean {
  return one.host === other.host && one.path === other.path && one.pathType === other.pathType;
}
