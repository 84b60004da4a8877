import { KvstoreAccount } from '@cdktf/provider-alicloud/lib/kvstore-account';
import { Construct } from 'constructs';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject } from '../core/errors';
import { any, formProblems, object, word, type Forms } from '../core/forms';
import { WORKLOAD_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { letOut, podsOf } from './allow-list';
import {
  REDIS_ENVIRONMENT,
  type IRedisInstance,
  type RedisEnvironment,
  type RedisGrant,
  type RedisPrivilege,
} from './i-redis-instance';
import { accountNameProblems, accountOf } from './mysql-names';
import { drawPassword } from './password';

const GRANT_FORMS: Forms<RedisGrant> = {
  privilege: any,
  account: word,
  rotation: word,
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
    ]);
    // Whom the instance cannot let in has no use of an account.
    podsOf(workload.cluster).forEach((peer) => instance.allowFrom(peer));
    letOut(workload, instance.port);
    const password = this.passwordOf(name, workload.node.path, g);
    const names = { ...REDIS_ENVIRONMENT, ...g.environment };
    workload.pod.addEnvironment(names.host, instance.host);
    workload.pod.addEnvironment(names.port, instance.port);
    workload.pod.addEnvironment(names.user, name);
    workload.pod.addSecretEnvironment(instance.node.id, { [names.password]: password }, g.rotation);
  }

  private passwordOf(name: string, owner: string, g: { privilege: RedisPrivilege; rotation: string }): string {
    const { instance } = this;
    const known = this.owners.get(name);
    if (known !== undefined) {
      const what = `account ${quote(name)} was granted to "${known}" already`;
      const fix = `write account: "...", another name, for "${owner}"`;
      reject(instance, [{ code: 'database-account', what, value: name, fix }]);
    }
    const account = new Construct(instance, `account-${name}`);
    const password = drawPassword(account, g.rotation);
    new KvstoreAccount(account, 'Resource', {
      instanceId: instance.instanceId,
      accountName: name,
      accountPassword: password,
      accountType: 'Normal',
      accountPrivilege: g.privilege,
      description: owner.slice(0, 256),
    });
    this.owners.set(name, owner);
    return password;
  }
}
