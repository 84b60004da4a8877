import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STACK_FILE } from '../api/work-folder';
import type { Stack } from '../api/stacks';
import type { Trial } from './trial';

/** Says whether two outputs are the same program, rehearsed by the same package. */
export function programOf(out: string, stacks: readonly Stack[]): string {
  const hash = createHash('sha256').update(readFileSync(join(__dirname, '..', '..', 'package.json')));
  stacks.forEach(({ name, folder }) => hash.update(`\n${name}\n`).update(readFileSync(join(out, folder, STACK_FILE))));
  return hash.digest('hex');
}

interface Entry {
  readonly name: string;
  readonly trial: Trial;
}

/** What went well in earlier runs, one JSON text per line. A fault that did not is tried again. */
export class Journal {
  private constructor(
    private readonly file: string | undefined,
    private readonly known: ReadonlyMap<string, Trial>,
  ) {}

  /** Opens a file; one of another program begins anew. */
  static open(file: string | undefined, program: string): Journal {
    const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const [head, ...entries] = lines.filter((line) => line !== '').flatMap(parsed);
    if ((head as { program?: string } | undefined)?.program === program) {
      const known = (entries as Entry[])
        .filter(({ trial }) => trial.ok)
        .map(({ name, trial }) => [name, trial] as const);
      return new Journal(file, new Map(known));
    }
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ program })}\n`);
    }
    return new Journal(file, new Map());
  }

  find(name: string): Trial | undefined {
    return this.known.get(name);
  }

  keep(name: string, trial: Trial): void {
    if (this.file !== undefined) {
      appendFileSync(this.file, `${JSON.stringify({ name, trial } satisfies Entry)}\n`);
    }
  }
}

/** A run that was killed may have left half a line. */
function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
