import { Construct } from 'constructs';
import type { IConnectable } from '../core/connections';
import { reject } from '../core/errors';
import { formProblems, listOf, needed, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IWorkload } from '../core/workload';
import { cloudIdProblems } from '../network/cloud-id';
import type { IMysqlInstance, MysqlGrant } from './i-mysql-instance';
import { KnownPeers, PEERS_FORM } from './known-peers';
import { makeDatabase, type MysqlDatabaseProps } from './mysql-database';
import { MysqlGrants } from './mysql-grants';
import { databaseNameProblems } from './mysql-names';

/** What to say about a MySQL instance that exists already. */
export interface MysqlInstanceAttributes {
  /** Id of the instance, `rm-...`. */
  readonly instanceId: string;
  /** Private name of the instance, such as `rm-....mysql.rds.aliyuncs.com`. */
  readonly host: string;
  /** @default "3306" */
  readonly port?: string;
  /** Databases that it has and that workloads may be granted. @default none */
  readonly databases?: readonly string[];
  /**
   * Who its allow list lets in: security groups and `Peer.cidr(...)`, `Peer.network(...)`. Nothing is changed by it.
   * @default nobody, so that nothing can be granted
   */
  readonly allowed?: readonly IConnectable[];
}

const FORMS: Forms<MysqlInstanceAttributes> = {
  instanceId: needed(word, '"rm-..."'),
  host: needed(word, '"rm-....mysql.rds.aliyuncs.com"'),
  port: word,
  databases: listOf(word),
  allowed: PEERS_FORM,
};

/** A MySQL instance that something else manages. Databases and accounts belong to the stack in which it was imported. */
export class ImportedMysqlInstance extends Construct implements IMysqlInstance {
  readonly instanceId: string;
  readonly host: string;
  readonly port: string;
  private readonly grants = new MysqlGrants(this);
  private readonly peers: KnownPeers;

  constructor(scope: Construct, id: string, attributes: MysqlInstanceAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, FORMS));
    const { instanceId, host, port = '3306', databases = [], allowed = [] } = attributes;
    reject(this, [
      ...cloudIdProblems('instanceId', instanceId, 'rm'),
      ...databases.flatMap((name, index) => databaseNameProblems(`databases[${index}]`, name)),
    ]);
    this.instanceId = instanceId;
    this.host = host;
    this.port = port;
    this.peers = new KnownPeers(this, allowed);
    databases.forEach((name) => this.grants.know(name));
  }

  addDatabase(name: string, props: MysqlDatabaseProps = {}): this {
    this.grants.know(name, makeDatabase(this, name, props));
    return this;
  }

  allowFrom(peer: IConnectable): void {
    this.peers.check(peer);
  }

  grantConnect(workload: IWorkload, grant: MysqlGrant): void {
    this.grants.connect(workload, grant);
  }
}
