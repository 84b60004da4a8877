import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { LocatedProblem } from '../core/errors';
import { isWarnedOf } from '../core/warnings';
import { cloudElement, type CloudElement } from './attributes';
import { judge, type Judgement } from './judge';
import { haveRules, rulesOf } from './known-rules';
import { tryStrictnessOf, type Strictness } from './strictness';
import { warnOnce } from './warn-once';

/**
 * Holds every resource and data source of Alibaba Cloud against the rules of the provider's own validators, whoever
 * made it: problems in stacks that are strict, warnings in the others. Deprecated types and attributes are warnings in
 * both. A stack that does not say how strict it is (a plain one of the framework) is treated as `otherwise`.
 */
export function constraintProblems(all: readonly IConstruct[], otherwise: IConstruct): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  warnWithoutRules(otherwise);
  for (const construct of all) {
    const element = cloudElement(construct, all);
    const strictness = element ? strictnessAt(construct, otherwise) : 'off';
    if (element && strictness !== 'off') {
      const { refused, deprecated } = judged(element, isWarnedOf(construct));
      const warnings = strictness === 'error' ? deprecated : [...refused, ...deprecated];
      warnings.forEach((finding) => warnOnce(construct, finding));
      if (strictness === 'error' && refused.length > 0) {
        problems.push(...refused.map((finding) => ({ ...finding, path: construct.node.path })));
      }
    }
  }
  return problems;
}

const NOTHING: Judgement = Object.freeze({ refused: [], deprecated: [] });

/** @param said whether there is a warning of its type already */
function judged(element: CloudElement, said: boolean): Judgement {
  const rules = rulesOf(element.kind, element.type);
  return rules
    ? judge(element.type, said ? { ...rules, deprecated: undefined } : rules, element.attributes())
    : NOTHING;
}

function strictnessAt(construct: IConstruct, otherwise: IConstruct): Strictness {
  return tryStrictnessOf(TerraformStack.of(construct)) ?? tryStrictnessOf(otherwise) ?? 'error';
}

/** Says once that a stack is not checked, where the rules did not come along with the program. */
function warnWithoutRules(stack: IConstruct): void {
  if (!haveRules()) {
    const what = 'the provider’s rules did not come along (is the program bundled?), so resources are not checked';
    warnOnce(stack, { code: 'constraint-unknown', what, fix: 'leave alicloud-constructs out of the bundle' });
  }
}
