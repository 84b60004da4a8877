import { RdsAccount } from '@cdktf/provider-alicloud/lib/rds-account';
import type { Release } from '@cdktf/provider-helm/lib/release';
import { Password } from '@cdktf/provider-random/lib/password';
import { App as Cdk8sApp, ApiObject, Chart } from 'cdk8s';
import { Fn, TerraformVariable } from 'cdktf';
import { parse } from 'yaml';
import { resourceOf, resourcesOf } from '../../../lib/testing';
import { addCdk8sChart } from '../../../lib/workload/charts/cdk8s-chart';
import { CustomResource, type CustomResourceProps } from '../../../lib/workload/charts/custom-resource';
import { Manifest } from '../../../lib/workload/charts/manifest';
import { Namespace } from '../../../lib/workload/namespace';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../a-workplace';

function aSpace() {
  const made = aWorkplace();
  return { ...made, space: new Namespace(made.apps, 'shop') };
}

const SPREAD: CustomResourceProps = {
  apiVersion: 'apps.kruise.io/v1alpha1',
  kind: 'WorkloadSpread',
  spec: { targetRef: { kind: 'Deployment', name: 'web' }, subsets: [{ name: 'ecs', maxReplicas: 22 }] },
};

const object = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  ...more,
});
const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.example.com' },
};

const addressOf = ({ friendlyUniqueId }: Release) => `helm_release.${friendlyUniqueId}`;

/** The objects of a release, as helm reads them. */
const objectsOf = (values: string[]) => (parse(values[0]!, { version: '1.1' }) as { resources: unknown[] }).resources;

describe('a custom resource', () => {
  test('is a release of the chart beside the stack, with the object as text that a plan shows', () => {
    const { apps, space } = aSpace();
    const spread = new CustomResource(space, 'spread', SPREAD);
    expect(spread.objectName).toBe('spread');
    expect(resourceOf(apps, 'helm_release').attributes).toEqual({
      name: 'spread',
      namespace: 'shop',
      chart: './assets/objects-chart/1.0.0',
      version: '1.0.0',
      atomic: true,
      timeout: 600,
      max_history: 5,
      depends_on: expect.arrayContaining([expect.stringMatching(/^kubernetes_namespace_v1\.shop_/)]),
      values: [
        [
          'resources:',
          '  - apiVersion: apps.kruise.io/v1alpha1',
          '    kind: WorkloadSpread',
          '    metadata:',
          '      name: spread',
          '    spec:',
          '      targetRef:',
          '        kind: Deployment',
          '        name: web',
          '      subsets:',
          '        - name: ecs',
          '          maxReplicas: 22',
        ].join('\n'),
      ],
    });
  });

  test('waits for what defines its kind, and so goes before it', () => {
    const { apps, space } = aSpace();
    const operator = new Manifest(space, 'operator', { objects: [object('operator')] });
    new CustomResource(space, 'spread', { ...SPREAD, dependsOn: [operator] });
    const { attributes } = resourceOf(apps, 'helm_release', { name: 'spread' });
    expect(attributes.depends_on).toContain(addressOf(operator.resource));
  });

  test('takes values that only Terraform knows, of whatever type, anywhere in it', () => {
    const { apps, space } = aSpace();
    const open = new TerraformVariable(apps, 'open', {});
    const spec = { a: open.value, b: `x "${open.value}" y`, c: open.listValue, d: [open.numberValue] };
    new CustomResource(space, 'spread', { ...SPREAD, spec });
    const [text] = resourceOf(apps, 'helm_release').attributes.values;
    expect(text).toContain('a: ${jsonencode(var.open)}\n');
    expect(text).toContain(String.raw`b: ${'${'}jsonencode(join("", ["x \"", var.open, "\" y"]))}`);
    expect(text).toContain('c: ${jsonencode(var.open)}\n');
    expect(text).toContain('- ${jsonencode(var.open)}');
  });

  test('of a long path has a name that helm takes', () => {
    const { apps, space } = aSpace();
    const id = 'an-id-that-is-longer-than-the-name-of-a-release-may-ever-be';
    new CustomResource(space, id, SPREAD);
    const { name } = resourceOf(apps, 'helm_release').attributes;
    expect(name).toMatch(/^an-id-that-is-longer-than-the-name-of-a-rele-[0-9a-f]{8}$/);
    expect(name).toHaveLength(53);
  });

  test('outside of a namespace goes to the default one, or where it is told', () => {
    const { apps } = aSpace();
    new CustomResource(apps, 'one', SPREAD);
    new CustomResource(apps, 'two', { ...SPREAD, namespace: 'kube-system' });
    const places = resourcesOf(apps, 'helm_release').map(({ attributes }) => [attributes.name, attributes.namespace]);
    expect(places).toEqual([
      ['one', 'default'],
      ['two', 'kube-system'],
    ]);
  });

  test.each<[Partial<CustomResourceProps> | object, string]>([
    [{ apiVersion: 'kruise' }, 'object-invalid'],
    [{ kind: 'workload spread' }, 'object-invalid'],
    [{ metadata: { name: 'My Spread' } }, 'object-invalid'],
    [{ apiVersion: undefined }, 'value-missing'],
    [{ apiVersion: 'v1', kind: 'Secret' }, 'secret-manifest'],
    [{ spec: { big: 2 ** 60 } }, 'object-invalid'],
    [{ spec: { none: Number.NaN } }, 'object-invalid'],
    [{ spec: { call: () => 1 } }, 'object-invalid'],
    [{ spec: { map: new Map() } }, 'object-invalid'],
    [{ namespace: 'elsewhere' }, 'choice-conflict'],
    [{ metadata: { generateName: 'x-' } }, 'prop-unknown'],
    [{ spek: {} }, 'prop-unknown'],
  ])('%j is refused with %s', (props, code) => {
    const { space } = aSpace();
    const act = () => new CustomResource(space, 'spread', { ...SPREAD, ...props });
    expect(problemsOf(act).map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a manifest', () => {
  const TEXT = `
# two documents and an empty one
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data:
  mode: "yes"
  script: |
    echo \${HOME} %{x}
---
---
apiVersion: v1
kind: List
items:
  - { apiVersion: batch/v1, kind: Job, metadata: { name: once } }
`;

  test('of a text is its documents, lists unpacked, text kept as text', () => {
    const { apps, space } = aSpace();
    Manifest.fromYaml(space, 'web', TEXT);
    const [text] = resourceOf(apps, 'helm_release').attributes.values;
    expect(text).toContain('echo $${HOME} %%{x}');
    expect(objectsOf([text])).toMatchObject([
      { kind: 'ConfigMap', metadata: { name: 'web' }, data: { mode: 'yes' } },
      { kind: 'Job', metadata: { name: 'once' } },
    ]);
  });

  test('defines kinds in a release of their own, before anything of these kinds', () => {
    const { apps, space } = aSpace();
    const thing = { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'one' } };
    const manifest = new Manifest(space, 'things', { objects: [thing, CRD] });
    const [first, second] = ['things-definitions', 'things'].map((name) => resourceOf(apps, 'helm_release', { name }));
    expect(objectsOf(first!.attributes.values)).toEqual([CRD]);
    expect(objectsOf(second!.attributes.values)).toEqual([thing]);
    expect(second!.attributes.depends_on).toContain(first!.address);
    expect(first!.address).toBe(addressOf(manifest.definitions!));
  });

  test('of definitions only is one release', () => {
    const { apps, space } = aSpace();
    new Manifest(space, 'things', { objects: [CRD] });
    expect(resourcesOf(apps, 'helm_release').map(({ attributes }) => attributes.name)).toEqual(['things']);
  });

  test('says the line of what is no YAML', () => {
    const { space } = aSpace();
    const [problem] = problemsOf(() => Manifest.fromYaml(space, 'web', 'kind: A\nmetadata: {\n'));
    expect(problem).toMatchObject({ code: 'yaml-invalid', path: 'shop-apps/shop/web', value: 3 });
    expect(problem!.what).toMatch(/^line 3, column \d+: /);
  });

  test('says the line on which an object begins that is none, and all of them at once', () => {
    const { space } = aSpace();
    const text = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\n---\nkind: Job\nmetadata: { name: j }\n';
    const problems = problemsOf(() => Manifest.fromYaml(space, 'web', text));
    expect(problems.map(({ code, what }) => [code, what.slice(0, 20)])).toEqual([
      ['secret-manifest', 'the object on line 1'],
      ['object-invalid', 'the object on line 5'],
    ]);
    expect(problems[0]!.fix).toContain('new Secret(');
  });

  test.each<[object[], string]>([
    [[], 'list-empty'],
    [[{}], 'object-invalid'],
    [['text' as never], 'object-invalid'],
    [[object('a'), object('a')], 'object-duplicate'],
    [[object('a', { metadata: { name: 'a', namespace: 'other' } })], 'object-namespace'],
    [[object('a', { metadata: {} })], 'object-invalid'],
  ])('%j is refused with %s', (objects, code) => {
    const { space } = aSpace();
    const found = problemsOf(() => new Manifest(space, 'web', { objects }));
    expect([...new Set(found.map((problem) => problem.code))]).toEqual([code]);
  });

  test('that helm could not keep in a Secret is refused', () => {
    const { space } = aSpace();
    let seed = 1;
    const noise = Array.from({ length: 900_000 }, () => (seed = (seed * 48271) % 2147483647) % 36)
      .map((digit) => digit.toString(36))
      .join('');
    const objects = [object('big', { data: { noise } })];
    expect(problemsOf(() => new Manifest(space, 'web', { objects }))).toMatchObject([{ code: 'object-too-large' }]);
  });

  test('is in a workload stack', () => {
    const { stack } = aSpace();
    expect(problemsOf(() => new Manifest(stack, 'web', { objects: [object('a')] }))).toMatchObject([
      { code: 'no-workload-stack', value: 'shop' },
    ]);
  });
});

describe('a secret on its way into a chart is refused', () => {
  test.each<[string, (apps: ReturnType<typeof aSpace>['apps']) => string, string]>([
    [
      'a generated password',
      (apps) => new Password(apps, 'root', { length: 20 }).result,
      'random_password.root.result',
    ],
    [
      'one inside of a text',
      (apps) => `mysql://${new Password(apps, 'root', { length: 20 }).result}@db`,
      'random_password.root.result',
    ],
    [
      'an attribute that says so',
      (apps) => new RdsAccount(apps, 'a', { accountName: 'a', dbInstanceId: 'r' }).accountPassword,
      'alicloud_rds_account.a.account_password',
    ],
    ['what is marked', (apps) => Fn.sensitive(new TerraformVariable(apps, 'v', {}).value) as string, 'sensitive(...)'],
  ])('%s', (_, secret, named) => {
    const { apps, space } = aSpace();
    const act = () => new CustomResource(space, 'x', { ...SPREAD, spec: { deep: [{ value: secret(apps) }] } });
    expect(problemsOf(act)).toMatchObject([{ code: 'secret-in-text', value: named }]);
  });

  test('but its name is not one', () => {
    const { apps, space } = aSpace();
    new CustomResource(space, 'x', { ...SPREAD, spec: { name: space.resource.metadata.name } });
    expect(resourcesOf(apps, 'helm_release')).toHaveLength(1);
  });
});

describe('a chart of cdk8s', () => {
  test('is put into the namespace as it stands', () => {
    const { apps, space } = aSpace();
    const chart = new Chart(new Cdk8sApp(), 'web');
    new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1' } } as never);
    addCdk8sChart(space, 'web', chart);
    const { attributes } = resourceOf(apps, 'helm_release');
    expect(attributes.namespace).toBe('shop');
    expect(objectsOf(attributes.values)).toEqual(chart.toJson());
  });

  test('is refused when it is none', () => {
    const { space } = aSpace();
    expect(problemsOf(() => addCdk8sChart(space, 'web', {} as Chart))).toMatchObject([
      { code: 'type-invalid', path: 'shop-apps/shop/web' },
    ]);
  });
});
