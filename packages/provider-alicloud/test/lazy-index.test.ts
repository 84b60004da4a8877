import { execFileSync } from 'node:child_process';
import { packageDir } from './support/schema';

/** Runs a program in a process of its own, because Jest has loaded modules already; it prints JSON. */
function run(program: string, type: 'commonjs' | 'module' = 'commonjs'): unknown {
  const args = [`--input-type=${type}`, '--eval', program];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: packageDir, encoding: 'utf8' }));
}

test('loading the index loads no module, and using one name loads one', () => {
  const program = `
    const loaded = () => Object.keys(require.cache).filter((file) => /provider-alicloud.lib./.test(file)).length;
    const index = require('@cdktf/provider-alicloud');
    const before = loaded();
    index.vpc.Vpc;
    console.log(JSON.stringify([before, loaded(), typeof index.vpc.Vpc]));`;

  expect(run(program)).toEqual([1, 2, 'function']);
});

test('an ES module imports by name', () => {
  const program = `
    import { vpc, dataAlicloudZones, provider } from '@cdktf/provider-alicloud';
    console.log(JSON.stringify([vpc.Vpc.name, dataAlicloudZones.DataAlicloudZones.name, provider.AlicloudProvider.name]));`;

  expect(run(program, 'module')).toEqual(['Vpc', 'DataAlicloudZones', 'AlicloudProvider']);
});
