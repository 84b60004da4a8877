import { ContainerRegistry, JenkinsImages, JenkinsOnKubernetes } from 'alicloud-constructs';
import type { App } from 'cdktf';

const ADDRESS = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com';

/**
 * A Jenkins that builds a shop, tests it, looks through it, and brings it to a test namespace and, once somebody approved it, to
 * production. `jenkins/` beside this file holds what its images are made from, and the pipeline that the shop keeps.
 */
export function build(app: App): JenkinsOnKubernetes {
  return new JenkinsOnKubernetes(app, 'ci', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'],
    image: `${ADDRESS}/platform/jenkins:2.568.2`,
    images: JenkinsImages.in(`${ADDRESS}/mirror`),
    registry: (cloud) =>
      ContainerRegistry.fromAttributes(cloud, 'registry', { instanceId: 'cri-abc123', name: 'acme' }),
    applications: [
      {
        name: 'shop',
        git: { url: 'https://code.example.com/acme/shop.git' },
        test: { image: `${ADDRESS}/mirror/node:22.20.0`, commands: ['npm ci', 'npm test'] },
      },
    ],
  });
}
