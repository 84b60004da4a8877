import { describeDiff } from '../../../lib/testing/guard/describe';
import { diffOfStacks } from '../../../lib/testing/guard/diff';
import type { Json } from './real-plans';
import { stackOf } from './stacks';

const OLD = 'hunter2-old';
const NEW = 'hunter2-new';

/** Everything that a reader or a script gets to see. */
function shown(build: (secret: string) => [resource: Json, more?: Json]): string {
  const diff = diffOfStacks([stackOf(...build(OLD))], [stackOf(...build(NEW))]);
  expect(diff.changes).toHaveLength(1);
  return `${describeDiff(diff)}\n${JSON.stringify(diff)}`;
}

const container = (more: Json): Json => ({
  spec: [{ template: [{ spec: [{ container: [{ name: 'c', ...more }] }] }] }],
});

test.each<[string, (secret: string) => [Json, Json?]]>([
  ['what the schema calls sensitive', (s) => [{ alicloud_rds_account: { a: { account_password: s } } }]],
  [
    'a sensitive variable',
    (s) => [
      { alicloud_vpc: { a: { description: 'of ${var.p}' } } },
      { variable: { p: { default: s, sensitive: true } } },
    ],
  ],
  [
    'a sensitive variable behind a local value',
    (s) => [
      { alicloud_vpc: { a: { description: '${upper(local.p)}' } } },
      { variable: { p: { default: s, sensitive: true } }, locals: { p: '${var.p}' } },
    ],
  ],
  [
    'a variable of a container with a telling name',
    (s) => [{ kubernetes_deployment_v1: { a: container({ env: [{ name: 'DB_PASSWORD', value: s }] }) } }],
  ],
  [
    'a variable that comes with its container',
    (s) => [
      {
        kubernetes_deployment_v1: {
          a: container(
            s === NEW
              ? {
                  env: [
                    { name: 'A', value: '1' },
                    { name: 'apiKey', value: s },
                  ],
                }
              : {},
          ),
        },
      },
    ],
  ],
  ['a ConfigMap', (s) => [{ kubernetes_config_map_v1: { a: { data: { API_TOKEN: s } } } }]],
  ['an address', (s) => [{ kubernetes_config_map_v1: { a: { data: { url: `mysql://u:${s}@h/db` } } } }]],
  ['values of a release', (s) => [{ helm_release: { a: { values: [`auth:\n  rootPassword: ${s} x\n`] } } }]],
  ['values of a release in JSON', (s) => [{ helm_release: { a: { values: [`{"auth":{"password":"${s}"}}`] } } }]],
  ['settings of a release', (s) => [{ helm_release: { a: { set: [{ name: 'auth.password', value: s }] } } }]],
  ['user data', (s) => [{ alicloud_instance: { a: { user_data: s } } }]],
  ['an environment', (s) => [{ alicloud_fc_function: { a: { environment_variables: { ANY: s } } } }]],
  ['inputs of a module', (s) => [{}, { module: { db: { source: './db', admin: s } } }]],
])('is never shown: %s', (_, build) => {
  expect(shown(build)).not.toContain('hunter2');
});

test('what is not secret is shown beside what is', () => {
  const text = shown((s) => [{ kubernetes_config_map_v1: { a: { data: { API_TOKEN: s, LEVEL: 'debug' } } } }]);
  expect(text).toContain('"LEVEL":"debug"');
});

test('what a secret is called is shown', () => {
  const secret = (name: string) => stackOf({ alicloud_kms_secret: { a: { secret_name: name, secret_data: OLD } } });
  const diff = diffOfStacks([secret('one')], [secret('two')]);
  expect(diff.changes[0]!.attributes).toMatchObject([{ before: '"one"', after: '"two"' }]);
  expect(JSON.stringify(diff)).not.toContain(OLD);
});

test('the same secret variable in both programs is no change', () => {
  const stack = () =>
    stackOf(
      { alicloud_vpc: { a: { description: '${var.p}' } } },
      { variable: { p: { default: OLD, sensitive: true } } },
    );
  expect(diffOfStacks([stack()], [stack()]).changes).toEqual([]);
});
