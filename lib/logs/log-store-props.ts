import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, construct, flag, needed, text, word, type Form, type Forms } from '../core/forms';
import { NAME_RULES, nameProblems } from '../core/names';
import { isToken } from '../core/tokens';
import type { ILogProject } from './i-log-project';
import { LogEncryption, type LogEncryptionData } from './log-encryption';
import { indexProblems, LOG_INDEX_DEFAULTS, LOG_INDEX_FORM, type LogIndex, type ResolvedIndex } from './log-index';

/** What a store can do: search and SQL, or search alone for less than a third of what indexing costs. */
export type LogMode = 'standard' | 'query';

/** How SLS charges for a store: by what is written, indexed, kept and read, or by what comes in alone. */
export type LogBilling = 'features' | 'ingest';

export interface LogStoreProps {
  /** The project that the store is in. Another one is another store. */
  readonly project: ILogProject;
  /**
   * Name of the store, unique in its project: 2 to 63 lower-case letters, digits, hyphens and underscores. Changing it
   * replaces the store: its logs are lost.
   * @default the construct's id; of an adopted store its own name
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /**
   * Days for which logs are kept, 1 to 3650, or `forever`. Each day of each gigabyte is billed. The law of mainland China
   * asks for 180 days of network logs. Changed in place; what is older than fewer days is gone.
   * @default 30
   * @throws InputError `number-invalid`
   */
  readonly retentionDays?: number | 'forever';
  /**
   * Days after which logs move to the infrequent tier, 7 to less than `retentionDays`: a quarter of the price, searched in
   * seconds instead of milliseconds. Changed in place.
   * @default never
   * @throws InputError `number-invalid`, `log-tiers`
   */
  readonly hotDays?: number;
  /**
   * Days that logs then stay in the infrequent tier, 30 or more, before they move to the archive tier, where they stay for at
   * least 60 and a search takes minutes; only with `hotDays`. Changed in place.
   * @default until they are thrown away
   * @throws InputError `number-invalid`, `log-tiers`
   */
  readonly infrequentDays?: number;
  /**
   * Shards that the store begins with, 1 to 10, each of which takes 5 MB a second and is billed by the day. Create-only:
   * later numbers are not sent.
   * @default 2
   */
  readonly shards?: number;
  /**
   * Up to how many shards SLS splits by itself when more logs come than they take, `shards` to 256; it never merges them.
   * Changed in place.
   * @default 16
   */
  readonly maxShards?: number;
  /** What the store can do. Changed in place, as far as SLS lets it. @default "standard" */
  readonly mode?: LogMode;
  /** How SLS charges for it. Changed in place, as far as SLS lets it. @default what the account has chosen */
  readonly billing?: LogBilling;
  /** What can be searched for. Changed in place, for logs that come later. @default full text */
  readonly index?: LogIndex;
  /**
   * How logs are encrypted. Decided once: another way replaces the store, and its logs are lost.
   * @default LogEncryption.service(); of an adopted store what it has
   */
  readonly encryption?: LogEncryptionData;
  /** Whether SLS adds the address of the sender and when the log came in. Changed in place. @default true */
  readonly appendMeta?: boolean;
  /**
   * Takes over an existing store instead of creating one. Import id: `<project>:<store>`. An index that it has is the part
   * `index` of `Adopt.parts`, with the same id.
   * @default none - a new store
   */
  readonly adopt?: string;
}

/** A store that exists. */
export interface LogStoreAttributes {
  /** The project that it is in. */
  readonly project: ILogProject;
  /** Name of the store in its project. */
  readonly storeName: string;
}

/** What a store is when a prop is left out. */
export const LOG_STORE_DEFAULTS = Object.freeze({
  retentionDays: 30 as number | 'forever',
  shards: 2,
  maxShards: 16,
  mode: 'standard' as LogMode,
  index: Object.freeze({}) as LogIndex,
  appendMeta: true,
});

/** Days by which SLS knows that logs are never thrown away. */
const FOREVER = 3650;
const LEAST_HOT = 7;
const LEAST_INFREQUENT = 30;
const LEAST_ARCHIVE = 60;

/** Props with every default in place. */
export type ResolvedStore = LogStoreProps & Required<Pick<LogStoreProps, keyof typeof LOG_STORE_DEFAULTS>>;

const PROJECT = construct(['projectName', 'grantWrite'], 'new LogProject(...), or one of LogProject.fromAttributes');
const KEY = construct(['keyId'], 'new KmsKey(...), or one of KmsKey.fromAttributes');
const ROLE: Form = construct(['arn'], 'new RamRole(...) that trusts log.aliyuncs.com');

export const LOG_STORE_FORMS: Forms<LogStoreProps> = {
  project: needed(PROJECT, 'new LogProject(...)'),
  name: text,
  retentionDays: any,
  hotDays: any,
  infrequentDays: any,
  shards: any,
  maxShards: any,
  mode: any,
  billing: any,
  index: LOG_INDEX_FORM,
  encryption: choiceOf(
    { service: {}, none: {}, key: { key: needed(KEY, 'new KmsKey(...)'), role: needed(ROLE, 'new RamRole(...)') } },
    'LogEncryption.service(), LogEncryption.withKey(key, role), LogEncryption.none()',
  ),
  appendMeta: flag,
  adopt: text,
};

export const LOG_STORE_ATTRIBUTES_FORMS: Forms<LogStoreAttributes> = {
  project: needed(PROJECT, 'LogProject.fromAttributes(...)'),
  storeName: needed(word, '"web"'),
};

/** Days of retention as SLS counts them. */
export const retentionOf = (days: number | 'forever'): number => (days === 'forever' ? FOREVER : days);

/** How a store is encrypted: of an adopted one nothing is said, since another way would replace it. */
export function encryptionOf({ encryption, adopt }: LogStoreProps): LogEncryptionData {
  return encryption ?? (adopt === undefined ? LogEncryption.service() : LogEncryption.none());
}

/** The name of a store in its import id, where it is known. */
export function adoptedStore(adopt: string | undefined): string | undefined {
  return adopt === undefined || isToken(adopt) ? undefined : adopt.split(':')[1];
}

/** An index with its defaults. */
export const indexOf = (index: LogIndex): ResolvedIndex => ({
  ...LOG_INDEX_DEFAULTS,
  ...Object.fromEntries(Object.entries(index).filter(([, value]) => value !== undefined)),
});

/** Everything that is wrong with the props of a store. */
export function logStoreProblems(p: ResolvedStore, name: string): Problem[] {
  return [
    ...nameProblems('name', name, NAME_RULES.logStore),
    ...(p.retentionDays === 'forever' ? [] : wholeNumber('retentionDays', p.retentionDays, 1, FOREVER, 'days')),
    ...wholeNumber('hotDays', p.hotDays, LEAST_HOT, FOREVER, 'days'),
    ...wholeNumber('infrequentDays', p.infrequentDays, LEAST_INFREQUENT, FOREVER, 'days'),
    ...tierProblems(p),
    ...wholeNumber('shards', p.shards, 1, 10, 'shards'),
    ...wholeNumber('maxShards', p.maxShards, Number.isInteger(p.shards) ? p.shards : 1, 256, 'shards'),
    ...oneOf('mode', p.mode, ['standard', 'query']),
    ...oneOf('billing', p.billing, ['features', 'ingest']),
    ...(p.mode === 'query' && p.billing === 'ingest' ? [ingestOfQuery()] : []),
    ...indexProblems(indexOf(p.index), p.mode !== 'query'),
    ...adoptedElsewhere(p, name),
  ];
}

function ingestOfQuery(): Problem {
  const what = 'a store of mode "query" is not sold by what comes in';
  return { code: 'choice-conflict', what, value: 'ingest', fix: 'leave billing out, or write mode: "standard"' };
}

function tierProblems({ retentionDays, hotDays, infrequentDays }: ResolvedStore): Problem[] {
  if ([retentionDays, hotDays, infrequentDays].some(isToken)) {
    return [];
  }
  const kept = retentionOf(retentionDays);
  if (hotDays === undefined) {
    const what = `infrequentDays ${quote(infrequentDays)} without hotDays: logs never reach the infrequent tier`;
    const fix = 'write hotDays: 30, or leave infrequentDays out';
    return infrequentDays === undefined ? [] : [{ code: 'log-tiers', what, value: infrequentDays, fix }];
  }
  if (hotDays >= kept) {
    const what = `hotDays ${hotDays} is no less than retentionDays ${kept}: logs are gone before they move`;
    return [{ code: 'log-tiers', what, value: hotDays, fix: `write hotDays: ${LEAST_HOT}, or keep logs for longer` }];
  }
  const needed = hotDays + (infrequentDays ?? 0) + LEAST_ARCHIVE;
  if (infrequentDays !== undefined && needed > kept) {
    const what = `hotDays ${hotDays} and infrequentDays ${infrequentDays} leave ${kept - needed + LEAST_ARCHIVE} of ${kept} days to the archive tier, which keeps for ${LEAST_ARCHIVE}`;
    return [
      { code: 'log-tiers', what, value: infrequentDays, fix: `write retentionDays: ${needed}, or less of the two` },
    ];
  }
  return [];
}

function adoptedElsewhere({ adopt }: LogStoreProps, name: string): Problem[] {
  const store = adoptedStore(adopt);
  if (store === undefined || store === name) {
    return [];
  }
  const what = `adopt ${quote(adopt)} is not the store of this name, ${quote(name)}: the next apply would replace it`;
  return [{ code: 'choice-conflict', what, value: adopt, fix: `write name: ${quote(store)}` }];
}
