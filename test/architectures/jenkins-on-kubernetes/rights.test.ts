import { Testing, type App } from 'cdktf';
import { parse } from 'yaml';
import { kubernetesObjectsOf, stacksOf, type KubernetesObject } from '../../../lib/testing';
import { aJenkins } from './a-jenkins';
import { everything, onNodes, serverless } from './everything';

type Jenkins = ReturnType<typeof aJenkins>;

/** A service account by name and namespace. */
type Account = readonly [name: string, namespace: string];
const CONTROLLER: Account = ['controller', 'jenkins'];
const RELEASER: Account = ['releaser', 'jenkins'];
const BUILDER: Account = ['builder', 'jenkins-agents'];
const PLAIN: Account = ['plain', 'jenkins-agents'];
const TEST_DEPLOYER: Account = ['test-deployer', 'jenkins-agents'];
const DEPLOYER: Account = ['deployer', 'jenkins-release'];

/** One thing that somebody may do, as `namespace: verb group/resource`, with the name where it is about one. */
function rightsOf(objects: readonly KubernetesObject[], [name, namespace]: Account): string[] {
  const roles = objects.filter(({ kind }) => kind === 'Role') as any[];
  const bindings = objects.filter(({ kind }) => kind === 'RoleBinding') as any[];
  return bindings
    .filter(({ subjects }) => subjects.some((one: any) => one.name === name && one.namespace === namespace))
    .flatMap((binding) =>
      roles
        .filter(
          ({ metadata }) => metadata.name === nameOf(binding) && metadata.namespace === binding.metadata.namespace,
        )
        .flatMap(({ rules }) =>
          rules.flatMap(({ apiGroups, resources, verbs, resourceNames }: any) =>
            verbs.flatMap((verb: string) =>
              resources.map(
                (resource: string) =>
                  `${binding.metadata.namespace}: ${verb} ${[...apiGroups, ''][0] ? `${apiGroups[0]}/` : ''}${resource}${resourceNames ? ` ${resourceNames}` : ''}`,
              ),
            ),
          ),
        ),
    )
    .sort();
}

/** The role of a binding: by a reference to its resource in Terraform. */
function nameOf(binding: any): string {
  return binding.roleRef.name as string;
}

const objectsOf = (build: (app: App) => void): readonly KubernetesObject[] => {
  const app = Testing.app();
  build(app);
  return stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
};

const small = objectsOf((app) => void aJenkins({}, app));
const PODS = (space: string) => [
  `${space}: create pods`,
  `${space}: create pods/exec`,
  `${space}: delete pods`,
  `${space}: get events`,
  `${space}: get pods`,
  `${space}: get pods/exec`,
  `${space}: get pods/log`,
  `${space}: list events`,
  `${space}: list pods`,
  `${space}: watch events`,
  `${space}: watch pods`,
];
const DEPLOYS = (space: string) =>
  ['get', 'list', 'patch', 'watch']
    .flatMap((verb) => ['deployments', 'statefulsets'].map((kind) => `${space}: ${verb} apps/${kind}`))
    .concat(
      ['get', 'list', 'watch'].flatMap((verb) => [
        `${space}: ${verb} apps/controllerrevisions`,
        `${space}: ${verb} apps/replicasets`,
        `${space}: ${verb} events`,
        `${space}: ${verb} pods`,
      ]),
    )
    .concat(`${space}: get pods/log`)
    .sort();

describe('what each account may do, and nothing else:', () => {
  test('the controller makes Pods of builds, and keeps its lock', () => {
    expect(rightsOf(small, CONTROLLER)).toEqual(
      [
        'jenkins: create coordination.k8s.io/leases',
        'jenkins: get coordination.k8s.io/leases controller',
        'jenkins: update coordination.k8s.io/leases controller',
        ...PODS('jenkins-agents'),
      ].sort(),
    );
  });

  test('another account, as which nobody runs, makes Pods of releases', () => {
    expect(rightsOf(small, RELEASER)).toEqual(PODS('jenkins-release'));
  });

  test('who pushes images, and who scans and tests, may do nothing in the cluster', () => {
    expect([rightsOf(small, BUILDER), rightsOf(small, PLAIN)]).toEqual([[], []]);
  });

  test('who deploys changes what is there, in one environment', () => {
    expect(rightsOf(small, TEST_DEPLOYER)).toEqual(DEPLOYS('test'));
    expect(rightsOf(small, DEPLOYER)).toEqual(DEPLOYS('production'));
  });
});

describe.each<[string, (app: App) => void, string]>([
  ['as small as can be', (app) => void aJenkins({}, app), 'production'],
  ['with everything switched on', everything, 'shop'],
  ['on a Serverless cluster', serverless, 'production'],
  ['with agents on nodes', onNodes, 'production'],
])('%s,', (_title, build, production) => {
  const objects = objectsOf(build);
  const accounts = objects
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map(({ metadata }) => [metadata.name, metadata.namespace] as Account);
  const whoMay = (right: string) =>
    accounts.filter((account) => rightsOf(objects, account).includes(right)).map(([name]) => name);

  test('production is changed by one account, as which Pods run that only one other account can make', () => {
    expect(whoMay(`${production}: patch apps/deployments`)).toEqual(['deployer']);
    expect(whoMay('jenkins-release: create pods')).toEqual(['releaser']);
    expect(whoMay('jenkins-release: create pods/exec')).toEqual(['releaser']);
    expect(accounts.filter(([, namespace]) => namespace === 'jenkins-release').map(([name]) => name)).toEqual([
      'deployer',
    ]);
  });

  test('nobody reads Secrets, makes rights or tokens, or makes Pods where the controller or an environment is', () => {
    const all = accounts.flatMap((account) => rightsOf(objects, account));
    expect(all.filter((right) => /secrets|roles|rolebindings|serviceaccounts|nodes|\*/.test(right))).toEqual([]);
    const spaces = all.filter((right) => right.endsWith('create pods')).map((right) => right.split(':')[0]);
    expect(spaces.sort()).toEqual(['jenkins-agents', 'jenkins-release']);
    expect(objects.filter(({ kind }) => kind.startsWith('ClusterRole'))).toEqual([]);
  });

  test('the token of releases is in the controller, and in no Pod of an agent', () => {
    const token = objects.find(
      ({ kind, ...rest }) => kind === 'Secret' && (rest as any).type === 'kubernetes.io/service-account-token',
    )!;
    expect(token.metadata.namespace).toBe('jenkins');
    expect(token.metadata.annotations).toEqual({ 'kubernetes.io/service-account.name': 'releaser' });
    const users = objects.filter((one) =>
      JSON.stringify((one as any).spec?.template ?? {}).includes(token.metadata.name!),
    );
    expect(users.map(({ metadata }) => metadata.name)).toEqual(['controller']);
  });

  test('an agent has a token of the cluster where it deploys, and nowhere else', () => {
    const app = Testing.app();
    build(app);
    const { configuration } = app.node.findChild('ci') as Jenkins;
    const clouds = (parse(configuration) as any).jenkins.clouds.map(({ kubernetes }: any) => kubernetes);
    const withToken = clouds.flatMap(({ name, templates }: any) =>
      templates
        .map(({ yaml }: any) => parse(yaml).spec)
        .filter((spec: any) => spec.automountServiceAccountToken !== false)
        .map((spec: any) => `${name} ${spec.serviceAccountName}`),
    );
    expect(withToken).toEqual(['builds test-deployer', 'releases deployer']);
  });
});
