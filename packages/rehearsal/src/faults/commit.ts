import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chooses the same faults for the same commit: its hash, or this package's version where there is no repository. */
export function seedOfCommit(folder: string = process.cwd()): string {
  try {
    const git = ['rev-parse', '--verify', 'HEAD'];
    return execFileSync('git', git, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    const file = join(__dirname, '..', '..', 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
}
