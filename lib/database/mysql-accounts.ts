import { DbAccountPrivilege } from '@cdktf/provider-alicloud/lib/db-account-privilege';
import { RdsAccount } from '@cdktf/provider-alicloud/lib/rds-account';
import { dependable } from 'cdktf';
import { Construct } from 'constructs';
import { quote, reject, type Problem } from '../core/errors';
import { checkedId } from '../core/ids';
import type { Dependable } from '../core/network';
import { drawPassword } from '../core/password';
import type { MysqlPrivilege } from './i-mysql-instance';

/** What an account is made from. */
export interface MysqlAccountProps {
  readonly instanceId: string;
  readonly name: string;
  /** Whose it is, for errors and for the console. */
  readonly owner: string;
  readonly privilege: MysqlPrivilege;
  readonly rotation: string;
  /** The rotation whose account is kept beside it. */
  readonly before?: string;
}

/**
 * A normal account of a MySQL instance with a random password of 24 characters and one privilege on some databases.
 * Creates `random_password`, `alicloud_rds_account` and `alicloud_db_account_privilege`.
 */
export class MysqlAccount extends Construct {
  readonly userName: string;
  readonly password: string;
  private readonly privilege: DbAccountPrivilege;
  private readonly databases = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MysqlAccountProps,
  ) {
    super(scope, checkedId(scope, id));
    this.password = drawPassword(this, props.rotation);
    const account = new RdsAccount(this, 'Resource', {
      dbInstanceId: props.instanceId,
      accountName: props.name,
      accountPassword: this.password,
      accountType: 'Normal',
      accountDescription: props.owner.slice(0, 256),
    });
    // The account's own, so that who uses it waits for it.
    this.userName = account.accountName;
    this.privilege = new DbAccountPrivilege(this, 'privilege', {
      instanceId: props.instanceId,
      accountName: account.accountName,
      privilege: props.privilege,
      dbNames: [],
    });
  }

  /** Lets the account use a database too. */
  grant(database: string, resource?: Dependable): void {
    this.databases.add(database);
    this.privilege.dbNames = [...this.databases].sort();
    if (resource) {
      this.privilege.dependsOn = [...new Set([...(this.privilege.dependsOn ?? []), dependable(resource)])].sort();
    }
  }

  /** Refuses another owner, privilege, rotation or rotation before than the account was made for. */
  check(props: Omit<MysqlAccountProps, 'instanceId'>): void {
    const { name, owner, privilege, rotation, before } = props;
    const problems: Problem[] = [];
    if (owner !== this.props.owner) {
      const what = `account ${quote(name)} is that of "${this.props.owner}"; "${owner}" needs its own, so that each can be taken back`;
      const fix = 'write account: "...", another name, in one of the two grants';
      problems.push({ code: 'database-account', what, value: name, fix });
    }
    const { privilege: mine, rotation: since, before: until } = this.props;
    if (privilege !== mine || rotation !== since || before !== until) {
      const after = until === undefined ? '' : `, after ${quote(until)},`;
      const what = `account ${quote(name)} has the privilege ${mine} and the rotation ${quote(since)}${after} already`;
      const fix = 'write the same privilege, rotation and before, or another account';
      problems.push({ code: 'database-account', what, value: name, fix });
    }
    reject(this, problems);
  }
}
