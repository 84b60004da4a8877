import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { INSTALL_SCRIPT } from '../../../lib/architectures/wordpress/install-script';
import { AB_SCRIPT } from '../../../lib/architectures/wordpress/load-scripts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'blog-script-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Runs a script as the image's shell does, with `tools` instead of the programs of the image, in a root of its own. */
function run(script: string, tools: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  for (const [name, body] of Object.entries(tools)) {
    file(`bin/${name}`, `#!/bin/sh\n${body}\n`);
    chmodSync(join(root, 'bin', name), 0o755);
  }
  const inRoot = script.replace(/\/(var\/www\/html|usr\/src\/wordpress)/g, `${root}/$1`);
  const PATH = `${join(root, 'bin')}:${process.env.PATH}`;
  return spawnSync('sh', ['-c', inRoot], { encoding: 'utf8', env: { PATH, ...env } });
}

describe('the installation', () => {
  const IMAGE = 'usr/src/wordpress/wp-content';
  const SHARE = 'var/www/html/wp-content';
  const TOOLS = { 'docker-entrypoint.sh': 'exit 0', php: 'echo "php $*"', chown: 'exit 0' };

  beforeEach(() => {
    file(`${IMAGE}/plugins/shop/shop.php`, 'version 2');
    file(`${IMAGE}/plugins/same/same.php`, 'version 1');
    file(`${IMAGE}/themes/new theme/style.css`, 'version 1');
    file(`${SHARE}/plugins/shop/shop.php`, 'version 1');
    file(`${SHARE}/plugins/shop/gone.php`, 'version 1');
    file(`${SHARE}/plugins/same/same.php`, 'version 1');
    file(`${SHARE}/plugins/.new-shop/half.php`, 'left by one that was cut off');
    file(`${SHARE}/plugins/own/own.php`, 'of nobody’s image');
    file(`${SHARE}/themes/old/style.css`, 'version 1');
  });

  test('brings the plugins and themes of the image to all Pods, and leaves others where they are', () => {
    const { status, stdout, stderr } = run(INSTALL_SCRIPT, TOOLS);
    expect([status, stderr]).toEqual([0, '']);
    expect(read(`${SHARE}/plugins/shop/shop.php`)).toBe('version 2');
    expect(existsSync(join(root, SHARE, 'plugins/shop/gone.php'))).toBe(false);
    expect(read(`${SHARE}/themes/new theme/style.css`)).toBe('version 1');
    expect(readdirSync(join(root, SHARE, 'plugins')).sort()).toEqual(['own', 'same', 'shop']);
    expect(readdirSync(join(root, SHARE, 'themes')).sort()).toEqual(['new theme', 'old']);
    expect(stdout).toBe(
      [
        'wp-content/plugins/shop is that of the image',
        'wp-content/themes/new theme is that of the image',
        'php /opt/site/install.php',
        '',
      ].join('\n'),
    );
  });

  test('changes nothing when it runs again', () => {
    run(INSTALL_SCRIPT, TOOLS);
    expect(run(INSTALL_SCRIPT, TOOLS).stdout).toBe('php /opt/site/install.php\n');
  });

  test('has nothing to bring from an image without plugins', () => {
    rmSync(join(root, IMAGE), { recursive: true });
    expect(run(INSTALL_SCRIPT, TOOLS)).toMatchObject({ status: 0, stdout: 'php /opt/site/install.php\n' });
  });

  test('fails, so that the Job tries again, when the site could not be installed', () => {
    expect(run(INSTALL_SCRIPT, { ...TOOLS, php: 'exit 1' }).status).toBe(1);
  });
});

test('the load rises by the same number of visitors in each minute', () => {
  const { stdout } = run(AB_SCRIPT, { ab: 'echo "ab $*"' }, { USERS: '1000', MINUTES: '10', TARGET: 'http://blog' });
  const steps = [...stdout.matchAll(/-c (\d+) -t 60 .*http:\/\/blog\/$/gm)].map(([, users]) => Number(users));
  expect(steps).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
});

test('and so does that of fewer minutes, to the last visitor', () => {
  const { stdout } = run(AB_SCRIPT, { ab: 'echo "ab $*"' }, { USERS: '50', MINUTES: '3', TARGET: 'http://blog' });
  expect(stdout).toContain('-c 50 ');
});
