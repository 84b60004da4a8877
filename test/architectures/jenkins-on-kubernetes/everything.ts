import { TerraformVariable, type App } from 'cdktf';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { JenkinsCredential } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-credential';
import { JenkinsEnvironment } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-environment';
import { JenkinsLogin } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-login';
import { JenkinsPlugins } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-plugins';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ClassicLoadBalancer } from '../../../lib/balancer/classic-load-balancer';
import type { JenkinsOnKubernetes } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-on-kubernetes';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { Namespace } from '../../../lib/workload/namespace';
import { Secret } from '../../../lib/workload/secret';
import { aJenkins, MIRROR, ON_SERVERLESS, SHOP } from './a-jenkins';

/** A Jenkins with everything that can be switched on, on the internet by TLS, with a directory for its people. */
export function everything(app: App): void {
  const vault = new CloudStack(app, 'vault', { region: 'cn-hangzhou' });
  const token = new TerraformVariable(vault, 'git-token', {
    type: 'string',
    sensitive: true,
    default: 'drawn elsewhere',
  });
  const group = (name: string) => ({ kind: 'group' as const, name });
  const jenkins = aJenkins(
    {
      url: 'https://ci.example.com',
      ports: [443],
      mail: 'ci@example.com',
      locale: 'zh_CN',
      timezone: 'Asia/Shanghai',
      login: JenkinsLogin.oidc({
        wellKnownUrl: 'https://idp.example.com/.well-known/openid-configuration',
        clientId: 'jenkins',
        clientSecret: { secret: 'identity', key: 'client-secret' },
      }),
      people: {
        administrators: [group('platform')],
        developers: [group('developers')],
        approvers: [group('release-managers')],
      },
      credentials: [
        JenkinsCredential.login({ id: 'git', user: 'jenkins', password: token.stringValue, description: 'reads code' }),
        JenkinsCredential.sshKey({ id: 'git-ssh', privateKey: { secret: 'git-ssh', key: 'id_ed25519' } }),
        JenkinsCredential.text({ id: 'chat', value: { secret: 'chat', key: 'token' } }),
      ],
      gitHostKeys: ['code.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample'],
      libraries: [{ name: 'steps', git: { url: 'git@code.example.com:platform/steps.git', branch: 'main' } }],
      controller: {
        requests: { cpu: '4', memory: '8Gi' },
        plugins: JenkinsPlugins.ofImage({ also: ['slack:795.v4b_9705b_e6d47'] }),
        javaOptions: ['-XX:+UseZGC'],
      },
      agents: {
        place: AgentPlace.eci({ spot: true }),
        cap: 40,
        sizes: { build: { vcpu: 8, memoryGib: 16 } },
      },
      applications: [
        { ...SHOP, git: { ...SHOP.git, credential: 'git' } },
        {
          name: 'cart',
          git: { url: 'git@code.example.com:acme/cart.git', branch: 'release', credential: 'git-ssh' },
          branches: 'feature/*',
          jenkinsfile: 'ci/Jenkinsfile',
          dockerfile: 'build/Dockerfile',
          test: { image: `${MIRROR}/maven:3.9.11`, commands: ["mvn -q verify -Dgreeting='it''s ${HOME}'"], user: 0 },
          workload: { kind: 'statefulset', name: 'cart-web', container: 'web' },
          smoke: { test: 'http://cart.staging:9090/healthz', production: 'http://cart.shop:9090/healthz' },
          rolloutSeconds: 900,
        },
      ],
      environments: {
        test: JenkinsEnvironment.made({ name: 'staging', quota: { pods: 50 } }),
        production: JenkinsEnvironment.existing('shop'),
      },
      scan: { failOn: ['CRITICAL'], onlyMended: false, database: `${MIRROR}/trivy-db:2` },
      approvalHours: 24,
      rotation: { administrator: '2', release: '3' },
      balancer: (cloud, network) =>
        new ClassicLoadBalancer(cloud, 'front', {
          network,
          address: BalancerAddress.internet({ allow: ['203.0.113.0/24'] }),
          protocols: { 443: 'https' },
          certificateId: '12345678-cn-hangzhou',
        }),
      tags: { team: 'platform' },
    },
    app,
  );
  ownSecrets(jenkins, token.stringValue);
  // The namespace of production is another team's.
  const shop = new WorkloadStack(app, 'shop', { cluster: jenkins.cluster, baseline: false });
  new Namespace(shop, 'shop', { quota: { pods: 100 } });
  jenkins.apps.addDependency(shop);
}

/** Secrets that the program makes beside Jenkins, under the names that it was told. */
function ownSecrets({ namespace, controller }: JenkinsOnKubernetes, value: string): void {
  const keys = { identity: 'client-secret', 'git-ssh': 'id_ed25519', chat: 'token' };
  Object.entries(keys).forEach(([name, key]) => {
    controller.after(new Secret(namespace, name, { values: { [key]: value } }).resource);
  });
}

/** A Jenkins on a Serverless cluster. */
export function serverless(app: App): void {
  aJenkins(ON_SERVERLESS, app);
}

/** A Jenkins whose agents run on the nodes of its cluster, which has no virtual node. */
export function onNodes(app: App): void {
  aJenkins({ agents: { place: AgentPlace.nodes(), cap: 4 } }, app);
}
