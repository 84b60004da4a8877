import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { GrafanaBilling, GrafanaWorkspace, type GrafanaWorkspaceProps } from '../../lib/monitoring/grafana-workspace';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { problemsOf } from '../support/problems';
import { aStack } from './support';

const aWorkspace = (props: Partial<GrafanaWorkspaceProps> = {}, stack = aStack()) => {
  new GrafanaWorkspace(stack, 'grafana', { billing: GrafanaBilling.subscription(1), ...props });
  return stack;
};
const workspaceOf = (props?: Partial<GrafanaWorkspaceProps>) =>
  resourceOf(aWorkspace(props), 'alicloud_arms_grafana_workspace').attributes;

test('a workspace is bought for months, without a password that would be in the state', () => {
  expect(billOf(aWorkspace())).toEqual(['alicloud_arms_grafana_workspace x1']);
  expect(workspaceOf()).toEqual({
    grafana_workspace_name: 'shop-grafana',
    grafana_version: '10.0.x',
    grafana_workspace_edition: 'personal_edition',
    pricing_cycle: 'Month',
    duration: '1',
    auto_renew: true,
    aliyun_lang: 'zh',
    timeouts: { create: '30m', update: '30m', delete: '30m' },
    lifecycle: { ignore_changes: ['account_number', 'aliyun_lang', 'auto_renew', 'duration', 'pricing_cycle'] },
  });
});

test('whole years are bought as years', () => {
  expect(workspaceOf({ billing: GrafanaBilling.subscription(24, { renew: false }) })).toMatchObject({
    pricing_cycle: 'Year',
    duration: '2',
    auto_renew: false,
  });
});

test('only the professional edition is sold by accounts', () => {
  expect(workspaceOf({ edition: 'professional', accounts: 30 })).toMatchObject({
    grafana_workspace_edition: 'experts_edition',
    account_number: '30',
  });
  expect(workspaceOf({ edition: 'advanced' })).not.toHaveProperty('account_number');
});

test('one that is taken over keeps what it was bought with', () => {
  const stack = aWorkspace({ adopt: 'grafana-cn-1a2b3c' });
  expect(synthesized(stack).import).toMatchObject([{ id: 'grafana-cn-1a2b3c' }]);
  Adopt.settle(stack);
  expect(resourceOf(stack, 'alicloud_arms_grafana_workspace').attributes.lifecycle.ignore_changes).toContain(
    'duration',
  );
});

test.each<[string, unknown, string]>([
  ['no billing', { billing: undefined }, 'value-missing'],
  ['ten months', { billing: GrafanaBilling.subscription(10) }, 'choice-invalid'],
  ['another edition', { edition: 'standard' }, 'choice-invalid'],
  ['eleven accounts', { accounts: 11 }, 'choice-invalid'],
  ['another version', { version: '10' }, 'grafana-version'],
  ['a name that is none', { name: 'a b' }, 'name-invalid'],
])('%s is refused', (_, props, code) => {
  expect(problemsOf(() => aWorkspace(props as Partial<GrafanaWorkspaceProps>))).toMatchObject([
    { code, path: 'shop/grafana' },
  ]);
});
