import { App } from 'cdktf';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../../examples/jenkins-on-kubernetes';
import { LOGIN_HELPER_DOCKERFILE } from '../../../lib/architectures/jenkins-on-kubernetes/configuration/upstream-images';

const jenkins = build(new App());

/** Files beside the example; `WRITE_DOCS=1` writes them anew. */
test.each([
  ['Jenkinsfile', jenkins.pipelineOf('shop')],
  ['plugins.txt', jenkins.plugins],
  ['acr-login.Dockerfile', LOGIN_HELPER_DOCKERFILE],
])('%s of the example is what its program says', (name, text) => {
  const path = join(__dirname, '../../../examples/jenkins', name);
  if (process.env['WRITE_DOCS'] === '1') {
    writeFileSync(path, text);
  }
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('the image of the example is made from the core that the plugins are for', () => {
  const dockerfile = readFileSync(join(__dirname, '../../../examples/jenkins/Dockerfile'), 'utf8');
  expect(dockerfile).toMatch(/^FROM jenkins\/jenkins:2\.568\.2-jdk21$/m);
  expect(dockerfile).toContain('--latest false');
});
