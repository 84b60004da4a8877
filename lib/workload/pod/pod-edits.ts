import { isDeepStrictEqual } from 'node:util';
import { quote, type Problem } from '../../core/errors';
import type { ContainerData, EnvValue, MountData, NodeCondition, PodData, VolumeData } from '../../core/pod';

/** What a change makes of a Pod, or why it cannot be made. */
export type Edited = { readonly data: PodData } | { readonly problem: Problem };

/** One change after the other; the first that cannot be made is what comes out. */
export function inTurn(data: PodData, changes: readonly ((data: PodData) => Edited)[]): Edited {
  return changes.reduce<Edited>((edited, change) => ('problem' in edited ? edited : change(edited.data)), { data });
}

/** One more variable of a container. */
export function withEnvironment(data: PodData, name: string, value: EnvValue, container?: string): Edited {
  return withContainer(data, container, (one) => {
    const taken = one.env[name];
    return taken !== undefined && !isDeepStrictEqual(taken, value)
      ? conflict(`variable ${quote(name)} of container ${quote(one.name)}`, taken, value, 'set it in one place')
      : { ...one, env: { ...one.env, [name]: value } };
  });
}

/** One more volume, seen by a container. */
export function withVolume(
  data: PodData,
  volume: VolumeData,
  mount: Omit<MountData, 'volume'>,
  container?: string,
): Edited {
  const known = data.volumes.find(({ name }) => name === volume.name);
  if (known && !isDeepStrictEqual(known, volume)) {
    return { problem: conflict(`volume ${quote(volume.name)}`, known.source, volume.source, 'give one another name') };
  }
  const added = known ? data : { ...data, volumes: [...data.volumes, volume] };
  return withContainer(added, container, (one) => mounted(one, { volume: volume.name, ...mount }));
}

function mounted(container: ContainerData, mount: MountData): ContainerData | Problem {
  const there = container.mounts.find(({ path }) => path === mount.path);
  if (there === undefined) {
    return { ...container, mounts: [...container.mounts, mount] };
  }
  return isDeepStrictEqual(there, mount)
    ? container
    : conflict(`path ${quote(mount.path)} of container ${quote(container.name)}`, there, mount, 'mount it elsewhere');
}

/** One more entry of a map. */
export function withEntry(data: PodData, map: 'labels' | 'annotations', key: string, value: string): Edited {
  const taken = data[map][key];
  return taken !== undefined && taken !== value
    ? { problem: conflict(`${map.slice(0, -1)} ${quote(key)}`, taken, value, 'set it in one place') }
    : { data: { ...data, [map]: { ...data[map], [key]: value } } };
}

/** One more element of a list; the same twice is once. */
export function withElement<K extends 'tolerations' | 'readinessGates' | 'imagePullSecrets'>(
  data: PodData,
  list: K,
  element: PodData[K][number],
): Edited {
  const there = data[list].some((one) => isDeepStrictEqual(one, element));
  return { data: there ? data : { ...data, [list]: [...data[list], element] } };
}

/** One more condition that every node must meet. */
export function withRequired(data: PodData, condition: NodeCondition): Edited {
  const { required, preferred } = data.nodeAffinity;
  const there = required.some((one) => isDeepStrictEqual(one, condition));
  return { data: there ? data : { ...data, nodeAffinity: { required: [...required, condition], preferred } } };
}

/** One more wish about nodes. */
export function withPreferred(data: PodData, weight: number, condition: NodeCondition): Edited {
  const wish = { weight, conditions: [condition] };
  const { required, preferred } = data.nodeAffinity;
  const there = preferred.some((one) => isDeepStrictEqual(one, wish));
  return { data: there ? data : { ...data, nodeAffinity: { required, preferred: [...preferred, wish] } } };
}

/** The Pods under a service account. */
export function withServiceAccount(data: PodData, name: string): Edited {
  const taken = data.serviceAccountName;
  return taken !== undefined && taken !== name
    ? { problem: conflict('the service account', taken, name, 'give both permissions to one service account') }
    : { data: { ...data, serviceAccountName: name } };
}

/** The Pods with servers to ask for names. */
export function withDns(data: PodData, dns: NonNullable<PodData['dns']>): Edited {
  return data.dns !== undefined && !isDeepStrictEqual(data.dns, dns)
    ? { problem: conflict('dns', data.dns, dns, 'leave dns out of the props, or ask no other servers') }
    : { data: { ...data, dns } };
}

/** One more container beside the application, or before it. */
export function withAnother(data: PodData, list: 'containers' | 'initContainers', container: ContainerData): Edited {
  const known = [...data.containers, ...data.initContainers].find(({ name }) => name === container.name);
  if (known === undefined) {
    return { data: { ...data, [list]: [...data[list], container] } };
  }
  const same = data[list].includes(known) && isDeepStrictEqual(known, container);
  return same
    ? { data }
    : { problem: conflict(`container ${quote(known.name)}`, known.image, container.image, 'give one another name') };
}

function withContainer(
  data: PodData,
  wanted: string | undefined,
  change: (container: ContainerData) => ContainerData | Problem,
): Edited {
  const all = [...data.containers, ...data.initContainers];
  const container = wanted === undefined ? all[0] : all.find(({ name }) => name === wanted);
  if (container === undefined) {
    const names = all.map(({ name }) => quote(name)).join(', ');
    const what = `there is no container ${quote(wanted)}`;
    return { problem: { code: 'container-unknown', what, value: wanted, fix: `write one of ${names}` } };
  }
  const changed = change(container);
  if ('code' in changed) {
    return { problem: changed };
  }
  const replaced = (list: readonly ContainerData[]) => list.map((one) => (one === container ? changed : one));
  return {
    data: { ...data, containers: replaced(data.containers), initContainers: replaced(data.initContainers) },
  };
}

function conflict(of: string, taken: unknown, value: unknown, fix: string): Problem {
  return { code: 'pod-conflict', what: `${of} is ${quote(taken)} already and cannot be ${quote(value)}`, value, fix };
}
