import { farImage, imageName, imageProblems, isVpcImage } from '../../../lib/workload/pod/image';

test.each([
  ['nginx:1.29', { registry: 'docker.io', repository: 'nginx', tag: '1.29' }],
  ['acme/shop:1', { registry: 'docker.io', repository: 'acme/shop', tag: '1' }],
  ['localhost/shop:1', { registry: 'localhost', repository: 'shop', tag: '1' }],
  ['host:5000/shop', { registry: 'host:5000', repository: 'shop' }],
  ['ghcr.io/acme/shop:1.2.3', { registry: 'ghcr.io', repository: 'acme/shop', tag: '1.2.3' }],
  [
    `ghcr.io/acme/shop@sha256:${'0'.repeat(64)}`,
    { registry: 'ghcr.io', repository: 'acme/shop', digest: `sha256:${'0'.repeat(64)}` },
  ],
])('%s is read as a container runtime reads it', (image, parts) => {
  expect(imageName(image)).toEqual(parts);
});

describe('an image names the version that was tested', () => {
  test.each([
    'nginx:1.29.1-alpine',
    'host:5000/acme/shop:1',
    `acme/shop@sha256:${'a'.repeat(64)}`,
    `acme/shop:1.2@sha256:${'a'.repeat(64)}`,
    'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:20261121_1',
  ])('%s does', (image) => {
    expect(imageProblems('image', image)).toEqual([]);
  });

  test.each([
    ['nginx', 'image-untagged'],
    ['nginx:latest', 'image-untagged'],
    ['host:5000/shop', 'image-untagged'],
    ['NGINX:1', 'image-invalid'],
    ['nginx:1 ', 'image-invalid'],
    ['', 'image-invalid'],
    ['https://host/shop:1', 'image-invalid'],
    ['shop@sha256:12', 'image-invalid'],
    [7, 'image-invalid'],
  ])('%p does not', (image, code) => {
    expect(imageProblems('image', image)).toEqual([expect.objectContaining({ code, value: image })]);
  });
});

test('registries of the VPC are told from those of the internet', () => {
  const images = [
    'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1',
    'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/acme/shop:1',
    'registry.cn-hangzhou.aliyuncs.com/acme/shop:1',
    'acme-registry.cn-hangzhou.cr.aliyuncs.com/acme/shop:1',
  ];
  expect(images.map(isVpcImage)).toEqual([true, true, false, false]);
});

test('mainland regions hear of registries abroad, with the copy to write instead; others do not', () => {
  expect(farImage('wordpress:6.8.3', 'cn-hangzhou')).toContain(
    'registry-vpc.cn-hangzhou.aliyuncs.com/<namespace>/wordpress:6.8.3',
  );
  expect(farImage('wordpress:6.8.3', 'cn-hongkong')).toBeUndefined();
  expect(farImage('wordpress:6.8.3', 'ap-southeast-1')).toBeUndefined();
  expect(farImage('registry.cn-hangzhou.aliyuncs.com/acme/shop:1', 'cn-hangzhou')).toBeUndefined();
});

test('a registry of the VPC answers in its own region only', () => {
  expect(farImage('registry-vpc.cn-beijing.aliyuncs.com/acme/shop:1', 'cn-hangzhou')).toContain(
    'VPCs of cn-beijing only',
  );
  expect(farImage('acme-registry-vpc.cn-beijing.cr.aliyuncs.com/acme/shop:1', 'ap-southeast-1')).toContain(
    'cn-beijing',
  );
  expect(farImage('registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1', 'cn-hangzhou')).toBeUndefined();
  expect(farImage('registry.cn-beijing.aliyuncs.com/acme/shop:1', 'cn-hangzhou')).toBeUndefined();
});
