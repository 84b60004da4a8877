import { App, Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { LogEncryption } from '../../lib/logs/log-encryption';
import { LogProject } from '../../lib/logs/log-project';
import { LogStore } from '../../lib/logs/log-store';
import type { LogStoreProps } from '../../lib/logs/log-store-props';
import { KmsKey } from '../../lib/security/kms-key';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { policyOf } from '../support/policies';
import { problemsOf } from '../support/problems';

/** The delimiters of the console, on one line. */
const WORDS = '${join("", [", \'\\";=()[]{}?@&<>/:\\n\\t\\r"])}';

type Asked = Omit<LogStoreProps, 'project'>;

const aStack = () => new CloudStack(new App(), 'shop', { region: 'cn-hangzhou' });
const aStore = (props?: Asked, stack = aStack()) => {
  const logs = new LogProject(stack, 'logs', { name: 'acme-logs' });
  logs.addStore('web', props);
  return stack;
};
const storeOf = (props?: Asked) => resourceOf(aStore(props), 'alicloud_log_store').attributes;
const indexOf = (props?: Asked) => resourceOf(aStore(props), 'alicloud_log_store_index').attributes;
const wrong = (props: unknown) => problemsOf(() => aStore(props as Asked));

test('a store is itself and the index by which it is searched', () => {
  expect(billOf(aStore())).toEqual(['alicloud_log_project x1', 'alicloud_log_store x1', 'alicloud_log_store_index x1']);
});

test('it keeps logs for a month, encrypts them, and takes more shards when more comes', () => {
  expect(storeOf()).toEqual({
    project_name: '${alicloud_log_project.logs_0B6081B1.project_name}',
    logstore_name: 'web',
    retention_period: 30,
    shard_count: 2,
    auto_split: true,
    max_split_shard_count: 16,
    mode: 'standard',
    append_meta: true,
    encrypt_conf: { enable: true, encrypt_type: 'default' },
    timeouts: { create: '10m' },
  });
});

test('store and project are named by what Terraform made, so that each waits for the one before', () => {
  const stack = aStore();
  const project = resourceOf(stack, 'alicloud_log_project').address;
  const store = resourceOf(stack, 'alicloud_log_store');
  expect(store.attributes.project_name).toBe(`\${${project}.project_name}`);
  expect(resourceOf(stack, 'alicloud_log_store_index').attributes).toMatchObject({
    project: `\${${project}.project_name}`,
    logstore: `\${${store.address}.logstore_name}`,
  });
});

test('every word of a log can be searched for, Chinese by character', () => {
  const { full_text: full, max_text_len: longest, field_search: fields } = indexOf();
  expect(full).toEqual({ case_sensitive: false, include_chinese: true, token: WORDS });
  expect(longest).toBe(2048);
  expect(fields).toBeUndefined();
});

test('fields are text unless it is said otherwise, never the provider’s whole numbers', () => {
  const { field_search: fields } = indexOf({
    index: { fields: { url: {}, status: 'long', body: { type: 'json', keys: { user: 'text', age: 'long' } } } },
  });
  const words = { case_sensitive: false, include_chinese: true, token: WORDS };
  expect(fields).toEqual([
    {
      name: 'body',
      type: 'json',
      enable_analytics: true,
      ...words,
      json_keys: [
        { name: 'age', type: 'long', doc_value: true },
        { name: 'user', type: 'text', doc_value: true },
      ],
    },
    { name: 'status', type: 'long', enable_analytics: true, case_sensitive: false, include_chinese: false },
    { name: 'url', type: 'text', enable_analytics: true, ...words },
  ]);
});

test('delimiters are taken as they are written, whatever Terraform would read in them', () => {
  const { full_text: full } = indexOf({ index: { delimiters: '${, }' } });
  expect(full.token).toBe('$${, }');
});

test('a store that is only searched has no field for SQL', () => {
  const stack = aStore({ mode: 'query', index: { fullText: false, fields: { url: 'text' } } });
  expect(resourceOf(stack, 'alicloud_log_store').attributes.mode).toBe('query');
  const { field_search: fields, full_text: full } = resourceOf(stack, 'alicloud_log_store_index').attributes;
  expect(fields).toMatchObject([{ name: 'url', enable_analytics: false }]);
  expect(full).toBeUndefined();
});

test('logs can be kept for ever, and move to cheaper tiers', () => {
  expect(storeOf({ retentionDays: 'forever', hotDays: 30, infrequentDays: 60 })).toMatchObject({
    retention_period: 3650,
    hot_ttl: 30,
    infrequent_access_ttl: 60,
  });
});

test('a store can be sold by what comes in', () => {
  expect(storeOf({ billing: 'ingest' }).metering_mode).toBe('ChargeByDataIngest');
  expect(storeOf().metering_mode).toBeUndefined();
});

test('it is encrypted with a key of yours, which SLS uses by a role', () => {
  const stack = aStack();
  const key = new KmsKey(stack, 'key');
  const role = new RamRole(stack, 'key-user', {
    trust: Trust.service('log.aliyuncs.com'),
    systemPolicies: ['AliyunKMSReadOnlyAccess', 'AliyunKMSCryptoUserAccess'],
  });
  aStore({ encryption: LogEncryption.withKey(key, role) }, stack);
  const named = (type: string) => resourceOf(stack, type).address;
  expect(resourceOf(stack, 'alicloud_log_store').attributes.encrypt_conf).toEqual({
    enable: true,
    encrypt_type: 'default',
    user_cmk_info: {
      cmk_key_id: `\${${named('alicloud_kms_key')}.id}`,
      arn: `\${${named('alicloud_ram_role')}.arn}`,
      region_id: 'cn-hangzhou',
    },
  });
});

test('a store that is not to be encrypted says nothing of it', () => {
  expect(storeOf({ encryption: LogEncryption.none() }).encrypt_conf).toBeUndefined();
});

test('an adopted store keeps its name and how it is encrypted', () => {
  const stack = aStack();
  const project = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
  new LogStore(stack, 'store', { project, adopt: 'acme-logs:access' });
  const { address, attributes } = resourceOf(stack, 'alicloud_log_store');
  expect(attributes).toMatchObject({ project_name: 'acme-logs', logstore_name: 'access' });
  expect(attributes.encrypt_conf).toBeUndefined();
  expect(synthesized(stack).import).toEqual([{ id: 'acme-logs:access', to: address }]);
});

test('its index can be taken over with it', () => {
  const stack = aStack();
  const project = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
  const store = new LogStore(stack, 'store', { project, adopt: 'acme-logs:access' });
  Adopt.parts(store, { index: 'acme-logs:access' });
  expect(synthesized(stack).import).toHaveLength(2);
});

test('who may read a store may search and fetch it, and write nothing', () => {
  const stack = aStack();
  const role = new RamRole(stack, 'reader', { trust: Trust.service('ecs.aliyuncs.com') });
  const store = new LogProject(stack, 'logs', { name: 'acme-logs' }).addStore('web');
  store.grantRead(role);
  const [project, made] = [resourceOf(stack, 'alicloud_log_project'), resourceOf(stack, 'alicloud_log_store')];
  expect(policyOf(stack).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: [
        'log:GetCursorOrData',
        'log:GetIndex',
        'log:GetLogStore',
        'log:GetLogStoreHistogram',
        'log:GetLogStoreLogs',
        'log:ListShards',
      ],
      Resource: [`acs:log:*:*:project/\${${project.address}.project_name}/logstore/\${${made.address}.logstore_name}`],
    },
  ]);
});

test('a store that exists creates nothing, and is granted like any other', () => {
  const stack = aStack();
  const role = new RamRole(stack, 'writer', { trust: Trust.service('ecs.aliyuncs.com') });
  const project = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
  const store = LogStore.fromAttributes(stack, 'web', { project, storeName: 'access' });
  store.grantWrite(role);
  new TerraformOutput(stack, 'store', { value: store.storeName });
  expect(billOf(stack)).not.toContain('alicloud_log_store x1');
  expect(policyOf(stack).Statement).toMatchObject([
    { Action: ['log:PostLogStoreLogs'], Resource: ['acs:log:*:*:project/acme-logs/logstore/access'] },
  ]);
  expect(synthesized(stack).output).toMatchObject({ store: { value: 'access' } });
});

test.each<[string, unknown, string, unknown]>([
  ['a name that SLS refuses', { name: 'Web' }, 'name-invalid', 'Web'],
  ['no day', { retentionDays: 0 }, 'number-invalid', 0],
  ['a word that is no number of days', { retentionDays: 'always' }, 'number-invalid', 'always'],
  ['a hot tier of days', { hotDays: 3 }, 'number-invalid', 3],
  ['a hot tier as long as the whole', { hotDays: 30 }, 'log-tiers', 30],
  ['an infrequent tier without a hot one', { infrequentDays: 60 }, 'log-tiers', 60],
  ['too little left for the archive', { retentionDays: 90, hotDays: 30, infrequentDays: 30 }, 'log-tiers', 30],
  ['no shard', { shards: 0 }, 'number-invalid', 0],
  ['fewer shards than to begin with', { shards: 4, maxShards: 2 }, 'number-invalid', 2],
  ['another mode', { mode: 'lite' }, 'choice-invalid', 'lite'],
  ['another way to pay', { billing: 'free' }, 'choice-invalid', 'free'],
  ['a query store by ingest', { mode: 'query', billing: 'ingest' }, 'choice-conflict', 'ingest'],
  ['nothing to search by', { index: { fullText: false } }, 'log-index', {}],
  ['a field of another type', { index: { fields: { a: 'string' } } }, 'choice-invalid', 'string'],
  ['keys of a text', { index: { fields: { a: { keys: { b: 'text' } } } } }, 'log-index', 'text'],
  ['JSON of which nothing is named', { index: { fields: { a: 'json' } } }, 'log-index', 'json'],
  ['keys in keys', { index: { fields: { a: { type: 'json', keys: { b: 'json' } } } } }, 'choice-invalid', 'json'],
  ['upper case of a number', { index: { fields: { a: { type: 'long', caseSensitive: true } } } }, 'log-index', 'long'],
  ['SQL without SQL', { mode: 'query', index: { fields: { a: { analysis: true } } } }, 'log-index', true],
  ['a field without name', { index: { fields: { ' ': 'text' } } }, 'log-index', ' '],
  ['a text that is too long', { index: { longestText: 20000 } }, 'number-invalid', 20000],
  ['a key without role', { encryption: { kind: 'key', key: { keyId: 'key-1' } } }, 'value-missing', undefined],
  ['another encryption', { encryption: { kind: 'sm4' } }, 'choice-invalid', { kind: 'sm4' }],
  ['a store of another name', { name: 'web', adopt: 'acme-logs:access' }, 'choice-conflict', 'acme-logs:access'],
])('%s is refused', (_, props, code, value) => {
  expect(wrong(props)).toMatchObject([{ code, path: 'shop/logs/web', value }]);
});

test('a key of another region is refused', () => {
  const stack = aStack();
  const key = new KmsKey(new CloudStack(stack.node.root as App, 'far', { region: 'cn-beijing' }), 'key');
  const role = new RamRole(stack, 'role', { trust: Trust.service('log.aliyuncs.com') });
  const encryption = LogEncryption.withKey(key, role);
  expect(problemsOf(() => aStore({ encryption }, stack))).toMatchObject([
    { code: 'region-other', path: 'shop/logs/web' },
  ]);
});

test('days that are known later are taken as they are', () => {
  const stack = aStack();
  const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  aStore({ retentionDays: days, hotDays: 30 }, stack);
  expect(resourceOf(stack, 'alicloud_log_store').attributes.retention_period).toBe('${var.days}');
});

test('an id that is known later is taken as it is', () => {
  const stack = aStack();
  const project = LogProject.fromAttributes(stack, 'logs', { projectName: Fn.lower('ACME') });
  new LogStore(stack, 'web', { project });
  expect(resourceOf(stack, 'alicloud_log_store').attributes.project_name).toBe('${lower("ACME")}');
});
