import { Password } from '@cdktf/provider-random/lib/password';
import { TerraformVariable } from 'cdktf';
import { needRandom } from '../../lib/core/random';
import { resourceOf } from '../../lib/testing';
import { ConfigMap, type ConfigMapProps } from '../../lib/workload/config-map';
import { Namespace } from '../../lib/workload/namespace';
import { Secret, type SecretProps } from '../../lib/workload/secret';
import { problemsOf } from '../support/problems';
import { aWorkplace } from './a-workplace';

function aSpace() {
  const made = aWorkplace();
  needRandom(made.stack);
  const password = new Password(made.stack, 'password', { length: 24 }).result;
  return { ...made, password, space: new Namespace(made.apps, 'shop') };
}

describe('a Secret', () => {
  test('marks what comes from another stack again, since states forget the mark', () => {
    const { apps, password, space } = aSpace();
    const secret = new Secret(space, 'database', { values: { url: `mysql://"shop":${password}@db`, password } });
    const { metadata, type, data } = resourceOf(apps, 'kubernetes_secret_v1').attributes;
    expect([metadata, type]).toEqual([{ name: 'database', namespace: 'shop' }, 'Opaque']);
    const remote = String.raw`data\.terraform_remote_state\.[\w-]+\.outputs\.[\w-]+`;
    expect(data.password).toMatch(new RegExp(`^\\$\\{sensitive\\(${remote}\\)\\}$`));
    expect(data.url).toMatch(
      new RegExp(String.raw`^\$\{sensitive\(join\("", \["mysql://\\"shop\\":", ${remote}, "@db"\]\)\)\}$`),
    );
    expect(secret.env('password')).toEqual({ from: 'secret', name: 'database', key: 'password' });
  });

  test('waits for its namespace', () => {
    const { apps, password, space } = aSpace();
    new Secret(space, 'database', { values: { password } });
    expect(resourceOf(apps, 'kubernetes_secret_v1').attributes.depends_on).toEqual([
      expect.stringMatching(/^kubernetes_namespace_v1\./),
      expect.stringMatching(/^kubernetes_limit_range_v1\./),
      expect.stringMatching(/^kubernetes_network_policy_v1\./),
    ]);
  });

  test('refuses text, which would be in git and in every plan, without showing it', () => {
    const { space, password } = aSpace();
    const [problem, ...others] = problemsOf(() => new Secret(space, 's', { values: { a: 'hunter2', b: password } }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'secret-in-text', value: 'a' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(problem!.fix).toContain('.result');
  });

  test('of a type has the keys of that type', () => {
    const { space, password } = aSpace();
    const act = () => new Secret(space, 's', { type: 'kubernetes.io/tls', values: { 'tls.crt': password } });
    expect(problemsOf(act)).toMatchObject([{ code: 'secret-key', value: 'tls.key' }]);
  });

  test('says which keys it has when another is asked for', () => {
    const { space, password } = aSpace();
    const secret = new Secret(space, 's', { values: { b: password, a: password } });
    const [problem] = problemsOf(() => secret.env('c'));
    expect(problem).toMatchObject({ code: 'secret-key', value: 'c' });
    expect(problem!.what).toContain('it has a, b');
  });

  test.each<[(value: string) => SecretProps | object, string]>([
    [() => ({}), 'value-missing'],
    [() => ({ values: {} }), 'value-missing'],
    [() => ({ values: { a: 5 } }), 'secret-in-text'],
    [(value) => ({ values: { 'a/b': value } }), 'secret-key'],
    [(value) => ({ values: { '..': value } }), 'secret-key'],
    [(value) => ({ values: { a: value }, name: 'My-Secret' }), 'kubernetes-name'],
    [(value) => ({ values: { a: value }, type: 'tls' }), 'choice-invalid'],
    [(value) => ({ values: { a: value }, data: {} }), 'prop-unknown'],
  ])('%s is refused with %s', (props, code) => {
    const { space, password } = aSpace();
    const act = () => new Secret(space, 's', props(password) as SecretProps);
    expect(problemsOf(act).map((problem) => problem.code)).toEqual([code]);
  });

  test('needs a namespace, and a workload stack', () => {
    const { apps, stack, password } = aSpace();
    expect(problemsOf(() => new Secret(apps, 's', { values: { password } }))).toMatchObject([{ code: 'no-namespace' }]);
    expect(problemsOf(() => new Secret(stack, 's', { values: { password } }))).toMatchObject([
      { code: 'no-workload-stack' },
    ]);
  });
});

describe('a ConfigMap', () => {
  test('keeps text as text and fills in what only Terraform knows', () => {
    const { apps, space } = aSpace();
    const zone = new TerraformVariable(apps, 'zone', {}).value as string;
    const settings = new ConfigMap(space, 'settings', { data: { 'run.sh': 'echo ${HOME} %{x}', zone: `in ${zone}` } });
    expect(resourceOf(apps, 'kubernetes_config_map_v1').attributes).toMatchObject({
      metadata: { name: 'settings', namespace: 'shop' },
      data: { 'run.sh': 'echo $${HOME} %%{x}', zone: 'in ${var.zone}' },
    });
    expect(settings.env('zone')).toEqual({ from: 'config-map', name: 'settings', key: 'zone' });
  });

  test('refuses a secret, and says where it belongs', () => {
    const { space, password } = aSpace();
    const [problem] = problemsOf(() => new ConfigMap(space, 'c', { data: { url: `mysql://${password}@db` } }));
    expect(problem).toMatchObject({ code: 'secret-in-text', value: 'random_password.password.result' });
    expect(problem!.fix).toContain('new Secret(');
  });

  test.each<[ConfigMapProps | object, string]>([
    [{}, 'value-missing'],
    [{ data: {} }, 'value-missing'],
    [{ data: { a: 1 } }, 'type-invalid'],
    [{ data: { 'a b': '1' } }, 'secret-key'],
    [{ data: { a: 'x'.repeat(1024 * 1024) } }, 'object-too-large'],
    [{ data: { a: '1' }, name: '-a' }, 'kubernetes-name'],
  ])('is refused when it is wrong (%#)', (props, code) => {
    const { space } = aSpace();
    const act = () => new ConfigMap(space, 'c', props as ConfigMapProps);
    expect(problemsOf(act).map((problem) => problem.code)).toEqual([code]);
  });
});
