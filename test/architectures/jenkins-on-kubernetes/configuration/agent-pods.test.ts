import { AgentPlace } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/agent-place';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import type { JenkinsSettings } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings';
import { findingsOn } from '../../../support/kubernetes-schemas/validator';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SETTINGS, SHOP } from './settings-example';
import { podsOf, type Container, type Pod } from './written';

const at = (place: JenkinsSettings['agents']['place'], props: Partial<JenkinsSettings> = {}): JenkinsSettings => ({
  ...SETTINGS,
  ...props,
  agents: { ...SETTINGS.agents, place },
});
const ECI = at(AgentPlace.eci());
const NODES = at(AgentPlace.nodes({ labels: { pool: 'ci' }, tolerations: [{ key: 'ci', effect: 'NoSchedule' }] }));
const container = (pod: Pod, name: string): Container => pod.spec.containers.find((one) => one.name === name)!;
const build = (settings: JenkinsSettings): Pod => podsOf(settings, 'builds')['build']!;

describe('every Pod of an agent', () => {
  const builders = [
    ImageBuilder.kaniko('k:1'),
    ImageBuilder.buildkit('b:1'),
    ImageBuilder.buildah('a:1'),
    ImageBuilder.custom({ image: 'c:1', script: ['jib'], user: 0 }),
  ];
  const places = [AgentPlace.eci({ spot: true }), AgentPlace.serverless(), NODES.agents.place];

  it.each(
    places.flatMap((place) => builders.map((builder) => [place.kind, builder.kind, at(place, { builder })] as const)),
  )('on %s, with %s, is one that Kubernetes takes', (_, __, settings) => {
    const pods = ['builds', 'releases'].flatMap((cloud) => Object.values(podsOf(settings, cloud)));
    const named = pods.map((pod) => ({ ...pod, metadata: { ...pod.metadata, name: 'agent' } }));
    expect(named.map((pod) => findingsOn(pod))).toEqual(named.map(() => ({ known: true, problems: [] })));
  });

  it('names its images as they were given', () => {
    const images = Object.values(podsOf(SETTINGS, 'builds')).flatMap(({ spec }) =>
      [...spec.containers, ...(spec.initContainers ?? [])].map(({ name, image }) => `${name} ${image}`),
    );
    expect([...new Set(images)].sort()).toEqual([
      'build registry.example.com/ci/kaniko:v1.28.3-debug',
      'deploy registry.example.com/ci/kubectl:1.34.1',
      'jnlp registry.example.com/ci/inbound-agent:3385.vf1123fb_515da_-1',
      'registry-login registry.example.com/ci/login:0.4.0',
      'scan registry.example.com/ci/trivy:0.74.0',
      'test registry.example.com/ci/node:22.11.0',
    ]);
  });

  it('is nobody in particular, but for what builds images', () => {
    const root = Object.values(podsOf(SETTINGS, 'builds'))
      .flatMap(({ spec }) => spec.containers)
      .filter(({ securityContext }) => securityContext['runAsNonRoot'] !== true);
    expect(root.map(({ name }) => name)).toEqual(['build']);
  });

  it('ends soon when it is told to: its containers only wait for commands', () => {
    expect(build(SETTINGS).spec['terminationGracePeriodSeconds']).toBe(10);
  });
});

describe('on ECI', () => {
  it('a Pod has the size that was asked for, from a cache of images', () => {
    expect(build(ECI).metadata).toEqual({
      labels: { 'jenkins/agent': 'build', 'alibabacloud.com/eci': 'true' },
      annotations: { 'k8s.aliyun.com/eci-image-cache': 'true', 'k8s.aliyun.com/eci-use-specs': '4-8Gi' },
    });
  });

  it('a Pod of a build is spot where that was asked for, and paid for on demand where spot is sold out', () => {
    const { annotations } = build(at(AgentPlace.eci({ spot: true, imageCache: false }))).metadata;
    expect(annotations).toEqual({
      'k8s.aliyun.com/eci-spot-fallback': 'true',
      'k8s.aliyun.com/eci-spot-strategy': 'SpotAsPriceGo',
      'k8s.aliyun.com/eci-use-specs': '4-8Gi',
    });
  });

  it('a Pod with a large workspace gets disk for it', () => {
    const wide = { ...ECI, agents: { ...ECI.agents, workspace: '50Gi' } };
    expect(build(wide).metadata.annotations['k8s.aliyun.com/eci-extra-ephemeral-storage']).toBe('30Gi');
  });

  it('of a Serverless cluster a Pod has no label, since there is nothing else', () => {
    expect(build(at(AgentPlace.serverless())).metadata.labels).toEqual({ 'jenkins/agent': 'build' });
  });
});

describe('on nodes', () => {
  it('a Pod says which, and nothing of ECI', () => {
    const { metadata, spec } = build(NODES);
    expect(metadata).toEqual({ labels: { 'jenkins/agent': 'build' }, annotations: {} });
    expect(spec).toMatchObject({
      nodeSelector: { pool: 'ci' },
      tolerations: [{ key: 'ci', operator: 'Exists', effect: 'NoSchedule' }],
    });
  });

  it('a Pod keeps to the profile of its runtime', () => {
    for (const { securityContext } of build(NODES).spec.containers) {
      expect(securityContext).toMatchObject({
        seccompProfile: { type: 'RuntimeDefault' },
        allowPrivilegeEscalation: false,
      });
    }
  });

  it('a Pod that releases is one that the level "restricted" takes', () => {
    for (const { securityContext } of podsOf(NODES, 'releases')['deploy']!.spec.containers) {
      expect(securityContext).toEqual({
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      });
    }
  });
});

describe('unit tests', () => {
  const test = (user?: number): Container => {
    const applications = [{ ...SHOP, test: { ...SHOP.test, ...(user === undefined ? {} : { user }) } }];
    return container(podsOf({ ...SETTINGS, applications }, 'builds')['test-shop']!, 'test');
  };

  it('run as nobody in particular', () => {
    expect(test().securityContext).toMatchObject({ runAsUser: 1000, capabilities: { drop: ['ALL'] } });
  });

  it('run as root within the container where an image asks for it, with what installing packages takes', () => {
    expect(test(0).securityContext).toMatchObject({
      runAsUser: 0,
      runAsNonRoot: false,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'] },
    });
  });
});

describe('what logs in to the registry', () => {
  it('is in the path of what builds and of what scans, and knows the instance', () => {
    for (const name of ['build', 'scan']) {
      const env = new Map(container(build(SETTINGS), name).env.map((one) => [one.name, one.value]));
      expect(env.get('DOCKER_CONFIG')).toBe('/registry-login');
      expect(env.get('PATH')).toMatch(/:\/registry-login$/);
      expect(env.get('DOCKER_CREDENTIAL_ACR_HELPER_INSTANCE_ID')).toBe('cri-abc');
      expect(env.get('DOCKER_CREDENTIAL_ACR_HELPER_REGION')).toBe('cn-hangzhou');
    }
  });

  it('finds the instance by its name where no id is given', () => {
    const registry = { host: 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com', region: 'cn-hangzhou' };
    const names = container(build({ ...SETTINGS, registry }), 'build').env.map(({ name }) => name);
    expect(names).toEqual(['DOCKER_CONFIG', 'PATH']);
  });

  it('is copied beside the file that asks it for the registry', () => {
    const folder = mkdtempSync(join(tmpdir(), 'login-'));
    const helper = join(folder, 'docker-credential-acr-helper');
    writeFileSync(helper, '#!/bin/sh\necho helper\n');
    chmodSync(helper, 0o755);
    const [login] = build(SETTINGS).spec.initContainers!;
    const target = mkdtempSync(join(tmpdir(), 'target-'));
    const [shell, ...args] = login!.command!.map((one) => one.replaceAll('/registry-login', target));
    const env = Object.fromEntries(login!.env.map(({ name, value }) => [name, value]));
    execFileSync(shell!, args, { env: { ...env, PATH: `${folder}:${process.env['PATH']}` } });
    expect(JSON.parse(readFileSync(join(target, 'config.json'), 'utf8'))).toEqual({
      credHelpers: { 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com': 'acr-helper' },
    });
    expect(execFileSync(join(target, 'docker-credential-acr-helper')).toString()).toBe('helper\n');
  });
});

it('the scanner takes its database from where it is told to', () => {
  const scan = {
    ...SETTINGS.scan,
    database: 'registry.example.com/trivy-db:2',
    javaDatabase: 'registry.example.com/java:1',
  };
  const env = container(podsOf({ ...SETTINGS, scan }, 'builds')['scan']!, 'scan').env;
  expect(env).toEqual([
    { name: 'HOME', value: '/home/jenkins/agent' },
    { name: 'TRIVY_CACHE_DIR', value: '/home/jenkins/agent/.trivy' },
    { name: 'TRIVY_DB_REPOSITORY', value: 'registry.example.com/trivy-db:2' },
    { name: 'TRIVY_JAVA_DB_REPOSITORY', value: 'registry.example.com/java:1' },
  ]);
});
