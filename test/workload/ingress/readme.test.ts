import { join } from 'node:path';
import { drillOf } from '../../../lib/testing/drill/drill';
import { INGRESS_LISTENER_DEFAULTS } from '../../../lib/workload/ingress/ingress-listener';
import { blocksOf, fenced } from '../../support/hcl-blocks';
import { theSite } from './the-site';

const README = join(__dirname, '../../../lib/workload/ingress/README.md');

test('the HCL in the README is that of its program', async () => {
  const { apps, site } = theSite();
  expect(site.address).toBeTruthy();
  const [shown] = fenced(README, 'hcl');
  expect(shown).toBe(await blocksOf(apps, /^helm_release$|^kubernetes_ingress_(?:class_)?v1$/));
});

test('the policy that the README names is that of the code', () => {
  expect(INGRESS_LISTENER_DEFAULTS.tls).toBe('tls_cipher_policy_1_2_strict');
});

test('the site is served from the zones that are left when one is lost', () => {
  const { app } = theSite();
  const { model, outcomes } = drillOf(app);
  const alb = model.parts.find(({ type }) => type === 'AlbConfig')!;
  expect(alb.where).toEqual({ kind: 'every', zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const states = outcomes.map(({ parts }) => parts.find(({ part }) => part === alb.id)!);
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['holds', 'reduced']));
  expect(states.filter(({ state }) => state === 'reduced').map(({ why }) => why)).toContain(
    'serves from cn-hangzhou-i',
  );
});
