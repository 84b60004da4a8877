import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of a program in a fresh process. */
export interface Run {
  /** Start to exit, in seconds. */
  readonly wall: number;
  /** User and system time of the process, in seconds. */
  readonly cpu: number;
  /** Largest resident size, in MB. */
  readonly memory: number;
  /** Modules that were loaded. */
  readonly modules: number;
  /** Seconds between the first and the last line of the program, without the start of Node. */
  readonly inside: number;
}

/** A compiled program and its arguments. */
export interface Program {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  /** Loaded before the program. */
  readonly preload?: readonly string[];
}

const REPORT = join(__dirname, 'report.cjs');

/** Runs a program once, in an empty folder of its own. */
export function run({ file, args = [], preload = [] }: Program): Run {
  const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
  const report = join(cwd, 'report.json');
  const flags = [REPORT, ...preload].flatMap((module) => ['-r', module]);
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [...flags, file, ...args], {
    cwd,
    env: { ...process.env, BENCH_REPORT: report },
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) {
    throw new Error(`${file} ended with ${status}: ${stderr}`);
  }
  const inner = JSON.parse(readFileSync(report, 'utf8')) as Omit<Run, 'wall'>;
  rmSync(cwd, { recursive: true });
  return { wall, ...inner };
}

/** Medians of several programs, run in turn so that a slow moment of the machine falls on all of them. */
export function inTurn(programs: readonly Program[], rounds: number): Map<string, Run> {
  const runs = new Map<string, Run[]>(programs.map(({ name }) => [name, []]));
  programs.forEach(run);
  for (let round = 0; round < rounds; round++) {
    programs.forEach((program) => runs.get(program.name)!.push(run(program)));
  }
  return new Map([...runs].map(([name, list]) => [name, medians(list)]));
}

function medians(runs: readonly Run[]): Run {
  const of = (key: keyof Run) => median(runs.map((one) => one[key]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory'), modules: of('modules'), inside: of('inside') };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Exponent of growth between two sizes: 1 is linear, 2 quadratic. */
export function exponent(small: number, large: number, n: number, m: number): number {
  return Math.log(large / small) / Math.log(m / n);
}
