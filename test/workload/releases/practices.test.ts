import { practicesOf } from '../../../lib/testing';
import { Release, type ReleaseData } from '../../../lib/workload/releases/release';
import { NEXT_IMAGE } from './a-release';
import { aRoute } from './a-route';

/** Practices that the service and its next version break, each once. */
function broken(release: (made: ReturnType<typeof aRoute>) => ReleaseData) {
  const made = aRoute('nginx');
  made.web.release(release(made));
  const { findings } = practicesOf(made.apps.node.root);
  const at = (path: string) =>
    [...new Set(findings.filter((one) => one.path === path).map(({ practice }) => practice))].sort();
  return { web: at('shop-apps/shop/web/Resource'), next: at('shop-apps/shop/web/next/Resource') };
}

const canary = (pods: number) =>
  broken(({ front }) => Release.canary({ image: NEXT_IMAGE, through: front, pods, weight: 5 }));
const batches = (done: number) => broken(() => Release.batches({ image: NEXT_IMAGE, batches: ['10%', '100%'], done }));

test('a next version keeps to the practices that its service keeps to, in every step', () => {
  for (const { web, next } of [canary(2), batches(0), batches(1), batches(2)]) {
    expect(next).toEqual(web);
    expect(next).not.toContain('two-replicas');
  }
});

test('one Pod with requests of its own is found, one beside those of the service is not', () => {
  expect(canary(1).next).toContain('two-replicas');
  expect(batches(1).next).not.toContain('two-replicas');
});
