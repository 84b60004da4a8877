import { ArmsGrafanaWorkspace } from '@cdktf/provider-alicloud/lib/arms-grafana-workspace';
import { Construct } from 'constructs';
import { adopt } from '../core/adopt';
import { oneOf } from '../core/checks';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, choiceOf, flag, formProblems, needed, text, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { nameProblems, physicalName, type NameRule } from '../core/names';
import { cloudOf } from '../core/cloud';

/** How a workspace is paid, as plain data. */
export interface GrafanaBillingData {
  readonly kind: 'subscription';
  readonly months: number;
  readonly renew: boolean;
}

/** How a workspace is paid: Alibaba Cloud sells it for months in advance only, so this is said by hand. */
export const GrafanaBilling = Object.freeze({
  /**
   * Pays months in advance.
   *
   * @param months 1 to 9, 12, 24 or 36
   * @param options `renew`: whether it is paid again when they are over. @default true
   */
  subscription: (months: number, options: { readonly renew?: boolean } = {}): GrafanaBillingData =>
    Object.freeze({ kind: 'subscription', months, renew: options?.renew ?? true }),
});

/** How many people, and what Grafana can do: one developer, 10, 30 or 50 people, or 100. */
export type GrafanaEdition = 'developer' | 'professional' | 'advanced';

export interface GrafanaWorkspaceProps {
  /** How it is paid: `GrafanaBilling.subscription(1)`. Create-only: later changes are made in the console. */
  readonly billing: GrafanaBillingData;
  /** What it can do. Changing it replaces the workspace: its dashboards are lost. @default "developer" */
  readonly edition?: GrafanaEdition;
  /** Accounts of the edition `professional`: 10, 30 or 50. Create-only. @default 10 */
  readonly accounts?: 10 | 30 | 50;
  /** Version of Grafana, such as `10.0.x`. Raised in place. @default "10.0.x" */
  readonly version?: string;
  /**
   * Name in the console: 1 to 64 letters, digits, hyphens and underscores. Changed in place.
   * @default the stack's name and the construct's path
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /** What it is for, for people. Changed in place. @default none */
  readonly description?: string;
  /**
   * Takes over the workspace with this id instead of buying one. Import id: the workspace's id, `grafana-...`.
   * @default none - a new workspace
   */
  readonly adopt?: string;
}

/** What a workspace is when a prop is left out. */
export const GRAFANA_WORKSPACE_DEFAULTS = Object.freeze({
  edition: 'developer' as GrafanaEdition,
  accounts: 10 as 10 | 30 | 50,
  version: '10.0.x',
});

const EDITIONS = Object.freeze({
  developer: 'personal_edition',
  professional: 'experts_edition',
  advanced: 'advanced_edition',
});

/** Months that Alibaba Cloud sells: some, or whole years. */
const MONTHS = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36]);
const YEAR = 12;

const WORKSPACE: NameRule = Object.freeze({
  min: 1,
  max: 64,
  pattern: /^[\w\u4e00-\u9fa5-]+$/,
  says: '1 to 64 letters, digits, hyphens and underscores',
});

const FORMS: Forms<GrafanaWorkspaceProps> = {
  billing: needed(
    choiceOf({ subscription: { months: any, renew: flag } }, 'GrafanaBilling.subscription(1)'),
    'GrafanaBilling.subscription(1)',
  ),
  edition: any,
  accounts: any,
  version: text,
  name: text,
  description: text,
  adopt: text,
};

/** What was decided when it was bought, and what the provider does not read back. */
const BOUGHT = Object.freeze(['account_number', 'aliyun_lang', 'auto_renew', 'duration', 'pricing_cycle']);

/**
 * A Grafana of one's own, where the shared one of the console, which every cluster with `ManagedPrometheus` has for free, is
 * not enough: own dashboards, own accounts, data of several sources. Which instances of Prometheus it shows is chosen once in
 * its console, since the provider has nothing for it; so is the password of its administrator, which then is in no state.
 *
 * Creates `alicloud_arms_grafana_workspace`, paid for months in advance. Its dashboards are lost with it.
 *
 * @throws InputError `choice-invalid`, `name-invalid`, `grafana-version`, `resource-id-invalid`
 */
export class GrafanaWorkspace extends Construct {
  readonly resource: ArmsGrafanaWorkspace;
  readonly workspaceId: string;

  constructor(scope: Construct, id: string, props: GrafanaWorkspaceProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, FORMS));
    const p = withDefaults(props, GRAFANA_WORKSPACE_DEFAULTS);
    reject(this, [
      ...oneOf('billing.months', p.billing.months, MONTHS),
      ...oneOf('edition', p.edition, Object.keys(EDITIONS)),
      ...oneOf('accounts', p.accounts, [10, 30, 50]),
      ...versionProblems(p.version),
      ...nameProblems('name', p.name, WORKSPACE),
    ]);
    const years = p.billing.months % YEAR === 0;
    this.resource = new ArmsGrafanaWorkspace(this, 'Resource', {
      grafanaWorkspaceName: p.name ?? physicalName(this, WORKSPACE),
      description: p.description,
      grafanaVersion: p.version,
      grafanaWorkspaceEdition: EDITIONS[p.edition],
      accountNumber: p.edition === 'professional' ? String(p.accounts) : undefined,
      pricingCycle: years ? 'Year' : 'Month',
      duration: String(years ? p.billing.months / YEAR : p.billing.months),
      autoRenew: p.billing.renew,
      aliyunLang: cloudOf(this).site === 'cn' ? 'zh' : 'en',
      timeouts: { create: '30m', update: '30m', delete: '30m' },
      lifecycle: { ignoreChanges: [...BOUGHT] },
    });
    adopt(this.resource, p.adopt);
    this.workspaceId = this.resource.id;
  }
}

function versionProblems(version: string): Problem[] {
  const what = `version ${quote(version)} is no version of Grafana as Alibaba Cloud names it`;
  return /^\d+\.\d+\.x$/.test(version)
    ? []
    : [{ code: 'grafana-version', what, value: version, fix: 'write version: "10.0.x"' }];
}
