import { Testing, type App } from 'cdktf';
import { parse } from 'yaml';
import { ImageBuilder } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { AgentPlace } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { kubernetesObjectsOf, stacksOf } from '../../../lib/testing';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { aJenkins, MIRROR } from './a-jenkins';
import { everything, onNodes, serverless } from './everything';

/** A Pod, of a workload or of an agent. */
interface EveryPod {
  readonly called: string;
  readonly spec: any;
}

function podsOf(build: (app: App) => void): EveryPod[] {
  const app = Testing.app();
  build(app);
  const objects = stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
  const ofWorkloads = objects
    .filter((one) => (one as any).spec?.template !== undefined)
    .map((one) => ({ called: `${one.kind} ${one.metadata.name}`, spec: (one as any).spec.template.spec }));
  const { configuration } = app.node.findChild('ci') as ReturnType<typeof aJenkins>;
  const ofAgents = (parse(configuration) as any).jenkins.clouds.flatMap(({ kubernetes }: any) =>
    kubernetes.templates.map(({ name, yaml }: any) => ({
      called: `${kubernetes.name} ${name}`,
      spec: parse(yaml).spec,
    })),
  );
  return [...ofWorkloads, ...ofAgents];
}

const containersOf = ({ spec }: EveryPod): any[] => [...(spec.containers ?? []), ...(spec.initContainers ?? [])];

/** What ECI refuses, and what would be as good as the node. */
function refusedIn(pod: EveryPod): string[] {
  const { spec } = pod;
  const volumes = (spec.volumes ?? []).flatMap((one: any) => (one.hostPath ? [`host path ${one.hostPath.path}`] : []));
  const containers = containersOf(pod).flatMap(
    ({ name, securityContext = {}, ports = [], volumeMounts = [], env = [], command = [], volumeDevices = [] }) => [
      ...(securityContext.privileged ? [`${name} is privileged`] : []),
      ...(ports.some((one: any) => one.hostPort) ? [`${name} has a port of the node`] : []),
      ...(volumeDevices.length > 0 ? [`${name} has a device`] : []),
      ...(/docker\.sock|containerd\.sock|crio\.sock/.test(JSON.stringify([volumeMounts, env, command]))
        ? [`${name} has a socket`]
        : []),
      ...((securityContext.capabilities?.add ?? []) as string[])
        .filter((one) => /SYS_|NET_ADMIN|NET_RAW|MKNOD|BPF|ALL/.test(one))
        .map((one) => `${name} has ${one}`),
    ],
  );
  return [
    ...volumes,
    ...containers,
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter((one) => spec[one]),
    ...(containersOf(pod).length > 20 ? ['more than 20 containers'] : []),
  ];
}

const PROGRAMS: readonly (readonly [string, (app: App) => void])[] = [
  ['as small as can be', (app) => void aJenkins({}, app)],
  ['with everything switched on', everything],
  ['on a Serverless cluster', serverless],
  ['with agents on nodes', onNodes],
];

test.each(PROGRAMS)('%s, no Pod asks for what ECI refuses, for a socket, or for the node', (_title, build) => {
  const pods = podsOf(build);
  expect(pods.map(({ called }) => called)).toEqual(
    expect.arrayContaining([
      'Deployment controller',
      'Job home',
      'builds build',
      'builds scan',
      'builds test-shop',
      'builds deploy',
      'releases deploy',
    ]),
  );
  expect(pods.flatMap((pod) => refusedIn(pod).map((what) => `${pod.called}: ${what}`))).toEqual([]);
});

test.each(PROGRAMS)('%s, every container says what it takes at most', (_title, build) => {
  const open = podsOf(build).flatMap((pod) =>
    containersOf(pod)
      .filter(({ resources }) => !resources?.limits?.cpu || !resources?.limits?.memory)
      .map(({ name }) => `${pod.called}: ${name}`),
  );
  expect(open).toEqual([]);
});

test('a walk that finds nothing would find a socket, a path of the node and privileges', () => {
  const spec = {
    hostNetwork: true,
    volumes: [{ name: 'x', hostPath: { path: '/var/run/docker.sock' } }],
    containers: [
      {
        name: 'bad',
        securityContext: { privileged: true, capabilities: { add: ['SYS_ADMIN'] } },
        volumeMounts: [{ name: 'x', mountPath: '/var/run/docker.sock' }],
      },
    ],
  };
  expect(refusedIn({ called: 'bad', spec })).toEqual([
    'host path /var/run/docker.sock',
    'bad is privileged',
    'bad has a socket',
    'bad has SYS_ADMIN',
    'hostNetwork',
  ]);
});

test.each([
  ImageBuilder.buildkit(`${MIRROR}/buildkit:v0.32.2-rootless`),
  ImageBuilder.buildah(`${MIRROR}/buildah:v1.44.0`),
])('with $kind on nodes, its namespace lets it in and that of releases lets nothing of the kind in', (builder) => {
  const app = Testing.app();
  const { apps } = aJenkins({ builder, agents: { place: AgentPlace.nodes() } }, app);
  const levels = Object.fromEntries(
    kubernetesObjectsOf(apps)
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => [metadata.name, metadata.labels?.['pod-security.kubernetes.io/enforce']]),
  );
  expect(levels).toMatchObject({
    'jenkins-agents': 'privileged',
    'jenkins-release': 'restricted',
    jenkins: 'baseline',
  });
  const pods = podsOf((other) => void aJenkins({ builder, agents: { place: AgentPlace.nodes() } }, other));
  expect(pods.flatMap(refusedIn)).toEqual([]);
});

test('on nodes, the Pod of a release is one that Pod Security restricted lets in', () => {
  const release = podsOf(onNodes).find(({ called }) => called === 'releases deploy')!;
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'agent' }, spec: release.spec };
  expect(findingsOn(object as never)).toMatchObject({ known: true, problems: [] });
  containersOf(release).forEach(({ securityContext }) =>
    expect(securityContext).toMatchObject({
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    }),
  );
});
