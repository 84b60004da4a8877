import { TerraformVariable, type App } from 'cdktf';
import { KmsKey } from '../../lib/security/kms-key';
import { KmsSecret, type KmsSecretProps } from '../../lib/security/kms-secret';
import { KmsSecretValue } from '../../lib/security/kms-secret-value';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { resourceOf, resourcesOf } from '../../lib/testing';
import { ServiceAccount } from '../../lib/workload/access/service-account';
import { Secret } from '../../lib/workload/secret';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';
import { aNamespace } from '../workload/a-namespace';

const SECRET = 'alicloud_kms_secret';

const variable = (stack: ConstructorParameters<typeof TerraformVariable>[0], id = 'password') =>
  new TerraformVariable(stack, id, { type: 'string', sensitive: true }).stringValue as string;

test('a secret is drawn by Terraform, kept in KMS, and waits 30 days when it is deleted', () => {
  const stack = aCloud();
  new KmsSecret(stack, 'database');
  const { secret_data: data, ...rest } = resourceOf(stack, SECRET).attributes;
  expect(rest).toEqual({
    secret_name: 'shop-database',
    secret_data_type: 'text',
    version_id: '1',
    force_delete_without_recovery: false,
    recovery_window_in_days: 30,
  });
  const [password] = resourcesOf(stack, 'random_password');
  expect(data).toBe(`\${${password!.address}.result}`);
  expect(password!.attributes).toMatchObject({ length: 32, keepers: { rotation: '1' } });
});

test('another rotation is another value and another version of the same secret', () => {
  const made = (rotation: string) => {
    const stack = aCloud();
    new KmsSecret(stack, 'database', { rotation });
    const { version_id: version, secret_name: name } = resourceOf(stack, SECRET).attributes;
    return { version, name, keepers: resourceOf(stack, 'random_password').attributes.keepers };
  };
  expect(made('2026-11')).toEqual({ version: '2026-11', name: 'shop-database', keepers: { rotation: '2026-11' } });
});

test('a sandbox frees the name at once', () => {
  const stack = aCloud({ protection: 'sandbox' });
  new KmsSecret(stack, 'database');
  expect(resourceOf(stack, SECRET).attributes).toMatchObject({ force_delete_without_recovery: true });
  expect(resourceOf(stack, SECRET).attributes.recovery_window_in_days).toBeUndefined();
});

test('a value that something else has goes in by reference, in an instance and under a key of one’s own', () => {
  const stack = aCloud();
  const encryptionKey = new KmsKey(stack, 'key', { kmsInstanceId: 'kst-1' });
  const value = KmsSecretValue.given(variable(stack));
  new KmsSecret(stack, 'api', { value, encryptionKey, kmsInstanceId: 'kst-1', name: 'acme/api', recoveryDays: 7 });
  expect(resourceOf(stack, SECRET).attributes).toMatchObject({
    secret_name: 'acme/api',
    secret_data: '${var.password}',
    encryption_key_id: expect.stringContaining('alicloud_kms_key'),
    dkms_instance_id: 'kst-1',
    recovery_window_in_days: 7,
  });
  expect(resourcesOf(stack, 'random_password')).toEqual([]);
});

test('several values are one JSON object, made by Terraform, with quotes in text kept', () => {
  const stack = aCloud();
  const fields = { user: 'a "b" ${c}', password: variable(stack) };
  new KmsSecret(stack, 'database', { value: KmsSecretValue.fields(fields) });
  const { secret_data: data } = resourceOf(stack, SECRET).attributes;
  expect(data).toBe('${jsonencode({"password" = var.password, "user" = "a \\"b\\" $${c}"})}');
});

describe('who reads it', () => {
  test('may read that one secret and decrypt with its key, nothing else', () => {
    const stack = aCloud();
    const encryptionKey = KmsKey.fromAttributes(stack, 'key', { keyId: 'key-hzz1' });
    const role = new RamRole(stack, 'reader', { trust: Trust.service('ecs.aliyuncs.com') });
    new KmsSecret(stack, 'database', { encryptionKey }).grantRead(role);
    const { Statement } = JSON.parse(resourceOf(stack, 'alicloud_ram_policy').attributes.policy_document);
    expect(Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['kms:DescribeSecret', 'kms:GetSecretValue'],
        Resource: ['acs:kms:cn-hangzhou:*:secret/shop-database'],
      },
      { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['acs:kms:cn-hangzhou:*:key/key-hzz1'] },
    ]);
  });

  test('is a Pod by its service account, without a password', () => {
    const { apps, stack, namespace } = aNamespace();
    const account = new ServiceAccount(namespace, 'shop');
    KmsSecret.fromAttributes(stack, 'database', { secretName: 'shop-database' }).grantRead(account);
    const documents = [stack, apps].flatMap((one) =>
      resourcesOf(one, 'alicloud_ram_policy').map(({ attributes }) => attributes.policy_document),
    );
    expect(documents).toEqual([expect.stringContaining('acs:kms:cn-hangzhou:*:secret/shop-database')]);
  });

  test('can be a Secret of a namespace, which marks it as sensitive, and no variable in clear', () => {
    const { apps, stack, namespace } = aNamespace();
    const secret = new KmsSecret(stack, 'database');
    new Secret(namespace, 'database', { values: { password: secret.value } });
    expect(resourceOf(apps, 'kubernetes_secret_v1').attributes.data.password).toMatch(/^\$\{sensitive\(/);
  });
});

describe('is refused', () => {
  test.each<[string, KmsSecretProps | object, string]>([
    ['a value as text', { value: KmsSecretValue.given('hunter2') }, 'secret-in-text'],
    ['fields of text only', { value: KmsSecretValue.fields({ user: 'a', password: 'b' }) }, 'secret-in-text'],
    ['too short a value', { value: KmsSecretValue.generated({ length: 8 }) }, 'number-invalid'],
    ['a value that is none', { value: 'hunter2' }, 'choice-invalid'],
    ['a name with a blank', { name: 'my secret' }, 'name-invalid'],
    ['a rotation that is no version', { rotation: 'next week' }, 'name-invalid'],
    ['too short a recovery', { recoveryDays: 3 }, 'number-invalid'],
    ['another name than the adopted one’s', { name: 'a', adopt: 'b' }, 'choice-conflict'],
    ['an unknown prop', { versionId: 'v1' }, 'prop-unknown'],
  ])('%s', (_, props, code) => {
    expect(problemsOf(() => new KmsSecret(aCloud(), 'x', props)).map((problem) => problem.code)).toEqual([code]);
  });

  test('a key of another region', () => {
    const stack = aCloud();
    const far = new CloudStack(stack.node.root as App, 'far', { region: 'cn-beijing' });
    const encryptionKey = new KmsKey(far, 'key');
    expect(problemsOf(() => new KmsSecret(stack, 'x', { encryptionKey }))).toMatchObject([
      { code: 'region-other', value: 'cn-beijing' },
    ]);
  });

  test('a password as text beside a reference', () => {
    const stack = aCloud();
    const fields = { user: variable(stack), rootPassword: 'hunter2', host: 'db.example.com' };
    const [problem, ...others] = problemsOf(() => new KmsSecret(stack, 'x', { value: KmsSecretValue.fields(fields) }));
    expect(problem).toMatchObject({ code: 'secret-in-text', what: expect.stringContaining('"rootPassword"') });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(others).toEqual([]);
  });

  test('the text of a secret is not repeated by the error', () => {
    const [problem] = problemsOf(() => new KmsSecret(aCloud(), 'x', { value: KmsSecretValue.given('hunter2') }));
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});
