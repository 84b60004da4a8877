import { KvstoreAccount } from '@cdktf/provider-alicloud/lib/kvstore-account';
import { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject } from '../core/errors';
import { any, formProblems, object, word, type Forms } from '../core/forms';
import { drawPassword } from '../core/password';
import { WORKLOAD_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { otherVpcProblems } from '../network/other-vpc';
import { letOut, podsOf } from './allow-list';
import {
  REDIS_ENVIRONMENT,
  type IRedisInstance,
  type RedisEnvironment,
  type RedisGrant,
  type RedisPrivilege,
} from './i-redis-instance';
import { accountNameProblems, accountOf, rotatedName, rotationProblems } from './mysql-names';

const GRANT_FORMS: Forms<RedisGrant> = {
  privilege: any,
  account: word,
  rotation: word,
  before: word,
  environment: object<RedisEnvironment>({ host: word, port: word, user: word, password: word }),
};

const GRANT_DEFAULTS = Object.freeze({ privilege: 'RoleReadWrite' as RedisPrivilege, rotation: '1' });

/** The accounts of a Redis instance, whether Terraform made it or not. */
export class RedisGrants {
  private readonly owners = new Map<string, string>();

  constructor(private readonly instance: IRedisInstance & Construct) {}

  /** Account, allow list, Secret and variables of a workload. */
  connect(workload: IWorkload, grant: RedisGrant): void {
    const { instance } = this;
    reject(instance, [...WORKLOAD_FORM('workload', workload), ...formProblems(grant, GRANT_FORMS)]);
    const g = withDefaults(grant, GRANT_DEFAULTS);
    const name = g.account ?? accountOf(workload.namespace.namespaceName, workload.workloadName);
    reject(instance, [
      ...oneOf('privilege', g.privilege, ['RoleReadOnly', 'RoleReadWrite']),
      ...accountNameProblems('account', name),
      ...rotationProblems(g),
      ...otherVpcProblems(instance, workload.cluster),
    ]);
    // Whom the instance cannot let in has no use of an account.
    podsOf(workload.cluster).forEach((peer) => instance.allowFrom(peer));
    letOut(workload, instance.port);
    this.refuseSecond(name, workload.node.path);
    const account = this.account(name, g);
    if (g.before !== undefined) {
      this.account(name, { ...g, rotation: g.before });
    }
    const names = { ...REDIS_ENVIRONMENT, ...g.environment };
    workload.pod.addEnvironment(names.host, instance.host);
    workload.pod.addEnvironment(names.port, instance.port);
    // In one Secret, so that a Pod which starts while a rotation is on its way finds two that fit.
    const secret = { [names.user]: account.accountName, [names.password]: account.accountPassword };
    workload.pod.addSecretEnvironment(instance.node.id, secret, g.rotation);
  }

  private refuseSecond(name: string, owner: string): void {
    const known = this.owners.get(name);
    if (known !== undefined) {
      const what = `account ${quote(name)} was granted to "${known}" already`;
      const fix = `write account: "...", another name, for "${owner}"`;
      reject(this.instance, [{ code: 'database-account', what, value: name, fix }]);
    }
    this.owners.set(name, owner);
  }

  /** Makes the account of a rotation. */
  private account(base: string, g: { privilege: RedisPrivilege; rotation: string }) {
    const { instance } = this;
    const name = rotatedName(base, g.rotation);
    const account = new Construct(instance, `account-${name}`);
    const accountPassword = drawPassword(account, g.rotation);
    const { accountName } = new KvstoreAccount(account, 'Resource', {
      instanceId: instance.instanceId,
      accountName: name,
      accountPassword,
      accountType: 'Normal',
      accountPrivilege: g.privilege,
      description: this.owners.get(base)!.slice(0, 256),
    });
    return { accountName, accountPassword };
  }
}
