import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Testing } from 'cdktf';
import ts from 'typescript';
import { build } from '../../../examples/wordpress-on-eci-burst';
import { planCidrs } from '../../../lib/network/cidr-plan';
import { nodesFor } from '../../../lib/architectures/wordpress-on-eci-burst/capacity';
import { rolesNeeded } from '../../../lib/core/roles';
import { billOf, resourcesOf, stacksOf } from '../../../lib/testing';
import { fencesOf, ROOT } from '../../docs/fences';
import { ZONES } from './a-blog';

const FOLDER = 'lib/architectures/wordpress-on-eci-burst';
const app = Testing.app();
build(app);
const [cloud, apps] = stacksOf(app);
const entries = (code: string): string[] =>
  code
    .split(/\n|\s{2,}/)
    .filter(Boolean)
    .sort();

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const document = join(ROOT, FOLDER, name);
  const fences = fencesOf(document);
  const texts = fences.filter(({ language }) => language === 'text').map(({ code }) => entries(code));

  test('lists the resources of both stacks, and the roles that the account needs', () => {
    expect(texts).toEqual([billOf(cloud!), billOf(apps!), rolesNeeded(app).map((role) => role.name)]);
  });

  test('begins with the example, in at most fifteen lines', () => {
    const program = fences.find(({ language }) => language === 'ts')!.code;
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
    const essence = /new WordPressOnEciBurst\([\s\S]*?\}\);/;
    const example = readFileSync(join(ROOT, 'examples/wordpress-on-eci-burst.ts'), 'utf8');
    const flat = (text: string) => text.match(essence)![0].replace(/\s+/g, ' ');
    expect(flat(program)).toBe(flat(example));
  });

  test('points to documents that are there', () => {
    const links = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThanOrEqual(3);
    expect(links.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
  });

  test('counts the nodes as the plan does', () => {
    const { pool, node } = nodesFor({ zones: ZONES, requests: { cpu: '500m', memory: '1Gi' }, onNodes: 22, max: 100 });
    expect(readFileSync(document, 'utf8')).toMatch(new RegExp(`${pool.size} (nodes of|个) ${node.vcpu} vCPU`));
  });
});

const programsOf = (name: string): string[] =>
  fencesOf(join(ROOT, FOLDER, name)).flatMap(({ language, code }) => (language === 'ts' ? [code] : []));

/** Runs a program of a document, and gives its App. */
function ran(code: string): App {
  let made: App | undefined;
  class Watched extends App {
    constructor() {
      super({ outdir: mkdtempSync(join(tmpdir(), 'readme-')) });
      made = this as App;
    }
  }
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const modules = (name: string): unknown => (name === 'cdktf' ? { App: Watched } : require(name));
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

test.each(programsOf('README.md'))('a program of the documents says no warning: %#', (code) => {
  const built = ran(code);
  const said = built.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type.includes('warn')));
  expect(said.map(({ data }) => data)).toEqual([]);
});

test('the program with TLS ends it at the balancer, and leads nobody to the Pods in clear', () => {
  const stacks = stacksOf(ran(programsOf('README.md')[2]!));
  const { annotations } = resourcesOf(stacks[1]!, 'kubernetes_service_v1')
    .map(({ attributes }: Record<string, any>) => attributes)
    .find(({ spec }) => spec.type === 'LoadBalancer')!.metadata;
  const key = (name: string) => annotations[`service.beta.kubernetes.io/alibaba-cloud-loadbalancer-${name}`];
  expect([key('protocol-port'), key('forward-port'), key('cert-id')]).toEqual([
    'http:80,https:443',
    '80:443',
    '12345678-cn-hangzhou',
  ]);
});

test('the picture shows the network and the nodes of the example', () => {
  const picture = readFileSync(join(ROOT, FOLDER, 'picture.svg'), 'utf8');
  expect(picture).toContain(`VPC ${planCidrs({ zones: ZONES }).vpc}`);
  const { pool, node } = nodesFor({ zones: ZONES, requests: { cpu: '500m', memory: '1Gi' }, onNodes: 22, max: 100 });
  expect(picture).toContain(`${pool.size} nodes of ${node.vcpu} vCPU`);
  ZONES.forEach((zone) => expect(picture).toContain(zone));
});
