import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Problem } from '../../core/errors';
import { warnOnce } from '../warn-once';
import { PRACTICES } from './catalogue';
import { distinct } from './distinct';
import { judgePractices, type PracticeFinding } from './judge';
import { notesOf, type Suppression } from './notes';
import { pictureOf } from './picture';
import { tryPracticesOf, type Profile } from './profiles';
import { isSilent } from './silence';
import { covers, settleSuppressions, suppressionsAbove } from './suppress';
import { treeSource } from './tree-source';

/**
 * What practices find in the stacks of a tree that ask for them: errors as problems, advice as warnings at the constructs.
 * Notes are left to those who ask for the whole report.
 */
export function practiceProblems(all: readonly IConstruct[]): Problem[] {
  const stacks = all.filter(TerraformStack.isStack);
  const profiles = profilesOf(stacks);
  const root = all[0]!.node.root;
  if (profiles.size === 0 || isSilent(root)) {
    return [];
  }
  settleSuppressions(root, stacks);
  const source = treeSource(all);
  const practices = PRACTICES.filter(({ severity }) => severity !== 'note');
  const suppressed = suppressionsOf(root, stacks);
  const { findings, unused } = judgePractices(pictureOf(source), { practices, stacks: profiles, suppressed });
  const open = findings.filter((finding) => finding.suppressed === undefined);
  const constructAt = (path: string) => all.find(({ node }) => node.path === path)!;
  open
    .filter(({ severity }) => severity === 'warning')
    .forEach((finding) => {
      const { what, fix } = told(finding);
      warnOnce(constructAt(finding.path), { code: 'practice-advice', what, fix });
    });
  unused
    .filter((one) => !judgedOnlyElsewhere(one, stacks, profiles))
    .forEach(({ path, practice }) => {
      const what = `nothing here breaks the practice "${practice}" that is suppressed`;
      warnOnce(constructAt(path), { code: 'practice-unused', what, fix: 'take suppressPractice out' });
    });
  return open
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({
      code: 'practice',
      practice: finding.practice,
      path: finding.path,
      value: finding.value,
      ...told(finding),
    }));
}

/** A suppression that reaches into stacks which are not judged may be used there. */
function judgedOnlyElsewhere(
  suppression: Suppression,
  stacks: readonly TerraformStack[],
  profiles: ReadonlyMap<string, Profile>,
): boolean {
  return stacks.some(
    ({ node: { id, path } }) => !profiles.has(id) && (covers(suppression, path) || covers({ path }, suppression.path)),
  );
}

function told({ practice, what }: PracticeFinding): { readonly what: string; readonly fix: string } {
  const { fix } = PRACTICES.find(({ id }) => id === practice)!;
  return {
    what: `${what.en} (practice ${practice})`,
    fix: `${fix.en}; or suppressPractice(construct, '${practice}', { reason: '...' })`,
  };
}

/** Stacks that ask for practices, by name. */
function profilesOf(stacks: readonly TerraformStack[]): ReadonlyMap<string, Profile> {
  return new Map(
    stacks.flatMap((stack) => {
      const { kind } = tryPracticesOf(stack) ?? { kind: 'off' as const };
      return kind === 'off' ? [] : [[stack.node.id, kind] as const];
    }),
  );
}

/** Every suppression of a tree, each once. */
function suppressionsOf(root: IConstruct, stacks: readonly TerraformStack[]): readonly Suppression[] {
  return distinct([...suppressionsAbove(root), ...stacks.flatMap((stack) => notesOf(stack).suppressed ?? [])]);
}
