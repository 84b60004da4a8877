import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { constraintProblems } from '../checks/constraints';
import { practiceProblems } from '../checks/practices/at-synth';
import { asksForPractices } from '../checks/practices/profiles';
import { reject, type Problem } from '../core/errors';
import { settleRandom } from '../core/random';
import { addTreeCheck, runTreeChecks } from '../core/tree';
import { tryWorkplaceOf } from '../core/workplace';
import { unquotedReferences } from './hcl-references';
import { referrer } from './referrers';
import { checkedStackName } from './stack-name';
import { orderByName } from './stack-order';
import { duplicateNames, mixedStacks } from './tree-of-stacks';

/** The first stack of an App runs the checks of the whole tree. */
const leader = new WeakMap<IConstruct, TerraformStack>();

/**
 * What every stack of this library does, whatever it holds: a checked name, the checks of the whole tree before the first
 * file is written, an order that the framework's command finds, and an error with both names where values would flow back.
 */
export abstract class CheckedStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, checkedStackName(scope, id));
    orderByName(this);
  }

  /** Called by the framework for every stack before it writes the first one; the whole tree is checked once, here. */
  override prepareStack(): void {
    if (leader.get(this.node.root) === this) {
      runTreeChecks(this.node.root);
    }
    settleRandom(this);
    super.prepareStack();
  }

  /** Called by the framework when the stack is written as HCL. */
  override toHclTerraform(): ReturnType<TerraformStack['toHclTerraform']> {
    const made = super.toHclTerraform();
    return { ...made, hcl: unquotedReferences(made.hcl) };
  }

  /** Called by the framework for every value that is taken from another stack. */
  override addDependency(dependency: TerraformStack): void {
    if (dependency === this || dependency.dependsOn(this)) {
      reject(this, [backReference(this, dependency)]);
    }
    super.addDependency(dependency);
  }

  /** Whether another stack is applied before this one; looks at every stack once, the framework at every way. */
  override dependsOn(stack: TerraformStack): boolean {
    const seen = new Set<TerraformStack>();
    const open = [...this.dependencies];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === stack) {
        return true;
      }
      if (!seen.has(next)) {
        seen.add(next);
        open.push(...next.dependencies);
      }
    }
    return false;
  }

  /** Takes part in the checks of the App. Call it at the end of the constructor. */
  protected joinChecks(): void {
    const { root } = this.node;
    if (!leader.has(root)) {
      leader.set(root, this);
      addTreeCheck(this, duplicateNames);
      addTreeCheck(this, mixedStacks);
      addTreeCheck(this, (all) => constraintProblems(all, this));
      addTreeCheck(this, (all) => (asksForPractices(all) ? practiceProblems(all) : []));
    }
  }
}

function backReference(stack: TerraformStack, dependency: TerraformStack): Problem {
  const found = stack === dependency ? undefined : referrer(stack, dependency);
  const user = found?.user.node.path ?? stack.node.path;
  const used = found?.used?.node.path ?? dependency.node.path;
  const later = tryWorkplaceOf(dependency)
    ? `a stack of what runs in the cluster, which is applied after "${stack.node.path}"`
    : `a stack that is applied after "${stack.node.path}"`;
  return {
    code: 'back-reference',
    what: `"${user}" needs "${used}" of "${dependency.node.path}", ${later}`,
    value: used,
    fix: `create it in "${dependency.node.path}", or use a name that the program knows instead of a value that the apply makes`,
    path: user,
  };
}
