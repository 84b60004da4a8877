import { LogStore as LogStoreL1 } from '@cdktf/provider-alicloud/lib/log-store';
import { LogStoreIndex } from '@cdktf/provider-alicloud/lib/log-store-index';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import type { IGrantee } from '../core/grantee';
import { checkedId } from '../core/ids';
import { literal, quoted } from '../core/literal';
import { NAME_RULES, nameProblems } from '../core/names';
import { otherRegion } from '../core/one-region';
import type { ILogProject, ILogStore } from './i-log-project';
import type { LogEncryptionData } from './log-encryption';
import { indexedFields } from './log-index';
import {
  adoptedStore,
  encryptionOf,
  indexOf,
  LOG_STORE_ATTRIBUTES_FORMS,
  LOG_STORE_DEFAULTS,
  LOG_STORE_FORMS,
  logStoreProblems,
  retentionOf,
  type LogStoreAttributes,
  type LogStoreProps,
  type ResolvedStore,
} from './log-store-props';

const METERING = Object.freeze({ features: 'ChargeByFunction', ingest: 'ChargeByDataIngest' });

/**
 * A store of logs that can be searched: `project.addStore('web')`, or this class in a project that exists. Kept for a month,
 * encrypted, with an index, without which nothing is found.
 *
 * Creates `alicloud_log_store` and `alicloud_log_store_index`. SLS bills what is written, indexed, kept by the day, read over
 * the internet, and shards by the day; some of each is free every month. Replacing or destroying a store, or its project,
 * throws its logs away at once: SLS protects neither.
 *
 * @throws InputError `name-invalid`, `number-invalid`, `choice-invalid`, `choice-conflict`, `log-index`, `log-tiers`
 */
export class LogStore extends Construct implements ILogStore {
  readonly resource: LogStoreL1;
  readonly storeName: string;
  readonly project: ILogProject;
  /** What is searched by. */
  readonly index: LogStoreIndex;

  constructor(scope: Construct, id: string, props: LogStoreProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, LOG_STORE_FORMS));
    const p = withDefaults(props, LOG_STORE_DEFAULTS) as ResolvedStore;
    const name = p.name ?? adoptedStore(p.adopt) ?? id;
    reject(this, [...logStoreProblems(p, name), ...keyElsewhere(this, p)]);
    this.project = p.project;
    this.resource = new LogStoreL1(this, 'Resource', {
      projectName: p.project.projectName,
      logstoreName: name,
      retentionPeriod: retentionOf(p.retentionDays),
      hotTtl: p.hotDays,
      infrequentAccessTtl: p.infrequentDays,
      shardCount: p.shards,
      autoSplit: true,
      maxSplitShardCount: p.maxShards,
      mode: p.mode,
      meteringMode: p.billing && METERING[p.billing],
      appendMeta: p.appendMeta,
      encryptConf: encryptConf(this, encryptionOf(p)),
      timeouts: { create: '10m' },
    });
    adopt(this.resource, p.adopt);
    this.storeName = this.resource.logstoreName;
    this.index = this.addIndex(p);
  }

  /** A store that exists; creates nothing. @throws InputError `name-invalid` */
  static fromAttributes(scope: Construct, id: string, attributes: LogStoreAttributes): ILogStore {
    return new ImportedLogStore(scope, id, attributes);
  }

  grantWrite(grantee: IGrantee): void {
    this.project.grantWrite(grantee, this.storeName);
  }

  grantRead(grantee: IGrantee): void {
    this.project.grantRead(grantee, this.storeName);
  }

  private addIndex({ index, mode }: ResolvedStore): LogStoreIndex {
    const asked = indexOf(index);
    const resolved = { ...asked, delimiters: onOneLine(asked.delimiters) };
    const fields = indexedFields(resolved, mode !== 'query');
    return new LogStoreIndex(this, 'index', {
      project: this.project.projectName,
      logstore: this.storeName,
      maxTextLen: resolved.longestText,
      fullText: resolved.fullText
        ? { caseSensitive: false, includeChinese: resolved.chinese, token: resolved.delimiters }
        : undefined,
      fieldSearch:
        fields.length === 0
          ? undefined
          : fields.map(({ jsonKeys, ...field }) => ({ ...field, jsonKeys: jsonKeys && [...jsonKeys] })),
    });
  }
}

class ImportedLogStore extends Construct implements ILogStore {
  readonly storeName: string;
  readonly project: ILogProject;

  constructor(scope: Construct, id: string, attributes: LogStoreAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, LOG_STORE_ATTRIBUTES_FORMS));
    reject(this, nameProblems('storeName', attributes.storeName, NAME_RULES.logStore));
    this.storeName = attributes.storeName;
    this.project = attributes.project;
  }

  grantWrite(grantee: IGrantee): void {
    this.project.grantWrite(grantee, this.storeName);
  }

  grantRead(grantee: IGrantee): void {
    this.project.grantRead(grantee, this.storeName);
  }
}

function keyElsewhere(store: LogStore, { encryption }: ResolvedStore) {
  return encryption?.kind === 'key' ? otherRegion('key', encryption.key, cloudOf(store).region) : [];
}

/** A line break among the delimiters as an escape: in the HCL form a text over several lines would get one more. */
function onOneLine(delimiters: string): string {
  return /\p{Cc}/u.test(delimiters) ? Fn.join('', [quoted(delimiters)]) : literal(delimiters);
}

function encryptConf(store: LogStore, encryption: LogEncryptionData) {
  if (encryption.kind === 'none') {
    return undefined;
  }
  const own = encryption.kind === 'key' ? encryption : undefined;
  return {
    enable: true,
    encryptType: 'default',
    userCmkInfo: own && { cmkKeyId: own.key.keyId, arn: own.role.arn, regionId: cloudOf(store).region },
  };
}
