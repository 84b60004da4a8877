import { TerraformOutput } from 'cdktf';
import { KmsKey } from '../../lib/security/kms-key';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import type { CloudStackProps } from '../../lib/stacks/cloud-stack';
import { OssBucket, type BucketGrant, type IOssBucket } from '../../lib/storage/oss-bucket';
import { OSS_BUCKET_DEFAULTS, type OssBucketProps } from '../../lib/storage/oss-bucket-props';
import { BucketEncryption } from '../../lib/storage/oss-encryption';
import { LIFECYCLE_DEFAULTS } from '../../lib/storage/oss-lifecycle';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { documentIn, policyOf } from '../support/policies';
import { problemsOf } from '../support/problems';

function aBucket(props?: OssBucketProps, stack?: Partial<CloudStackProps>) {
  const cloud = aCloud(stack);
  return { cloud, bucket: new OssBucket(cloud, 'files', props) };
}

const attributesOf = (props?: OssBucketProps, stack?: Partial<CloudStackProps>) =>
  resourceOf(aBucket(props, stack).cloud, 'alicloud_oss_bucket').attributes;

test('a bucket is private, encrypted, versioned, and reached over TLS only', () => {
  const { cloud } = aBucket();
  expect(billOf(cloud)).toEqual([
    'alicloud_oss_bucket x1',
    'alicloud_oss_bucket_acl x1',
    'alicloud_oss_bucket_https_config x1',
    'alicloud_oss_bucket_policy x1',
    'alicloud_oss_bucket_public_access_block x1',
    'alicloud_oss_bucket_server_side_encryption x1',
    'alicloud_oss_bucket_versioning x1',
    'random_id x1',
  ]);
  expect(resourceOf(cloud, 'alicloud_oss_bucket_acl').attributes.acl).toBe('private');
  expect(resourceOf(cloud, 'alicloud_oss_bucket_public_access_block').attributes.block_public_access).toBe(true);
  expect(resourceOf(cloud, 'alicloud_oss_bucket_server_side_encryption').attributes.sse_algorithm).toBe('AES256');
  expect(resourceOf(cloud, 'alicloud_oss_bucket_versioning').attributes.status).toBe('Enabled');
  expect(resourceOf(cloud, 'alicloud_oss_bucket_https_config').attributes).toMatchObject({
    enable: true,
    tls_versions: ['TLSv1.2', 'TLSv1.3'],
  });
});

test('every request without TLS is refused, the owner’s too', () => {
  const { cloud } = aBucket({ name: 'acme-files' });
  const bucket = '${alicloud_oss_bucket.files_6F97A25D.bucket}';
  const { policy } = resourceOf(cloud, 'alicloud_oss_bucket_policy').attributes;
  expect(documentIn(policy)).toEqual({
    Version: '1',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['oss:*'],
        Principal: ['*'],
        Resource: [`acs:oss:*:*:${bucket}`, `acs:oss:*:*:${bucket}/*`],
        Condition: { Bool: { 'acs:SecureTransport': ['false'] } },
      },
    ],
  });
});

test('a production bucket survives, a sandbox goes with all it holds and keeps no old versions', () => {
  expect(attributesOf().force_destroy).toBe(false);
  const { cloud } = aBucket({}, { protection: 'sandbox' });
  expect(resourceOf(cloud, 'alicloud_oss_bucket').attributes.force_destroy).toBe(true);
  expect(resourcesOf(cloud, 'alicloud_oss_bucket_versioning')).toEqual([]);
  expect(
    resourcesOf(aBucket({ versioning: true }, { protection: 'sandbox' }).cloud, 'alicloud_oss_bucket_versioning'),
  ).toHaveLength(1);
  expect(resourcesOf(aBucket({ versioning: false }).cloud, 'alicloud_oss_bucket_versioning')).toEqual([]);
});

test('the name is unique over all accounts, or the one that is given', () => {
  expect(attributesOf().bucket).toMatch(/^shop-files-\$\{random_id\.files_suffix_\w+\.hex\}$/);
  expect(attributesOf({ name: 'acme-files' }).bucket).toBe('acme-files');
});

test('objects are in three zones unless one is enough', () => {
  expect(OSS_BUCKET_DEFAULTS.redundancy).toBe('zones');
  expect(attributesOf()).toMatchObject({ redundancy_type: 'ZRS', storage_class: 'Standard' });
  expect(attributesOf({ redundancy: 'zone', storageClass: 'infrequent' })).toMatchObject({
    redundancy_type: 'LRS',
    storage_class: 'IA',
  });
});

test('what other resources say is not compared on the bucket', () => {
  expect(attributesOf().lifecycle).toEqual({
    ignore_changes: ['logging', 'policy', 'server_side_encryption_rule', 'versioning'],
  });
});

test('unfinished uploads, old versions and their marks are thrown away', () => {
  expect(LIFECYCLE_DEFAULTS).toEqual({ abortUploadsAfterDays: 7, deleteOldVersionsAfterDays: 90 });
  expect(attributesOf().lifecycle_rule).toEqual([
    {
      id: 'tidy',
      prefix: '',
      enabled: true,
      abort_multipart_upload: [{ days: 7 }],
      expiration: [{ expired_object_delete_marker: true }],
      noncurrent_version_expiration: [{ days: 90 }],
    },
  ]);
  expect(attributesOf({ versioning: false }).lifecycle_rule).toEqual([
    { id: 'tidy', prefix: '', enabled: true, abort_multipart_upload: [{ days: 7 }] },
  ]);
});

test('objects move and go by age, under a prefix or all of them', () => {
  const [tidy, ...rules] = attributesOf({
    keepOldVersionsDays: 30,
    lifecycle: [
      { prefix: 'logs/', infrequentAfterDays: 30, archiveAfterDays: 90, deleteAfterDays: 365 },
      { prefix: 'uploads/', coldArchiveAfterDays: 180 },
    ],
  }).lifecycle_rule;
  expect(tidy).not.toHaveProperty('expiration');
  expect(tidy.noncurrent_version_expiration).toEqual([{ days: 30 }]);
  expect(rules).toEqual([
    {
      id: 'rule-1',
      prefix: 'logs/',
      enabled: true,
      transitions: [
        { days: 30, storage_class: 'IA' },
        { days: 90, storage_class: 'Archive' },
      ],
      expiration: [{ days: 365 }],
    },
    { id: 'rule-2', prefix: 'uploads/', enabled: true, transitions: [{ days: 180, storage_class: 'ColdArchive' }] },
  ]);
});

test('access logs go to another bucket, under the bucket’s name', () => {
  const { cloud, bucket } = aBucket({ name: 'acme-logs' });
  new OssBucket(cloud, 'images', { name: 'acme-images', accessLogs: { bucket } });
  expect(resourceOf(cloud, 'alicloud_oss_bucket_logging').attributes).toMatchObject({
    target_bucket: expect.stringContaining('files'),
    target_prefix: 'images/',
  });
});

test('a bucket that exists can be taken over by its name', () => {
  const { cloud } = aBucket({ adopt: 'acme-files' });
  expect(resourceOf(cloud, 'alicloud_oss_bucket').attributes.lifecycle.ignore_changes).toEqual(
    expect.arrayContaining(['redundancy_type', 'storage_class']),
  );
  const { address, attributes } = resourceOf(cloud, 'alicloud_oss_bucket');
  expect(attributes.bucket).toBe('acme-files');
  expect(synthesized(cloud).import).toEqual([{ id: 'acme-files', to: address }]);
});

test('its endpoints are what Terraform reads', () => {
  const { cloud, bucket } = aBucket();
  new TerraformOutput(cloud, 'endpoints', { value: `${bucket.privateEndpoint} ${bucket.publicEndpoint}` });
  expect(synthesized(cloud).output).toMatchObject({
    endpoints: { value: expect.stringMatching(/intranet_endpoint\} .*extranet_endpoint\}$/) },
  });
});

/** The statements of the policy that a role gets by one grant. */
function granted(
  grant: (bucket: IOssBucket, role: RamRole, of: BucketGrant | undefined) => void,
  of?: BucketGrant,
  key = false,
) {
  const cloud = aCloud();
  const role = new RamRole(cloud, 'worker', { trust: Trust.service('ecs.aliyuncs.com') });
  const own = key ? KmsKey.fromAttributes(cloud, 'key', { keyId: 'key-1' }) : undefined;
  grant(OssBucket.fromAttributes(cloud, 'files', { bucketName: 'acme-files', key: own }), role, of);
  return policyOf(cloud).Statement;
}

const OBJECTS = 'acs:oss:*:*:acme-files/*';
const BUCKET = 'acs:oss:*:*:acme-files';

test('who may read may get objects and list them, and nothing else', () => {
  expect(granted((bucket, role, of) => bucket.grantRead(role, of))).toEqual([
    { Effect: 'Allow', Action: ['oss:GetObject'], Resource: [OBJECTS] },
    { Effect: 'Allow', Action: ['oss:ListObjects'], Resource: [BUCKET] },
  ]);
});

test('who may read under a prefix can list nothing else', () => {
  expect(granted((bucket, role, of) => bucket.grantRead(role, of), { prefix: 'uploads/' })).toEqual([
    { Effect: 'Allow', Action: ['oss:GetObject'], Resource: ['acs:oss:*:*:acme-files/uploads/*'] },
    {
      Effect: 'Allow',
      Action: ['oss:ListObjects'],
      Resource: [BUCKET],
      Condition: { StringLike: { 'oss:Prefix': ['uploads/*'] } },
    },
  ]);
});

test('who may put can neither read, nor list, nor delete', () => {
  expect(granted((bucket, role, of) => bucket.grantPut(role, of))).toEqual([
    { Effect: 'Allow', Action: ['oss:AbortMultipartUpload', 'oss:ListParts', 'oss:PutObject'], Resource: [OBJECTS] },
  ]);
});

test('who may read and write can do everything with objects, and nothing with the bucket', () => {
  expect(granted((bucket, role, of) => bucket.grantReadWrite(role, of))).toEqual([
    {
      Effect: 'Allow',
      Action: ['oss:AbortMultipartUpload', 'oss:DeleteObject', 'oss:GetObject', 'oss:ListParts', 'oss:PutObject'],
      Resource: [OBJECTS],
    },
    { Effect: 'Allow', Action: ['oss:ListObjects'], Resource: [BUCKET] },
  ]);
});

test('with a key of its own, the key may be used, too', () => {
  const key = { Effect: 'Allow', Resource: ['acs:kms:*:*:key/key-1'] };
  expect(granted((bucket, role) => bucket.grantRead(role), undefined, true)).toContainEqual({
    ...key,
    Action: ['kms:Decrypt'],
  });
  expect(granted((bucket, role) => bucket.grantPut(role), undefined, true)).toContainEqual({
    ...key,
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  });
});

test('a bucket can be encrypted by KMS, with its key or yours', () => {
  const encryptionOf = (props: OssBucketProps, cloud = aCloud()) => {
    new OssBucket(cloud, 'files', props);
    return resourceOf(cloud, 'alicloud_oss_bucket_server_side_encryption').attributes;
  };
  expect(encryptionOf({ encryption: BucketEncryption.kms() })).toMatchObject({ sse_algorithm: 'KMS' });
  const cloud = aCloud();
  const key = KmsKey.fromAttributes(cloud, 'key', { keyId: 'key-1' });
  expect(encryptionOf({ encryption: BucketEncryption.withKey(key) }, cloud)).toMatchObject({
    sse_algorithm: 'KMS',
    kms_master_key_id: 'key-1',
  });
});

test.each<[string, unknown, object]>([
  ['a name in upper case', { name: 'Acme' }, { code: 'name-invalid' }],
  ['a name of two characters', { name: 'ab' }, { code: 'name-invalid' }],
  ['another name than the adopted one', { name: 'acme', adopt: 'acme-2' }, { code: 'choice-conflict' }],
  ['an encryption of no kind', { encryption: 'AES256' }, { code: 'choice-invalid' }],
  ['a key that is its id', { encryption: { kind: 'key', key: 'key-1' } }, { code: 'type-invalid' }],
  ['a redundancy of the API', { redundancy: 'ZRS' }, { code: 'choice-invalid' }],
  ['a storage class of the API', { storageClass: 'IA' }, { code: 'choice-invalid' }],
  ['versions kept for no day', { keepOldVersionsDays: 0 }, { code: 'number-invalid' }],
  ['a rule that does nothing', { lifecycle: [{ prefix: 'a/' }] }, { code: 'lifecycle-invalid' }],
  [
    'a rule that deletes before it moves',
    { lifecycle: [{ infrequentAfterDays: 30, deleteAfterDays: 7 }] },
    { code: 'lifecycle-invalid', fix: 'write more days than in infrequentAfterDays' },
  ],
  [
    'two rules for the same objects',
    {
      lifecycle: [
        { prefix: 'a/', deleteAfterDays: 7 },
        { prefix: 'a/b/', deleteAfterDays: 9 },
      ],
    },
    { code: 'lifecycle-invalid', value: 'a/b/' },
  ],
  ['a prefix with a slash first', { lifecycle: [{ prefix: '/a', deleteAfterDays: 7 }] }, { code: 'prefix-invalid' }],
  ['half a day', { lifecycle: [{ deleteAfterDays: 0.5 }] }, { code: 'number-invalid' }],
  ['access logs to a name', { accessLogs: { bucket: 'acme-logs' } }, { code: 'type-invalid' }],
  ['a prop of the provider', { acl: 'public-read' }, { code: 'prop-unknown' }],
])('%s is refused', (_, props, problem) => {
  expect(problemsOf(() => aBucket(props as OssBucketProps))).toMatchObject([{ path: 'shop/files', ...problem }]);
});

test.each(['', '/uploads', 'up*', 'a?', 'a"b', 'a\\b', '${x}', 'a\n'])(
  'a grant under the prefix "%s" is refused',
  (prefix) => {
    expect(problemsOf(() => granted((bucket, role) => bucket.grantRead(role, { prefix })))).toMatchObject([
      { code: 'prefix-invalid', path: 'shop/files', value: prefix },
    ]);
  },
);
