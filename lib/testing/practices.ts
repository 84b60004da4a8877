import { App, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { PRACTICES } from '../checks/practices/catalogue';
import { distinct } from '../checks/practices/distinct';
import { judgePractices, type PracticeReport } from '../checks/practices/judge';
import { notesIn } from '../checks/practices/notes';
import { pictureOf } from '../checks/practices/picture';
import type { Profile } from '../checks/practices/profiles';
import { inSilence } from '../checks/practices/silence';
import { settleSuppressions, suppressionsAbove } from '../checks/practices/suppress';
import { writtenSource } from '../checks/practices/written-source';
import { stacksOf } from './synthesized';
import { writtenStacks } from './written-app';

/** How an App is held against the practices. */
export interface PracticeOptions {
  /** @default what each stack asks for, and `production` for those that say nothing or `Practices.off()` */
  readonly profile?: Profile;
}

/**
 * Holds every stack of a program, or of an output folder (`cdktf.out`), against the practices of the field, whatever the
 * stacks ask for at synthesis. Nothing is written, and no finding throws; `practiceText`, `practiceJson` and `practiceSarif`
 * write the report down.
 *
 * @example expect(practicesOf(app).findings.filter(({ suppressed }) => !suppressed)).toEqual([]);
 * @throws InputError when the program is wrong in another way; Error when the folder holds no manifest
 */
export function practicesOf(source: IConstruct | string, { profile }: PracticeOptions = {}): PracticeReport {
  const stacks = typeof source === 'string' ? writtenStacks(source) : ofProgram(source);
  const notes = stacks.map(({ name, json }) => ({ name, ...notesIn(json) }));
  const above = typeof source === 'string' ? [] : suppressionsAbove(source.node.root);
  return judgePractices(pictureOf(writtenSource(stacks)), {
    practices: PRACTICES,
    stacks: new Map(notes.map((one) => [one.name, profile ?? one.profile ?? 'production'])),
    suppressed: distinct([...above, ...notes.flatMap(({ suppressed = [] }) => suppressed)]),
  });
}

function ofProgram(root: IConstruct): ReturnType<typeof writtenStacks> {
  const app = root.node.root;
  settleSuppressions(app, stacksOf(app));
  return inSilence(app, () =>
    writtenStacks(TerraformStack.isStack(root) || App.isApp(root) ? root : TerraformStack.of(root)),
  );
}
