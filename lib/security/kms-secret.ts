import { KmsSecret as KmsSecretL1 } from '@cdktf/provider-alicloud/lib/kms-secret';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { wholeNumber } from '../core/checks';
import { cloudOf } from '../core/cloud';
import { withDefaults, type Resolved } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, construct, formProblems, needed, text, word, type Forms } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems, physicalName } from '../core/names';
import { otherRegion } from '../core/one-region';
import { GRANTEE_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import type { IKmsKey } from './kms-key';
import {
  KMS_SECRET_VALUE_FORM,
  KmsSecretValue,
  secretData,
  secretValueProblems,
  type KmsSecretValueData,
} from './kms-secret-value';

/** A secret in KMS, created here or existing. */
export interface IKmsSecret extends IConstruct {
  readonly secretName: string;
  /**
   * Lets somebody read the value at run time: Pods by a `ServiceAccount`, other programs by a `RamRole`. Not write it, not list
   * others.
   */
  grantRead(grantee: IGrantee): void;
}

/** A secret that exists. */
export interface KmsSecretAttributes {
  /** Name of the secret in KMS. */
  readonly secretName: string;
  /** Key that it is encrypted with, where that is one of yours: who reads it has to decrypt with it. @default none */
  readonly encryptionKey?: IKmsKey;
}

export interface KmsSecretProps {
  /** What it holds. Another value is another version: change `rotation` with it. @default KmsSecretValue.generated() */
  readonly value?: KmsSecretValueData;
  /**
   * Text that stands for the value: another one draws a new random value and makes a new version, which readers get from then on;
   * the version before can still be read by its id. It is the id of the version, 1 to 64 letters, digits, dots, hyphens, underscores.
   * KMS takes one value for an id, so a given value that changes needs another one here, never one that was used.
   * @default "1"
   */
  readonly rotation?: string;
  /**
   * Name, unique in account and region: 1 to 64 letters, digits and `_/+=.@-`. Changing it replaces the secret. The name of a
   * deleted secret is taken until its recovery ends.
   * @default the stack's name and the construct's path
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /**
   * Key that encrypts it, of the same KMS instance. Changing it replaces the secret.
   * @default a key that KMS makes for it
   */
  readonly encryptionKey?: IKmsKey;
  /**
   * KMS instance that keeps it. Accounts that opened KMS since 2022 keep secrets in an instance only, which is bought apart.
   * Changing it replaces the secret.
   * @default none - the shared service
   */
  readonly kmsInstanceId?: string;
  /**
   * Days for which a deleted secret can be called back, 7 to 30, or `none`. Changed in place.
   * @default 30 in a production stack, `none` in a sandbox, where the name has to be free at once
   */
  readonly recoveryDays?: number | 'none';
  /**
   * Takes over the secret of this name instead of creating one, and is its name then. Import id: the secret's name. Its value is
   * set to that of the program, in a new version.
   * @default none - a new secret
   * @throws InputError `choice-conflict` for another name
   */
  readonly adopt?: string;
}

/** What a secret has when a prop is left out. */
export const KMS_SECRET_DEFAULTS = Object.freeze({ value: KmsSecretValue.generated(), rotation: '1' });

type ResolvedKmsSecret = Readonly<Resolved<KmsSecretProps, typeof KMS_SECRET_DEFAULTS>>;

const KEY = construct(['keyId'], 'new KmsKey(...), or one of KmsKey.fromAttributes');

const FORMS: Forms<KmsSecretProps> = {
  value: KMS_SECRET_VALUE_FORM,
  rotation: word,
  name: text,
  description: text,
  encryptionKey: KEY,
  kmsInstanceId: word,
  recoveryDays: any,
  adopt: text,
};

const ATTRIBUTES_FORMS: Forms<KmsSecretAttributes> = {
  secretName: needed(word, '"shop-database"'),
  encryptionKey: KEY,
};

const VERSION = /^[A-Za-z0-9._-]{1,64}$/;
const RECOVERY = 30;

function problemsIn(p: ResolvedKmsSecret): Problem[] {
  const fits = isToken(p.rotation) || VERSION.test(p.rotation);
  const what = `rotation ${quote(p.rotation)} is not 1 to 64 letters, digits, dots, hyphens, underscores`;
  return [
    ...nameProblems('name', p.name, NAME_RULES.kmsSecret),
    ...nameProblems('adopt', p.adopt, NAME_RULES.kmsSecret),
    ...(p.name !== undefined && p.adopt !== undefined && p.name !== p.adopt ? [elsewhere(p.name, p.adopt)] : []),
    ...secretValueProblems(p.value),
    ...(fits ? [] : [{ code: 'name-invalid' as const, what, value: p.rotation, fix: 'write rotation: "2026-11"' }]),
    ...(p.recoveryDays === 'none' ? [] : wholeNumber('recoveryDays', p.recoveryDays, 7, RECOVERY, 'days')),
  ];
}

function elsewhere(name: string, adopted: string): Problem {
  const what = `name ${quote(name)} is not that of the secret to adopt, ${quote(adopted)}: the next apply would replace it`;
  return { code: 'choice-conflict', what, value: name, fix: 'leave name out: an adopted secret has its name' };
}

/**
 * A secret that KMS keeps, encrypted and in versions, for programs to read when they run. Pods read it by a `ServiceAccount` that
 * was granted it, with the client of KMS and without any password; or `value` goes into a Kubernetes Secret, where whoever may
 * read Secrets of the namespace sees it.
 *
 * Creates `alicloud_kms_secret`, and `random_password` for a generated value. KMS bills it by the month. **The state of the stack
 * holds the value in clear**, whichever way it came: keep the state encrypted and let few people read it. In a `production` stack a
 * deleted secret waits 30 days.
 *
 * @throws InputError `secret-in-text` for text as value, `name-invalid`, `number-invalid`, `region-other` for a key of another region
 */
export class KmsSecret extends Construct implements IKmsSecret {
  readonly resource: KmsSecretL1;
  readonly secretName: string;
  /** The value, for a Kubernetes Secret and nothing else. */
  readonly value: string;
  private readonly encryptionKey?: IKmsKey;

  constructor(scope: Construct, id: string, props: KmsSecretProps = {}) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, KMS_SECRET_DEFAULTS);
    const keyElsewhere = p.encryptionKey ? otherRegion('encryptionKey', p.encryptionKey, cloudOf(this).region) : [];
    reject(this, [...problemsIn(p), ...keyElsewhere]);
    const days = p.recoveryDays ?? (cloudOf(this).protection === 'production' ? RECOVERY : 'none');
    this.secretName = p.name ?? p.adopt ?? physicalName(this, NAME_RULES.kmsSecret);
    this.encryptionKey = p.encryptionKey;
    this.resource = new KmsSecretL1(this, 'Resource', {
      secretName: this.secretName,
      description: p.description,
      secretData: secretData(this, p.value, p.rotation),
      secretDataType: 'text',
      versionId: p.rotation,
      encryptionKeyId: p.encryptionKey?.keyId,
      dkmsInstanceId: p.kmsInstanceId,
      forceDeleteWithoutRecovery: days === 'none',
      recoveryWindowInDays: days === 'none' ? undefined : days,
    });
    adopt(this.resource, p.adopt);
    this.value = this.resource.secretData;
  }

  grantRead(grantee: IGrantee): void {
    grantReading(this, grantee, this.encryptionKey);
  }

  /** A secret that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: KmsSecretAttributes): IKmsSecret {
    return new ImportedKmsSecret(scope, id, attributes);
  }
}

class ImportedKmsSecret extends Construct implements IKmsSecret {
  readonly secretName: string;
  private readonly encryptionKey?: IKmsKey;

  constructor(scope: Construct, id: string, attributes: KmsSecretAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, ATTRIBUTES_FORMS));
    reject(this, nameProblems('secretName', attributes.secretName, NAME_RULES.kmsSecret));
    this.secretName = attributes.secretName;
    this.encryptionKey = attributes.encryptionKey;
  }

  grantRead(grantee: IGrantee): void {
    grantReading(this, grantee, this.encryptionKey);
  }
}

function grantReading(secret: IKmsSecret, grantee: IGrantee, key: IKmsKey | undefined): void {
  reject(secret, GRANTEE_FORM('grantee', grantee));
  const { region } = cloudOf(secret);
  const reading = {
    actions: ['kms:DescribeSecret', 'kms:GetSecretValue'],
    resources: [`acs:kms:${region}:*:secret/${secret.secretName}`],
  };
  const decrypting = key && { actions: ['kms:Decrypt'], resources: [`acs:kms:${region}:*:key/${key.keyId}`] };
  grantee.allow(secret, decrypting ? [reading, decrypting] : [reading]);
}
