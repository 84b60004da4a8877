import { DbReadonlyInstance } from '@cdktf/provider-alicloud/lib/db-readonly-instance';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import type { IConnectable } from '../core/connections';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, object, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems, physicalName } from '../core/names';
import { isToken } from '../core/tokens';
import { addTreeCheck } from '../core/tree';
import { PEER_FORM, WORKLOAD_FORM } from '../core/seam-forms';
import type { IWorkload } from '../core/workload';
import { cloudIdProblems } from '../network/cloud-id';
import { AllowList, podsOf } from './allow-list';
import { chosenOnce, DatabaseZones, databaseVswitches, databaseZoneProblems } from './database-zones';
import { NOBODY } from './mysql-config';
import type { ResolvedMysql } from './mysql-defaults';
import { storageProblems, upperBound } from './mysql-storage';

/** A copy that answers reads. */
export interface MysqlReadReplicaProps {
  /**
   * Class, such as `mysqlro.n2.medium.1c`, billed by the hour. Changed in place, with a connection loss of some seconds.
   * @default "mysqlro.n2.medium.1c" - 2 cores, 4 GiB
   * @throws InputError `database-class`
   */
  readonly instanceClass?: string;
  /**
   * Zone that it is in. Changing it replaces the copy.
   * @default the first zone of the network's vSwitches for data
   * @throws InputError `vswitch-missing`
   */
  readonly zone?: string;
  /**
   * Disk in GiB, at least that of the primary. Raised in place, never lowered.
   * @default as large as the primary's disk may grow
   * @throws InputError `database-storage`
   */
  readonly gib?: number;
  /** Name in the console. Changed in place. @default the stack's name and the construct's path */
  readonly name?: string;
  /** Takes over the copy that exists instead of making one. Import id: its id, `rr-...` or `rm-...`. @default a new one */
  readonly adopt?: string;
}

/** How a workload is told of a copy. */
export interface MysqlReplicaGrant {
  /** Names of the variables. @default DB_READ_HOST, DB_READ_PORT */
  readonly environment?: Partial<MysqlReplicaEnvironment>;
}

/** Names of the variables by which Pods learn where a copy is. */
export interface MysqlReplicaEnvironment {
  readonly host: string;
  readonly port: string;
}

export const REPLICA_ENVIRONMENT: MysqlReplicaEnvironment = Object.freeze({
  host: 'DB_READ_HOST',
  port: 'DB_READ_PORT',
});

/** What a copy is when a prop is left out. */
export const REPLICA_DEFAULTS = Object.freeze({ instanceClass: 'mysqlro.n2.medium.1c' });

/** The form of every prop of a copy. */
export const REPLICA_FORMS: Forms<MysqlReadReplicaProps> = {
  instanceClass: word,
  zone: word,
  gib: any,
  name: text,
  adopt: word,
};
const GRANT_FORMS: Forms<MysqlReplicaGrant> = {
  environment: object<MysqlReplicaEnvironment>({ host: word, port: word }),
};

/** What a copy is a copy of. */
export interface Primary {
  readonly instanceId: string;
  readonly props: ResolvedMysql;
  /** Whether a workload has an account, which the copy has too. */
  has(workload: IWorkload): boolean;
}

/**
 * A copy of a MySQL instance that answers reads, some moments behind. It has the accounts and databases of its primary, and an allow list
 * of its own, by ranges. Creates `alicloud_db_readonly_instance`; billed by the hour for its class and its disk. Made by
 * `database.addReadReplica`.
 */
export class MysqlReadReplica extends Construct {
  readonly resource: DbReadonlyInstance;
  readonly instanceId: string;
  /** Private name of the copy in the VPC. */
  readonly host: string;
  readonly port: string;
  private readonly allowList = new AllowList(this);
  private readonly primary: Primary;

  constructor(
    scope: Construct,
    id: string,
    { primary, ...props }: MysqlReadReplicaProps & { readonly primary: Primary },
  ) {
    super(scope, checkedId(scope, id));
    this.primary = primary;
    reject(this, replicaProblems(primary.props, props));
    const { network, storage, version, tls } = primary.props;
    const { protection } = cloudOf(this);
    const zones = DatabaseZones.one(props.zone);
    const vswitch = databaseVswitches(network, zones)[0]!;
    const ignoreChanges = chosenOnce(zones, ['vswitch_id', 'zone_id']);
    this.resource = new DbReadonlyInstance(this, 'Resource', {
      masterDbInstanceId: primary.instanceId,
      engineVersion: version,
      instanceName: props.name ?? physicalName(this, NAME_RULES.database),
      instanceType: props.instanceClass ?? REPLICA_DEFAULTS.instanceClass,
      instanceChargeType: 'Postpaid',
      instanceStorage: props.gib ?? upperBound(storage),
      dbInstanceStorageType: 'cloud_essd',
      zoneId: vswitch.zone,
      vswitchId: vswitch.vswitchId,
      securityIps: [NOBODY],
      sslEnabled: tls ? 1 : 0,
      deletionProtection: protection === 'production',
      timeouts: { create: '60m', update: '60m', delete: '30m' },
      lifecycle: ignoreChanges.length > 0 ? { ignoreChanges } : undefined,
    });
    adopt(this.resource, props.adopt);
    this.instanceId = this.resource.id;
    this.host = this.resource.connectionString;
    this.port = this.resource.port;
  }

  /** Lets a peer connect, by its ranges: copies know no security groups. */
  allowFrom(peer: IConnectable): void {
    reject(this, PEER_FORM('peer', peer));
    this.allowList.add({ ranges: peer.ranges });
    this.resource.securityIps = this.allowList.ranges;
  }

  /**
   * Lets the Pods of a workload in and tells them where the copy is. They use the account that
   * `database.grantConnect(workload, ...)` gave them.
   *
   * @throws InputError `database-account` when the App is synthesised and the workload has none
   */
  grantConnect(workload: IWorkload, grant: MysqlReplicaGrant = {}): void {
    reject(this, [...WORKLOAD_FORM('workload', workload), ...formProblems(grant, GRANT_FORMS)]);
    podsOf(workload.cluster).forEach((peer) => this.allowFrom(peer));
    const names = { ...REPLICA_ENVIRONMENT, ...grant.environment };
    workload.pod.addEnvironment(names.host, this.host);
    workload.pod.addEnvironment(names.port, this.port);
    addTreeCheck(this, () => (this.primary.has(workload) ? [] : [noAccount(this, workload)]));
  }
}

function noAccount(replica: MysqlReadReplica, workload: IWorkload): Problem {
  const what = `"${workload.node.path}" is to read from copy "${replica.node.path}" and has no account on the primary`;
  const fix = 'call grantConnect(workload, { database: "..." }) of the database too';
  return { code: 'database-account', what, value: workload.node.path, fix };
}

function replicaProblems(primary: ResolvedMysql, props: MysqlReadReplicaProps): Problem[] {
  const { capacity, zones, network, storage } = primary;
  const { instanceClass = REPLICA_DEFAULTS.instanceClass, gib, zone, name, adopt } = props;
  const fits = isToken(instanceClass) || /^(mysqlro|rds\.mysql)\.[a-z0-9.]+$/.test(instanceClass);
  const what = `instanceClass ${quote(instanceClass)} is not a class of read-only instances of MySQL`;
  const only = `a primary of ${capacity.kind === 'serverless' ? 'serverless capacity' : 'one zone'} has no copies for reads`;
  return [
    ...(capacity.kind === 'serverless' || zones.kind === 'one'
      ? [
          {
            code: 'choice-conflict' as const,
            what: only,
            value: capacity.kind === 'serverless' ? capacity.kind : zones.kind,
            fix: 'write capacity: MysqlCapacity.fixed(...) and zones: DatabaseZones.two()',
          },
        ]
      : []),
    ...(fits
      ? []
      : [
          {
            code: 'database-class' as const,
            what,
            value: instanceClass,
            fix: 'write instanceClass: "mysqlro.n2.medium.1c"',
          },
        ]),
    ...(gib === undefined ? [] : storageProblems({ gib }, 'gib', storage.gib)),
    ...databaseZoneProblems(network, DatabaseZones.one(zone)),
    ...nameProblems('name', name, NAME_RULES.database),
    ...(adopt === undefined ? [] : cloudIdProblems('adopt', adopt, 'r[mr]')),
  ];
}
