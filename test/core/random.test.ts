import { Password } from '@cdktf/provider-random/lib/password';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { App } from 'cdktf';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogProject } from '../../lib/logs/log-project';
import { CloudStack } from '../../lib/stacks/cloud-stack';

/** The providers of the stack that a program makes, as an App writes them. */
function providersOf(build: (cloud: CloudStack) => void): Record<string, unknown[]> {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'random-')) });
  const cloud = new CloudStack(app, 'shop', { region: 'cn-hangzhou' });
  build(cloud);
  app.synth();
  return JSON.parse(readFileSync(join(app.outdir, 'stacks/shop/cdk.tf.json'), 'utf8')).provider;
}

test('a raw resource that draws something needs no provider written beside it', () => {
  expect(providersOf((cloud) => new Password(cloud, 'token', { length: 24 })).random).toEqual([{}]);
});

test('a provider of the program takes the place of ours, whichever was first', () => {
  const own = (cloud: CloudStack) => new RandomProvider(cloud, 'dice');
  const project = (cloud: CloudStack) => new LogProject(cloud, 'logs');
  expect(providersOf((cloud) => [own(cloud), project(cloud)]).random).toHaveLength(1);
  expect(providersOf((cloud) => [project(cloud), own(cloud)]).random).toHaveLength(1);
});

test('a second provider under an alias is the program’s affair', () => {
  const build = (cloud: CloudStack) => {
    new LogProject(cloud, 'logs');
    new RandomProvider(cloud, 'dice', { alias: 'dice' });
  };
  expect(providersOf(build).random).toHaveLength(2);
});

test('a stack that draws nothing has no random provider', () => {
  expect(providersOf(() => undefined).random).toBeUndefined();
});
