import { TerraformResource, TerraformStack } from 'cdktf';
import type { App } from 'cdktf';
import type { IConstruct } from 'constructs';
import { tryCloudOf } from '../core/cloud';
import { rolesNeeded, type RoleNeeded } from '../core/roles';
import { isToken } from '../core/tokens';
import { warningsIn, type Warning } from '../core/warnings';
import { tryWorkplaceOf, type Workplace } from '../core/workplace';

/** One stack in numbers. */
export interface StackSummary {
  readonly name: string;
  /** Region id; absent for a stack that is not a `CloudStack`. */
  readonly region?: string;
  /** How many resources of each type, sorted by type. */
  readonly resources: Readonly<Record<string, number>>;
  /** Names of the stacks that must be applied first. */
  readonly after: readonly string[];
  /** From where it can be applied, in words; absent for a stack that the cloud's own interfaces suffice for. */
  readonly from?: string;
}

/** What an App makes. */
export interface Summary {
  readonly outdir: string;
  readonly stacks: readonly StackSummary[];
  readonly warnings: readonly Warning[];
  readonly rolesNeeded: readonly RoleNeeded[];
}

/** What an App makes, as data. Call it after `app.synth()`. */
export function summaryOf(app: App): Summary {
  return {
    outdir: app.outdir,
    stacks: app.node.findAll().filter(TerraformStack.isStack).map(stackSummary),
    warnings: warningsIn(app),
    rolesNeeded: rolesNeeded(app),
  };
}

function stackSummary(stack: TerraformStack): StackSummary {
  const counts = new Map<string, number>();
  for (const construct of stack.node.findAll()) {
    if (TerraformResource.isTerraformResource(construct)) {
      counts.set(construct.terraformResourceType, (counts.get(construct.terraformResourceType) ?? 0) + 1);
    }
  }
  const resources = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  const after = stack.dependencies.map((other: IConstruct) => other.node.id);
  const from = applicableFrom(tryWorkplaceOf(stack));
  return { name: stack.node.id, region: tryCloudOf(stack)?.region, resources, after, ...(from && { from }) };
}

/** From where a stack of in-cluster objects reaches the API server. */
function applicableFrom(workplace: Workplace | undefined): string | undefined {
  if (workplace === undefined) {
    return undefined;
  }
  const { cluster, apiServer } = workplace;
  const { endpoint } = cluster;
  const { path } = cluster.node;
  if (endpoint.kind === 'public' && apiServer !== 'private') {
    const ranges = endpoint.allow.map((range) => (isToken(range) ? 'a range known at apply' : range)).join(', ');
    return `${ranges}, which the API server of "${path}" is public for`;
  }
  const why =
    endpoint.kind === 'private' ? 'its API server has a private address only' : 'its API server is asked there';
  return `the VPC of "${path}", a runner in it or a VPN to it: ${why}`;
}

/**
 * What an App made, as the few lines that a program should print after `app.synth()`: stacks, resources by type, where
 * they are, what the account needs, what to run next, and every warning.
 */
export function describeSummary(summary: Summary): string {
  return [
    `${count(summary.stacks.length, 'stack')} in ${summary.outdir}`,
    ...summary.stacks.flatMap(stackLines),
    ...rolesLines(summary.rolesNeeded),
    ...nextLines(summary),
    ...summary.warnings.map(({ path, text }) => `warning: ${path}: ${text}`),
  ].join('\n');
}

function stackLines({ name, region, resources, after, from }: StackSummary): string[] {
  const total = Object.values(resources).reduce((sum, n) => sum + n, 0);
  const place = region === undefined ? '' : ` in ${region}`;
  const order = after.length > 0 ? `, after ${after.join(', ')}` : '';
  const types = Object.entries(resources).map(([type, n]) => `${n} ${type.replace(/^alicloud_/, '')}`);
  return [
    `  ${name}: ${count(total, 'resource')}${place}${order}`,
    ...(total > 0 ? [`    ${types.join(', ')}`] : []),
    ...(from === undefined ? [] : [`    apply it from ${from}`]),
  ];
}

function rolesLines(roles: readonly RoleNeeded[]): string[] {
  if (roles.length === 0) {
    return [];
  }
  const names = roles.map(({ name }) => name).join(', ');
  return [`the account needs, once (AccountSetup makes them): ${names}`];
}

function nextLines({ outdir, stacks }: Summary): string[] {
  const first = stacks.find(({ after }) => after.length === 0);
  if (!first) {
    return [];
  }
  return [
    `next: npx cdktf diff ${first.name}   (or: cd ${outdir}/stacks/${first.name} && terraform init && terraform plan)`,
  ];
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
