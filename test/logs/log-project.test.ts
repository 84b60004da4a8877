import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { App, TerraformOutput } from 'cdktf';
import { LogProject, type LogProjectProps } from '../../lib/logs/log-project';
import { RamRole } from '../../lib/security/ram-role';
import { Trust } from '../../lib/security/ram-trust';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { policyOf } from '../support/policies';
import { problemsOf } from '../support/problems';

const aStack = (name = 'shop') => new CloudStack(new App(), name, { region: 'cn-hangzhou' });
const aProject = (props?: LogProjectProps, stack = aStack()) => {
  new LogProject(stack, 'logs', props);
  return stack;
};

test('a project is itself and the ending of its name', () => {
  expect(billOf(aProject())).toEqual(['alicloud_log_project x1', 'random_id x1']);
});

test('the name is unique over all accounts: it ends in eight digits that Terraform draws once', () => {
  const stack = aProject();
  const ending = resourceOf(stack, 'random_id');
  expect(ending.attributes).toEqual({ byte_length: 4 });
  expect(resourceOf(stack, 'alicloud_log_project').attributes.project_name).toBe(`shop-logs-\${${ending.address}.hex}`);
});

test('the generated name keeps to the rule of SLS: lower-case, 63 characters with its ending', () => {
  const stack = aProject({}, aStack(`Shop-${'x'.repeat(43)}`));
  new LogProject(stack, 'a-project-with-a-long-name');
  for (const { attributes } of resourcesOf(stack, 'alicloud_log_project')) {
    const name = attributes.project_name.replace(/\$\{.*\}/, '0123abcd');
    expect(name).toMatch(/^shop-[a-z0-9-]*-0123abcd$/);
    expect(name.length).toBeLessThanOrEqual(63);
  }
});

test('a name that is given is taken as it is', () => {
  const stack = aProject({ name: 'acme-logs', description: 'all of them' });
  expect(billOf(stack)).toEqual(['alicloud_log_project x1']);
  expect(resourceOf(stack, 'alicloud_log_project').attributes).toEqual({
    project_name: 'acme-logs',
    description: 'all of them',
  });
});

test('the deprecated name attribute is never written', () => {
  expect(resourceOf(aProject(), 'alicloud_log_project').attributes).not.toHaveProperty('name');
});

test('one random provider serves the whole stack, the user’s own where there is one', () => {
  const stack = aProject();
  new LogProject(stack, 'more');
  expect(synthesized(stack)['provider']).toMatchObject({ random: [{}] });
  const own = aStack();
  new RandomProvider(own, 'mine');
  expect(() => synthesized(aProject({}, own))).not.toThrow();
  expect(own.node.tryFindChild('random')).toBeUndefined();
});

test('a project that exists can be taken over by its name', () => {
  const stack = aProject({ adopt: 'acme-logs' });
  const { address, attributes } = resourceOf(stack, 'alicloud_log_project');
  expect(attributes.project_name).toBe('acme-logs');
  expect(synthesized(stack).import).toEqual([{ id: 'acme-logs', to: address }]);
});

test('a project that exists elsewhere is only named', () => {
  const stack = aStack();
  const { projectName } = LogProject.fromAttributes(stack, 'logs', { projectName: 'acme-logs' });
  new TerraformOutput(stack, 'project', { value: projectName });
  expect(billOf(stack)).toEqual([]);
  expect(synthesized(stack).output).toMatchObject({ project: { value: 'acme-logs' } });
});

test('a name that SLS refuses is refused', () => {
  expect(problemsOf(() => aProject({ name: 'Acme_Logs' }))).toMatchObject([
    { code: 'name-invalid', path: 'shop/logs', value: 'Acme_Logs', fix: expect.stringContaining('lower-case') },
  ]);
});

test('who may write logs to a store may do nothing else', () => {
  const stack = aStack();
  const role = new RamRole(stack, 'writer', { trust: Trust.service('ecs.aliyuncs.com') });
  const logs = new LogProject(stack, 'logs', { name: 'acme-logs' });
  logs.grantWrite(role, 'web');
  const { address } = resourceOf(stack, 'alicloud_log_project');
  expect(policyOf(stack).Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['log:PostLogStoreLogs'],
      Resource: [`acs:log:*:*:project/\${${address}.project_name}/logstore/web`],
    },
  ]);
  expect(problemsOf(() => logs.grantWrite(role, 'Web Store'))).toMatchObject([
    { code: 'name-invalid', path: 'shop/logs', value: 'Web Store' },
  ]);
});
