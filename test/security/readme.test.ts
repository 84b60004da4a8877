import { join } from 'node:path';
import { App } from 'cdktf';
import { KmsSecret } from '../../lib/security/kms-secret';
import { KmsSecretValue } from '../../lib/security/kms-secret-value';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { OssBucket } from '../../lib/storage/oss-bucket';
import { blocksOf, fenced } from '../support/hcl-blocks';

test('the HCL in the README is that of its program', async () => {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  const crawler = new RamRole(cloud, 'crawler', { trust: Trust.service('ecs.aliyuncs.com') });
  OssBucket.fromAttributes(cloud, 'pages', { bucketName: 'acme-pages' }).grantPut(crawler);
  expect(fenced(join(__dirname, '../../lib/security/README.md'), 'hcl')).toContain(
    await blocksOf(cloud, /^alicloud_ram_/),
  );
});

test('the HCL of a secret in the README is that of its program', async () => {
  const cloud = new CloudStack(new App(), 'shop-cloud', { region: 'cn-hangzhou' });
  new KmsSecret(cloud, 'token', { value: KmsSecretValue.generated({ length: 40 }), rotation: '2026-11' });
  expect(fenced(join(__dirname, '../../lib/security/README.md'), 'hcl')).toContain(
    await blocksOf(cloud, /^alicloud_kms_secret|^random_password/),
  );
});
