import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Fault, type RunningCloud } from '../../src';
import { Cloud } from '../../src/cloud/cloud';
import { recordedIn, type StateJson } from '../../src/faults/state-file';

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
}

/** A folder, the real Terraform in it, and a cloud; what a person at a terminal has. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  private child: ChildProcess | undefined;

  private constructor(readonly cloud: RunningCloud) {
    cloud.onSignal((signal) => {
      // Terraform first writes down what it was told.
      setTimeout(() => this.child?.kill(signal), signal === 'SIGKILL' ? 500 : 0);
    });
    all.push(this);
  }

  static async open(json: object): Promise<Workbench> {
    const bench = new Workbench(await startCloud());
    bench.write(json);
    return bench;
  }

  write(json: object): void {
    writeFileSync(join(this.folder, 'main.tf.json'), JSON.stringify(json, null, 2));
  }

  async terraform(...args: string[]): Promise<Ended> {
    await this.cloud.mend();
    const env = { ...process.env, ...this.cloud.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
    return new Promise((resolve, reject) => {
      const child = spawn('terraform', args, { cwd: this.folder, env });
      this.child = child;
      let out = '';
      child.stdout.on('data', (text) => (out += text));
      child.stderr.on('data', (text) => (out += text));
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, out }));
    });
  }

  /** A command that has to succeed. */
  async must(...args: string[]): Promise<string> {
    const { code, out } = await this.terraform(...args);
    if (code !== 0) {
      throw new Error(`terraform ${args.join(' ')} ended with ${code}\n${out}`);
    }
    return out;
  }

  readonly apply = (): Promise<string> => this.must('apply', '-auto-approve', '-no-color');

  /** What the next plan would do, in Terraform's words; empty when nothing. */
  async planned(): Promise<string> {
    const { code, out } = await this.terraform('plan', '-no-color', '-detailed-exitcode');
    return code === 0 ? '' : (/^(?:Plan:.*|Error:.*)$/m.exec(out)?.[0] ?? out);
  }

  /** Types and ids in the cloud. */
  async there(): Promise<string[]> {
    const things = Cloud.load(await this.cloud.save()).everything();
    return things.map(({ type, id }) => `${type} ${id}`);
  }

  /** Addresses in a state file. */
  recorded(file = 'terraform.tfstate'): string[] {
    const path = join(this.folder, file);
    const state = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as StateJson) : undefined;
    return recordedIn('', state).map(({ address }) => address);
  }

  arm(...faults: Fault[]): Promise<void> {
    return this.cloud.arm(faults);
  }
}

const all: Workbench[] = [];

/** Stops the clouds and removes the folders. */
export async function clearWorkbenches(): Promise<void> {
  for (const { cloud, folder } of all.splice(0)) {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
