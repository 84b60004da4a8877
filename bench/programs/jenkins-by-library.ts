/** The architecture JenkinsOnKubernetes, n times: `node jenkins-by-library.js <n>`. */
import { ContainerRegistry, JenkinsImages, JenkinsOnKubernetes } from 'alicloud-constructs';
import { App } from 'cdktf';

const ADDRESS = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com';

const [n = '1'] = process.argv.slice(2);
const app = new App();
for (let copy = 0; copy < Number(n); copy++) {
  new JenkinsOnKubernetes(app, Number(n) === 1 ? 'ci' : `ci-${copy}`, {
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
app.synth();
