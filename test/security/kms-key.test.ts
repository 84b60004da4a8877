import { App, TerraformOutput } from 'cdktf';
import type { Protection } from '../../lib/core/cloud';
import { KmsKey, KMS_KEY_DEFAULTS, type KmsKeyProps } from '../../lib/security/kms-key';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';

const aStack = (protection?: Protection) => new CloudStack(new App(), 'shop', { region: 'cn-hangzhou', protection });
const aKey = (props?: KmsKeyProps, protection?: Protection) => {
  const stack = aStack(protection);
  new KmsKey(stack, 'key', props);
  return stack;
};
const attributes = (props?: KmsKeyProps, protection?: Protection) =>
  resourceOf(aKey(props, protection), 'alicloud_kms_key').attributes;

test('a key is one resource: AES-256, rotated every year', () => {
  expect(billOf(aKey())).toEqual(['alicloud_kms_key x1']);
  expect(KMS_KEY_DEFAULTS).toEqual({ rotationDays: 365 });
  expect(attributes()).toEqual({
    description: 'shop-key',
    key_spec: 'Aliyun_AES_256',
    key_usage: 'ENCRYPT/DECRYPT',
    origin: 'Aliyun_KMS',
    automatic_rotation: 'Enabled',
    rotation_interval: '365d',
    deletion_protection: 'Enabled',
    pending_window_in_days: 30,
  });
});

test('in a sandbox it can be deleted, and waits as short as KMS allows', () => {
  expect(attributes({}, 'sandbox')).toMatchObject({ deletion_protection: 'Disabled', pending_window_in_days: 7 });
});

test('it can live in a KMS instance', () => {
  expect(attributes({ kmsInstanceId: 'kst-1' }).dkms_instance_id).toBe('kst-1');
});

test('a key that exists can be taken over', () => {
  const stack = aKey({ adopt: 'key-1' });
  expect(synthesized(stack).import).toEqual([{ id: 'key-1', to: resourceOf(stack, 'alicloud_kms_key').address }]);
});

test('a key that exists elsewhere is only named', () => {
  const stack = aStack();
  const { keyId } = KmsKey.fromAttributes(stack, 'key', { keyId: 'key-1' });
  new TerraformOutput(stack, 'key-id', { value: keyId });
  expect(billOf(stack)).toEqual([]);
  expect(synthesized(stack).output).toMatchObject({ 'key-id': { value: 'key-1' } });
});

test('a rotation that KMS does not offer is refused', () => {
  expect(problemsOf(() => aKey({ rotationDays: 1 }))).toMatchObject([
    { code: 'number-invalid', path: 'shop/key', value: 1, fix: expect.stringContaining('rotationDays: 7') },
  ]);
});
