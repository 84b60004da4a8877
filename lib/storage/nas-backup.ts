import { HbrPolicy } from '@cdktf/provider-alicloud/lib/hbr-policy';
import { HbrPolicyBinding } from '@cdktf/provider-alicloud/lib/hbr-policy-binding';
import { HbrVault } from '@cdktf/provider-alicloud/lib/hbr-vault';
import { Construct } from 'constructs';
import { wholeNumber } from '../core/checks';
import type { Problem } from '../core/errors';
import { checkedId } from '../core/ids';
import { NAME_RULES, physicalName } from '../core/names';

/** How files are backed up. */
export interface NasBackup {
  /** Days a backup is kept, 1 to 3650. Changed in place. @default 30 */
  readonly retentionDays?: number;
  /** Hour of the day at which it begins, 0 to 23, in UTC. @default 18 - 02:00 in China */
  readonly hour?: number;
}

/** A midnight in UTC from which the days are counted; which one it is does not matter, that it stays does. */
const MIDNIGHT = 1_704_067_200;

/** Problems with a backup. */
export function nasBackupProblems({ retentionDays, hour }: NasBackup): Problem[] {
  return [
    ...(retentionDays === undefined ? [] : wholeNumber('backup.retentionDays', retentionDays, 1, 3650, 'days')),
    ...(hour === undefined ? [] : wholeNumber('backup.hour', hour, 0, 23)),
  ];
}

/**
 * A vault, a daily plan and the file system in it. Creates `alicloud_hbr_vault`, `alicloud_hbr_policy` and
 * `alicloud_hbr_policy_binding`. Cloud Backup makes a mount target of its own.
 */
export class NasBackupPlan extends Construct {
  constructor(scope: Construct, id: string, props: NasBackup & { readonly fileSystemId: string }) {
    super(scope, checkedId(scope, id));
    const name = physicalName(this, NAME_RULES.backup);
    const vault = new HbrVault(this, 'vault', { vaultName: name, vaultType: 'STANDARD' });
    const policy = new HbrPolicy(this, 'Resource', {
      policyName: name,
      rules: [
        {
          ruleType: 'BACKUP',
          backupType: 'COMPLETE',
          schedule: `I|${MIDNIGHT + (props.hour ?? 18) * 3600}|P1D`,
          retention: props.retentionDays ?? 30,
          vaultId: vault.id,
        },
      ],
    });
    new HbrPolicyBinding(this, 'binding', {
      policyId: policy.id,
      sourceType: 'NAS',
      dataSourceId: props.fileSystemId,
    });
  }
}
