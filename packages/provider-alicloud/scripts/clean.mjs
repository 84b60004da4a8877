import { rmSync } from 'node:fs';
import { buildDir, libDir } from './paths.mjs';

for (const dir of [libDir, buildDir]) rmSync(dir, { recursive: true, force: true });
