import { Password } from '@cdktf/provider-random/lib/password';
import { resourceOf } from '../../../lib/testing';
import { HelmChart, type HelmChartProps } from '../../../lib/workload/charts/helm-chart';
import { Namespace } from '../../../lib/workload/namespace';
import { problemsOf } from '../../support/problems';
import { aWorkplace } from '../a-workplace';

const JENKINS: HelmChartProps = { repository: 'https://charts.jenkins.io', chart: 'jenkins', version: '5.9.53' };

function aSpace() {
  const made = aWorkplace();
  return { ...made, space: new Namespace(made.apps, 'ci') };
}

test('is a release of exactly one version that is waited for and taken back when it fails', () => {
  const { apps, space } = aSpace();
  const chart = new HelmChart(space, 'jenkins', {
    ...JENKINS,
    values: { controller: { numExecutors: 0 }, text: '${A}' },
  });
  const { depends_on: after, ...attributes } = resourceOf(apps, 'helm_release').attributes;
  expect(attributes).toEqual({
    name: 'jenkins',
    namespace: 'ci',
    repository: 'https://charts.jenkins.io',
    chart: 'jenkins',
    version: '5.9.53',
    values: ['controller:\n  numExecutors: 0\ntext: $${A}'],
    timeout: 600,
    atomic: true,
    wait: true,
    max_history: 5,
  });
  expect(after[0]).toMatch(/^kubernetes_namespace_v1\.ci_/);
  expect([chart.releaseName, chart.namespaceName]).toEqual(['jenkins', 'ci']);
});

test('outside of a namespace goes where it is told, and without values has none', () => {
  const { apps } = aSpace();
  new HelmChart(apps, 'jenkins', { ...JENKINS, namespace: 'tools', name: 'ci', atomic: false, timeoutSeconds: 60 });
  const { attributes } = resourceOf(apps, 'helm_release');
  expect(attributes).toMatchObject({ namespace: 'tools', name: 'ci', atomic: false, timeout: 60 });
  expect(attributes).not.toHaveProperty('values');
});

test('refuses a secret in its values, and names it', () => {
  const { apps, space } = aSpace();
  const { result } = new Password(apps, 'admin', { length: 20 });
  expect(
    problemsOf(() => new HelmChart(space, 'x', { ...JENKINS, values: { admin: { password: result } } })),
  ).toMatchObject([{ code: 'secret-in-text', value: 'random_password.admin.result' }]);
});

test.each<[Partial<HelmChartProps> | object, string]>([
  [{ version: undefined }, 'value-missing'],
  [{ version: '5.9' }, 'chart-invalid'],
  [{ version: '^5.9.53' }, 'chart-invalid'],
  [{ version: 'latest' }, 'chart-invalid'],
  [{ repository: 'charts.jenkins.io' }, 'chart-invalid'],
  [{ repository: 'https://user:word@charts.example.com' }, 'chart-invalid'],
  [{ chart: 'jenkins/jenkins' }, 'chart-invalid'],
  [{ name: 'Jenkins' }, 'chart-invalid'],
  [{ name: 'x'.repeat(54) }, 'chart-invalid'],
  [{ timeoutSeconds: 0 }, 'number-invalid'],
  [{ atomic: 'yes' }, 'type-invalid'],
  [{ namespace: 'other' }, 'choice-conflict'],
  [{ values: { run: () => 1 } }, 'object-invalid'],
  [{ set: [] }, 'prop-unknown'],
])('%j is refused with %s', (props, code) => {
  const { space } = aSpace();
  const act = () => new HelmChart(space, 'jenkins', { ...JENKINS, ...props });
  expect(problemsOf(act).map((problem) => problem.code)).toEqual([code]);
});
