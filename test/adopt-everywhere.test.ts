import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Testing } from 'cdktf';
import * as library from '../lib/index';
import { Adopt, CloudStack, WorkloadStack } from '../lib/index';
import { hasForm, IMPORT_IDS } from '../lib/core/adoption/import-ids';
import { ELSEWHERE, WAYS, type Place } from './support/adoptions';
import { synthesized, type TerraformJson } from '../lib/testing';
import { problemsOf } from './support/problems';

type Import = { readonly id: string; readonly to: string };

const LIB = join(__dirname, '../lib');

/** Every class that a program can put into its tree. */
const CONSTRUCTS = Object.entries(library as Readonly<Record<string, unknown>>)
  .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
  .map(([name]) => name)
  .sort();

/** A place for a construct: a cloud with network and cluster, and a namespace in the cluster. */
function aPlace(): Place {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new library.Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new library.ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 6 } });
  const apps = new WorkloadStack(app, 'shop-apps', { cluster });
  return { cloud, network, cluster, apps, space: new library.Namespace(apps, 'space', { name: 'shop' }) };
}

const importsOf = (stack: Construct): readonly Import[] =>
  (synthesized(stack) as TerraformJson & { readonly import?: readonly Import[] }).import ?? [];

test('every exported construct says here how it takes over what exists, or why nothing is to be taken over', () => {
  expect([...Object.keys(WAYS), ...Object.keys(ELSEWHERE)].sort()).toEqual(CONSTRUCTS);
});

describe.each(Object.keys(WAYS).sort())('%s', (name) => {
  const way = WAYS[name]!;

  test(`is imported by ${way.id}`, () => {
    const place = aPlace();
    const made = way.make(place, way.id);

    const imports = [place.cloud, place.apps].flatMap(importsOf);
    expect(imports).toEqual([{ id: way.id, to: expect.stringMatching(new RegExp(`^${way.type}\\.`)) }]);
    expect(hasForm(way.id, IMPORT_IDS[way.type] as string)).toBe(true);
    const resource = made.resource as unknown as { readonly terraformResourceType: string };
    expect(resource.terraformResourceType).toBe(way.type);
  });

  test('takes nothing over unless it is told so', () => {
    const place = aPlace();
    way.make(place, undefined);
    expect(place.cloud.node.root.node.findAll().filter(({ node }) => node.id === 'adopt')).toEqual([]);
  });

  test('refuses an id of another form', () => {
    const problems = problemsOf(() => way.make(aPlace(), way.wrong ?? 'no such id'));
    expect(problems.map(({ code }) => code)).toContain(way.code ?? 'resource-id-invalid');
  });
});

test('an object of a cluster has the name that it was adopted with', () => {
  const { apps, space } = aPlace();
  const config = new library.ConfigMap(space, 'config', { data: { a: 'b' }, adopt: 'shop/settings' });
  expect(config.configMapName).toBe('settings');
  expect(new library.Namespace(apps, 'old', { adopt: 'blog' }).namespaceName).toBe('blog');
});

test('an object of another namespace is refused', () => {
  const [problem] = problemsOf(
    () => new library.ConfigMap(aPlace().space, 'config', { data: { a: 'b' }, adopt: 'blog/settings' }),
  );
  expect(problem).toMatchObject({ code: 'choice-conflict', path: 'shop-apps/space/config', value: 'blog/settings' });
  expect(problem!.fix).toBe('put it below the Namespace with name: "blog"');
});

test('every `adopt` says in its docstring what the import id is', () => {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const props = files.flatMap((file) => {
    const text = readFileSync(join(LIB, file), 'utf8');
    return [...text.matchAll(/((?:^ {2}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)^ {2}readonly adopt\?: /gm)].map(
      ([, docstring]) => [file, docstring!.replace(/\s*\n \* */g, ' ').replace(/\s+\*\s+/g, ' ')] as const,
    );
  });
  expect(props.length).toBeGreaterThan(35);
  // Inside of the library clusters of all kinds are looked at through one interface, which documents nothing.
  const silent = props.filter(([file]) => file !== 'cluster/cluster-problems.ts');
  expect(silent.filter(([, docstring]) => !docstring.includes('Import id: '))).toEqual([]);
});

describe('parts', () => {
  const REQUESTS = { cpu: '500m', memory: '1Gi' };
  const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2';

  test('of a web service: its Service, budget and autoscaler', () => {
    const { apps, space } = aPlace();
    const scale = library.Scale.onCpu({ min: 3, max: 9, target: 60 });
    const web = new library.WebService(space, 'web', { image: IMAGE, port: 80, requests: REQUESTS, scale });
    Adopt.parts(web, { service: 'shop/web', budget: 'shop/web', autoscaler: 'shop/web' });
    expect(importsOf(apps).map(({ to }) => to.split('.')[0])).toEqual([
      'kubernetes_service_v1',
      'kubernetes_pod_disruption_budget_v1',
      'kubernetes_horizontal_pod_autoscaler_v2',
    ]);
  });

  test('of a cluster: components; its autoscaler’s settings have no import, and say so', () => {
    const { cloud, cluster } = aPlace();
    cluster.addAddon(library.Addon.kruise());
    const id = 'c0123456789abcdef0123456789abcdef';
    Adopt.parts(cluster, { 'addon-ack-kruise': `${id}:ack-kruise` });
    expect(importsOf(cloud)).toEqual([
      { id: `${id}:ack-kruise`, to: expect.stringMatching(/^alicloud_cs_kubernetes_addon\./) },
    ]);
    const [problem] = problemsOf(() => Adopt.parts(cluster, { 'autoscaler-config': id }));
    expect(problem).toMatchObject({ code: 'adopt-impossible', path: 'shop-cloud/cluster' });
  });

  test('of a file system: mount target and permissions', () => {
    const { cloud, network } = aPlace();
    const files = new library.NasFileSystem(cloud, 'files', { network, adopt: '0a1b2c3d4e' });
    Adopt.parts(files, {
      access: 'shop:standard',
      target: '0a1b2c3d4e:0a1b2c3d4e-abc.cn-hangzhou.nas.aliyuncs.com',
    });
    expect(importsOf(cloud).map(({ to }) => to.split('.')[0])).toEqual([
      'alicloud_nas_file_system',
      'alicloud_nas_access_group',
      'alicloud_nas_mount_target',
    ]);
  });

  test('of a team: its bindings', () => {
    const { apps, space } = aPlace();
    const ada = library.RamUser.fromAttributes(apps, 'ada', { uid: '2345678901' });
    const team = new library.Team(apps, 'team', { members: [ada], namespaces: [space], may: library.May.view() });
    Adopt.parts(team, { 'binding-shop': 'shop/team' });
    expect(importsOf(apps)).toEqual([{ id: 'shop/team', to: expect.stringMatching(/^kubernetes_role_binding_v1\./) }]);
  });
});
