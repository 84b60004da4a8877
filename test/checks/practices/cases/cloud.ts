import type { TerraformStack } from 'cdktf';
import { l1, type Cases, type Fields, type Program } from '../programs';

/** One resource of a type, called `x`. */
const one =
  (type: string, base: Fields) =>
  (change: Fields = {}): Program =>
  (stack) =>
    void l1(stack, `alicloud_${type}`, 'x', { ...base, ...change });

/** vSwitches in zones, by their ids. */
const vswitches = (stack: TerraformStack, zones: readonly string[]): readonly string[] =>
  zones.map(
    (zoneId, index) =>
      (
        l1(stack, 'alicloud_vswitch', `vswitch-${index}`, {
          vpcId: 'vpc-1',
          cidrBlock: `10.0.${index}.0/24`,
          zoneId: `cn-hangzhou-${zoneId}`,
        }) as Fields
      ).id as string,
  );

const CLUSTER: Fields = {
  name: 'shop',
  clusterSpec: 'ack.pro.small',
  vswitchIds: ['vsw-1', 'vsw-2'],
  slbInternetEnabled: false,
  deletionProtection: true,
  skipSetCertificateAuthority: true,
  enableRrsa: true,
  controlPlaneLogComponents: ['apiserver'],
  controlPlaneLogTtl: '30',
  auditLogConfig: { enabled: true },
  encryptionProviderKey: 'key-1',
};
const cluster = one('cs_managed_kubernetes', CLUSTER);
const inZones =
  (zones: readonly string[]): Program =>
  (stack) =>
    void l1(stack, 'alicloud_cs_managed_kubernetes', 'x', { ...CLUSTER, vswitchIds: vswitches(stack, zones) });

const POOL: Fields = {
  clusterId: 'c1',
  nodePoolName: 'workers',
  vswitchIds: ['vsw-1', 'vsw-2'],
  multiAzPolicy: 'BALANCE',
  instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
  desiredSize: '3',
  systemDiskEncrypted: true,
  instanceMetadataOptions: { httpTokens: 'required' },
  management: { enable: true, autoRepair: true },
};
const pool = one('cs_kubernetes_node_pool', POOL);
/** The pool `x` in some zones, and another one of the same cluster. */
const pools =
  (zones: readonly string[], others: Fields = {}, own: Fields = {}): Program =>
  (stack) => {
    const ids = vswitches(stack, zones);
    const cluster = l1(stack, 'alicloud_cs_managed_kubernetes', 'cluster', CLUSTER) as Fields;
    const base = { ...POOL, clusterId: cluster.id as string };
    l1(stack, 'alicloud_cs_kubernetes_node_pool', 'x', { ...base, vswitchIds: ids, ...own });
    l1(stack, 'alicloud_cs_kubernetes_node_pool', 'other', { ...base, ...others });
  };

const RDS: Fields = {
  engine: 'MySQL',
  engineVersion: '8.0',
  instanceType: 'mysql.n2.medium.2c',
  instanceStorage: 50,
  zoneId: 'cn-hangzhou-h',
  zoneIdSlaveA: 'cn-hangzhou-i',
  vswitchId: 'vsw-1,vsw-2',
  securityIps: ['127.0.0.1'],
  sslAction: 'Open',
  encryptionKey: 'ServiceKey',
  sqlCollectorStatus: 'Enabled',
  deletionProtection: true,
};
const rds = one('db_instance', RDS);
const REDIS: Fields = {
  instanceClass: 'redis.shard.small.ce',
  zoneId: 'cn-hangzhou-h',
  secondaryZoneId: 'cn-hangzhou-i',
  securityIps: ['10.0.0.0/24'],
  sslEnable: 'Enable',
  instanceReleaseProtection: true,
};
const redis = one('kvstore_instance', REDIS);
const backup = one('db_backup_policy', { instanceId: 'rm-1', backupRetentionPeriod: 14, enableBackupLog: true });
const nasRule = one('nas_access_rule', { accessGroupName: 'shop', sourceCidrIp: '10.0.0.0/24' });
const mount = one('nas_mount_target', { fileSystemId: 'nas-1', accessGroupName: 'shop' });
const files = one('nas_file_system', {
  protocolType: 'NFS',
  storageType: 'Capacity',
  encryptType: 1,
  recycleBin: { status: 'Enable' },
});
const BUCKET: Fields = { bucket: 'shop-pictures' };
const bucket = one('oss_bucket', BUCKET);
/** A bucket, and another resource that says something about it. */
const bucketWith =
  (type: string, config: Fields, by: 'reference' | 'name' = 'reference'): Program =>
  (stack) => {
    const made = l1(stack, 'alicloud_oss_bucket', 'x', BUCKET) as Fields;
    const name = by === 'name' ? 'shop-pictures' : (made.id as string);
    l1(stack, `alicloud_oss_bucket_${type}`, 'sister', { bucket: name, ...config });
  };
const OPEN = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Principal: ['*'], Action: 'oss:GetObject', Resource: '*' }],
};
const firewall = one('security_group_rule', {
  type: 'ingress',
  ipProtocol: 'tcp',
  portRange: '443/443',
  securityGroupId: 'sg-1',
  cidrIp: '0.0.0.0/0',
});
const key = one('kms_key', { deletionProtection: 'Enabled', automaticRotation: 'Enabled', rotationInterval: '365d' });
const trail = one('actiontrail_trail', { trailName: 'all', trailRegion: 'All', eventRw: 'All' });
const policy = (document: Fields): Program =>
  one('ram_policy', { policyName: 'x', policyDocument: JSON.stringify({ Version: '1', Statement: [document] }) })();
const permissions = one('cs_kubernetes_permissions', { uid: '200000000000000001' });
const PERMISSION = { cluster: 'c1', roleType: 'cluster', roleName: 'ops' };

export const CLOUD: Readonly<Record<string, Cases>> = {
  'cluster-deletion-protection': {
    wrong: {
      'nothing said': cluster({ deletionProtection: undefined }),
      'switched off': cluster({ deletionProtection: false }),
      serverless: one('cs_serverless_kubernetes', { name: 'shop' })(),
    },
    right: { 'switched on': cluster(), 'known later': cluster({ deletionProtection: '${var.protected}' }) },
  },
  'api-endpoint-private': {
    wrong: {
      public: cluster({ slbInternetEnabled: true }),
      'nothing said, of which the provider makes yes': cluster({ slbInternetEnabled: undefined }),
      serverless: one('cs_serverless_kubernetes', { name: 'shop', endpointPublicAccessEnabled: true })(),
    },
    right: { private: cluster(), serverless: one('cs_serverless_kubernetes', { name: 'shop' })() },
  },
  'cluster-zones': {
    wrong: { 'one vSwitch': cluster({ vswitchIds: ['vsw-1'] }), 'two vSwitches of a zone': inZones(['h', 'h']) },
    right: { 'two zones': inZones(['h', 'i']), 'vSwitches of which nobody knows the zones': cluster() },
  },
  'cluster-pro': {
    wrong: { Basic: cluster({ clusterSpec: 'ack.standard' }), 'nothing said': cluster({ clusterSpec: undefined }) },
    right: { Pro: cluster(), Provisioned: cluster({ clusterSpec: 'ack.pro.xlarge' }) },
  },
  'audit-logs': {
    wrong: {
      none: cluster({ auditLogConfig: undefined }),
      'switched off': cluster({ auditLogConfig: { enabled: false } }),
    },
    right: { 'switched on': cluster() },
  },
  'control-plane-logs': {
    wrong: { none: cluster({ controlPlaneLogComponents: undefined }) },
    right: {
      some: cluster(),
      'a Basic cluster has none': cluster({ controlPlaneLogComponents: undefined, clusterSpec: 'ack.standard' }),
    },
  },
  'secrets-encryption': {
    wrong: {
      'no key': cluster({ encryptionProviderKey: undefined }),
      'switched off': cluster({ disableEncryption: true }),
    },
    right: { 'a key': cluster() },
  },
  'cluster-certificates': {
    wrong: { 'nothing said': cluster({ skipSetCertificateAuthority: undefined }) },
    right: { 'left out of the state': cluster() },
  },
  'pod-identity': {
    wrong: { 'nothing said': cluster({ enableRrsa: undefined }) },
    right: { 'switched on': cluster() },
  },
  'node-size': {
    wrong: {
      'two cores': pool({ instanceTypes: ['ecs.g7.large', 'ecs.g8i.xlarge'] }),
      burstable: pool({ instanceTypes: ['ecs.t6-c4m1.2xlarge', 'ecs.g7.xlarge'] }),
    },
    right: { 'four cores': pool(), more: pool({ instanceTypes: ['ecs.g7.8xlarge', 'ecs.ebmg7.32xlarge'] }) },
  },
  'instance-types': {
    wrong: { one: pool({ instanceTypes: ['ecs.g7.xlarge'] }) },
    right: {
      two: pool(),
      patterns: pool({
        instanceTypes: ['ecs.g7.xlarge'],
        instancePatterns: [{ instanceFamilyLevel: 'EnterpriseLevel' }],
      }),
    },
  },
  'node-zones': {
    wrong: {
      'one vSwitch': pool({ vswitchIds: ['vsw-1'] }),
      'two vSwitches of a zone': (stack) =>
        void l1(stack, 'alicloud_cs_kubernetes_node_pool', 'x', { ...POOL, vswitchIds: vswitches(stack, ['h', 'h']) }),
    },
    right: {
      'two zones': (stack) =>
        void l1(stack, 'alicloud_cs_kubernetes_node_pool', 'x', { ...POOL, vswitchIds: vswitches(stack, ['h', 'i']) }),
      'a pool per zone': pools(['h'], { vswitchIds: ['vsw-2'] }),
    },
  },
  'node-balance': {
    wrong: { 'nothing said': pool({ multiAzPolicy: undefined }), PRIORITY: pool({ multiAzPolicy: 'PRIORITY' }) },
    right: { BALANCE: pool(), 'one vSwitch': pool({ multiAzPolicy: undefined, vswitchIds: ['vsw-1'] }) },
  },
  'several-nodes': {
    wrong: {
      one: pool({ desiredSize: '1' }),
      'one at most': pool({ scalingConfig: { enable: true, minSize: 0, maxSize: 1 } }),
    },
    right: {
      three: pool(),
      'up to twelve': pool({ desiredSize: undefined, scalingConfig: { minSize: 1, maxSize: 12 } }),
      'a block that does not scale': pool({ scalingConfig: { enable: false } }),
    },
  },
  'spot-with-others': {
    wrong: { 'spot only': pool({ spotStrategy: 'SpotAsPriceGo' }) },
    right: {
      none: pool(),
      'a base that stays': pool({ spotStrategy: 'SpotAsPriceGo', onDemandBaseCapacity: '2' }),
      'another pool': pools(['h', 'i'], {}, { spotStrategy: 'SpotAsPriceGo' }),
    },
  },
  'node-addresses': {
    wrong: { 'a bandwidth': pool({ internetMaxBandwidthOut: 10 }) },
    right: { none: pool(), zero: pool({ internetMaxBandwidthOut: 0 }) },
  },
  'node-metadata': {
    wrong: {
      'a pool': pool({ instanceMetadataOptions: undefined }),
      'an instance': one('instance', { imageId: 'm-1', instanceType: 'ecs.g7.xlarge', securityGroups: ['sg-1'] })(),
    },
    right: { 'with a token': pool() },
  },
  'disk-encryption': {
    wrong: {
      'the system disk': pool({ systemDiskEncrypted: false }),
      'a data disk': pool({ dataDisks: [{ category: 'cloud_essd', size: 100 }] }),
      'a disk by itself': one('ecs_disk', { zoneId: 'cn-hangzhou-h', size: 40 })(),
    },
    right: {
      'all of them': pool({ dataDisks: [{ category: 'cloud_essd', size: 100, encrypted: 'true' }] }),
      'a copy is as its snapshot': one('ecs_disk', { zoneId: 'cn-hangzhou-h', snapshotId: 's-1' })(),
    },
  },
  'node-repair': {
    wrong: {
      none: pool({ management: undefined }),
      'switched off': pool({ management: { enable: true, autoRepair: false } }),
    },
    right: { 'switched on': pool() },
  },
  'database-open': {
    wrong: {
      RDS: rds({ securityIps: ['10.0.0.0/8', '0.0.0.0/0'] }),
      'in two halves': rds({ securityIps: ['0.0.0.0/1', '128.0.0.0/1'] }),
      Redis: redis({ securityIps: ['0.0.0.0/0'] }),
      'in one text': redis({ securityIps: ['10.0.0.1,::/0'] }),
      MongoDB: one('mongodb_instance', {
        engineVersion: '6.0',
        dbInstanceClass: 'dds.mongo.mid',
        dbInstanceStorage: 20,
        securityIpList: ['0.0.0.0/0'],
      })(),
      'PolarDB, in one of its lists': one('polardb_cluster', {
        dbType: 'MySQL',
        dbVersion: '8.0',
        dbNodeClass: 'polar.mysql.x4.large',
        dbClusterIpArray: [{ dbClusterIpArrayName: 'office', securityIps: ['10.0.0.0/8', '0.0.0.0/0'] }],
      })(),
      Elasticsearch: one('elasticsearch_instance', {
        version: '8.5_with_X-Pack',
        vswitchId: 'vsw-1',
        dataNodeAmount: 3,
        enablePublic: true,
        publicWhitelist: ['0.0.0.0/0'],
      })(),
      'a template': one('rds_whitelist_template', { templateName: 'x', ipWhiteList: '0.0.0.0/0' })(),
    },
    right: {
      'named ranges': rds({ securityIps: ['10.0.0.0/8', '192.168.0.7'] }),
      'known later': rds({ securityIps: ['${var.ip}'] }),
    },
  },
  'database-public-address': {
    wrong: { RDS: one('db_connection', { instanceId: 'rm-1' })() },
    right: { none: rds() },
  },
  'database-password': {
    wrong: { Redis: redis({ vpcAuthMode: 'Close' }) },
    right: { 'asked for': redis({ vpcAuthMode: 'Open' }), 'the default': redis() },
  },
  'database-deletion-protection': {
    wrong: {
      RDS: rds({ deletionProtection: undefined }),
      Redis: redis({ instanceReleaseProtection: undefined }),
      PolarDB: one('polardb_cluster', { dbType: 'MySQL', dbVersion: '8.0', dbNodeClass: 'polar.mysql.g2.medium' })(),
    },
    right: {
      RDS: rds(),
      PolarDB: one('polardb_cluster', {
        dbType: 'MySQL',
        dbVersion: '8.0',
        dbNodeClass: 'polar.mysql.g2.medium',
        deletionLock: 1,
      })(),
      'rented for months': rds({ deletionProtection: undefined, instanceChargeType: 'Prepaid' }),
    },
  },
  'database-backups': {
    wrong: {
      'three days': backup({ backupRetentionPeriod: 3 }),
      'without the log': backup({ enableBackupLog: false }),
    },
    right: {
      'two weeks': backup(),
      'the defaults': backup({ backupRetentionPeriod: undefined, enableBackupLog: undefined }),
    },
  },
  'database-zones': {
    wrong: {
      'the Basic edition': rds({ category: 'Basic' }),
      'one vSwitch': rds({ vswitchId: 'vsw-1', zoneIdSlaveA: undefined }),
      'the same zone twice': rds({ zoneIdSlaveA: 'cn-hangzhou-h' }),
      Redis: redis({ secondaryZoneId: undefined }),
    },
    right: {
      'two zones': rds(),
      'two vSwitches': rds({ zoneIdSlaveA: undefined }),
      'a zone of several': rds({ zoneId: 'cn-hangzhou-MAZ10(h,i)', zoneIdSlaveA: undefined, vswitchId: 'vsw-1' }),
      Redis: redis(),
    },
  },
  'database-tls': {
    wrong: { 'nothing said': rds({ sslAction: undefined }), closed: rds({ sslAction: 'Close' }) },
    right: { open: rds(), 'an engine without': rds({ engine: 'MariaDB', sslAction: undefined }) },
  },
  'redis-tls': {
    wrong: {
      'nothing said': redis({ sslEnable: undefined }),
      Tair: one('redis_tair_instance', {
        instanceClass: 'tair.rdb.1g',
        instanceType: 'tair_rdb',
        zoneId: 'cn-hangzhou-h',
        vpcId: 'vpc-1',
        vswitchId: 'vsw-1',
      })(),
    },
    right: { 'switched on': redis() },
  },
  'database-encryption': {
    wrong: { nothing: rds({ encryptionKey: undefined }) },
    right: { 'the disk': rds(), 'the tables': rds({ encryptionKey: undefined, tdeStatus: 'Enabled' }) },
  },
  'database-audit': {
    wrong: { 'nothing said': rds({ sqlCollectorStatus: undefined }) },
    right: { 'switched on': rds() },
  },
  'nas-open': {
    wrong: {
      'every address': nasRule({ sourceCidrIp: '0.0.0.0/0' }),
      'every address of IPv6': nasRule({ sourceCidrIp: undefined, ipv6SourceCidrIp: '::/0' }),
      'the default group': mount({ accessGroupName: 'DEFAULT_VPC_GROUP_NAME' }),
    },
    right: { 'a range': nasRule(), 'a group of its own': mount() },
  },
  'nas-encryption': {
    wrong: { 'nothing said': files({ encryptType: undefined }), none: files({ encryptType: 0 }) },
    right: { 'the key of NAS': files(), 'a key of KMS': files({ encryptType: 2, kmsKeyId: 'key-1' }) },
  },
  'nas-recycle-bin': {
    wrong: { none: files({ recycleBin: undefined }) },
    right: { one: files(), 'a kind without': files({ recycleBin: undefined, fileSystemType: 'extreme' }) },
  },
  'oss-public': {
    wrong: {
      'by the bucket': bucket({ acl: 'public-read' }),
      'by a resource beside it': one('oss_bucket_acl', { bucket: 'b', acl: 'public-read-write' })(),
    },
    right: { private: bucket({ acl: 'private' }), 'nothing said': bucket() },
  },
  'oss-policy-public': {
    wrong: {
      'by the bucket': bucket({ policy: JSON.stringify(OPEN) }),
      'by a resource beside it': one('oss_bucket_policy', { bucket: 'b', policy: JSON.stringify(OPEN) })(),
    },
    right: {
      'a denial': bucket({
        policy: JSON.stringify({ ...OPEN, Statement: [{ ...OPEN.Statement[0], Effect: 'Deny' }] }),
      }),
      'a condition': bucket({
        policy: JSON.stringify({
          ...OPEN,
          Statement: [{ ...OPEN.Statement[0], Condition: { IpAddress: { 'acs:SourceIp': ['203.0.113.7'] } } }],
        }),
      }),
      somebody: bucket({
        policy: JSON.stringify({ ...OPEN, Statement: [{ ...OPEN.Statement[0], Principal: ['20000000'] }] }),
      }),
    },
  },
  'oss-encryption': {
    wrong: { none: bucket() },
    right: {
      'by the bucket': bucket({ serverSideEncryptionRule: { sseAlgorithm: 'AES256' } }),
      'by a resource beside it': bucketWith('server_side_encryption', { sseAlgorithm: 'AES256' }),
      'by a resource with its name': bucketWith('server_side_encryption', { sseAlgorithm: 'AES256' }, 'name'),
    },
  },
  'oss-versioning': {
    wrong: { none: bucket() },
    right: {
      'by the bucket': bucket({ versioning: { status: 'Enabled' } }),
      'by a resource beside it': bucketWith('versioning', { status: 'Enabled' }),
    },
  },
  'oss-https': {
    wrong: { none: bucket() },
    right: {
      'by a resource beside it': bucketWith('https_config', { enable: true, tlsVersions: ['TLSv1.2'] }),
      'by a policy': bucketWith('policy', {
        policy: JSON.stringify({
          Statement: [{ Effect: 'Deny', Condition: { Bool: { 'acs:SecureTransport': ['false'] } } }],
        }),
      }),
    },
  },
  'oss-logging': {
    wrong: { none: bucket() },
    right: { one: bucketWith('logging', { targetBucket: 'logs' }) },
  },
  'oss-force-destroy': { wrong: { forced: bucket({ forceDestroy: true }) }, right: { 'nothing said': bucket() } },
  'registry-public': {
    wrong: {
      'a repository': one('cr_ee_repo', { instanceId: 'cri-1', namespace: 'shop', repoType: 'PUBLIC', summary: 's' })({
        name: 'x',
      }),
      'those of a namespace': one('cr_ee_namespace', {
        instanceId: 'cri-1',
        name: 'shop',
        defaultVisibility: 'PUBLIC',
      })(),
    },
    right: {
      private: one('cr_ee_repo', { instanceId: 'cri-1', namespace: 'shop', repoType: 'PRIVATE', summary: 's' })({
        name: 'x',
      }),
    },
  },
  'admin-port-open': {
    wrong: {
      SSH: firewall({ portRange: '22/22' }),
      'a range with MySQL in it': firewall({ portRange: '3000/4000' }),
      everything: firewall({ ipProtocol: 'all', portRange: '-1/-1' }),
      IPv6: firewall({ cidrIp: undefined, ipv6CidrIp: '::/0', portRange: '3389/3389' }),
    },
    right: {
      HTTPS: firewall(),
      'from a range': firewall({ portRange: '22/22', cidrIp: '10.0.0.0/8' }),
      'to the outside': firewall({ type: 'egress', ipProtocol: 'all', portRange: '-1/-1' }),
      refused: firewall({ portRange: '22/22', policy: 'drop' }),
    },
  },
  'network-deletion-protection': {
    wrong: {
      'a classic balancer': one('slb_load_balancer', { loadBalancerName: 'front' })(),
      'an ALB': one('alb_load_balancer', {
        addressType: 'Internet',
        loadBalancerEdition: 'Standard',
        vpcId: 'vpc-1',
        loadBalancerBillingConfig: { payType: 'PayAsYouGo' },
        zoneMappings: [],
      })(),
      'an address': one('eip_address', {})(),
    },
    right: {
      'a classic balancer': one('slb_load_balancer', { loadBalancerName: 'front', deleteProtection: 'on' })(),
      'an NLB': one('nlb_load_balancer', {
        addressType: 'Internet',
        vpcId: 'vpc-1',
        zoneMappings: [],
        deletionProtectionConfig: { enabled: true },
      })(),
      'a gateway': one('nat_gateway', { vpcId: 'vpc-1', deletionProtection: true })(),
    },
  },
  'tls-policy': {
    wrong: {
      'a classic listener that says nothing': one('slb_listener', {
        loadBalancerId: 'lb-1',
        frontendPort: 443,
        protocol: 'https',
      })(),
      'an old policy': one('slb_listener', {
        loadBalancerId: 'lb-1',
        frontendPort: 443,
        protocol: 'https',
        tlsCipherPolicy: 'tls_cipher_policy_1_1',
      })(),
    },
    right: {
      'a new policy': one('slb_listener', {
        loadBalancerId: 'lb-1',
        frontendPort: 443,
        protocol: 'https',
        tlsCipherPolicy: 'tls_cipher_policy_1_2',
      })(),
      HTTP: one('slb_listener', { loadBalancerId: 'lb-1', frontendPort: 80, protocol: 'http' })(),
    },
  },
  'key-deletion-protection': {
    wrong: { 'nothing said': key({ deletionProtection: undefined }) },
    right: { 'switched on': key() },
  },
  'key-rotation': {
    wrong: { 'nothing said': key({ automaticRotation: undefined }) },
    right: {
      'switched on': key(),
      'a key for signatures': key({ automaticRotation: undefined, keySpec: 'RSA_2048', keyUsage: 'SIGN/VERIFY' }),
    },
  },
  'log-retention': {
    wrong: {
      'a store': one('log_store', { projectName: 'p', logstoreName: 's', retentionPeriod: 7 })(),
      'a control plane': cluster({ controlPlaneLogTtl: '7' }),
    },
    right: { 'a month': cluster(), 'nothing said': one('log_store', { projectName: 'p', logstoreName: 's' })() },
  },
  'trail-complete': {
    wrong: { 'one region': trail({ trailRegion: 'cn-hangzhou' }), 'writing only': trail({ eventRw: undefined }) },
    right: { everything: trail() },
  },
  'ack-administrator': {
    wrong: {
      'of all clusters': permissions({ permissions: [{ ...PERMISSION, roleType: 'all-clusters', roleName: 'admin' }] }),
    },
    right: { 'operator of one': permissions({ permissions: [PERMISSION] }) },
  },
  'ram-administrator': {
    wrong: {
      'a policy': policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
      'everything in RAM': policy({ Effect: 'Allow', Action: ['oss:*', 'ram:*'], Resource: ['*'] }),
      'the policy of the system': one('ram_user_policy_attachment', {
        policyName: 'AdministratorAccess',
        policyType: 'System',
        userName: 'somebody',
      })(),
    },
    right: {
      'a bucket': policy({ Effect: 'Allow', Action: 'oss:*', Resource: 'acs:oss:*:*:shop/*' }),
      'reading RAM': policy({ Effect: 'Allow', Action: ['ram:Get*', 'ram:List*'], Resource: '*' }),
      'a denial': policy({ Effect: 'Deny', Action: '*', Resource: '*' }),
      'another policy': one('ram_user_policy_attachment', {
        policyName: 'AliyunCSReadOnlyAccess',
        policyType: 'System',
        userName: 'somebody',
      })(),
    },
  },
  'ram-access-key': {
    wrong: { 'a key': one('ram_access_key', { userName: 'robot' })() },
    right: { 'a key that is switched off': one('ram_access_key', { userName: 'robot', status: 'Inactive' })() },
  },
  'secret-literal': {
    wrong: {
      'an account of a database': one('rds_account', {
        dbInstanceId: 'rm-1',
        accountName: 'shop',
        accountPassword: 'correct-horse',
      })(),
      'a node pool': pool({ password: 'Correct-horse-7' }),
      'a block': one('vpn_connection', {
        vpnGatewayId: 'vpn-1',
        customerGatewayId: 'cgw-1',
        localSubnet: ['10.0.0.0/8'],
        remoteSubnet: ['172.16.0.0/12'],
        ikeConfig: { psk: 'correct-horse' },
      })(),
      'a private key of a certificate': one('ssl_certificates_service_certificate', {
        certificateName: 'front',
        key: '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----',
      })(),
    },
    right: {
      drawn: one('rds_account', {
        dbInstanceId: 'rm-1',
        accountName: 'shop',
        accountPassword: '${random_password.db.result}',
      })(),
      encrypted: pool({ kmsEncryptedPassword: 'c2VjcmV0' }),
    },
  },
};
