import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const schemaDir = path.join(root, 'schema');
export const libDir = path.join(root, 'lib');
export const buildDir = path.join(root, '.build');
export const sourceDir = path.join(buildDir, 'src');
export const stagingDir = path.join(buildDir, 'staging');
export const stampFile = path.join(buildDir, 'stamp.json');

/** The installed version of a package, read without loading it and without regard to its `exports`. */
export function installedVersion(name, from = root) {
  for (let dir = from; ; dir = path.dirname(dir)) {
    try {
      return JSON.parse(readFileSync(path.join(dir, 'node_modules', name, 'package.json'), 'utf8')).version;
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    }
    if (dir === path.dirname(dir))
      throw new Error(`${name} is not installed: run npm ci at the root of the repository`);
  }
}
