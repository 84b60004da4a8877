import { distance } from 'fastest-levenshtein';
import { quote, type Problem } from '../../core/errors';
import type { AddonHost } from './addon-host';
import type { AddonRow } from './addon-row';
import { CATALOGUE, rowOf } from './catalogue';
import { isNever, isThere, nameOn, namesOf, standingOn } from './standing';

/** Problems of a component that one cluster cannot have. */
export function possibleProblems(row: AddonRow, host: AddonHost): Problem[] {
  const standing = standingOn(row, host);
  const name = nameOn(row, host);
  if (isNever(standing)) {
    const what = `cluster ${quote(host.path)} (${host.kind}) cannot have the component ${name}: ${standing.never}`;
    return [{ code: 'addon-kind', what, value: name, fix: standing.instead }];
  }
  return [...tierProblems(row, host), ...versionProblems(row, host)];
}

function tierProblems({ pro, name }: AddonRow, { tier, path }: AddonHost): Problem[] {
  if (!pro || tier !== 'basic') {
    return [];
  }
  const what = `cluster ${quote(path)} is Basic: only Pro clusters can have the component ${name}`;
  return [{ code: 'tier-basic', what, value: name, fix: 'write controlPlane: ControlPlane.pro() on the cluster' }];
}

function versionProblems({ from, name }: AddonRow, { version, path }: AddonHost): Problem[] {
  if (from === undefined || version === undefined || minorOf(version) >= minorOf(from)) {
    return [];
  }
  const what = `the component ${name} needs Kubernetes ${from}, cluster ${quote(path)} has ${version}`;
  return [{ code: 'addon-version', what, value: version, fix: `write a version of at least ${from} on the cluster` }];
}

/** `1.34` and `1.34.1-aliyun.1` are 34; text of another form, a token for example, counts as new. */
function minorOf(version: string): number {
  const [, minor] = /^1\.(\d+)/.exec(version) ?? [];
  return minor === undefined ? Infinity : Number(minor);
}

/** Problems of asking by hand for what something else writes. */
export function ownerProblems(row: AddonRow, host: AddonHost): Problem[] {
  const name = nameOn(row, host);
  const standing = standingOn(row, host);
  if (standing === 'core' || standing === 'first-boot') {
    const owner = standing === 'core' ? 'is part of the control plane' : 'is written into the cluster when it is made';
    const instead =
      standing === 'core'
        ? 'leave it out'
        : 'leave it out; PodNetwork and networkPolicies decide what the cluster gets';
    const what = `the component ${name} ${owner}, a resource of its own would be a second owner`;
    return [{ code: 'addon-elsewhere', what, value: name, fix: instead }];
  }
  if (!row.elsewhere) {
    return [];
  }
  const what = `the component ${name} is not added by hand: ${row.elsewhere.what}`;
  return [{ code: 'addon-elsewhere', what, value: name, fix: row.elsewhere.instead }];
}

/** Problems of components that must not be beside each other. */
export function conflictProblems(row: AddonRow, added: readonly AddonRow[], host: AddonHost): Problem[] {
  const others = CATALOGUE.filter((other) => other !== row && (added.includes(other) || isThere(other, host)));
  return others.flatMap((other): Problem[] => {
    const why = conflictOf(row, other, host) ?? conflictOf(other, row, host);
    if (why === undefined) {
      return [];
    }
    const names = `${nameOn(row, host)} and ${nameOn(other, host)}`;
    const what = `cluster ${quote(host.path)} would have the components ${names}: ${why}`;
    return [{ code: 'addon-conflict', what, value: nameOn(row, host), fix: `leave one out of ${names}` }];
  });
}

function conflictOf(row: AddonRow, other: AddonRow, { kind }: AddonHost): string | undefined {
  return row.excludes?.find((one) => one.other === other.name && (one.kinds?.includes(kind) ?? true))?.why;
}

/** Problem of a component that an imported cluster says it does not have. */
export function missingProblem(name: string, why: string, host: AddonHost): Problem {
  const what = `cluster ${quote(host.path)} does not have the component ${name}: ${why}`;
  const fix = `install it there and add ${quote(name)} to addons, or have this program install it with addAddon`;
  return { code: 'addon-missing', what, value: name, fix };
}

/** Problem of a component that is told two different things. */
export function duplicateProblem(name: string): Problem {
  const what = `the component ${name} was added twice, with different settings`;
  return { code: 'addon-duplicate', what, value: name, fix: `add ${name} once, with all its settings` };
}

/** Problem of a name that no component can have, or that is nearly the name of one. */
export function nameProblems(name: string): Problem[] {
  if (rowOf(name)) {
    return [];
  }
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/.test(name)) {
    const what = `component ${quote(name)} is not the name of a component`;
    return [{ code: 'addon-unknown', what, value: name, fix: 'write its name as the console shows it, "coredns"' }];
  }
  const close = CATALOGUE.flatMap(namesOf).find((known) => distance(known, name.toLowerCase()) <= 2);
  const what = `there is no component ${quote(name)}`;
  return close === undefined
    ? []
    : [{ code: 'addon-unknown', what, value: name, fix: `did you mean ${quote(close)}?` }];
}
