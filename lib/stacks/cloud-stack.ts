import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { Aspects, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { constraintProblems } from '../checks/constraints';
import { provideStrictness, type Strictness } from '../checks/strictness';
import { oneOf } from '../core/checks';
import { provideCloud, type Cloud, type Protection, type Site } from '../core/cloud';
import { withDefaults } from '../core/defaults';
import { quote, reject, type Problem } from '../core/errors';
import { any, formProblems, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { tagProblems, TagEverything, type Tags } from '../core/tags';
import { addTreeCheck, runTreeChecks } from '../core/tree';
import { warn } from '../core/warnings';
import { regionProblems, unknownRegion } from './regions';
import { State, stateProblems, writeBackend, type StateData } from './state';

export interface CloudStackProps {
  /** Region id, such as `cn-hangzhou`. Everything in the stack is created there; changing it creates all anew. */
  readonly region: string;
  /**
   * Whether what the stack holds must survive a mistake. `production` turns deletion protection on and keeps logs when
   * a cluster is deleted; `sandbox` lets everything be destroyed. Changed in place, so tear-down is: apply once with
   * `sandbox`, then destroy.
   * @default "production"
   */
  readonly protection?: Protection;
  /**
   * The kind of account: `cn` for the China site (aliyun.com), `intl` for the international site. Decides what can be
   * bought.
   * @default "cn" in mainland regions, "intl" elsewhere, Hong Kong included
   */
  readonly site?: Site;
  /**
   * Tags put on every resource that can carry tags, on raw L1 resources of the stack too. A resource's own tag of the
   * same key wins. At most 20. Changed in place.
   * @default none
   */
  readonly tags?: Tags;
  /**
   * What happens when a resource of the stack, ours or a raw L1, breaks a rule of the provider's own validators (a value
   * outside its list, range, length or pattern; arguments that exclude or need each other). `error` ends the synthesis
   * before a file is written, `warn` prints it (the cloud may know a newer value than this release), `off` does not look.
   * Changes nothing in the Terraform.
   * @default "error"
   */
  readonly constraints?: Strictness;
  /**
   * Where Terraform keeps the state of this stack.
   * @default State.local() - a file beside `cdktf.out`
   */
  readonly state?: StateData;
}

/** What a stack does when a prop is left out. */
export const CLOUD_STACK_DEFAULTS = Object.freeze({
  protection: 'production' as Protection,
  tags: Object.freeze({}) as Tags,
  constraints: 'error' as Strictness,
  state: State.local(),
});

/** Which props there are; what each may be is checked with its meaning. */
const CLOUD_STACK_FORMS: Forms<CloudStackProps> = {
  region: any,
  protection: any,
  site: any,
  tags: any,
  constraints: any,
  state: any,
};

const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
const MAX_NAME = 48;

/**
 * A Terraform stack in one region of Alibaba Cloud: provider, state, tags and protection in one place. Holds what the
 * cloud provides (network, clusters, databases); objects inside a cluster go to a stack of their own.
 *
 * The id names the folder, the state and every resource in the stack, so it must be unique in the App and stay as it
 * is. Creates nothing by itself and costs nothing.
 *
 * @throws InputError for a wrong region, site, protection, tag, state or name
 */
export class CloudStack extends TerraformStack {
  readonly region: string;
  readonly site: Site;
  readonly protection: Protection;

  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, checkedName(scope, id));
    reject(this, formProblems(props, CLOUD_STACK_FORMS));
    const p = withDefaults(props, { ...CLOUD_STACK_DEFAULTS, site: siteOf(props.region) });
    reject(this, problemsIn(p));
    this.region = p.region;
    this.site = p.site;
    this.protection = p.protection;
    const { region, site, protection } = p;
    provideCloud(this, { stackName: id, stackPath: this.node.path, region, site, protection });

    provideStrictness(this, p.constraints);

    const unknown = unknownRegion(region);
    if (unknown) {
      warn(this, 'region-unknown', unknown);
    }
    new AlicloudProvider(this, 'alicloud', { region });
    writeBackend(this, p.state);
    if (Object.keys(p.tags).length > 0) {
      Aspects.of(this).add(new TagEverything(p.tags));
    }
    leadChecks(this);
  }

  /** Called by the framework for every stack before it writes the first one; the whole tree is checked once, here. */
  override prepareStack(): void {
    if (leader.get(this.node.root) === this) {
      runTreeChecks(this.node.root);
    }
    super.prepareStack();
  }
}

/** The first stack of an App runs the checks of the whole tree. */
const leader = new WeakMap<IConstruct, CloudStack>();

function leadChecks(stack: CloudStack): void {
  const root = stack.node.root;
  if (!leader.has(root)) {
    leader.set(root, stack);
    addTreeCheck(stack, duplicateNames);
    addTreeCheck(stack, (all) => constraintProblems(all, stack));
  }
}

function duplicateNames(all: readonly IConstruct[]): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap((construct): Problem[] => {
    if (!TerraformStack.isStack(construct)) {
      return [];
    }
    const { id, path } = construct.node;
    const other = first.get(id);
    first.set(id, other ?? path);
    if (other === undefined) {
      return [];
    }
    const what = `stack name ${quote(id)} is taken by "${other}"; the two would overwrite each other's folder and state`;
    return [
      {
        code: 'stack-name-duplicate',
        what,
        value: id,
        fix: `rename one, such as to "${path.replaceAll('/', '-')}"`,
        path,
      },
    ];
  });
}

function siteOf(region: unknown): Site {
  return typeof region === 'string' && region.startsWith('cn-') && !region.startsWith('cn-hongkong') ? 'cn' : 'intl';
}

/** Checks the name before the framework does, whose own errors have no code and no path. */
function checkedName(scope: IConstruct, id: string): string {
  if (typeof id !== 'string' || !NAME.test(id) || id.length > MAX_NAME) {
    const what = `stack name ${quote(id)} is not 1 to ${MAX_NAME} letters, digits and hyphens, a letter first`;
    const fix = 'write a short kebab name, such as "shop-cloud"';
    reject(scope.node.path ? `${scope.node.path}/${id}` : String(id), [
      { code: 'stack-name-invalid', what, value: id, fix },
    ]);
  }
  const outer = TerraformStack.isStack(scope) ? scope : scope.node.scopes.find(TerraformStack.isStack);
  if (outer !== undefined) {
    const what = `stack ${quote(id)} is inside the stack "${outer.node.path}"; Terraform has no stack in a stack`;
    const fix = 'create it in the App, or in a plain Construct of the App';
    reject(`${scope.node.path}/${id}`, [{ code: 'stack-nested', what, value: id, fix }]);
  }
  return checkedId(scope, id);
}

function problemsIn(
  p: Omit<Cloud, 'stackName' | 'stackPath'> & { tags: Tags; constraints: Strictness; state: StateData },
): Problem[] {
  return [
    ...regionProblems(p.region),
    ...oneOf('protection', p.protection, ['production', 'sandbox']),
    ...oneOf('site', p.site, ['cn', 'intl']),
    ...tagProblems('tags', p.tags),
    ...oneOf('constraints', p.constraints, ['error', 'warn', 'off']),
    ...stateProblems(p.state),
  ];
}
