import { applicationPipeline } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/application-pipeline';
import { ImageBuilder } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/image-builder';
import { releasePipeline } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/release-pipeline';
import type { ScanSettings } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings';
import { shop } from './any-settings';
import { blockOf, groovyShape, type Block } from './groovy-shape';
import { SETTINGS, SHOP } from './settings-example';
import { podsOf } from './written';

const pipelineOf = (text: string): Block => blockOf(groovyShape(text), 'pipeline');
const stagesOf = (pipeline: Block): Block => blockOf(pipeline, 'stages');
const names = ({ blocks }: Block): readonly string[] =>
  blocks.map(({ head }) => /^stage\('(.*)'\)$/.exec(head)?.[1] ?? head);
const agentOf = (stage: Block): readonly string[] => blockOf(stage, 'agent', 'kubernetes').statements;
const scan = (props: Partial<ScanSettings>) => ({ ...SETTINGS, scan: { ...SETTINGS.scan, ...props } });

describe('the pipeline of an application', () => {
  const pipeline = pipelineOf(applicationPipeline(SETTINGS, SHOP));
  const stages = stagesOf(pipeline);

  it('goes from the code to a request of a release', () => {
    expect(names(stages)).toEqual(['Check', 'Image', 'Test environment', 'Request of a release']);
    expect(names(blockOf(stages, 'Check', 'parallel'))).toEqual(['Unit tests', 'Scan of the code']);
  });

  it('builds one commit of a branch after the other, and comes to an end', () => {
    expect(blockOf(pipeline, 'options').statements).toEqual([
      'disableConcurrentBuilds()',
      'timestamps()',
      "timeout(time: 60, unit: 'MINUTES')",
      "buildDiscarder(logRotator(numToKeepStr: '50'))",
    ]);
  });

  it('has a Pod in each stage that runs something, of a template that there is', () => {
    const stagesWithPods = [
      blockOf(stages, 'Check', 'parallel', 'Unit tests'),
      blockOf(stages, 'Check', 'parallel', 'Scan of the code'),
      blockOf(stages, 'Image'),
      blockOf(stages, 'Test environment'),
    ];
    const pods = podsOf(SETTINGS, 'builds');
    const asked = stagesWithPods.map((stage) =>
      agentOf(stage).flatMap((line) => /^\w+ '(.*)'$/.exec(line)?.slice(1) ?? []),
    );
    expect(asked.map(([cloud, template]) => [cloud, template])).toEqual([
      ['builds', 'test-shop'],
      ['builds', 'scan'],
      ['builds', 'build'],
      ['builds', 'deploy'],
    ]);
    for (const [, template, container] of asked) {
      expect(pods[template!]!.spec.containers.map(({ name }) => name)).toContain(container);
    }
    expect(pipeline.statements).toEqual(['agent none']);
  });

  it('begins a stage once more when its Pod is lost, unless it changes what runs', () => {
    const retried = (...path: readonly string[]) => agentOf(blockOf(stages, ...path)).includes('retries 2');
    expect(retried('Check', 'parallel', 'Unit tests')).toBe(true);
    expect(retried('Check', 'parallel', 'Scan of the code')).toBe(true);
    expect(retried('Image')).toBe(true);
    expect(retried('Test environment')).toBe(false);
  });

  it('runs the unit tests that were asked for', () => {
    const [test] = blockOf(stages, 'Check', 'parallel', 'Unit tests', 'steps').statements;
    expect(test).toMatch(/^sh '''\n\s+set -eu\n\s+npm ci\n\s+npm test\n\s+'''$/);
  });

  it('shows what the tests report, whether they passed or not', () => {
    const tested = shop({ test: { ...SHOP.test, reports: 'reports/*.xml' } });
    const stage = blockOf(
      stagesOf(pipelineOf(applicationPipeline(SETTINGS, tested))),
      'Check',
      'parallel',
      'Unit tests',
    );
    expect(blockOf(stage, 'post', 'always').statements).toEqual([
      "junit(testResults: 'reports/*.xml', allowEmptyResults: true)",
    ]);
    expect(blockOf(stages, 'Check', 'parallel', 'Unit tests').blocks.map(({ head }) => head)).toEqual([
      'agent',
      'steps',
    ]);
  });

  it('tags the image with the commit and the build, and goes on with its digest', () => {
    const { blocks } = blockOf(stages, 'Image', 'steps');
    const [before, after] = blocks.filter(({ head }) => head === 'script').map(({ statements }) => statements);
    expect(before).toContain(
      "env.IMAGE_TO_PUSH = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/acme/shop:' + env.GIT_COMMIT + '-' + env.BUILD_NUMBER",
    );
    expect(after).toEqual([
      "env.IMAGE = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/acme/shop@' + readFile('.image-digest').trim()",
    ]);
    expect(applicationPipeline(SETTINGS, SHOP)).not.toContain('latest');
  });

  it('stops at what is grave and has a mended version', () => {
    const { statements } = blockOf(stages, 'Image', 'steps', "container('scan')");
    const flags = '--severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 --no-progress';
    expect(statements).toEqual([`sh 'trivy image ${flags} "$IMAGE"'`]);
    expect(blockOf(stages, 'Check', 'parallel', 'Scan of the code', 'steps').statements).toEqual([
      `sh 'trivy fs --scanners vuln,secret,misconfig ${flags} .'`,
    ]);
  });

  it('stops at what it was told to stop at, or at nothing', () => {
    const commands = (props: Partial<ScanSettings>) =>
      blockOf(stagesOf(pipelineOf(applicationPipeline(scan(props), SHOP))), 'Image', 'steps', "container('scan')")
        .statements;
    expect(commands({ failOn: ['CRITICAL'], onlyMended: false })).toEqual([
      `sh 'trivy image --severity CRITICAL --exit-code 1 --no-progress "$IMAGE"'`,
    ]);
    expect(commands({ failOn: [] })).toEqual([
      `sh 'trivy image --ignore-unfixed --exit-code 0 --no-progress "$IMAGE"'`,
    ]);
  });

  it('leaves images to the scan of the registry where that was asked for, and the container away', () => {
    const settings = scan({ images: 'registry' });
    const text = applicationPipeline(settings, SHOP);
    expect(text).toContain('trivy fs');
    expect(text).not.toContain('trivy image');
    expect(podsOf(settings, 'builds')['build']!.spec.containers.map(({ name }) => name)).toEqual(['jnlp', 'build']);
  });

  it('comes to the test namespace and asks for a release from the branch that is released, and from no other', () => {
    for (const stage of ['Test environment', 'Request of a release']) {
      expect(blockOf(stages, stage, 'when').statements).toEqual([
        'beforeOptions true',
        'beforeAgent true',
        "branch comparator: 'EQUALS', pattern: 'main'",
      ]);
    }
  });

  it('does not hold a Pod, or itself, until somebody approves', () => {
    const request = blockOf(stages, 'Request of a release');
    expect(request.blocks.map(({ head }) => head)).toEqual(['when', 'steps']);
    expect(blockOf(request, 'steps').statements).toEqual([
      "build job: '/releases/shop', wait: false, parameters: [string(name: 'IMAGE', value: env.IMAGE), string(name: 'COMMIT', value: env.COMMIT)]",
    ]);
  });

  it('can have no Pod of releases, and no account of production', () => {
    const text = applicationPipeline(SETTINGS, SHOP);
    expect(text).not.toMatch(/cloud 'releases'|deployer|ci-release/);
  });

  it('builds by the builder that was chosen', () => {
    const script = (builder: typeof SETTINGS.builder) =>
      blockOf(
        stagesOf(pipelineOf(applicationPipeline({ ...SETTINGS, builder }, SHOP))),
        'Image',
        'steps',
      ).statements.join('\n');
    expect(script(SETTINGS.builder)).toContain('/kaniko/executor --context "dir://$PWD"');
    expect(script(ImageBuilder.buildkit('b:1'))).toContain('buildctl-daemonless.sh build --frontend dockerfile.v0');
    expect(script(ImageBuilder.buildah('a:1'))).toContain('buildah --storage-driver vfs build --isolation chroot');
    expect(script(ImageBuilder.custom({ image: 'c:1', script: ['./mvnw jib:build'] }))).toContain('./mvnw jib:build');
  });
});

describe('the pipeline that releases', () => {
  const text = releasePipeline(SETTINGS, SHOP);
  const pipeline = pipelineOf(text);
  const stages = stagesOf(pipeline);
  const request = blockOf(stages, 'Request', 'steps', 'script');

  it('looks at what it is asked for, waits for an approval, and then goes to production', () => {
    expect(names(stages)).toEqual(['Request', 'Approval', 'Production']);
  });

  it('takes images of the application by their digest, and no others', () => {
    const prefix = "def prefix = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/acme/shop@sha256:'";
    expect(request.statements).toContain(prefix);
    const refused = request.blocks.find(({ head }) => head.includes('startsWith'))!;
    expect(refused.head).toBe(
      "if (!wanted.startsWith(prefix) || !wanted.substring(prefix.length()).matches('[0-9a-f]{64}'))",
    );
    expect(refused.statements[0]).toMatch(/^error\(/);
  });

  it('is started by the build of the branch that is released, or by a person', () => {
    expect(request.statements).toContain("def fromBuild = builds && builds[0].fullProjectName == 'builds/shop/main'");
    const refused = request.blocks.find(({ head }) => head === 'if (!fromBuild && !fromPerson)')!;
    expect(refused.statements[0]).toMatch(/^error\(/);
  });

  it('knows a branch by the name that Jenkins gives its job', () => {
    const slashed = releasePipeline(SETTINGS, shop({ git: { ...SHOP.git, branch: 'release/2026' } }));
    expect(slashed).toContain("builds[0].fullProjectName == 'builds/shop/release%2F2026'");
  });

  it('waits without a Pod, no longer than it was told to, for one of the approvers', () => {
    const approval = blockOf(stages, 'Approval');
    expect(pipeline.statements).toEqual(['agent none']);
    expect(approval.blocks.map(({ head }) => head)).toEqual(['options', 'steps']);
    expect(blockOf(approval, 'options').statements).toEqual(["timeout(time: 72, unit: 'HOURS')"]);
    expect(blockOf(approval, 'steps', 'script').statements[0]).toContain("submitter: 'release-managers,wei'");
  });

  it('ends older releases that still wait when a newer one is approved', () => {
    expect(blockOf(stages, 'Approval', 'steps').statements).toEqual(['milestone(1)']);
  });

  it('holds the lock of production while it deploys, and not while it waits', () => {
    expect(blockOf(stages, 'Production', 'options').statements).toEqual([
      "lock(resource: 'shop-production')",
      'skipDefaultCheckout()',
    ]);
    expect(text.match(/lock\(/g)).toHaveLength(1);
  });

  it('deploys in a Pod of releases, whose account may change production', () => {
    expect(agentOf(blockOf(stages, 'Production'))).toEqual([
      "cloud 'releases'",
      "inheritFrom 'deploy'",
      "defaultContainer 'deploy'",
    ]);
    expect(podsOf(SETTINGS, 'releases')['deploy']!.spec.serviceAccountName).toBe('deployer');
    expect(podsOf(SETTINGS, 'builds')['deploy']!.spec.serviceAccountName).toBe('test-deployer');
  });

  it('runs no code of the application: it checks nothing out', () => {
    expect(text).not.toMatch(/checkout scm|git |readTrusted|load /);
  });
});
