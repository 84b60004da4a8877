import { Testing, type App } from 'cdktf';
import { JenkinsImages } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-images';
import { JenkinsOnKubernetes } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-on-kubernetes';
import type { JenkinsOnKubernetesProps } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-props';
import type { JenkinsApplication } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-application';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { ContainerRegistry } from '../../../lib/registry/container-registry';

export const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'];
export const MIRROR = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror';
export const IMAGE = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/platform/jenkins:2.568.2';

/** An application with nothing but what is needed. */
export const SHOP: JenkinsApplication = {
  name: 'shop',
  git: { url: 'https://code.example.com/acme/shop.git' },
  test: { image: `${MIRROR}/node:22.20.0`, commands: ['npm ci', 'npm test'] },
};

/** What every Jenkins of the tests has. */
export const BASE: JenkinsOnKubernetesProps = {
  region: 'cn-hangzhou',
  zones: ZONES,
  image: IMAGE,
  images: JenkinsImages.in(MIRROR),
  registry: (cloud) => ContainerRegistry.fromAttributes(cloud, 'registry', { instanceId: 'cri-abc123', name: 'acme' }),
  applications: [SHOP],
};

/** The smallest Jenkins, with what a test changes of it. */
export function aJenkins(props: Partial<JenkinsOnKubernetesProps> = {}, app: App = Testing.app()): JenkinsOnKubernetes {
  return new JenkinsOnKubernetes(app, 'ci', { ...BASE, ...props });
}

/** Of a Serverless cluster. */
export const ON_SERVERLESS: Partial<JenkinsOnKubernetesProps> = {
  cluster: (cloud, network) => new ServerlessCluster(cloud, 'cluster', { network, networkPolicies: true }),
};
