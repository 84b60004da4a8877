import type { Data } from '../../pods';
import { isKnown, isNotYes } from '../../reading';
import { pods, when, type Practice } from '../../practice';

/** Folders in which the node keeps its own keys, and the sockets of runtimes. */
const GIVES_AWAY =
  /^\/(?:$|etc(?:\/|$)|root(?:\/|$)|proc(?:\/|$)|var\/lib\/(?:kubelet|docker|containerd)(?:\/|$)|.*(?:docker|containerd|crio)\.sock$)/;

export const hostPath: Practice = {
  id: 'host-path',
  severity: 'error',
  sandbox: true,
  title: { en: 'No folders of the node are written to or give it away', zh: '不挂载节点的敏感目录' },
  reason: {
    en: 'A writable folder of the node, or the socket of its runtime, is the node itself.',
    zh: '可写的节点目录，或容器运行时的套接字，等同于掌握整个节点。',
  },
  fix: {
    en: 'use a PersistentVolumeClaim or an `empty_dir`; what reads logs mounts them with `read_only: true`',
    zh: '改用 PersistentVolumeClaim 或 `empty_dir`；只读日志的挂载写 `read_only: true`',
  },
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  look: pods(({ called, spec, containers }) =>
    ([spec.volumes ?? []].flat() as Data[]).flatMap(({ name, hostPath }) => {
      const path: unknown = hostPath?.path;
      const mounts = containers.flatMap((one) => [one.spec.volumeMounts ?? []].flat() as Data[]);
      const writable = mounts.some((mount) => mount.name === name && isNotYes(mount.readOnly));
      return when(
        isKnown(path) && (writable || GIVES_AWAY.test(String(path))),
        {
          en: `${called} mounts ${String(path)} of the node${writable ? ' and may write to it' : ''}`,
          zh: `${called} 挂载了节点目录 ${String(path)}${writable ? '，并且可写' : ''}`,
        },
        path,
      );
    }),
  ),
};
