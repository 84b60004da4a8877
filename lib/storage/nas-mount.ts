import { clientRanges, nodeRanges } from '../cluster/client-ranges';
import { oneOf } from '../core/checks';
import type { ICluster } from '../core/cluster';
import { reject, type Problem } from '../core/errors';
import { WORKLOAD_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { otherVpcProblems } from '../network/other-vpc';
import type { INasFileSystem, NasMount } from './i-nas-file-system';
import { mountProblems } from './nas-forms';

/** How NFS is mounted: version 3, waiting for a lost server instead of failing, a new port after a lost connection. */
export const NFS_OPTIONS: readonly string[] = Object.freeze([
  'nolock,tcp,noresvport',
  'rsize=1048576,wsize=1048576',
  'hard,timeo=600,retrans=2',
]);

/** Permission, volume, claim and mount of a workload. */
export function mountFiles(files: INasFileSystem, workload: IWorkload, path: string, mount: NasMount): void {
  const form = WORKLOAD_FORM('workload', workload);
  reject(
    files,
    form.length > 0
      ? form
      : [
          ...mountProblems(path, mount),
          ...clientProblems(mount, workload.cluster),
          ...otherVpcProblems(files, workload.cluster),
        ],
  );
  const ranges = mount.clients === 'nodes' ? nodeRanges : clientRanges;
  files.allowFrom({ ranges: ranges(workload.cluster) });
  workload.pod.addStaticVolume(
    files.node.id,
    {
      driver: 'nasplugin.csi.alibabacloud.com',
      attributes: { server: files.server, path: files.root, vers: '3' },
      mountOptions: NFS_OPTIONS,
      capacity: '20Gi',
      accessMode: 'ReadWriteMany',
    },
    { path, subPath: mount.directory?.replace(/^\//, ''), readOnly: mount.readOnly },
    mount.container,
  );
}

/** Nodes alone mount nothing where there are none. */
function clientProblems({ clients }: NasMount, { kind, node }: ICluster): Problem[] {
  const what = `clients is "nodes", and "${node.path}" is a Serverless cluster, which has none`;
  return [
    ...oneOf('clients', clients, ['cluster', 'nodes']),
    ...(clients === 'nodes' && kind === 'serverless'
      ? [{ code: 'choice-conflict' as const, what, value: clients, fix: 'leave clients out' }]
      : []),
  ];
}
