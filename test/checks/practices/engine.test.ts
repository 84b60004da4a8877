import { CsManagedKubernetes } from '@cdktf/provider-alicloud/lib/cs-managed-kubernetes';
import { DbInstance } from '@cdktf/provider-alicloud/lib/db-instance';
import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Practices } from '../../../lib/checks/practices/profiles';
import { suppressPractice } from '../../../lib/checks/practices/suppress';
import { warningsIn } from '../../../lib/core/warnings';
import { CloudStack, type CloudStackProps } from '../../../lib/stacks/cloud-stack';
import { practicesOf, synthesized } from '../../../lib/testing';
import { HelmChart } from '../../../lib/workload/charts/helm-chart';
import { Manifest } from '../../../lib/workload/charts/manifest';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../../workload/a-web-service';
import { comparable, inTerraform, inTree, placesOf } from './programs';

const aStack = (practices?: CloudStackProps['practices'], app: App = Testing.app(), id = 'shop') =>
  new CloudStack(app, id, { region: 'cn-hangzhou', practices });

const SHAPE = { engine: 'MySQL', engineVersion: '8.0', instanceType: 'mysql.n2.medium.1', instanceStorage: 50 };
const openDatabase = (scope: Construct, id = 'db') =>
  new DbInstance(scope, id, { ...SHAPE, securityIps: ['10.0.0.0/8', '0.0.0.0/0'] });
const cluster = (scope: Construct, id = 'cluster') =>
  new CsManagedKubernetes(scope, id, { name: 'shop', vswitchIds: ['vsw-1'] });

const idsOf = (source: Parameters<typeof practicesOf>[0], options?: Parameters<typeof practicesOf>[1]) =>
  practicesOf(source, options).findings.map(({ path, practice }) => `${path} ${practice}`);

describe('a stack that asks for practices', () => {
  test('is not written while something in it is a hole or a loss; the error names place, practice, value and edit', () => {
    const stack = aStack(Practices.production());
    openDatabase(stack);
    expect(problemsOf(() => synthesized(stack)).find(({ practice }) => practice === 'database-open')).toEqual({
      code: 'practice',
      practice: 'database-open',
      path: 'shop/db',
      value: '0.0.0.0/0',
      what: 'alicloud_db_instance.security_ips has "0.0.0.0/0": everybody may connect (practice database-open)',
      fix: expect.stringContaining("or suppressPractice(construct, 'database-open', { reason: '...' })"),
    });
  });

  test('has all findings of the App in one error, with those of the other checks', () => {
    const app = Testing.app();
    const first = aStack(Practices.production(), app, 'first');
    const second = aStack(Practices.production(), app, 'second');
    openDatabase(first);
    cluster(second);
    cluster(second, 'wrong').addOverride('cluster_spec', 'ack.pro.gigantic');
    const problems = problemsOf(() => synthesized(second)).map(({ path, code, practice }) => [path, practice ?? code]);
    expect(problems).toEqual(
      expect.arrayContaining([
        ['first/db', 'database-open'],
        ['second/cluster', 'cluster-deletion-protection'],
        ['second/wrong', 'cluster-deletion-protection'],
      ]),
    );
  });

  test('as a sandbox may lose what it has, and stays closed', () => {
    const stack = aStack(Practices.sandbox());
    cluster(stack);
    openDatabase(stack);
    expect(problemsOf(() => synthesized(stack)).map(({ practice }) => practice)).toEqual(['database-open']);
  });

  test('answers for itself alone', () => {
    const app = Testing.app();
    openDatabase(aStack(undefined, app, 'free'));
    const plain = new TerraformStack(app, 'plain');
    openDatabase(plain);
    const asking = aStack(Practices.production(), app, 'asking');
    expect(() => synthesized(asking)).not.toThrow();
  });

  test('is asked in words that exist', () => {
    expect(problemsOf(() => aStack('production' as never))).toMatchObject([
      { code: 'choice-invalid', fix: 'write practices: Practices.production(), .sandbox() or .off()' },
    ]);
  });
});

describe('a suppression', () => {
  test('lets a construct and all below it break one practice, and its reason stands in the report', () => {
    const stack = aStack(Practices.production());
    const legacy = new Construct(stack, 'legacy');
    openDatabase(legacy, 'one');
    openDatabase(legacy, 'two');
    suppressPractice(legacy, 'database-open', { reason: 'read-only copies of public data' });
    expect(
      practicesOf(stack)
        .findings.filter(({ practice }) => practice === 'database-open')
        .map(({ path, suppressed }) => [path, suppressed]),
    ).toEqual([
      ['shop/legacy/one', 'read-only copies of public data'],
      ['shop/legacy/two', 'read-only copies of public data'],
    ]);
  });

  test.each([
    ['database-opened', { reason: 'x' }, { code: 'practice-unknown', fix: 'write "database-open"' }],
    ['database-open', { reason: ' ' }, { code: 'practice-reason' }],
    ['database-open', {} as never, { code: 'practice-reason' }],
    ['database-open', undefined as never, { code: 'practice-reason' }],
  ])('needs a practice that exists and a reason: %s %j', (id, why, problem) => {
    expect(problemsOf(() => suppressPractice(aStack(), id, why))).toMatchObject([problem]);
  });

  test('that suppresses nothing is a warning at its construct, once, and stands in the report', () => {
    const stack = aStack(Practices.production());
    suppressPractice(stack, 'database-open', { reason: 'long gone' });
    synthesized(stack);
    synthesized(stack);
    expect(warningsIn(stack)).toEqual([{ path: 'shop', text: expect.stringContaining('[practice-unused]') }]);
    expect(practicesOf(stack).unused).toEqual([{ path: 'shop', practice: 'database-open', reason: 'long gone' }]);
  });

  test('of the whole App reaches every stack, those that come later too', () => {
    const app = Testing.app();
    suppressPractice(app, 'database-open', { reason: 'a lab' });
    openDatabase(aStack(Practices.production(), app, 'first'));
    const plain = new TerraformStack(app, 'plain');
    new AlicloudProvider(plain, 'alicloud');
    openDatabase(plain);
    const open = practicesOf(app).findings.filter(({ practice }) => practice === 'database-open');
    expect(open.map(({ stack, suppressed }) => [stack, suppressed])).toEqual([
      ['first', 'a lab'],
      ['plain', 'a lab'],
    ]);
  });
});

describe('the report', () => {
  test('judges stacks that ask for nothing as production, and by the profile that is named', () => {
    const app = Testing.app();
    cluster(aStack(undefined, app));
    expect(idsOf(app)).toContain('shop/cluster cluster-deletion-protection');
    expect(idsOf(app, { profile: 'sandbox' })).not.toContain('shop/cluster cluster-deletion-protection');
    cluster(aStack(Practices.sandbox(), app, 'lab'));
    expect(idsOf(app)).not.toContain('lab/cluster cluster-deletion-protection');
    expect(idsOf(app, { profile: 'production' })).toContain('lab/cluster cluster-deletion-protection');
  });

  test('of a folder is that of the program: profile and suppressions are in the files', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'practices-'));
    const app = new App({ outdir });
    const lab = aStack(Practices.sandbox(), app, 'lab');
    openDatabase(lab);
    suppressPractice(lab, 'database-open', { reason: 'a lab' });
    const plain = new TerraformStack(app, 'plain');
    new KubernetesProvider(plain, 'kubernetes');
    new DeploymentV1(plain, 'web', {
      metadata: { name: 'web' },
      spec: { template: { metadata: {}, spec: { container: [{ name: 'web', image: 'nginx' }] } } },
    });
    app.synth();
    expect(practicesOf(outdir)).toEqual(practicesOf(app));
    expect(idsOf(outdir)).toEqual(expect.arrayContaining(['lab/db database-open', 'plain/web image-tag']));
    rmSync(outdir, { recursive: true });
  });
});

describe('what is inside of a release', () => {
  const pod = (image: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'tool' },
    spec: { containers: [{ name: 'tool', image }] },
  });

  test('is seen for the library’s own chart, before and after it is written', () => {
    const { apps, namespace } = aWebService();
    new Manifest(namespace, 'tool', { objects: [pod('acme/tool')] });
    const app = apps.node.root as App;
    const [before, after] = [inTree(app), inTerraform(app)];
    expect(placesOf(before, 'image-tag')).toEqual(['shop-apps/shop/tool/Resource']);
    expect(placesOf(before, 'requests-set')).toEqual([]);
    expect(comparable(after)).toEqual(comparable(before));
    expect(practicesOf(app).unseen).toEqual([]);
  });

  test('is not seen for any other, and the report says so', () => {
    const { apps, namespace } = aWebService();
    new HelmChart(namespace, 'redis', { chart: 'redis', repository: 'https://charts.example.com', version: '20.0.0' });
    expect(practicesOf(apps.node.root).unseen).toMatchObject([{ stack: apps.node.id, chart: 'redis' }]);
  });
});
