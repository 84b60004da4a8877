import { StorageClassV1 } from '@cdktf/provider-kubernetes/lib/storage-class-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import { clientRanges } from '../../cluster/client-ranges';
import { oneOf } from '../../core/checks';
import { withDefaults } from '../../core/defaults';
import { quote, reject, type Problem } from '../../core/errors';
import { any, construct, formProblems, needed, word, type Forms } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName, kubernetesNameProblems } from '../../core/kubernetes-names';
import { workplaceOf } from '../../core/workplace';
import { otherVpcProblems } from '../../network/other-vpc';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { NFS_OPTIONS } from '../../storage/nas-mount';
import { replacedFor } from './reclaim';
import type { StorageClassFacts } from './storage-class-facts';

/** What becomes of a directory whose claim is deleted. */
export type NasOnDelete = 'archive' | 'delete' | 'retain';

export interface NasStorageClassProps {
  /** The file system that holds the directories. Another one replaces the class; directories that exist stay. */
  readonly files: INasFileSystem;
  /**
   * Directory below which each claim gets one of its own, absolute; made when it is missing. Another one replaces the class.
   * @default the whole file system
   * @throws InputError `file-path`
   */
  readonly directory?: string;
  /**
   * What becomes of a directory whose claim is deleted: `archive` renames it, `delete` deletes its files, `retain` keeps directory and
   * volume until somebody deletes them. Replaces the class, for new volumes.
   * @default "archive"
   */
  readonly onDelete?: NasOnDelete;
  /** Name of the class in the cluster. Replaces it. @default from the path below the stack */
  readonly name?: string;
  /**
   * Takes over the class that exists instead of creating one, and has its name unless `name` says the same. Import id:
   * `<name>`.
   * @default none - a new one
   * @throws InputError `choice-conflict` for another name or namespace than the program's, `resource-id-invalid`
   */
  readonly adopt?: string;
}

/** What a class is when a prop is left out. */
export const NAS_STORAGE_CLASS_DEFAULTS = Object.freeze({ directory: '/', onDelete: 'archive' as NasOnDelete });

const FILES_FORM = construct(['fileSystemId', 'server', 'root', 'allowFrom'], 'new NasFileSystem(...)');
const FORMS: Forms<NasStorageClassProps> = {
  files: needed(FILES_FORM, 'new NasFileSystem(...)'),
  directory: word,
  onDelete: any,
  name: any,
  adopt: word,
};

/**
 * A kind of volume that is a directory of a file system, one for each claim, held by many nodes of every zone and by Pods
 * on ECI. Lets the cluster mount the file system.
 *
 * Creates `kubernetes_storage_class_v1`, `terraform_data` that replaces it when what Kubernetes cannot change does, and permissions where
 * the file system is. Free; a claim's size is not kept to. Directories hold no mount target of their own, so that the file system can be
 * destroyed.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack` outside of a WorkloadStack
 */
export class NasStorageClass extends Construct implements StorageClassFacts {
  readonly resource: StorageClassV1;
  readonly className: string;
  readonly media = 'share';
  readonly binding = 'immediate';

  constructor(scope: Construct, id: string, props: NasStorageClassProps) {
    super(scope, checkedId(scope, id));
    const { stack, cluster } = workplaceOf(this);
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, NAS_STORAGE_CLASS_DEFAULTS);
    reject(this, [
      ...kubernetesNameProblems('name', p.name),
      ...oneOf('onDelete', p.onDelete, ['archive', 'delete', 'retain']),
      ...directoryProblems(p.directory),
      ...otherVpcProblems(p.files, cluster),
    ]);
    p.files.allowFrom({ ranges: clientRanges(cluster) });
    const below = `${p.files.root}/${p.directory}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
    const reclaimPolicy = p.onDelete === 'retain' ? 'Retain' : 'Delete';
    this.resource = new StorageClassV1(this, 'Resource', {
      metadata: { name: p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, stack) },
      storageProvisioner: 'nasplugin.csi.alibabacloud.com',
      parameters: {
        volumeAs: 'subpath',
        server: `${p.files.server}:${below}`,
        archiveOnDelete: String(p.onDelete !== 'delete'),
      },
      reclaimPolicy,
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
      mountOptions: [...NFS_OPTIONS, 'vers=3'],
      lifecycle: replacedFor(this, reclaimPolicy),
    });
    adopt(this.resource, p.adopt);
    this.className = this.resource.metadata.name;
  }
}

function directoryProblems(directory: string): Problem[] {
  const fits = directory.startsWith('/') && !directory.split('/').includes('..');
  const what = `directory ${quote(directory)} is not an absolute path without ".."`;
  return fits ? [] : [{ code: 'file-path', what, value: directory, fix: 'write directory: "/volumes"' }];
}
