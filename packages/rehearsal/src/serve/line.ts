import type { Cut } from './faults';

/** How long Ctrl-C may take to come back as a call of the protocol. */
const PATIENCE = 10_000;
const STEP = 20;

/** The line to Terraform. Once it is cut, changes still reach the cloud, and no answer leaves. */
export class Line {
  private broken = false;

  constructor(private readonly tell: (cut: Exclude<Cut, 'answer'>) => void) {}

  get isCut(): boolean {
    return this.broken;
  }

  /** Breaks the line: whatever is or gets in flight is answered never. */
  break(): void {
    this.broken = true;
  }

  mend(): void {
    this.broken = false;
  }

  /** Cuts a call. Returns when its answer may go, which is never for one that is lost. */
  async cut(how: Exclude<Cut, 'answer'>, stopping: { now: boolean }): Promise<void> {
    if (how === 'interrupt') {
      this.tell(how);
      for (let waited = 0; !stopping.now && waited < PATIENCE; waited += STEP) {
        await new Promise((resolve) => setTimeout(resolve, STEP));
      }
      return;
    }
    this.break();
    this.tell(how);
  }
}

/** What a lost answer waits for. */
export const never = (): Promise<never> => new Promise(() => undefined);
