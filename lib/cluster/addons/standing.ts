import type { Never, AddonRow, Standing } from './addon-row';
import type { AddonHost } from './addon-host';

/** Name of a component on one cluster. */
export function nameOn(row: AddonRow, { kind }: AddonHost): string {
  return row.named?.[kind] ?? row.name;
}

/** Every name under which a component is known. */
export function namesOf(row: AddonRow): readonly string[] {
  return [...new Set([row.name, ...Object.values(row.named ?? {}), ...(row.aliases ?? [])])];
}

/** How a component stands with one cluster. */
export function standingOn(row: AddonRow, host: AddonHost): Standing {
  if (row.podNetwork !== undefined && row.podNetwork !== host.podNetwork && host.kind !== 'serverless') {
    const instead = `it comes with PodNetwork.${row.podNetwork}(), which a cluster has from its creation or never`;
    return { never: `Pods of the cluster get their addresses from ${host.podNetwork}`, instead };
  }
  const standing = row.kinds[host.kind];
  return standing === 'default' && host.without.includes(row.name) ? 'optional' : standing;
}

/** Whether a component is there though nobody asked. */
export function isThere(row: AddonRow, host: AddonHost): boolean {
  const standing = standingOn(row, host);
  if (standing === 'core' || host.beside.includes(row.name)) {
    return true;
  }
  return host.imported === undefined
    ? standing === 'default' || standing === 'first-boot'
    : host.imported !== 'unsaid' && namesOf(row).some((name) => host.imported!.includes(name));
}

export function isNever(standing: Standing): standing is Never {
  return typeof standing === 'object';
}
