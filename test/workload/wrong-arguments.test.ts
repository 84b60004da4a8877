import type { Namespace } from '../../lib/workload/namespace';
import { StatefulService } from '../../lib/workload/stateful/stateful-service';
import { Update } from '../../lib/workload/update';
import { PersistentClaim } from '../../lib/workload/volumes/persistent-claim';
import { Provisioner, StorageClass } from '../../lib/workload/volumes/storage-class';
import { Volume } from '../../lib/workload/volumes/volume';
import type { WebService } from '../../lib/workload/web-service';
import { problemsOf } from '../support/problems';
import { aWebService, IMAGE } from './a-web-service';

/** What a program in JavaScript passes without being told by a compiler. */
type Wrong = (given: { readonly namespace: Namespace; readonly web: WebService }) => void;
const NOTHING = undefined as never;

test.each<[string, Wrong, string, string]>([
  ['no burst', ({ web }) => web.burst(NOTHING), 'shop-apps/shop/web', 'burst is missing'],
  ['no source', ({ namespace }) => namespace.allowFrom(NOTHING, 80), 'shop-apps/shop', 'source undefined'],
  ['an object as source', ({ namespace }) => namespace.allowFrom({} as never, 80), 'shop-apps/shop', 'source {}'],
  [
    'a text as workload',
    ({ namespace }) => namespace.allowFrom('10.0.0.0/8', 80, 'web' as never),
    'shop-apps/shop',
    'to "web"',
  ],
  ['no target', ({ namespace }) => namespace.allowTo(NOTHING, 80), 'shop-apps/shop', 'target undefined'],
  ['nothing to wait for', ({ web }) => web.after(NOTHING), 'shop-apps/shop/web', 'after(...)[0] undefined'],
  [
    'a text to wait for',
    ({ web }) => web.after(web.resource, 'job' as never),
    'shop-apps/shop/web',
    'after(...)[1] "job"',
  ],
  [
    'a claim for no workload',
    ({ namespace }) => new PersistentClaim(namespace, 'data', { size: '20Gi' }).mountIn(NOTHING, '/data'),
    'shop-apps/shop/data',
    'workload undefined',
  ],
  [
    'a volume for no workload',
    () => Volume.empty('cache').mountIn(NOTHING, '/cache'),
    'Volume "cache"',
    'workload undefined',
  ],
  [
    'a volume without a name',
    ({ web }) => Volume.empty(NOTHING).mountIn(web, '/x'),
    'shop-apps/shop/web',
    'name of volume undefined',
  ],
  [
    'a Secret without a name',
    ({ web }) => Volume.secret('keys', NOTHING).mountIn(web, '/x'),
    'shop-apps/shop/web',
    'secret of volume "keys"',
  ],
  [
    'a path that is a number',
    ({ web }) => Volume.hostPath('log', 3 as never).mountIn(web, '/x'),
    'shop-apps/shop/web',
    'hostPath of volume "log"',
  ],
  [
    'types that are a text',
    ({ namespace: { node } }) =>
      new StorageClass(node.scope as never, 'fast', {
        provisioner: Provisioner.disk({ types: 'cloud_essd' as never }),
      }),
    'shop-apps/fast',
    'provisioner.types "cloud_essd" is not a list',
  ],
  [
    'the update of another kind',
    ({ namespace }) =>
      new StatefulService(namespace, 'queue', {
        image: IMAGE,
        port: 80,
        requests: { cpu: '1', memory: '1Gi' },
        replicas: 3,
        update: Update.recreate() as never,
      }),
    'shop-apps/shop/queue',
    'update {"kind":"recreate"}',
  ],
])('%s is one error with the path and what was given', (_, act, path, what) => {
  const problems = problemsOf(() => act(aWebService()));
  expect(problems).toMatchObject([{ path, what: expect.stringContaining(what) as string }]);
});

test.each<[string, string]>([
  ['512', '512 bytes'],
  ['500m', '0.5 bytes'],
  ['20k', '20000 bytes'],
])('a memory and a size of %s are a unit that was forgotten', (amount, says) => {
  const requests = { cpu: '500m', memory: amount };
  const { namespace } = aWebService();
  const codes = (act: () => unknown) => problemsOf(act).filter(({ what }) => what.includes(says));
  expect(codes(() => aWebService({ requests }))).toMatchObject([{ code: 'quantity-invalid', value: amount }]);
  expect(codes(() => new PersistentClaim(namespace, 'data', { size: amount }))).toMatchObject([
    { code: 'quantity-invalid', fix: 'write the unit, such as size: "100Gi"' },
  ]);
});
