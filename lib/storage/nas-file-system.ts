import { NasAccessGroup } from '@cdktf/provider-alicloud/lib/nas-access-group';
import { NasFileSystem as NasFileSystemL1 } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NasLifecyclePolicy } from '@cdktf/provider-alicloud/lib/nas-lifecycle-policy';
import { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { INetwork, VswitchRef } from '../core/network';
import type { IWorkload } from '../core/workload';
import type { INasFileSystem, NasMount, NasPermission } from './i-nas-file-system';
import { ImportedNasFileSystem, type NasFileSystemAttributes } from './imported-nas-file-system';
import { NasAccess } from './nas-access';
import { NasBackupPlan } from './nas-backup';
import { NAS_FORMS } from './nas-forms';
import { rootOf, type NasKindData } from './nas-kind';
import { mountFiles } from './nas-mount';
import { nasProblems, nasVswitch } from './nas-problems';
import { NAS_DEFAULTS, type NasFileSystemProps } from './nas-props';

/**
 * An NFS file system, encrypted, that only those can mount who were let in: a standard one, which grows by itself and is
 * billed by what it holds, or an extreme one, billed by its size.
 *
 * Creates `alicloud_nas_file_system`, `alicloud_nas_access_group` with a rule for each range, `alicloud_nas_mount_target`,
 * and what lifecycle and backup ask for. Pods of all zones mount the one target.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class NasFileSystem extends Construct implements INasFileSystem {
  /** A file system that exists. Permissions that are added to it are made in the stack of the import. */
  static fromAttributes(scope: Construct, id: string, attributes: NasFileSystemAttributes): INasFileSystem {
    return new ImportedNasFileSystem(scope, id, attributes);
  }

  readonly resource: NasFileSystemL1;
  readonly fileSystemId: string;
  readonly network: INetwork;
  readonly server: string;
  readonly root: string;
  private readonly access: NasAccess;
  private readonly target: NasMountTarget;

  constructor(scope: Construct, id: string, props: NasFileSystemProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NAS_FORMS));
    const p = withDefaults(props, NAS_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, nasProblems(p, cloud));
    const vswitch = nasVswitch(p.network, p.zone)!;
    const kept = p.recycleBinDays ?? (cloud.protection === 'production' ? 7 : 0);
    this.resource = new NasFileSystemL1(this, 'Resource', {
      fileSystemType: p.kind.kind,
      protocolType: 'NFS',
      storageType: p.kind.storage,
      capacity: p.kind.kind === 'extreme' ? p.kind.gib : undefined,
      zoneId: vswitch.zone,
      encryptType: 1,
      description: p.description ?? physicalName(this, NAME_RULES.network),
      recycleBin: binOf(p.kind, kept),
      timeouts: { create: '15m', update: '15m', delete: '20m' },
      lifecycle: chosenOnce(p.zone, 'zone_id'),
    });
    adopt(this.resource, p.adopt);
    this.fileSystemId = this.resource.id;
    this.network = p.network;
    this.root = rootOf(p.kind.kind);
    const group = new NasAccessGroup(this, 'access', {
      accessGroupName: physicalName(this, NAME_RULES.accessGroup),
      accessGroupType: 'Vpc',
      fileSystemType: p.kind.kind,
    });
    this.access = new NasAccess(this, { name: group.accessGroupName, kind: p.kind.kind });
    this.target = this.makeTarget(group.accessGroupName, p.network.vpcId, { vswitch, zone: p.zone });
    this.server = this.target.mountTargetDomain;
    this.makeLifecycle(p.lifecycle);
    if (p.backup) {
      new NasBackupPlan(this, 'backup', { ...p.backup, fileSystemId: this.fileSystemId });
    }
  }

  allowFrom(peer: IConnectable, permission?: NasPermission): void {
    this.access.admit(peer, permission);
    // Who mounts waits for the target, and so for the rules; the target goes before them.
    this.target.dependsOn = this.access.all;
  }

  mountIn(workload: IWorkload, path: string, mount: NasMount = {}): void {
    mountFiles(this, workload, path, mount);
  }

  private makeTarget(
    accessGroupName: string,
    vpcId: string,
    { vswitch, zone }: { readonly vswitch: VswitchRef; readonly zone?: string },
  ): NasMountTarget {
    return new NasMountTarget(this, 'target', {
      fileSystemId: this.fileSystemId,
      accessGroupName,
      networkType: 'Vpc',
      vpcId,
      vswitchId: vswitch.vswitchId,
      timeouts: { create: '15m', delete: '15m' },
      lifecycle: chosenOnce(zone, 'vswitch_id'),
    });
  }

  private makeLifecycle(lifecycle: NasFileSystemProps['lifecycle']): void {
    if (lifecycle) {
      new NasLifecyclePolicy(this, 'lifecycle', {
        fileSystemId: this.fileSystemId,
        lifecyclePolicyName: physicalName(this, NAME_RULES.accessGroup, 'cold'),
        lifecycleRuleName: `DEFAULT_ATIME_${lifecycle.afterDays}`,
        storageType: 'InfrequentAccess',
        paths: [...(lifecycle.paths ?? ['/'])],
      });
    }
  }
}

/** A zone that nobody named stays: one that the network gains would replace the file system, and its files with it. */
function chosenOnce(zone: string | undefined, attribute: string) {
  return zone === undefined ? { ignoreChanges: [attribute] } : undefined;
}

/** Only standard file systems have a bin. */
function binOf({ kind }: NasKindData, days: number) {
  if (kind === 'extreme') {
    return undefined;
  }
  return days > 0 ? { status: 'Enable', reservedDays: days } : { status: 'Disable' };
}
