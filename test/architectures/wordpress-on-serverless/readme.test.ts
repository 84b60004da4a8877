import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdktf';
import ts from 'typescript';
import { ENVIRONMENT_DEFAULTS } from '../../../lib/architectures/wordpress-on-serverless/environment-defaults';
import { planCidrs } from '../../../lib/network/cidr-plan';
import { rolesNeeded } from '../../../lib/core/roles';
import { warningsIn } from '../../../lib/core/warnings';
import { billOf, resourceOf, resourcesOf, stacksOf } from '../../../lib/testing';
import { fencesOf, ROOT } from '../../docs/fences';
import { ZONES } from './two-sites';

const FOLDER = 'lib/architectures/wordpress-on-serverless';
const DOCUMENTS = ['README.md', 'README.zh-CN.md'];
const entries = (code: string): string[] =>
  code
    .split(/\n|\s{2,}/)
    .filter(Boolean)
    .sort();

const programsOf = (name: string): string[] =>
  fencesOf(join(ROOT, FOLDER, name)).flatMap(({ language, code }) => (language === 'ts' ? [code] : []));
const [smallest, tried, enterprise, managed, encrypted] = programsOf('README.md').map((code) => ran(code));

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

describe.each(DOCUMENTS)('%s', (name) => {
  const document = join(ROOT, FOLDER, name);
  const written = readFileSync(document, 'utf8');
  const fences = fencesOf(document);

  test('lists the resources of both stacks of the smallest program, and the roles that the account needs', () => {
    const texts = fences.filter(({ language }) => language === 'text').map(({ code }) => entries(code));
    const [cloud, apps] = stacksOf(smallest!);
    expect(texts).toEqual([billOf(cloud!), billOf(apps!), rolesNeeded(smallest!).map((role) => role.name)]);
  });

  test('begins with a program of at most fifteen lines', () => {
    const program = fences.find(({ language }) => language === 'ts')!.code;
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
  });

  test('points to documents that are there', () => {
    const links = [...written.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThanOrEqual(3);
    expect(links.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
  });

  test('has the defaults of both kinds of environment in its table', () => {
    const { production, test: aTest } = ENVIRONMENT_DEFAULTS;
    const row = (marker: RegExp) => written.split('\n').find((line) => line.startsWith('|') && marker.test(line))!;
    [production, aTest].forEach(({ requests, logDays }) => {
      const vcpu = requests.cpu === '500m' ? '0.5' : requests.cpu;
      expect(row(/vCPU/)).toContain(`${vcpu} vCPU`);
      expect(row(/180/)).toContain(String(logDays));
    });
    expect(production.scale).toMatchObject({ min: 2, max: 10, metrics: [{ percent: 60 }] });
    expect(row(/60 %/)).toMatch(/2 (to|到) 10/);
    expect(aTest.loadTest).toMatchObject({ users: 200 });
    expect(row(/200/)).toBeDefined();
  });
});

test('both documents hold the same programs', () => {
  expect(programsOf('README.zh-CN.md')).toEqual(programsOf('README.md'));
  expect(programsOf('README.md')).toHaveLength(5);
});

test('and say the same: as many points, sections, tables and commands', () => {
  const shape = (name: string) =>
    readFileSync(join(ROOT, FOLDER, name), 'utf8')
      .split('\n')
      .flatMap((line) => /^(#+ |- \*\*|\d\. |\||```\w*)/.exec(line)?.[1] ?? []);
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
});

test('what the programs warn of is what the documents say: accounts without Serverless clusters, and rules that nobody hears', () => {
  const codes = (app: App | undefined) =>
    [...new Set(warningsIn(app!).map(({ text }) => /\[([a-z-]+)\]$/.exec(text)![1]))].sort();
  expect([smallest, tried, enterprise, managed].map(codes)).toEqual([
    ['alerts-unheard', 'serverless-closed'],
    ['serverless-closed'],
    ['alerts-unheard', 'serverless-closed'],
    ['alerts-unheard'],
  ]);
});

test('the program of a registry lets the network of the sites in, and its image is known before it is there', () => {
  const [shared, cloud, apps] = stacksOf(enterprise!);
  expect(resourcesOf(shared!, 'alicloud_cr_ee_instance')).toHaveLength(1);
  expect(resourceOf(cloud!, 'alicloud_cr_vpc_endpoint_linked_vpc').attributes.module_name).toBe('Registry');
  const { spec } = resourceOf(apps!, 'kubernetes_deployment_v1').attributes as Record<string, any>;
  expect(spec.template.spec.container[0].image).toBe(
    'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/blog/wordpress:6.8.3',
  );
});

test('the picture shows the network, the environments and what they share', () => {
  const picture = readFileSync(join(ROOT, FOLDER, 'picture.svg'), 'utf8');
  expect(picture).toContain(`VPC ${planCidrs({ zones: ZONES }).vpc}`);
  ZONES.forEach((zone) => expect(picture).toContain(zone));
  const { serverless_config: rcu } = resourceOf(stacksOf(smallest!)[0]!, 'alicloud_db_instance').attributes as any;
  expect(picture).toContain(`${rcu.min_capacity} to ${rcu.max_capacity} RCU`);
  resourcesOf(stacksOf(smallest!)[0]!, 'alicloud_db_database').forEach(({ attributes }) =>
    expect(picture).toContain(String(attributes.data_base_name)),
  );
});

test('the program with TLS ends it at the balancer, and leads nobody to the Pods in clear', () => {
  const { annotations } = resourcesOf(stacksOf(encrypted!)[1]!, 'kubernetes_service_v1')
    .map(({ attributes }: Record<string, any>) => attributes)
    .find(({ spec }) => spec.type === 'LoadBalancer')!.metadata;
  const key = (name: string) => annotations[`service.beta.kubernetes.io/alibaba-cloud-loadbalancer-${name}`];
  expect([key('protocol-port'), key('forward-port'), key('cert-id')]).toEqual([
    'http:80,https:443',
    '80:443',
    '12345678-cn-hangzhou',
  ]);
});
