import { Testing, type App } from 'cdktf';
import { parse } from 'yaml';
import {
  LIKE_BEFORE,
  OWN_PODS,
  type Validation,
} from '../../../lib/architectures/jenkins-on-kubernetes/admission-rules';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { ImageBuilder } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { kubernetesObjectsOf, resourcesOf, stacksOf } from '../../../lib/testing';
import { aJenkins, MIRROR, ON_SERVERLESS } from './a-jenkins';
import { refusedBy } from './as-the-api-server';
import { everything, onNodes, serverless } from './everything';

const appOf = (build: (app: App) => void): App => {
  const app = Testing.app();
  build(app);
  return app;
};
const objectsOf = (app: App): any[] => stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
const agentsOf = (app: App): any[] => {
  const { configuration } = app.node.findChild('ci') as ReturnType<typeof aJenkins>;
  return (parse(configuration) as any).jenkins.clouds.flatMap(({ kubernetes }: any) =>
    kubernetes.templates.map(({ yaml }: any) => parse(yaml)),
  );
};
const withBuildKit = (app: App): void =>
  void aJenkins(
    { builder: ImageBuilder.buildkit(`${MIRROR}/buildkit:v0.32.2-rootless`), agents: { place: AgentPlace.nodes() } },
    app,
  );

const PROGRAMS: readonly (readonly [string, (app: App) => void])[] = [
  ['as small as can be', (app) => void aJenkins({}, app)],
  ['with everything switched on', everything],
  ['on a Serverless cluster', serverless],
  ['with agents on nodes', onNodes],
  ['with BuildKit', withBuildKit],
];

/** The Pod that builds images, with what somebody who can push a branch writes into it. */
function written(change: (pod: any) => void, build = PROGRAMS[0]![1]): object {
  const [pod] = agentsOf(appOf(build));
  change(pod);
  return pod;
}

test.each(PROGRAMS)('%s, every Pod of an agent is let in', (_title, build) => {
  const pods = agentsOf(appOf(build));
  expect(pods.length).toBeGreaterThan(4);
  expect(pods.flatMap((pod) => refusedBy(OWN_PODS, pod))).toEqual([]);
});

describe.each<[string, (app: App) => void]>([
  ['where images are built by Kaniko', PROGRAMS[0]![1]],
  ['where the level of the namespace would let everything in', withBuildKit],
])('%s', (_title, build) => {
  test.each<[string, (pod: any) => void, RegExp]>([
    ['that mounts the home of the controller', mounts({ nfs: { server: 'home.nas', path: '/' } }), /no file system/],
    ['that mounts it by the driver', mounts({ csi: { driver: 'nasplugin.csi.alibabacloud.com' } }), /no file system/],
    ['with a claim', mounts({ persistentVolumeClaim: { claimName: 'home' } }), /no file system/],
    ['with a disk that a claim is made for', mounts({ ephemeral: {} }), /no file system/],
    ['with a path of its node', mounts({ hostPath: { path: '/var/run/docker.sock' } }), /path of somebody else/],
    ['in the network of its node', ({ spec }) => (spec.hostNetwork = true), /share nothing/],
    ['that sees what runs on its node', ({ spec }) => (spec.hostPID = true), /share nothing/],
    ['that is privileged', ({ spec }) => (spec.containers[1].securityContext.privileged = true), /not privileged/],
    [
      'that is privileged before it begins',
      ({ spec }) => (spec.initContainers[0].securityContext.privileged = true),
      /not privileged/,
    ],
    [
      'that may do what its node may',
      ({ spec }) => (spec.containers[0].securityContext.capabilities = { add: ['SYS_ADMIN'] }),
      /capabilities/,
    ],
    ['with a port of its node', ({ spec }) => (spec.containers[0].ports = [{ hostPort: 80 }]), /ports of their node/],
    ['that takes a RAM role', notes('k8s.aliyun.com/eci-ram-role-name'), /no RAM role/],
    ['that takes a place in the network', notes('k8s.aliyun.com/eci-vswitch'), /no vSwitch/],
    ['that takes a public address', notes('k8s.aliyun.com/eci-with-eip'), /no public address/],
    ['that pushes the controller aside', ({ spec }) => (spec.priority = 1_000_000), /push the controller aside/],
  ])('is refused: a Pod of a build %s', (_what, change, why) => {
    expect(refusedBy(OWN_PODS, written(change, build))).toEqual([expect.stringMatching(why)]);
  });
});

function mounts(volume: object) {
  return ({ spec }: any): void => void spec.volumes.push({ name: 'stolen', ...volume });
}

function notes(key: string) {
  return ({ metadata }: any): void => void (metadata.annotations[key] = 'x');
}

describe('who deploys', () => {
  const workload = (change: (template: any) => void = () => undefined): object => {
    const template = {
      metadata: { annotations: { 'example.com/note': 'a' } },
      spec: {
        serviceAccountName: 'shop',
        volumes: [{ name: 'cache', emptyDir: {} }],
        containers: [{ name: 'shop', image: 'shop:1', volumeMounts: [{ name: 'cache', mountPath: '/cache' }] }],
      } as any,
    };
    change(template);
    return { spec: { template } };
  };

  test.each<[string, (template: any) => void]>([
    ['gives it another image', ({ spec }) => (spec.containers[0].image = 'shop:2')],
    ['changes nothing', () => undefined],
    ['restarts it', ({ metadata }) => (metadata.annotations['kubectl.kubernetes.io/restartedAt'] = 'now')],
  ])('%s, and goes back', (_what, change) => {
    expect(refusedBy(LIKE_BEFORE, workload(change), workload())).toEqual([]);
    expect(refusedBy(LIKE_BEFORE, workload(), workload(change))).toEqual([]);
  });

  test.each<[string, (template: any) => void, RegExp]>([
    ['mounts somebody’s files', ({ spec }) => spec.volumes.push({ name: 'x', nfs: {} }), /may do or see/],
    ['lets it run as another', ({ spec }) => (spec.serviceAccountName = 'other'), /may do or see/],
    ['puts it on the node', ({ spec }) => (spec.hostNetwork = true), /may do or see/],
    ['writes another command', ({ spec }) => (spec.containers[0].command = ['sh']), /how containers run$/],
    ['adds a container', ({ spec }) => spec.containers.push({ name: 'second', image: 'x' }), /how containers run$/],
    ['adds one before the others', ({ spec }) => (spec.initContainers = [{ name: 'x' }]), /before the others/],
    [
      'gives it a secret to read',
      ({ spec }) => (spec.containers[0].envFrom = [{ secretRef: { name: 'database' } }]),
      /how containers run$/,
    ],
    ['takes a RAM role for it', notes('k8s.aliyun.com/eci-ram-role-name'), /no annotation/],
  ])('is refused who %s', (_what, change, why) => {
    expect(refusedBy(LIKE_BEFORE, workload(change), workload())).toEqual([expect.stringMatching(why)]);
  });
});

test.each<[string, (app: App) => void, string[]]>([
  ['as small as can be', PROGRAMS[0]![1], ['production', 'test']],
  ['with environments of other names', everything, ['shop', 'staging']],
])('%s, the rules hold where the Pods are, for those who deploy and no others', (_title, build, environments) => {
  const objects = objectsOf(appOf(build));
  const bindings = objects.filter(({ kind }) => kind === 'ValidatingAdmissionPolicyBinding');
  const where = bindings.map(({ spec }) => [
    spec.policyName,
    spec.validationActions,
    spec.matchResources.namespaceSelector.matchExpressions[0].values,
  ]);
  expect(where).toEqual([
    ['jenkins-deployments', ['Deny'], environments],
    ['jenkins-pods-of-builds', ['Deny'], ['jenkins-agents', 'jenkins-release']],
  ]);
  const policies = objects.filter(({ kind }) => kind === 'ValidatingAdmissionPolicy');
  const rules = (policy: any): Validation[] => policy.spec.validations;
  expect(policies.map(({ spec }) => [spec.failurePolicy, spec.matchConstraints.resourceRules[0].resources])).toEqual([
    ['Fail', ['deployments', 'statefulsets']],
    ['Fail', ['pods']],
  ]);
  expect(policies.map(rules)).toEqual([LIKE_BEFORE, OWN_PODS]);
  expect(policies[0].spec.matchConditions).toEqual([
    {
      name: 'deployers',
      expression:
        'request.userInfo.username in ["system:serviceaccount:jenkins-agents:test-deployer","system:serviceaccount:jenkins-release:deployer"]',
    },
  ]);
});

test('the home is mounted by nodes, and no address of a Pod is let in; on Serverless, where there are none, by Pods', () => {
  const rangesOf = ({ cloud, network }: ReturnType<typeof aJenkins>) => {
    const ranges = resourcesOf(cloud, 'alicloud_nas_access_rule').map(({ attributes }) => attributes.source_cidr_ip);
    return (['nodes', 'pods', 'eci'] as const).filter((purpose) =>
      network.vswitches(purpose).some(({ cidr }) => ranges.includes(cidr)),
    );
  };
  expect(rangesOf(aJenkins())).toEqual(['nodes']);
  expect(rangesOf(aJenkins({ agents: { place: AgentPlace.nodes(), cap: 4 } }))).toEqual(['nodes']);
  expect(rangesOf(aJenkins(ON_SERVERLESS))).toContain('eci');
});
