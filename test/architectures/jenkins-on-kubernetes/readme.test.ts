import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Testing } from 'cdktf';
import ts from 'typescript';
import { build } from '../../../examples/jenkins-on-kubernetes';
import { AGENT_SIZES } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-defaults';
import { LOCK_SCRIPT } from '../../../lib/architectures/jenkins-on-kubernetes/controller-lock';
import { pluginScript } from '../../../lib/architectures/jenkins-on-kubernetes/controller-plugins';
import { JenkinsPlugins } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-plugins';
import { nodesFor } from '../../../lib/architectures/jenkins-on-kubernetes/capacity';
import { JENKINS_CORE } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/plugins';
import {
  LOGIN_HELPER_DOCKERFILE,
  UPSTREAM_IMAGES,
} from '../../../lib/architectures/jenkins-on-kubernetes/configuration/upstream-images';
import { JENKINS_IMAGES } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-images';
import { planCidrs } from '../../../lib/network/cidr-plan';
import { rolesNeeded } from '../../../lib/core/roles';
import { billOf, resourcesOf, stacksOf } from '../../../lib/testing';
import { fencesOf, ROOT } from '../../docs/fences';
import { ZONES } from './a-jenkins';

const FOLDER = 'lib/architectures/jenkins-on-kubernetes';
const app = Testing.app();
const ci = build(app);
const [cloud, apps] = stacksOf(app);
const entries = (code: string): string[] =>
  code
    .split(/\n|\s{2,}/)
    .filter(Boolean)
    .sort();
const example = (name: string): string => readFileSync(join(ROOT, 'examples/jenkins', name), 'utf8');

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const document = join(ROOT, FOLDER, name);
  const text = readFileSync(document, 'utf8');
  const fences = fencesOf(document);
  const texts = fences.filter(({ language }) => language === 'text').map(({ code }) => entries(code));

  test('lists the resources of both stacks, and the roles that the account needs', () => {
    expect(texts).toEqual([billOf(cloud!), billOf(apps!), rolesNeeded(app).map((role) => role.name)]);
  });

  test('begins with the example', () => {
    const program = fences.find(({ language }) => language === 'ts')!.code;
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(25);
    const essence = /new JenkinsOnKubernetes\([\s\S]*?\}\);/;
    const flat = (code: string) => code.match(essence)![0].replace(/\s+/g, ' ');
    expect(flat(program)).toBe(flat(readFileSync(join(ROOT, 'examples/jenkins-on-kubernetes.ts'), 'utf8')));
  });

  test('points to documents that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThanOrEqual(5);
    expect(links.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
  });

  test('names every image with its version, and where it comes from', () => {
    Object.values(JENKINS_IMAGES).forEach((image) => expect(text).toContain(`\`${image}\``));
    const { agent, kaniko, scanner } = UPSTREAM_IMAGES;
    const withoutHub = (image: string) => image.replace('docker.io/', '').replace(/:[^:]*$/, '');
    [agent, kaniko, scanner].forEach((image) => expect(text).toContain(withoutHub(image)));
    expect(text).toContain(`jenkins/jenkins:${JENKINS_CORE}-jdk21`);
  });

  test('says who may what, account by account', () => {
    const accounts = resourcesOf(apps!, 'kubernetes_service_account_v1').map(
      ({ attributes }: any) => attributes.metadata,
    );
    accounts.forEach(({ name: account, namespace }: any) => expect(text).toContain(`\`${namespace}/${account}\``));
    expect(accounts).toHaveLength(6);
  });
});

const programsOf = (name: string): string[] =>
  fencesOf(join(ROOT, FOLDER, name))
    .filter(({ language, code }) => language === 'ts' && code.includes('app.synth()'))
    .map(({ code }) => code);

/** The App of a program, synthesised; it is the last one that the program makes. */
function ran(code: string): App {
  let made: App | undefined;
  class Watched extends App {
    constructor() {
      super({ outdir: mkdtempSync(join(tmpdir(), 'readme-')) });
      made = this as App;
    }
  }
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const modules = (name: string): unknown =>
    name === 'cdktf' ? { ...(require('cdktf') as object), App: Watched } : require(name);
  new Function('require', 'exports', outputText)(modules, {});
  return made!;
}

test('both documents hold the same programs', () => {
  expect(programsOf('README.zh-CN.md')).toEqual(programsOf('README.md'));
  expect(programsOf('README.md')).toHaveLength(3);
});

test('and say the same: as many points, sections, tables and commands', () => {
  const shape = (name: string) =>
    readFileSync(join(ROOT, FOLDER, name), 'utf8')
      .split('\n')
      .flatMap((line) => /^(#+ |- \*\*|\d\. |\||```\w*)/.exec(line)?.[1] ?? []);
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
});

test.each([[], [], ['serverless-closed']].map((codes, index) => [index, codes] as const))(
  'a program of the documents says no warning but that of a Serverless cluster: %i',
  (index, codes) => {
    const built = ran(programsOf('README.md')[index]!);
    const said = built.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type.includes('warn')));
    expect(said.map(({ data }) => /\[([\w-]+)\]$/.exec(String(data))![1])).toEqual(codes);
  },
);

/** What is kept beside programs and must be what the program prints: the example's images, and the texts of the benchmark. */
const PRINTED: Readonly<Record<string, string>> = {
  'examples/jenkins/plugins.txt': ci.plugins,
  'examples/jenkins/Jenkinsfile': ci.pipelineOf('shop'),
  'examples/jenkins/acr-login.Dockerfile': LOGIN_HELPER_DOCKERFILE,
  'bench/texts/lock.sh': LOCK_SCRIPT,
  'bench/texts/plugins.sh': pluginScript(JenkinsPlugins.ofImage()),
  'bench/texts/plugins.txt': ci.plugins,
  'bench/texts/jenkins.yaml.txt': ci.configuration.replace(/url: http:\/\/\$\{TfToken\[[^\]]*\]\}\//, 'url: ADDRESS/'),
};

/** `WRITE_DOCS=1 npx jest test/architectures/jenkins-on-kubernetes/readme` writes them again. */
test.each(Object.keys(PRINTED))('%s is what the program prints', (file) => {
  if (process.env['WRITE_DOCS'] === '1') {
    writeFileSync(join(ROOT, file), PRINTED[file]!);
  }
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(PRINTED[file]);
});

test('the Dockerfiles beside the example are of the versions of this library', () => {
  expect(example('Dockerfile')).toContain(`FROM jenkins/jenkins:${JENKINS_CORE}-jdk21\n`);
  expect(example('kubectl.Dockerfile')).toContain(`KUBECTL=v${JENKINS_IMAGES.kubectl.split(':')[1]}\n`);
});

test('the picture shows the network and the nodes of the example', () => {
  const picture = readFileSync(join(ROOT, FOLDER, 'picture.svg'), 'utf8');
  expect(picture).toContain(`VPC ${planCidrs({ zones: ZONES }).vpc}`);
  const controller = { requests: { cpu: '2', memory: '4Gi' } };
  const { pool, node } = nodesFor({ zones: ZONES, controller, agents: { cap: 10, sizes: AGENT_SIZES } });
  expect(picture).toContain(`${pool.size} nodes of ${node.vcpu} vCPU`);
  ZONES.forEach((zone) => expect(picture).toContain(zone));
});
