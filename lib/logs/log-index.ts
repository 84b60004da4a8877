import { oneOf, wholeNumber } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, flag, mapOf, object, text, type Form } from '../core/forms';

/** What the value of a field is: words to search for, a number to compare, or JSON with fields of its own. */
export type LogFieldType = 'text' | 'long' | 'double' | 'json';

/** How a field of a log is indexed. */
export interface LogField {
  /**
   * What its value is. Changed in place, for logs that come later.
   * @default "text" - the provider's own default is a whole number, which loses every word
   */
  readonly type?: LogFieldType;
  /** Another name for it in queries. Changed in place. @default none */
  readonly alias?: string;
  /**
   * Whether SQL can count and group by it; never in a store of mode `query`, which has no SQL. Changed in place.
   * @default true
   */
  readonly analysis?: boolean;
  /** Whether upper and lower case differ in searches; only of `text` and `json`. Changed in place. @default false */
  readonly caseSensitive?: boolean;
  /**
   * Fields inside, by name, and what they are; only of `json`, and it needs at least one there. Changed in place.
   * @default none
   */
  readonly keys?: Readonly<Record<string, Exclude<LogFieldType, 'json'>>>;
}

/** Fields that are indexed by name: their type, or more about them. */
export type LogFields = Readonly<Record<string, LogFieldType | LogField>>;

/** Whether every word of a log can be searched for, and how words are told apart. */
export interface LogIndex {
  /** Whether logs are searched as a whole, whatever the field. @default true */
  readonly fullText?: boolean;
  /** Fields that are searched, compared and grouped by name. @default none */
  readonly fields?: LogFields;
  /** Characters that end a word. @default `LOG_INDEX_DEFAULTS.delimiters`, those of the console */
  readonly delimiters?: string;
  /** Whether Chinese is searched character by character. @default true */
  readonly chinese?: boolean;
  /** Bytes of a field that SQL sees, 64 to 16384; searches see all of it. @default 2048 */
  readonly longestText?: number;
}

/**
 * What an index is when a prop is left out.
 *
 * Source of delimiters and length: https://www.alibabacloud.com/help/en/sls/user-guide/create-indexes
 */
export const LOG_INDEX_DEFAULTS = Object.freeze({
  fullText: true,
  fields: Object.freeze({}) as LogFields,
  delimiters: ', \'";=()[]{}?@&<>/:\n\t\r',
  chinese: true,
  longestText: 2048,
});

/** An index with every default in place. */
export type ResolvedIndex = Required<LogIndex>;

/** A field as the provider takes it. */
export interface IndexedField {
  readonly name: string;
  readonly type: LogFieldType;
  readonly alias?: string;
  readonly enableAnalytics: boolean;
  readonly caseSensitive: boolean;
  readonly includeChinese: boolean;
  readonly token?: string;
  readonly jsonKeys?: readonly { readonly name: string; readonly type: string; readonly docValue: boolean }[];
}

const TYPES = ['text', 'long', 'double', 'json'];
const FIELD = object<LogField>({ type: any, alias: text, analysis: flag, caseSensitive: flag, keys: mapOf(any) });
const TYPE_OR_FIELD: Form = (prop, value) => (typeof value === 'string' ? [] : FIELD(prop, value));

export const LOG_INDEX_FORM = object<LogIndex>({
  fullText: flag,
  fields: mapOf(TYPE_OR_FIELD),
  delimiters: text,
  chinese: flag,
  longestText: any,
});

/** Fields of an index by name, in the order of their names. */
export function indexedFields(index: ResolvedIndex, sql: boolean): readonly IndexedField[] {
  return Object.entries(index.fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => indexedField(name, asField(field), index, sql));
}

function indexedField(name: string, field: LogField, index: ResolvedIndex, sql: boolean): IndexedField {
  const { type = 'text', alias, analysis = true, caseSensitive = false, keys } = field;
  const words = type === 'text' || type === 'json';
  const docValue = sql && analysis;
  return {
    name,
    type,
    alias,
    enableAnalytics: docValue,
    caseSensitive,
    includeChinese: words && index.chinese,
    token: words ? index.delimiters : undefined,
    jsonKeys:
      keys &&
      Object.entries(keys)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => ({ name: key, type: inner, docValue })),
  };
}

const asField = (field: LogFieldType | LogField): LogField => (typeof field === 'string' ? { type: field } : field);

/** Everything that is wrong with an index. */
export function indexProblems(index: ResolvedIndex, sql: boolean): Problem[] {
  const fields = Object.entries(index.fields);
  return [
    ...(index.fullText || fields.length > 0 ? [] : [nothingIndexed()]),
    ...wholeNumber('index.longestText', index.longestText, 64, 16384, 'bytes'),
    ...fields.flatMap(([name, field]) => fieldProblems(`index.fields[${quote(name)}]`, name, asField(field), sql)),
  ];
}

function nothingIndexed(): Problem {
  const fix = 'leave fullText out, or name fields: { status: "long" }';
  return { code: 'log-index', what: 'index has no full text and no field: nothing can be found', value: {}, fix };
}

function fieldProblems(prop: string, name: string, field: LogField, sql: boolean): Problem[] {
  const { type = 'text', keys = {}, caseSensitive, analysis } = field;
  const wrong = (what: string, value: unknown, fix: string): Problem => ({ code: 'log-index', what, value, fix });
  const inner = Object.entries(keys);
  return [
    ...(name.trim() === '' ? [wrong(`${prop} has no name`, name, 'write the name of a field of the logs')] : []),
    ...oneOf(`${prop}.type`, type, TYPES),
    ...inner.flatMap(([key, one]) => oneOf(`${prop}.keys[${quote(key)}]`, one, ['text', 'long', 'double'])),
    ...(type !== 'json' && inner.length > 0
      ? [wrong(`${prop} has keys and is ${quote(type)}`, type, 'write type: "json"')]
      : []),
    ...(type === 'json' && inner.length === 0
      ? [
          wrong(
            `${prop} is "json" without keys: nothing in it could be found by name`,
            type,
            'write keys: { user: "text" }',
          ),
        ]
      : []),
    ...(caseSensitive && (type === 'long' || type === 'double')
      ? [wrong(`${prop} is a number, which has no upper and lower case`, type, 'leave caseSensitive out')]
      : []),
    ...(analysis && !sql
      ? [wrong(`${prop} is for SQL, which a store of mode "query" does not have`, analysis, 'leave analysis out')]
      : []),
  ];
}
