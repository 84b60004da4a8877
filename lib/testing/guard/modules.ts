import type { WrittenStack } from '../../core/written/written';
import type { AttributeChange, ChangeAction, ResourceChange } from './diff-data';
import type { Plan } from './plan';
import { isForgotten } from './moved';
import { canonical, isObject, type Fields } from './terms';
import { idOf } from './world';

/** What modules of Terraform make is nowhere in the program: of a module only its coming, going and inputs are known. */
export function moduleChanges(plan: Plan): readonly ResourceChange[] {
  const names = [...new Set([...plan.old.stacks, ...plan.now.stacks].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [old, now] = [plan.old, plan.now].map(({ stacks }) => stacks.find((stack) => stack.name === name));
    const [before, after] = [modulesIn(old), modulesIn(now)];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((module) => {
      const was = module in before ? (plan.old.resolve(old!, before[module]) as Fields) : undefined;
      const is = module in after ? (plan.now.resolve(now!, after[module]) as Fields) : undefined;
      return canonical(was) === canonical(is)
        ? []
        : [moduleChange(name, module, isForgotten(now, `module.${module}`), was, is)];
    });
  });
}

function modulesIn(stack: WrittenStack | undefined): Readonly<Record<string, unknown>> {
  const modules = (stack?.json.module ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(modules).map(([name, one]) => [name, isObject(one) ? { ...one, '//': null } : one] as const),
  );
}

function moduleChange(stack: string, name: string, kept: boolean, was?: Fields, is?: Fields): ResourceChange {
  const gone: ChangeAction = kept ? 'forget' : 'destroy';
  const action: ChangeAction = was === undefined ? 'add' : is === undefined ? gone : 'change';
  const inputs = was && is ? Object.keys({ ...was, ...is }).sort() : [];
  const attributes = inputs
    .filter((input) => canonical(was![input]) !== canonical(is![input]))
    // Which inputs of a module are secret is nowhere in the program.
    .map((attribute): AttributeChange => ({
      attribute,
      before: '(not shown)',
      after: '(not shown)',
      forcesNew: false,
      unknown: false,
      follows: [],
    }));
  return {
    id: idOf(stack, `module.${name}`),
    stack,
    type: 'module',
    address: `module.${name}`,
    action,
    attributes,
    causes: [],
    because: [],
    ...(action === 'destroy' ? { holds: HOLDS } : {}),
    heldBy: [],
    newFirst: false,
    stuck: [],
    ...(action === 'change' ? { uncertain: true } : {}),
  };
}

const HOLDS = Object.freeze({
  kind: 'data',
  holds: 'whatever it makes: what is in a module is not in the program',
  source: 'https://developer.hashicorp.com/terraform/language/modules',
});
