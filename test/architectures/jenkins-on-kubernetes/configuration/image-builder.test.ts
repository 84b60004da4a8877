import { AgentPlace } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { builderRun } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/builder-run';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import {
  agentSizeProblems,
  approverProblems,
  builderProblems,
} from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings-problems';
import { UPSTREAM_IMAGES } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/upstream-images';
import { imageProblems } from '../../../../lib/workload/pod/image';
import { SETTINGS } from './settings-example';
import { podsOf } from './written';

const KANIKO = ImageBuilder.kaniko(UPSTREAM_IMAGES.kaniko);
const BUILDKIT = ImageBuilder.buildkit(UPSTREAM_IMAGES.buildkit);
const BUILDAH = ImageBuilder.buildah(UPSTREAM_IMAGES.buildah);
const NODES = AgentPlace.nodes();

describe('a builder of images', () => {
  it('Kaniko runs wherever agents do', () => {
    for (const place of [AgentPlace.eci(), AgentPlace.serverless(), NODES]) {
      expect(builderProblems(KANIKO, place)).toEqual([]);
    }
  });

  it('has no more capabilities than containers have by default, and no way to others', () => {
    const { securityContext } = podsOf(SETTINGS, 'builds')['build']!.spec.containers.find(
      ({ name }) => name === 'build',
    )!;
    expect(securityContext).toEqual({
      runAsUser: 0,
      runAsGroup: 0,
      runAsNonRoot: false,
      allowPrivilegeEscalation: false,
      capabilities: {
        drop: ['ALL'],
        add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETFCAP', 'SETGID', 'SETUID'],
      },
    });
  });

  it.each([BUILDKIT, BUILDAH])('$kind runs on nodes, and not on ECI, which has no user namespaces', (builder) => {
    expect(builderProblems(builder, NODES)).toEqual([]);
    for (const place of [AgentPlace.eci(), AgentPlace.serverless()]) {
      expect(builderProblems(builder, place).map(({ code, value, fix }) => ({ code, value, fix }))).toEqual([
        {
          code: 'jenkins-builder',
          value: builder.kind,
          fix: 'write builder: ImageBuilder.kaniko(...), or agents: { place: AgentPlace.nodes() }',
        },
      ]);
    }
  });

  it.each([BUILDKIT, BUILDAH])(
    '$kind needs a namespace with the level "privileged", and is not privileged itself',
    (builder) => {
      expect(builderRun(builder).podSecurity).toBe('privileged');
      const settings = { ...SETTINGS, builder, agents: { ...SETTINGS.agents, place: NODES } };
      const build = podsOf(settings, 'builds')['build']!.spec.containers.find(({ name }) => name === 'build')!;
      expect(build.securityContext).toEqual({
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
        allowPrivilegeEscalation: true,
        seccompProfile: { type: 'Unconfined' },
        appArmorProfile: { type: 'Unconfined' },
      });
    },
  );

  it('keeps layers on a disk of the Pod with a limit, where it unpacks them as somebody else', () => {
    const settings = { ...SETTINGS, builder: BUILDKIT, agents: { ...SETTINGS.agents, place: NODES } };
    expect(podsOf(settings, 'builds')['build']!.spec['volumes']).toEqual([
      { name: 'registry-login', emptyDir: { sizeLimit: '64Mi' } },
      { name: 'layers', emptyDir: { sizeLimit: '10Gi' } },
    ]);
  });

  it('of your own runs as nobody, or as root within the container', () => {
    expect(builderRun(ImageBuilder.custom({ image: 'c:1', script: ['ko build'] }))).toMatchObject({
      security: { user: 1000, capabilities: [] },
      podSecurity: 'baseline',
    });
    expect(builderRun(ImageBuilder.custom({ image: 'c:1', script: ['x'], user: 0 })).security.user).toBe(0);
  });

  it('that is archived is refused', () => {
    const old = ImageBuilder.kaniko('gcr.io/kaniko-project/executor:v1.24.0-debug');
    expect(builderProblems(old, NODES)).toEqual([
      {
        code: 'jenkins-builder',
        what: 'builder.image "gcr.io/kaniko-project/executor:v1.24.0-debug" is archived since June 2025',
        value: 'gcr.io/kaniko-project/executor:v1.24.0-debug',
        fix: 'take a copy of ghcr.io/osscontainertools/kaniko',
      },
    ]);
  });

  it('without a version, or with a script that does nothing, is refused', () => {
    expect(builderProblems(ImageBuilder.kaniko('ghcr.io/osscontainertools/kaniko:latest'), NODES)).toMatchObject([
      { code: 'image-untagged' },
    ]);
    expect(builderProblems(ImageBuilder.custom({ image: 'c:1', script: [' '] }), NODES)).toMatchObject([
      { code: 'jenkins-builder', value: [' '] },
    ]);
  });

  it('is chosen as data that nobody changes afterwards', () => {
    const script = ['ko build'];
    const builder = ImageBuilder.custom({ image: 'c:1', script });
    script.push('rm -rf /');
    expect(builder).toEqual({ kind: 'custom', image: 'c:1', script: ['ko build'] });
    expect(Object.isFrozen(builder)).toBe(true);
  });

  it('comes, like every image of agents, in a version that is named', () => {
    expect(Object.entries(UPSTREAM_IMAGES).flatMap(([name, image]) => imageProblems(name, image))).toEqual([]);
  });
});

describe('the size of an agent', () => {
  const sizes = (build: { vcpu: number; memoryGib: number }) => ({ ...SETTINGS.agents.sizes, build });
  const problems = (build: { vcpu: number; memoryGib: number }, place = AgentPlace.eci()) =>
    agentSizeProblems(sizes(build), place).map(({ code, what, fix }) => [code, what, fix]);

  it('is one that ECI sells', () => {
    expect(problems({ vcpu: 4, memoryGib: 8 })).toEqual([]);
    expect(problems({ vcpu: 3, memoryGib: 6 })).toEqual([
      [
        'eci-option',
        'agents.sizes.build 3-6Gi is no size that ECI sells',
        'write agents.sizes.build: { vcpu: 4, memoryGib: 8 }',
      ],
    ]);
  });

  it('is anything on nodes that leaves each container something', () => {
    expect(problems({ vcpu: 3, memoryGib: 6 }, NODES)).toEqual([]);
    expect(problems({ vcpu: 0.5, memoryGib: 1 }, NODES)).toEqual([
      [
        'eci-option',
        'agents.sizes.build 0.5-1Gi leaves a container of the Pod nothing',
        'write agents.sizes.build: { vcpu: 1, memoryGib: 2 }',
      ],
    ]);
  });

  it('is one that the spot market has, but for what deploys', () => {
    expect(problems({ vcpu: 1, memoryGib: 2 }, AgentPlace.eci({ spot: true }))).toEqual([
      [
        'eci-option',
        'agents.sizes.build 1-2Gi is not sold as spot, which begins at 2 vCPU',
        'write agents.sizes.build: { vcpu: 2, memoryGib: 4 }',
      ],
    ]);
    expect(SETTINGS.agents.sizes.deploy.vcpu).toBeLessThan(2);
  });
});

it('an approver has no comma, at which Jenkins divides their list', () => {
  const approvers = [
    { kind: 'group' as const, name: 'release-managers' },
    { kind: 'group' as const, name: 'cn=release,ou=groups' },
    { kind: 'user' as const, name: ' wei' },
  ];
  expect(approverProblems({ approvers }).map(({ code, value }) => [code, value])).toEqual([
    ['jenkins-people', 'cn=release,ou=groups'],
    ['jenkins-people', ' wei'],
  ]);
});
