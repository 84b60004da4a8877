import { Construct } from 'constructs';
import type { IConnectable } from '../core/connections';
import { reject } from '../core/errors';
import { formProblems, needed, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IWorkload } from '../core/workload';
import { cloudIdProblems } from '../network/cloud-id';
import type { IRedisInstance, RedisGrant } from './i-redis-instance';
import { KnownPeers, PEERS_FORM } from './known-peers';
import { RedisGrants } from './redis-grants';

/** What to say about a Redis instance that exists already. */
export interface RedisInstanceAttributes {
  /** Id of the instance, `r-...`. */
  readonly instanceId: string;
  /** Private name of the instance, such as `r-....redis.rds.aliyuncs.com`. */
  readonly host: string;
  /** @default "6379" */
  readonly port?: string;
  /**
   * Who its allow list lets in: security groups and `Peer.cidr(...)`, `Peer.network(...)`. Nothing is changed by it.
   * @default nobody, so that nothing can be granted
   */
  readonly allowed?: readonly IConnectable[];
}

const FORMS: Forms<RedisInstanceAttributes> = {
  instanceId: needed(word, '"r-..."'),
  host: needed(word, '"r-....redis.rds.aliyuncs.com"'),
  port: word,
  allowed: PEERS_FORM,
};

/** A Redis instance that something else manages. Accounts belong to the stack in which it was imported. */
export class ImportedRedisInstance extends Construct implements IRedisInstance {
  readonly instanceId: string;
  readonly host: string;
  readonly port: string;
  private readonly grants = new RedisGrants(this);
  private readonly peers: KnownPeers;

  constructor(scope: Construct, id: string, attributes: RedisInstanceAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, FORMS));
    const { instanceId, host, port = '6379', allowed = [] } = attributes;
    reject(this, cloudIdProblems('instanceId', instanceId, 'r'));
    this.instanceId = instanceId;
    this.host = host;
    this.port = port;
    this.peers = new KnownPeers(this, allowed);
  }

  allowFrom(peer: IConnectable): void {
    this.peers.check(peer);
  }

  grantConnect(workload: IWorkload, grant: RedisGrant = {}): void {
    this.grants.connect(workload, grant);
  }
}
