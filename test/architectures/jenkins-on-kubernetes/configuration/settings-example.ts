import { AgentPlace } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { Credential } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/credential';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { Login } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/login';
import type {
  ApplicationSettings,
  JenkinsSettings,
} from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings';

/** A shop that is built and released. */
export const SHOP: ApplicationSettings = {
  name: 'shop',
  git: { url: 'https://code.example.com/acme/shop.git', branch: 'main', credential: 'git' },
  branches: 'feature/*',
  jenkinsfile: 'Jenkinsfile',
  repository: 'acme/shop',
  dockerfile: 'Dockerfile',
  test: { image: 'registry.example.com/ci/node:22.11.0', commands: ['npm ci', 'npm test'] },
  workload: { kind: 'deployment', name: 'web', container: 'main' },
  namespaces: { test: 'test', production: 'production' },
  smoke: { test: 'http://web.test:8080/', production: 'http://web.production:8080/' },
  rolloutSeconds: 600,
};

/** A Jenkins that builds the shop on ECI. */
export const SETTINGS: JenkinsSettings = {
  url: 'https://ci.example.com/',
  mail: 'platform@example.com',
  timezone: 'Asia/Shanghai',
  locale: 'zh_CN',
  controller: {
    innerUrl: 'http://jenkins.ci.svc.cluster.local:8080/',
    kubernetesUrl: 'https://kubernetes.default',
  },
  login: Login.local({ name: 'admin', passwordFile: '/secrets/administrator/password' }),
  people: {
    administrators: [{ kind: 'user', name: 'admin' }],
    developers: [{ kind: 'group', name: 'developers' }],
    approvers: [
      { kind: 'group', name: 'release-managers' },
      { kind: 'user', name: 'wei' },
    ],
  },
  credentials: [Credential.login({ id: 'git' }, { user: 'robot', passwordFile: '/secrets/git/token' })],
  agents: {
    namespace: 'ci-agents',
    place: AgentPlace.eci(),
    cap: 20,
    startSeconds: 600,
    deadlineMinutes: 60,
    workspace: '10Gi',
    sizes: {
      build: { vcpu: 4, memoryGib: 8 },
      scan: { vcpu: 2, memoryGib: 4 },
      test: { vcpu: 2, memoryGib: 8 },
      deploy: { vcpu: 0.5, memoryGib: 1 },
    },
    serviceAccounts: { builder: 'builder', plain: 'plain', testDeployer: 'test-deployer' },
  },
  release: {
    namespace: 'ci-release',
    serviceAccount: 'deployer',
    tokenFile: '/secrets/release/token',
    approvalHours: 72,
  },
  registry: { host: 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com', region: 'cn-hangzhou', instanceId: 'cri-abc' },
  builder: ImageBuilder.kaniko('registry.example.com/ci/kaniko:v1.28.3-debug'),
  images: {
    agent: 'registry.example.com/ci/inbound-agent:3385.vf1123fb_515da_-1',
    loginHelper: 'registry.example.com/ci/login:0.4.0',
    scanner: 'registry.example.com/ci/trivy:0.74.0',
    kubectl: 'registry.example.com/ci/kubectl:1.34.1',
  },
  scan: { failOn: ['HIGH', 'CRITICAL'], onlyMended: true },
  libraries: [],
  applications: [SHOP],
};
