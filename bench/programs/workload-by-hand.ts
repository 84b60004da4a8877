/**
 * The same Terraform as workload-by-library.ts, written by hand with L1 classes, n times. `test/bench.test.ts` holds the two
 * outputs against each other, resource by resource.
 */
import { App } from 'cdktf';
import { Construct } from 'constructs';
import { appsStack, virtualNode } from './apps-by-hand';
import { cluster } from './cluster-by-hand';
import { cloudStack } from './network-by-hand';
import { shop } from './shop-by-hand';

const [n = '1', form = 'stacks'] = process.argv.slice(2);
const app = new App();
const make = (id: string) => {
  const cloud = cloudStack(app, id);
  const made = cluster(cloud, id);
  virtualNode(cloud, made);
  return { made, ...appsStack(app, `${id}-apps`, made) };
};
if (form === 'constructs') {
  const { made, apps, chart, profile } = make('shop');
  for (let copy = 0; copy < Number(n); copy++) {
    const scope = new Construct(apps, `copy-${copy}`);
    shop(scope, {
      name: `shop-${copy}`,
      path: `shop-apps-copy-${copy}`,
      vswitches: made.vswitches.nodes!,
      chart,
      profile,
    });
  }
} else {
  for (let copy = 0; copy < Number(n); copy++) {
    const id = Number(n) === 1 ? 'shop' : `shop-${copy}`;
    const { made, apps, chart, profile } = make(id);
    shop(apps, { name: 'shop', path: `${id}-apps`, vswitches: made.vswitches.nodes!, chart, profile });
  }
}
app.synth();
