import { KmsKey as KmsKeyL1 } from '@cdktf/provider-alicloud/lib/kms-key';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { wholeNumber } from '../core/checks';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems, any, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { physicalName, NAME_RULES } from '../core/names';

/** A KMS key for encryption, created here or existing. */
export interface IKmsKey extends IConstruct {
  readonly keyId: string;
}

/** A key that exists. */
export interface KmsKeyAttributes {
  /** Id of the key, such as `key-hzz62f1cb66fa42qo****`. */
  readonly keyId: string;
}

export interface KmsKeyProps {
  /**
   * What the key is for, as people read it in the console. Changed in place.
   * @default the stack's name and the construct's path
   */
  readonly description?: string;
  /**
   * Days between two rotations, 7 to 730. Older versions of the key keep decrypting. Changed in place.
   * @default 365
   */
  readonly rotationDays?: number;
  /**
   * KMS instance that holds the key. Accounts that opened KMS since 2022 can only make keys in an instance, which is
   * bought apart. Changing it replaces the key: what it encrypted is lost.
   * @default none - a key of the shared service
   */
  readonly kmsInstanceId?: string;
  /**
   * Takes over the key with this id instead of creating one. Import id: the key's id.
   * @default none - a new key
   */
  readonly adopt?: string;
}

/** What a key is when a prop is left out. */
export const KMS_KEY_DEFAULTS = Object.freeze({ rotationDays: 365 });

const KMS_KEY_FORMS: Forms<KmsKeyProps> = { description: text, rotationDays: any, kmsInstanceId: word, adopt: word };
const KMS_KEY_ATTRIBUTES_FORMS: Forms<KmsKeyAttributes> = { keyId: needed(word, '"key-..."') };

/** Days a deleted key can still be called back, by protection of the stack. */
const PENDING_DAYS = Object.freeze({ production: 30, sandbox: 7 });

/**
 * A symmetric AES-256 key that encrypts and decrypts, rotated by KMS. In a `production` stack it cannot be deleted;
 * deleted, it waits 30 days (`sandbox`: 7). Creates `alicloud_kms_key`; KMS bills it by the day.
 *
 * @throws InputError `number-invalid`
 */
export class KmsKey extends Construct implements IKmsKey {
  readonly resource: KmsKeyL1;
  readonly keyId: string;
  /** ARN of the key, for RAM policies. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: KmsKeyProps = {}) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, KMS_KEY_FORMS));
    const p = withDefaults(props, KMS_KEY_DEFAULTS);
    reject(this, wholeNumber('rotationDays', p.rotationDays, 7, 730, 'days'));
    const { protection } = cloudOf(this);
    this.resource = new KmsKeyL1(this, 'Resource', {
      description: p.description ?? physicalName(this, NAME_RULES.kmsAlias),
      keySpec: 'Aliyun_AES_256',
      keyUsage: 'ENCRYPT/DECRYPT',
      origin: 'Aliyun_KMS',
      dkmsInstanceId: p.kmsInstanceId,
      automaticRotation: 'Enabled',
      rotationInterval: `${p.rotationDays}d`,
      deletionProtection: protection === 'production' ? 'Enabled' : 'Disabled',
      pendingWindowInDays: PENDING_DAYS[protection],
    });
    adopt(this.resource, p.adopt);
    this.keyId = this.resource.id;
    this.arn = this.resource.arn;
  }

  /** A key that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: KmsKeyAttributes): IKmsKey {
    return new ImportedKmsKey(scope, id, attributes);
  }
}

class ImportedKmsKey extends Construct implements IKmsKey {
  readonly keyId: string;

  constructor(scope: Construct, id: string, attributes: KmsKeyAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, KMS_KEY_ATTRIBUTES_FORMS));
    this.keyId = attributes.keyId;
  }
}
