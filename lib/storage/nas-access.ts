import { NasAccessRule } from '@cdktf/provider-alicloud/lib/nas-access-rule';
import { dependable } from 'cdktf';
import type { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import type { IConnectable } from '../core/connections';
import { quote, reject } from '../core/errors';
import { any, formProblems, type Forms } from '../core/forms';
import { PEER_FORM } from '../core/seam-forms';
import type { NasPermission } from './i-nas-file-system';

const FORMS: Forms<NasPermission> = { access: any, users: any };
const USERS = { keep: 'no_squash', 'root-to-nobody': 'root_squash', 'all-to-nobody': 'all_squash' } as const;

/** The rules of one access group, one for each range. */
export class NasAccess {
  private readonly rules = new Map<string, { readonly rule: NasAccessRule; readonly meant: string }>();

  constructor(
    private readonly owner: Construct,
    private readonly group: { readonly name: string; readonly kind: 'standard' | 'extreme' },
  ) {}

  /** What must exist before anybody mounts, sorted. */
  get all(): string[] {
    return [...this.rules.values()].map(({ rule }) => dependable(rule)).sort();
  }

  /** Lets every range of a peer in. */
  admit(peer: IConnectable, permission: NasPermission = {}): void {
    reject(this.owner, [...PEER_FORM('peer', peer), ...formProblems(permission, FORMS)]);
    const { access = 'read-write', users = 'keep' } = permission;
    const what = `"${this.owner.node.path}" lets ranges in, and the peer has none`;
    reject(this.owner, [
      ...oneOf('access', access, ['read-write', 'read-only']),
      ...oneOf('users', users, Object.keys(USERS)),
      ...(peer.ranges.length > 0
        ? []
        : [{ code: 'rule-peer' as const, what, value: peer.ranges, fix: 'write Peer.cidr("10.0.0.0/16")' }]),
    ]);
    [...peer.ranges].sort().forEach((range) => this.admitRange(range, access, users));
  }

  private admitRange(range: string, access: 'read-write' | 'read-only', users: keyof typeof USERS): void {
    const meant = `${access}, users ${users}`;
    const known = this.rules.get(range);
    if (known !== undefined && known.meant !== meant) {
      const what = `range ${quote(range)} may mount "${this.owner.node.path}" with two permissions: ${known.meant}; ${meant}`;
      const fix = 'write one permission for the range';
      reject(this.owner, [{ code: 'file-access', what, value: range, fix }]);
    }
    if (known === undefined) {
      const rule = new NasAccessRule(this.owner, `access-${range.replace(/\W/g, '-')}`, {
        accessGroupName: this.group.name,
        fileSystemType: this.group.kind,
        sourceCidrIp: range,
        rwAccessType: access === 'read-write' ? 'RDWR' : 'RDONLY',
        userAccessType: USERS[users],
        priority: 1,
      });
      this.rules.set(range, { rule, meant });
    }
  }
}
