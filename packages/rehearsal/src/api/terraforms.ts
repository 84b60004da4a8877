import type { ChildProcess } from 'node:child_process';
import type { Signal } from '../serve/protocol';
import type { RunningCloud } from '../serve/start';
import { terraform, type Outcome } from './terraform';

/** No run of a rehearsal takes this long: one that does is stuck. */
const STUCK = 300_000;
/** How much garbage Terraform lets lie: it lives for a second, and collecting costs a sixth of that. */
const RARELY = '400';
/** What has been answered is written down within this time. */
const QUIET = 200;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The Terraforms that run against one cloud. Faults of the cloud may send them a signal. */
export class Terraforms {
  private readonly running = new Set<ChildProcess>();
  /** Resolves when what Terraform was told is in its state, so that only what it was not told gets lost by a kill. */
  settled: () => Promise<void> = () => wait(QUIET);

  constructor(private readonly cloud: RunningCloud) {
    cloud.onSignal((signal) => void this.send(signal));
  }

  /** Runs one command. A cloud that a fault has cut off is whole again before. */
  async run(folder: string, args: readonly string[]): Promise<Outcome> {
    await this.cloud.mend();
    let child: ChildProcess | undefined;
    const watch = setTimeout(() => child?.kill('SIGKILL'), STUCK);
    try {
      const env = process.env.GOGC === undefined ? { ...this.cloud.env, GOGC: RARELY } : this.cloud.env;
      return await terraform(folder, args, env, (one) => {
        child = one;
        this.running.add(one);
      });
    } finally {
      clearTimeout(watch);
      if (child) {
        this.running.delete(child);
      }
    }
  }

  private async send(signal: Signal): Promise<void> {
    if (signal === 'SIGKILL') {
      await this.settled();
    }
    this.running.forEach((child) => child.kill(signal));
  }
}
