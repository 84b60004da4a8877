import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginScript } from '../../../lib/architectures/jenkins-on-kubernetes/controller-plugins';
import { JenkinsPlugins } from '../../../lib/architectures/jenkins-on-kubernetes/jenkins-plugins';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugins-'));
  mkdirSync(join(folder, 'plugins'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A plugin as Jenkins has it: an archive whose manifest says its version, with the line ends of manifests. */
function plugin(file: string, version: string): void {
  const meta = join(folder, 'META-INF');
  mkdirSync(meta, { recursive: true });
  writeFileSync(join(meta, 'MANIFEST.MF'), `Manifest-Version: 1.0\r\nPlugin-Version: ${version}\r\nLong-Name: x\r\n`);
  const { status } = spawnSync('zip', ['-q', join(folder, 'plugins', file), 'META-INF/MANIFEST.MF'], { cwd: folder });
  expect(status).toBe(0);
}

function ran(list: string, plugins = JenkinsPlugins.ofImage(), path = process.env['PATH']) {
  writeFileSync(join(folder, 'plugins.txt'), list);
  const env = { PATH: path, PLUGIN_LIST: join(folder, 'plugins.txt'), PLUGIN_FOLDER: join(folder, 'plugins') };
  const { status, stderr } = spawnSync('bash', ['-c', pluginScript(plugins)], {
    env,
    encoding: 'utf8',
    // A shell whose input is a socket takes itself for one of rsh, and reads what people have in their home.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, said: stderr.trim().split('\n') };
}

test('an image with every plugin in its version starts Jenkins', () => {
  plugin('git.jpi', '5.10.1');
  plugin('matrix-auth.hpi', '3.3');
  expect(ran('git:5.10.1\nmatrix-auth:3.3\n')).toEqual({ status: 0, said: [''] });
});

test('another version, and none, keep it from starting, and each is named', () => {
  plugin('git.jpi', '5.9.0');
  expect(ran('configuration-as-code:2117.vc05a_0b_e6b_f4e\ngit:5.10.1\n')).toEqual({
    status: 1,
    said: [
      'plugin configuration-as-code: none, wanted 2117.vc05a_0b_e6b_f4e',
      'plugin git: 5.9.0, wanted 5.10.1',
      expect.stringContaining('make the image anew'),
    ],
  });
});

test('those that are downloaded are looked at as well, and what the tool fails with ends it', () => {
  const tool = join(folder, 'jenkins-plugin-cli');
  const path = `${folder}:${process.env['PATH']}`;
  writeFileSync(tool, '#!/bin/sh\necho "$@" > "$PLUGIN_FOLDER/../asked"\n', { mode: 0o755 });
  plugin('git.jpi', '5.10.1');
  expect(ran('git:5.10.1\n', JenkinsPlugins.download(), path).status).toBe(0);
  expect(ran('git:5.10.2\n', JenkinsPlugins.download(), path).said[0]).toBe('plugin git: 5.10.1, wanted 5.10.2');
  writeFileSync(tool, '#!/bin/sh\necho "no such site" >&2\nexit 3\n', { mode: 0o755 });
  expect(ran('git:5.10.1\n', JenkinsPlugins.download(), path)).toEqual({ status: 3, said: ['no such site'] });
});
