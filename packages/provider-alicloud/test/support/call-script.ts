import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageDir } from './schema';

/** Calls a function that a script exports, in a process of its own: Jest cannot load ES modules. Values travel as JSON. */
export function callScript<T>(script: string, name: string, ...args: unknown[]): T {
  const url = pathToFileURL(path.join(packageDir, 'scripts', script));
  const program = `
    import { ${name} } from ${JSON.stringify(url)};
    console.log(JSON.stringify({ result: ${name}(...${JSON.stringify(args)}) }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return JSON.parse(output).result;
}
