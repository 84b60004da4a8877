import { NasAccessGroup } from '@cdktf/provider-alicloud/lib/nas-access-group';
import { NasAccessRule } from '@cdktf/provider-alicloud/lib/nas-access-rule';
import { NasFileSystem as NasFileSystemL1 } from '@cdktf/provider-alicloud/lib/nas-file-system';
import { NasLifecyclePolicy } from '@cdktf/provider-alicloud/lib/nas-lifecycle-policy';
import { NasMountTarget } from '@cdktf/provider-alicloud/lib/nas-mount-target';
import { dependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';
import type { VswitchRef } from '../core/network';
import type { IWorkload } from '../core/workload';
import { NasBackupPlan } from './nas-backup';
import { NAS_FORMS, mountProblems } from './nas-forms';
import { nasProblems, nasVswitch } from './nas-problems';
import { NAS_DEFAULTS, type NasFileSystemProps } from './nas-props';

/** Where and how a workload sees the files. */
export interface NasMount {
  /** Directory of the file system; made when it is missing. @default the whole file system */
  readonly directory?: string;
  /** Whether the Pods can only read. @default false */
  readonly readOnly?: boolean;
  /** Container that sees them. @default the application's */
  readonly container?: string;
}

/** A file system that Pods of every zone mount, created here or existing. */
export interface INasFileSystem extends IConstruct {
  readonly fileSystemId: string;
  /** Name of the mount target in the VPC. */
  readonly server: string;
  /** Lets the addresses of a peer mount it. */
  allowFrom(peer: IConnectable): void;
  /**
   * Shows the files to a workload under a path: a permission for the cluster's nodes and Pods, a volume and a claim in its
   * namespace, and the mount in its Pods.
   *
   * @throws InputError `file-path`
   */
  mountIn(workload: IWorkload, path: string, mount?: NasMount): void;
}

/** How NFS is mounted: version 3, waiting for a lost server instead of failing, a new port after a lost connection. */
const NFS_OPTIONS: readonly string[] = Object.freeze([
  'nolock,tcp,noresvport',
  'rsize=1048576,wsize=1048576',
  'hard,timeo=600,retrans=2',
]);

/**
 * A standard NFS file system, encrypted, that only those can mount who were let in. It grows by itself and is billed by
 * what it holds.
 *
 * Creates `alicloud_nas_file_system`, `alicloud_nas_access_group` with a rule for each range, `alicloud_nas_mount_target`,
 * and what lifecycle and backup ask for. Pods of all zones mount the one target.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class NasFileSystem extends Construct implements INasFileSystem {
  readonly resource: NasFileSystemL1;
  readonly fileSystemId: string;
  readonly server: string;
  private readonly access: NasAccessGroup;
  private readonly target: NasMountTarget;
  private readonly rules = new Map<string, NasAccessRule>();

  constructor(scope: Construct, id: string, props: NasFileSystemProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NAS_FORMS));
    const p = withDefaults(props, NAS_DEFAULTS);
    const cloud = cloudOf(this);
    reject(this, nasProblems(p, cloud));
    const vswitch = nasVswitch(p.network, p.zone)!;
    const kept = p.recycleBinDays ?? (cloud.protection === 'production' ? 7 : 0);
    this.resource = new NasFileSystemL1(this, 'Resource', {
      fileSystemType: 'standard',
      protocolType: 'NFS',
      storageType: p.storageType,
      zoneId: vswitch.zone,
      encryptType: 1,
      description: p.description ?? physicalName(this, NAME_RULES.network),
      recycleBin: kept > 0 ? { status: 'Enable', reservedDays: kept } : { status: 'Disable' },
      timeouts: { create: '15m', update: '15m', delete: '20m' },
    });
    adopt(this.resource, p.adopt);
    this.fileSystemId = this.resource.id;
    this.access = new NasAccessGroup(this, 'access', {
      accessGroupName: physicalName(this, NAME_RULES.accessGroup),
      accessGroupType: 'Vpc',
      fileSystemType: 'standard',
    });
    this.target = this.makeTarget(p.network.vpcId, vswitch);
    this.server = this.target.mountTargetDomain;
    this.makeLifecycle(p.lifecycle);
    if (p.backup) {
      new NasBackupPlan(this, 'backup', { ...p.backup, fileSystemId: this.fileSystemId });
    }
  }

  allowFrom(peer: IConnectable): void {
    if (peer.ranges.length === 0) {
      const what = `"${this.node.path}" lets ranges in, and the peer has none`;
      reject(this, [{ code: 'rule-peer', what, value: peer.ranges, fix: 'write Peer.cidr("10.0.0.0/16")' }]);
    }
    [...peer.ranges].sort().forEach((range) => this.admit(range));
    // Who mounts waits for the target, and so for the rules; the target goes before them.
    this.target.dependsOn = [...this.rules.values()].map((rule) => dependable(rule)).sort();
  }

  mountIn(workload: IWorkload, path: string, mount: NasMount = {}): void {
    reject(this, mountProblems(path, mount));
    const { network, podCidr } = workload.cluster;
    const vswitches = (['nodes', 'pods', 'eci'] as const).flatMap((purpose) => network.vswitches(purpose));
    const flannel = network.podNetwork.kind === 'flannel' ? [podCidr ?? network.podNetwork.podCidr] : [];
    this.allowFrom({ ranges: [...new Set([...vswitches.map(({ cidr }) => cidr), ...flannel])] });
    workload.pod.addStaticVolume(
      this.node.id,
      {
        driver: 'nasplugin.csi.alibabacloud.com',
        attributes: { server: this.server, path: '/', vers: '3' },
        mountOptions: NFS_OPTIONS,
        capacity: '20Gi',
        accessMode: 'ReadWriteMany',
      },
      { path, subPath: mount.directory?.replace(/^\//, ''), readOnly: mount.readOnly },
      mount.container,
    );
  }

  private admit(range: string): void {
    if (!this.rules.has(range)) {
      const rule = new NasAccessRule(this, `access-${range.replace(/\W/g, '-')}`, {
        accessGroupName: this.access.accessGroupName,
        fileSystemType: 'standard',
        sourceCidrIp: range,
        rwAccessType: 'RDWR',
        // Images of the field give their files to a user of their own when they start.
        userAccessType: 'no_squash',
        priority: 1,
      });
      this.rules.set(range, rule);
    }
  }

  private makeTarget(vpcId: string, vswitch: VswitchRef): NasMountTarget {
    return new NasMountTarget(this, 'target', {
      fileSystemId: this.fileSystemId,
      accessGroupName: this.access.accessGroupName,
      networkType: 'Vpc',
      vpcId,
      vswitchId: vswitch.vswitchId,
      timeouts: { create: '15m', delete: '15m' },
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
