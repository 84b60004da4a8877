import { text, type Obj } from '../cty/value';
import { POD_TYPES, podsOf, repeated } from './kube-look';
import { blocks } from './look';
import type { Refusal, Rule } from './rule';

const twice = (what: string, names: readonly (string | undefined)[], fix: string): Refusal[] =>
  repeated(names).map((name) => ({ what: `${what}: Duplicate value "${name}"`, fix }));

/** Names inside a Pod are unique, and what is mounted is there. */
export const kubePodNames: Rule = {
  name: 'kube-pod-names',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/',
  types: POD_TYPES,
  on: ['create', 'update'],
  check({ type, values }) {
    const { containers, initContainers, spec } = podsOf(type, values);
    const all = [...initContainers, ...containers];
    const volumes = blocks(spec.volume).map(({ name }) => text(name));
    // A StatefulSet's claims are volumes of its Pods under their own names.
    const claims = blocks(blocks(values.spec)[0]?.volume_claim_template).map(({ metadata }) =>
      text(blocks(metadata)[0]?.name),
    );
    return [
      ...twice(
        'spec.containers.name',
        all.map(({ name }) => text(name)),
        'give each container of the Pod its own name',
      ),
      ...twice('spec.volumes.name', volumes, 'give each volume of the Pod its own name'),
      ...all.flatMap((container) => inContainer(container, [...volumes, ...claims])),
    ];
  },
};

function inContainer(container: Obj, volumes: readonly (string | undefined)[]): Refusal[] {
  const name = text(container.name);
  const ports = blocks(container.port);
  const mounts = blocks(container.volume_mount);
  const sockets = ports.map((port) => `${String(port.container_port)}/${text(port.protocol) ?? 'TCP'}`);
  return [
    ...twice(
      `ports.name of container "${name}"`,
      ports.map((port) => text(port.name) || undefined),
      'give each port its own name',
    ),
    ...twice(`ports of container "${name}"`, sockets, 'declare each port once'),
    ...twice(
      `volumeMounts.mountPath of container "${name}"`,
      mounts.map((mount) => text(mount.mount_path)),
      'mount one volume at a path',
    ),
    ...mounts
      .map((mount) => text(mount.name))
      .filter((volume): volume is string => volume !== undefined && !volumes.includes(volume))
      .map((volume) => ({
        what: `volumeMounts of container "${name}": Not found: "${volume}"`,
        fix: 'add the volume to the Pod, or mount one that it has',
      })),
  ];
}
