import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(__dirname, '..', '..');
const STAMP = join(PACKAGE, 'dist', '.tsbuildinfo');
const LOCK = join(PACKAGE, 'dist', '.build-lock');
/** A build takes seconds: an older lock was left by a process that was killed. */
const ABANDONED = 60_000;

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );

const stale = (): boolean => !existsSync(STAMP) || statSync(STAMP).mtimeMs < newest(join(PACKAGE, 'src'));

const sleep = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Compiles the package if its sources are newer than its output: the worker runs compiled code. Safe among parallel tests. */
export function ensureBuilt(): void {
  mkdirSync(join(PACKAGE, 'dist'), { recursive: true });
  while (stale()) {
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > ABANDONED) {
      rmSync(LOCK, { recursive: true, force: true });
    }
    try {
      mkdirSync(LOCK);
    } catch {
      sleep(200);
      continue;
    }
    try {
      if (stale()) {
        const tsc = require.resolve('typescript/bin/tsc');
        execFileSync(process.execPath, [tsc, '-p', PACKAGE], { stdio: 'inherit' });
        // An unchanged program leaves the stamp alone.
        execFileSync(process.execPath, [
          '-e',
          `const n=new Date();require('fs').utimesSync(${JSON.stringify(STAMP)},n,n)`,
        ]);
      }
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
}
