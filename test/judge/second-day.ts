import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing, type App } from 'cdktf';
import { describeFailures, rehearse } from 'alicloud-constructs-rehearsal';

/** What Terraform did to the cloud, by resource type, each once and sorted. */
export interface Deeds {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
}

/** Applies one program to nothing, then others to what the one before it left: what each of these did. */
export async function daysAfter(
  first: (app: App) => void,
  ...later: readonly ((app: App) => void)[]
): Promise<readonly Deeds[]> {
  const workFolder = mkdtempSync(join(tmpdir(), 'second-day-'));
  const days: Deeds[] = [];
  try {
    for (const build of [first, ...later]) {
      const app = Testing.app();
      build(app);
      const rehearsal = await rehearse(app, { extent: 'apply', workFolder });
      expect(describeFailures(rehearsal)).toBe('');
      const did = (deed: string) =>
        rehearsal.calls.filter(({ action }) => action === deed).map(({ type }) => type ?? '');
      const types = (deed: string) => [...new Set(did(deed))].sort();
      days.push({ created: types('create'), updated: types('update'), deleted: types('delete') });
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return days.slice(1);
}
