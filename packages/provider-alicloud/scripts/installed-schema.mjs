import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROVIDER, SOURCE } from './schema.mjs';

const MAX_OUTPUT = 512 * 1024 * 1024;

/** Asks Terraform for the schema of the provider, as this machine installs it: `{ schema, version }`. */
export function installedSchema(version) {
  const dir = mkdtempSync(path.join(tmpdir(), 'alicloud-schema-'));
  const terraform = (...args) => {
    const { status, stdout, stderr, error } = spawnSync('terraform', args, {
      cwd: dir,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
    });
    if (error) throw new Error(`cannot run terraform: ${error.message}`);
    if (status !== 0) throw new Error(`terraform ${args.join(' ')} failed:\n${stderr || stdout}`);
    return stdout;
  };
  try {
    const alicloud = { source: SOURCE, ...(version && { version: `= ${version}` }) };
    writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: { alicloud } } }));
    terraform('init', '-backend=false', '-input=false', '-no-color');
    const selected = JSON.parse(terraform('version', '-json')).provider_selections[PROVIDER];
    return { schema: JSON.parse(terraform('providers', 'schema', '-json')), version: selected };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
