import type { FaultKind, KindOfFault } from './kinds';
import type { Lane } from './lane';
import { OneTrial } from './one-trial';
import type { FaultTarget, StackReference } from './reference';

/** What brought the program to its end after the fault. */
export type Recovery =
  /** Nothing: the run that was struck got through. */
  | 'none'
  /** The same command once more. */
  | 'again'
  /** `terraform untaint`, then the same command: protection keeps the half-made object from being replaced. */
  | 'untaint'
  /** An `import` block for each object that no state knew, then the same command. */
  | 'import'
  /** Nothing did. */
  | 'failed';

/** An object in the cloud that no state has. */
export interface Orphan {
  readonly type: string;
  readonly id: string;
  readonly address?: string;
  /** What the same command does about it: is refused, as its name is taken; makes it twice; or sets again what is set. */
  readonly unaided: Unaided;
}

export type Unaided = 'refused' | 'made twice' | 'set again';

/** One fault at one change of one resource, and what became of it. */
export interface Trial extends FaultTarget {
  readonly fault: FaultKind;
  readonly ok: boolean;
  readonly recovery: Recovery;
  /** What the fault left in the cloud without any state knowing. */
  readonly orphans: readonly Orphan[];
  readonly problems: readonly string[];
  readonly milliseconds: number;
}

/** Lets one fault happen, and brings the program to its end again. */
export async function tryFault(
  lane: Lane,
  reference: StackReference,
  target: FaultTarget,
  kind: KindOfFault,
): Promise<Trial> {
  const start = performance.now();
  const { problems, ...result } = await new OneTrial(lane, reference, target, kind).run();
  const { stack, address, path, type, provider, action } = target;
  return {
    ...{ stack, address, path, type, provider, action, fault: kind.kind, ok: problems.length === 0, problems },
    ...result,
    milliseconds: Math.round(performance.now() - start),
  };
}
