import type { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { formProblems } from '../core/forms';
import type { Dependable } from '../core/network';
import { WORKLOAD_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { isToken } from '../core/tokens';
import { otherVpcProblems } from '../network/other-vpc';
import { letOut, podsOf } from './allow-list';
import { MYSQL_ENVIRONMENT, type IMysqlInstance, type MysqlGrant } from './i-mysql-instance';
import { MysqlAccount, type MysqlAccountProps } from './mysql-accounts';
import { GRANT_DEFAULTS, GRANT_FORMS, PRIVILEGES } from './mysql-grant';
import { accountNameProblems, accountOf, rotatedName, rotationProblems } from './mysql-names';

/** Port of every instance that is not given another one by hand. */
const MYSQL_PORT = 3306;

type AskedAccount = Pick<MysqlAccountProps, 'privilege' | 'rotation' | 'before'>;

/** The databases of an instance and the accounts that use them, whether Terraform made the instance or not. */
export class MysqlGrants {
  private readonly databases = new Map<string, Dependable | undefined>();
  /** The account of each name, and the one of the rotation before. */
  private readonly accounts = new Map<string, readonly [MysqlAccount, ...MysqlAccount[]]>();
  /** Variables that hold a password, by workload. */
  private readonly granted = new Map<IWorkload, Set<string>>();

  constructor(private readonly instance: IMysqlInstance & Construct) {}

  /** Makes a database known. @param resource what must exist first, where this program makes it */
  know(name: string, resource?: Dependable): void {
    this.databases.set(name, resource);
  }

  /** Whether a workload has an account. */
  has(workload: IWorkload): boolean {
    return this.granted.has(workload);
  }

  /** Account, privilege, allow list, Secret and variables of a workload. */
  connect(workload: IWorkload, grant: MysqlGrant): void {
    const { instance } = this;
    reject(instance, [...WORKLOAD_FORM('workload', workload), ...formProblems(grant, GRANT_FORMS)]);
    const g = withDefaults(grant, GRANT_DEFAULTS);
    const name = g.account ?? accountOf(workload.namespace.namespaceName, workload.workloadName);
    reject(instance, [
      ...this.unknownDatabase(g.database),
      ...oneOf('privilege', g.privilege, PRIVILEGES),
      ...accountNameProblems('account', name),
      ...rotationProblems(g),
      ...otherVpcProblems(instance, workload.cluster),
    ]);
    // Whom the instance cannot let in has no use of an account.
    podsOf(workload.cluster).forEach((peer) => instance.allowFrom(peer));
    letOut(workload, isToken(instance.port) ? MYSQL_PORT : instance.port);
    const accounts = this.accountsOf(name, workload, g);
    accounts.forEach((one) => one.grant(g.database, this.databases.get(g.database)));
    const [account] = accounts;
    const names = { ...MYSQL_ENVIRONMENT, ...g.environment };
    workload.pod.addEnvironment(names.host, instance.host);
    workload.pod.addEnvironment(names.port, instance.port);
    workload.pod.addEnvironment(names.database, g.database);
    const secret = { [names.user]: account.userName, [names.password]: account.password };
    this.tellAccount(workload, grant.database, secret, g.rotation);
  }

  /**
   * User and password in one Secret, so that a Pod which starts while a rotation is on its way finds two that fit. Each
   * variable once: a second database of one account has the same ones.
   */
  private tellAccount(workload: IWorkload, database: string, secret: Record<string, string>, rotation: string): void {
    const told = this.granted.get(workload) ?? new Set<string>();
    const open = Object.entries(secret).filter(([variable]) => !told.has(variable));
    if (open.length > 0) {
      const { id } = this.instance.node;
      workload.pod.addSecretEnvironment(told.size === 0 ? id : `${id}-${database}`, Object.fromEntries(open), rotation);
    }
    this.granted.set(workload, new Set([...told, ...Object.keys(secret)]));
  }

  /** The account of a workload, and the one that its Pods may still use. */
  private accountsOf(name: string, workload: IWorkload, g: AskedAccount): readonly [MysqlAccount, ...MysqlAccount[]] {
    const asked = { name, owner: workload.node.path, privilege: g.privilege, rotation: g.rotation, before: g.before };
    const known = this.accounts.get(name);
    known?.[0].check(asked);
    const rotations = [g.rotation, ...(g.before === undefined ? [] : [g.before])];
    const made = known ?? rotations.map((rotation) => this.makeAccount({ ...asked, rotation }));
    this.accounts.set(name, made as [MysqlAccount, ...MysqlAccount[]]);
    return this.accounts.get(name)!;
  }

  private makeAccount(asked: Omit<MysqlAccountProps, 'instanceId'>): MysqlAccount {
    const { instance } = this;
    const name = rotatedName(asked.name, asked.rotation);
    return new MysqlAccount(instance, `account-${name}`, { ...asked, name, instanceId: instance.instanceId });
  }

  private unknownDatabase(database: string): Problem[] {
    if (this.databases.has(database)) {
      return [];
    }
    const known = [...this.databases.keys()].map(quote).join(', ') || 'none';
    const what = `database ${quote(database)} is none of "${this.instance.node.path}"; it has ${known}`;
    return [{ code: 'database-unknown', what, value: database, fix: `write addDatabase(${quote(database)}) first` }];
  }
}
