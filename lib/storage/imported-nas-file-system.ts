import { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import type { IConnectable } from '../core/connections';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, listOf, needed, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { PEER_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import type { IWorkload } from '../core/workload';
import { contains, parseCidr } from '../network/cidr';
import { rangeListProblems } from '../network/security-group-props';
import type { INasFileSystem, NasMount, NasPermission } from './i-nas-file-system';
import { NasAccess } from './nas-access';
import { rootOf } from './nas-kind';
import { mountFiles } from './nas-mount';

/** What to say about a file system that exists already. */
export interface NasFileSystemAttributes {
  /** Id of the file system, such as `0a1b2c3d4e`. */
  readonly fileSystemId: string;
  /** Name of the mount target in the VPC, such as `0a1b2c3d4e-abc12.cn-hangzhou.nas.aliyuncs.com`. */
  readonly server: string;
  /** @default "standard" */
  readonly kind?: 'standard' | 'extreme';
  /**
   * Name of the access group of the mount target. Permissions that programs need are added to it, in the stack of the import.
   * `DEFAULT_VPC_GROUP_NAME` takes none: it lets the whole VPC in; write `allowed` instead.
   * @default none - nothing is added
   */
  readonly accessGroup?: string;
  /** Ranges that may mount it already, without a permission of ours. @default none */
  readonly allowed?: readonly string[];
}

const FORMS: Forms<NasFileSystemAttributes> = {
  fileSystemId: needed(word, '"0a1b2c3d4e"'),
  server: needed(word, '"0a1b2c3d4e-abc12.cn-hangzhou.nas.aliyuncs.com"'),
  kind: any,
  accessGroup: word,
  allowed: listOf(word),
};

/** The group that every account has, which lets the whole VPC in and takes no rules. */
const DEFAULT_GROUP = 'DEFAULT_VPC_GROUP_NAME';

/** A file system that something else manages. */
export class ImportedNasFileSystem extends Construct implements INasFileSystem {
  readonly fileSystemId: string;
  readonly server: string;
  readonly root: string;
  private readonly allowed: readonly string[];
  private readonly access?: NasAccess;

  constructor(scope: Construct, id: string, attributes: NasFileSystemAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, FORMS));
    const { fileSystemId, server, kind = 'standard', accessGroup, allowed = [] } = attributes;
    reject(this, [
      ...fileSystemIdProblems(fileSystemId),
      ...oneOf('kind', kind, ['standard', 'extreme']),
      ...rangeListProblems('allowed', allowed),
      ...(accessGroup === DEFAULT_GROUP ? [defaultGroup()] : []),
    ]);
    this.fileSystemId = fileSystemId;
    this.server = server;
    this.root = rootOf(kind);
    this.allowed = allowed;
    this.access = accessGroup === undefined ? undefined : new NasAccess(this, { name: accessGroup, kind });
  }

  allowFrom(peer: IConnectable, permission?: NasPermission): void {
    reject(this, PEER_FORM('peer', peer));
    const missing = peer.ranges.filter((range) => !this.allowed.some((wide) => within(range, wide)));
    if (peer.ranges.length === 0 || missing.length > 0) {
      reject(this, this.access ? [] : [this.noGroup(missing)]);
      this.access!.admit({ ranges: missing }, permission);
    }
  }

  mountIn(workload: IWorkload, path: string, mount: NasMount = {}): void {
    mountFiles(this, workload, path, mount);
  }

  private noGroup(missing: readonly string[]): Problem {
    const what = `"${this.node.path}" is imported without its access group, and does not say that ${missing.join(', ')} may mount it`;
    const fix = 'write accessGroup: "..." in fromAttributes, or allowed: [...] with the ranges that its group lets in';
    return { code: 'file-access', what, value: missing, fix };
  }
}

function fileSystemIdProblems(id: string): Problem[] {
  const fits = isToken(id) || /^(extreme-)?[a-z0-9]+$/.test(id);
  const what = `fileSystemId ${quote(id)} is not the id of a NAS file system`;
  const fix = 'write it as the console shows it, such as "0a1b2c3d4e" or "extreme-0a1b2c3d"';
  return fits ? [] : [{ code: 'resource-id-invalid', what, value: id, fix }];
}

function defaultGroup(): Problem {
  const what = `accessGroup ${quote(DEFAULT_GROUP)} lets the whole VPC in and takes no further permission`;
  return {
    code: 'file-access',
    what,
    value: DEFAULT_GROUP,
    fix: 'leave accessGroup out and write allowed: network.cidrs',
  };
}

function within(range: string, wide: string): boolean {
  const [inner, outer] = [range, wide].map((text) => (isToken(text) ? undefined : parseCidr(text)));
  return range === wide || (inner?.ok === true && outer?.ok === true && contains(outer.cidr, inner.cidr));
}
