import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the framework writes into the folder of a stack. */
const GENERATED = ['cdk.tf', 'cdk.tf.json', 'metadata.json', 'assets'];

/**
 * Removes what an earlier synthesis wrote, so that a stack that is gone leaves nothing behind and a folder never holds
 * the JSON and the HCL form at once (Terraform would read every resource twice). Terraform's own files there (plugins,
 * lock file) stay. Call it before `new App()`.
 *
 * @param outdir folder of the output, the framework's `cdktf.out` unless told otherwise
 */
export function clearOutput(outdir: string): void {
  rmSync(join(outdir, 'manifest.json'), { force: true });
  const stacks = join(outdir, 'stacks');
  if (!existsSync(stacks)) {
    return;
  }
  for (const stack of readdirSync(stacks)) {
    GENERATED.forEach((file) => rmSync(join(stacks, stack, file), { recursive: true, force: true }));
    if (readdirSync(join(stacks, stack)).length === 0) {
      rmSync(join(stacks, stack), { recursive: true });
    }
  }
}
