import { OssBucket as OssBucketL1 } from '@cdktf/provider-alicloud/lib/oss-bucket';
import { OssBucketAcl } from '@cdktf/provider-alicloud/lib/oss-bucket-acl';
import { OssBucketHttpsConfig } from '@cdktf/provider-alicloud/lib/oss-bucket-https-config';
import { OssBucketLoggingA as OssBucketLogging } from '@cdktf/provider-alicloud/lib/oss-bucket-logging';
import { OssBucketPolicy } from '@cdktf/provider-alicloud/lib/oss-bucket-policy';
import { OssBucketPublicAccessBlock } from '@cdktf/provider-alicloud/lib/oss-bucket-public-access-block';
import { OssBucketServerSideEncryption } from '@cdktf/provider-alicloud/lib/oss-bucket-server-side-encryption';
import { OssBucketVersioningA as OssBucketVersioning } from '@cdktf/provider-alicloud/lib/oss-bucket-versioning';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { any, formProblems, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems } from '../core/names';
import { GRANTEE_FORM } from '../core/seam-forms';
import { uniqueName } from '../logs/unique-name';
import { ramJson } from '../security/ram-json';
import type { BucketEncryptionData } from './oss-encryption';
import { lifecycleRules } from './oss-lifecycle';
import { bucketPermissions, tlsOnly, type BucketUse } from './oss-permissions';
import { prefixProblems } from './oss-prefix';
import {
  isVersioned,
  OSS_BUCKET_ATTRIBUTES_FORMS,
  OSS_BUCKET_DEFAULTS,
  OSS_BUCKET_FORMS,
  ossBucketProblems,
  type OssBucketAttributes,
  type OssBucketProps,
  type ResolvedBucket,
} from './oss-bucket-props';

/** Which objects of a bucket somebody may use. */
export interface BucketGrant {
  /** Objects whose names begin so, such as `uploads/`. @default all of them */
  readonly prefix?: string;
}

/** A bucket of the object storage (OSS), created here or existing. */
export interface IOssBucket extends IConstruct {
  readonly bucketName: string;
  /**
   * Lets somebody read the objects and list them.
   *
   * @throws InputError `prefix-invalid`
   */
  grantRead(grantee: IGrantee, grant?: BucketGrant): void;
  /** Lets somebody read, list, write, overwrite and delete the objects. @throws InputError `prefix-invalid` */
  grantReadWrite(grantee: IGrantee, grant?: BucketGrant): void;
  /** Lets somebody write and overwrite objects, and neither read nor list any. @throws InputError `prefix-invalid` */
  grantPut(grantee: IGrantee, grant?: BucketGrant): void;
}

const STORAGE = Object.freeze({ standard: 'Standard', infrequent: 'IA', archive: 'Archive' });
const REDUNDANCY = Object.freeze({ zones: 'ZRS', zone: 'LRS' });

/** What the provider would replace a bucket for. One that was taken over keeps what it has. */
const DECIDED_ONCE = Object.freeze(['redundancy_type', 'storage_class']);

/** What resources of their own say, and the bucket reads back as if somebody had written it there. */
const SAID_APART = Object.freeze(['logging', 'policy', 'server_side_encryption_rule', 'versioning']);

/**
 * A bucket of the object storage: private, encrypted, reached over TLS 1.2 or later only, its name like no other. With
 * `protection: 'production'` it keeps old versions and cannot be destroyed while it holds an object; a `sandbox` destroys
 * it with all it holds.
 *
 * Creates `alicloud_oss_bucket` and one resource for each of access list, block of public access, TLS, policy,
 * encryption, and where asked for versions and access logs. OSS bills what is kept, for how long, and what is sent to the internet.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class OssBucket extends Construct implements IOssBucket {
  readonly resource: OssBucketL1;
  readonly bucketName: string;
  /** Name that the bucket answers to inside the region, such as `oss-cn-hangzhou-internal.aliyuncs.com`. */
  readonly privateEndpoint: string;
  /** Name that the bucket answers to on the internet, such as `oss-cn-hangzhou.aliyuncs.com`. */
  readonly publicEndpoint: string;
  private readonly keyId?: string;

  constructor(scope: Construct, id: string, props: OssBucketProps = {}) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, OSS_BUCKET_FORMS));
    const p = withDefaults(props, OSS_BUCKET_DEFAULTS) as ResolvedBucket;
    const { protection } = cloudOf(this);
    reject(this, ossBucketProblems(p));
    const versioned = isVersioned(p, protection);
    this.resource = new OssBucketL1(this, 'Resource', {
      bucket: p.name ?? p.adopt ?? uniqueName(this, NAME_RULES.ossBucket),
      storageClass: STORAGE[p.storageClass],
      redundancyType: REDUNDANCY[p.redundancy],
      forceDestroy: protection === 'sandbox',
      lifecycleRule: lifecycleRules(p.lifecycle, versioned ? p.keepOldVersionsDays : undefined),
      lifecycle: { ignoreChanges: [...SAID_APART, ...(p.adopt === undefined ? [] : DECIDED_ONCE)].sort() },
    });
    adopt(this.resource, p.adopt);
    this.bucketName = this.resource.bucket;
    this.privateEndpoint = this.resource.intranetEndpoint;
    this.publicEndpoint = this.resource.extranetEndpoint;
    this.keyId = p.encryption.kind === 'key' ? p.encryption.key.keyId : undefined;
    this.close();
    encrypt(this, this.bucketName, p.encryption);
    if (versioned) {
      new OssBucketVersioning(this, 'versioning', { bucket: this.bucketName, status: 'Enabled' });
    }
    if (p.accessLogs) {
      const { bucket, prefix } = p.accessLogs;
      new OssBucketLogging(this, 'access-logs', {
        bucket: this.bucketName,
        targetBucket: bucket.bucketName,
        targetPrefix: prefix ?? `${id}/`,
      });
    }
  }

  /** A bucket that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: OssBucketAttributes): IOssBucket {
    return new ImportedBucket(scope, id, attributes);
  }

  grantRead(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'read', grantee, grant, this.keyId);
  }

  grantReadWrite(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'read-write', grantee, grant, this.keyId);
  }

  grantPut(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'put', grantee, grant, this.keyId);
  }

  /** Nobody comes in without an identity, or without TLS. */
  private close(): void {
    const bucket = this.bucketName;
    new OssBucketAcl(this, 'acl', { bucket, acl: 'private' });
    new OssBucketPublicAccessBlock(this, 'public-access', { bucket, blockPublicAccess: true });
    new OssBucketPolicy(this, 'policy', { bucket, policy: ramJson(tlsOnly(bucket)) });
    new OssBucketHttpsConfig(this, 'tls', { bucket, enable: true, tlsVersions: ['TLSv1.2', 'TLSv1.3'] });
  }
}

class ImportedBucket extends Construct implements IOssBucket {
  readonly bucketName: string;
  private readonly keyId?: string;

  constructor(scope: Construct, id: string, attributes: OssBucketAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, OSS_BUCKET_ATTRIBUTES_FORMS));
    reject(this, nameProblems('bucketName', attributes.bucketName, NAME_RULES.ossBucket));
    this.bucketName = attributes.bucketName;
    this.keyId = attributes.key?.keyId;
  }

  grantRead(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'read', grantee, grant, this.keyId);
  }

  grantReadWrite(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'read-write', grantee, grant, this.keyId);
  }

  grantPut(grantee: IGrantee, grant: BucketGrant = {}): void {
    grantUse(this, 'put', grantee, grant, this.keyId);
  }
}

const GRANT_FORMS: Forms<BucketGrant> = { prefix: any };

function grantUse(bucket: IOssBucket, use: BucketUse, grantee: IGrantee, grant: BucketGrant, keyId?: string): void {
  reject(bucket, [
    ...GRANTEE_FORM('grantee', grantee),
    ...formProblems(grant, GRANT_FORMS),
    ...prefixProblems('prefix', grant?.prefix),
  ]);
  grantee.allow(bucket, bucketPermissions(use, bucket.bucketName, grant.prefix, keyId));
}

function encrypt(scope: Construct, bucket: string, encryption: BucketEncryptionData): void {
  new OssBucketServerSideEncryption(scope, 'encryption', {
    bucket,
    sseAlgorithm: encryption.kind === 'aes256' ? 'AES256' : 'KMS',
    kmsMasterKeyId: encryption.kind === 'key' ? encryption.key.keyId : undefined,
  });
}
