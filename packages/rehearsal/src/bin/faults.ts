import { writeFileSync } from 'node:fs';
import { seedOfCommit } from '../faults/commit';
import { describeFaults, describeTrial } from '../faults/describe';
import { rehearseFaults, type FaultProgress } from '../faults/rehearse-faults';
import type { Trial } from '../faults/trial';
import type { FaultArguments } from './fault-arguments';

/** Of so many faults that went well, a quiet run tells of one. */
const NOW_AND_THEN = 25;

/** The command `faults`: 0 when the program ends well after every fault. */
export async function faultsCommand(args: FaultArguments): Promise<number> {
  const seed = args.seed ?? seedOfCommit();
  if (!args.json && args.sample !== undefined) {
    console.log(`a sample of ${args.sample}, chosen by ${seed}`);
  }
  const tell = (trial: Trial, progress: FaultProgress): void => {
    if (!args.json && (!args.quiet || !trial.ok || progress.done % NOW_AND_THEN === 0)) {
      console.log(describeTrial(trial, progress));
    }
  };
  const result = await rehearseFaults(args.out, {
    ...args,
    sample: args.sample === undefined ? undefined : { size: args.sample, seed },
    onTrial: tell,
  });
  const text = JSON.stringify(result, null, 2);
  if (args.report !== undefined) {
    writeFileSync(args.report, `${text}\n`);
  }
  console.log(args.json ? text : describeFaults(result));
  return result.ok ? 0 : 1;
}
