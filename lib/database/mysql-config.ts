import type { DbInstanceConfig } from '@cdktf/provider-alicloud/lib/db-instance';
import type { Protection } from '../core/cloud';
import type { ResolvedMysql } from './mysql-defaults';
import { chosenOnce, databaseVswitches } from './database-zones';
import { upperBound } from './mysql-storage';

/** The L1 attributes of a MySQL instance, one by one. */
export function mysqlConfig(p: ResolvedMysql, name: string, protection: Protection): DbInstanceConfig {
  const vswitches = databaseVswitches(p.network, p.zones);
  return {
    engine: 'MySQL',
    engineVersion: p.version,
    instanceName: name,
    ...capacityAttributes(p),
    // One vSwitch for each zone, in the order of the zones.
    vswitchId: vswitches.map(({ vswitchId }) => vswitchId).join(','),
    vpcId: p.network.vpcId,
    zoneId: vswitches[0]!.zone,
    zoneIdSlaveA: vswitches[1]?.zone,
    instanceStorage: p.storage.gib,
    dbInstanceStorageType: 'cloud_essd',
    storageAutoScale: 'Enable',
    storageThreshold: 10,
    storageUpperBound: upperBound(p.storage),
    encryptionKey: p.diskKey?.keyId,
    roleArn: p.diskKey?.roleArn,
    securityIps: [NOBODY],
    sslAction: p.tls ? 'Open' : 'Close',
    tdeStatus: p.transparentEncryption ? 'Enabled' : undefined,
    sqlCollectorStatus: p.sqlAudit === undefined ? undefined : p.sqlAudit ? 'Enabled' : 'Disabled',
    maintainTime: p.maintenanceWindow,
    monitoringPeriod: 60,
    autoUpgradeMinorVersion: 'Auto',
    parameters: parametersOf(p.parameters),
    forceRestart: p.parameters === undefined ? undefined : true,
    deletionProtection: protection === 'production',
    timeouts: { create: '60m', update: '60m', delete: '30m' },
    // The disk grows by itself; smaller than it is by now would be refused.
    lifecycle: {
      ignoreChanges: ['instance_storage', ...chosenOnce(p.zones, ['vswitch_id', 'zone_id', 'zone_id_slave_a'])],
    },
  };
}

/** The address that RDS takes for "nobody". */
export const NOBODY = '127.0.0.1';

function capacityAttributes({ capacity, zones }: ResolvedMysql) {
  if (capacity.kind === 'fixed') {
    return {
      instanceType: capacity.instanceClass,
      instanceChargeType: 'Postpaid',
      category: zones.kind === 'two' ? 'HighAvailability' : 'Basic',
    };
  }
  return {
    instanceType: zones.kind === 'two' ? 'mysql.n2.serverless.2c' : 'mysql.n2.serverless.1c',
    instanceChargeType: 'Serverless',
    category: zones.kind === 'two' ? 'serverless_standard' : 'serverless_basic',
    // Paused it would be stopped, and every later apply would wait for it in vain.
    serverlessConfig: { minCapacity: capacity.min, maxCapacity: capacity.max, autoPause: false, switchForce: false },
  };
}

function parametersOf(parameters: Readonly<Record<string, string>> | undefined) {
  return parameters === undefined
    ? undefined
    : Object.keys(parameters)
        .sort()
        .map((name) => ({ name, value: parameters[name]! }));
}
