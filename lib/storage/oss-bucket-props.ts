import { oneOf, wholeNumber } from '../core/checks';
import type { Protection } from '../core/cloud';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, construct, flag, listOf, needed, object, text, word, type Forms } from '../core/forms';
import { NAME_RULES, nameProblems } from '../core/names';
import type { IKmsKey } from '../security/kms-key';
import { BucketEncryption, type BucketEncryptionData } from './oss-encryption';
import { LIFECYCLE_DEFAULTS, lifecycleProblems, type BucketLifecycleRule } from './oss-lifecycle';
import { prefixProblems } from './oss-prefix';

/** Where OSS writes who asked for which object. */
export interface BucketAccessLogs {
  /** The bucket that takes them, in the same region; not the logged one. */
  readonly bucket: { readonly bucketName: string };
  /** What their names begin with. @default the name of the logged bucket's construct and a slash */
  readonly prefix?: string;
}

export interface OssBucketProps {
  /**
   * Name of the bucket, unique over all accounts: 3 to 63 lower-case letters, digits and hyphens. Changing it replaces
   * the bucket; one with objects cannot be.
   * @default the stack's name, the construct's path and eight random hex digits
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /**
   * How objects are encrypted. Changed in place, for objects that come later.
   * @default BucketEncryption.aes256()
   */
  readonly encryption?: BucketEncryptionData;
  /**
   * Whether what is overwritten or deleted can be called back. Old versions are billed until they are thrown away.
   * Changed in place; a bucket that had versions keeps those it has.
   * @default true in a `production` stack
   */
  readonly versioning?: boolean;
  /**
   * Days after which old versions are thrown away, 1 to 36500; only with versions. Changed in place.
   * @default 90
   * @throws InputError `number-invalid`
   */
  readonly keepOldVersionsDays?: number;
  /**
   * `zones` keeps every object in three zones of the region, `zone` in one, for less. Changing it replaces the bucket.
   * @default "zones"
   */
  readonly redundancy?: BucketRedundancy;
  /**
   * How objects are stored when they come in. `archive` cannot be read at once. Changing it replaces the bucket.
   * @default "standard"
   */
  readonly storageClass?: BucketStorageClass;
  /**
   * What becomes of objects as they get older. Unfinished uploads are always thrown away, after 7 days. Changed in place.
   * @default objects stay as they are
   * @throws InputError `lifecycle-invalid`, `prefix-invalid`
   */
  readonly lifecycle?: readonly BucketLifecycleRule[];
  /** Where OSS writes who asked for which object. Changed in place. @default nowhere */
  readonly accessLogs?: BucketAccessLogs;
  /**
   * Takes over the bucket of this name instead of creating one, and is its name then. Import id: the bucket's name. Its
   * redundancy and storage class are not compared; encryption, versions, rules and policy become those written here.
   * @default none - a new bucket
   */
  readonly adopt?: string;
}

/** Where copies of an object are. */
export type BucketRedundancy = 'zones' | 'zone';

/** How objects are stored. */
export type BucketStorageClass = 'standard' | 'infrequent' | 'archive';

/** A bucket that exists. */
export interface OssBucketAttributes {
  /** Name of the bucket, unique over all accounts. */
  readonly bucketName: string;
  /** The key that encrypts its objects, where it has one of its own: who is granted the bucket may use it. @default none */
  readonly key?: IKmsKey;
}

/** What a bucket is when a prop is left out. */
export const OSS_BUCKET_DEFAULTS = Object.freeze({
  encryption: BucketEncryption.aes256(),
  keepOldVersionsDays: LIFECYCLE_DEFAULTS.deleteOldVersionsAfterDays,
  redundancy: 'zones' as BucketRedundancy,
  storageClass: 'standard' as BucketStorageClass,
  lifecycle: Object.freeze([]) as readonly BucketLifecycleRule[],
});

/** Props with every default in place. */
export type ResolvedBucket = OssBucketProps & Required<Pick<OssBucketProps, keyof typeof OSS_BUCKET_DEFAULTS>>;

const KEY = construct(['keyId'], 'new KmsKey(...), or one of KmsKey.fromAttributes');

const RULE = object<BucketLifecycleRule>({
  prefix: any,
  infrequentAfterDays: any,
  archiveAfterDays: any,
  coldArchiveAfterDays: any,
  deleteAfterDays: any,
});

export const OSS_BUCKET_FORMS: Forms<OssBucketProps> = {
  name: text,
  encryption: choiceOf(
    { aes256: {}, kms: {}, key: { key: needed(KEY, 'new KmsKey(...)') } },
    'BucketEncryption.aes256(), BucketEncryption.kms(), BucketEncryption.withKey(key)',
  ),
  versioning: flag,
  keepOldVersionsDays: any,
  redundancy: any,
  storageClass: any,
  lifecycle: listOf(RULE),
  accessLogs: object<BucketAccessLogs>({
    bucket: needed(construct(['bucketName'], 'new OssBucket(...)'), 'new OssBucket(...)'),
    prefix: any,
  }),
  adopt: text,
};

export const OSS_BUCKET_ATTRIBUTES_FORMS: Forms<OssBucketAttributes> = {
  bucketName: needed(word, '"my-bucket"'),
  key: KEY,
};

/** Whether a bucket keeps old versions. */
export function isVersioned({ versioning }: OssBucketProps, protection: Protection): boolean {
  return versioning ?? protection === 'production';
}

/** Everything that is wrong with the props of a bucket. */
export function ossBucketProblems(p: ResolvedBucket): Problem[] {
  return [
    ...nameProblems('name', p.name, NAME_RULES.ossBucket),
    ...nameProblems('adopt', p.adopt, NAME_RULES.ossBucket),
    ...adoptedName(p),
    ...oneOf('redundancy', p.redundancy, ['zones', 'zone']),
    ...oneOf('storageClass', p.storageClass, ['standard', 'infrequent', 'archive']),
    ...wholeNumber('keepOldVersionsDays', p.keepOldVersionsDays, 1, 36500, 'days'),
    ...lifecycleProblems(p.lifecycle),
    ...prefixProblems('accessLogs.prefix', p.accessLogs?.prefix),
  ];
}

function adoptedName({ name, adopt }: OssBucketProps): Problem[] {
  if (name === undefined || adopt === undefined || name === adopt) {
    return [];
  }
  const what = `name ${quote(name)} is not that of the bucket to adopt, ${quote(adopt)}: the next apply would replace it`;
  return [{ code: 'choice-conflict', what, value: name, fix: 'leave name out: an adopted bucket has its name' }];
}
