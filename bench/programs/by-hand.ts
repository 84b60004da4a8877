/**
 * The same Terraform as by-library.ts, written by hand with L1 classes, n times. `test/bench.test.ts` holds the two outputs
 * against each other, resource by resource.
 */
import { App } from 'cdktf';
import { Construct } from 'constructs';
import { cluster } from './cluster-by-hand';
import { cloudStack } from './network-by-hand';

const [n = '1', form = 'stacks'] = process.argv.slice(2);
const app = new App();
const one = form === 'constructs' ? cloudStack(app, 'managed-cluster') : undefined;
for (let copy = 0; copy < Number(n); copy++) {
  const id = Number(n) === 1 ? 'managed-cluster' : `managed-cluster-${copy}`;
  if (one) {
    cluster(new Construct(one, `copy-${copy}`), `managed-cluster-copy-${copy}`);
  } else {
    cluster(cloudStack(app, id), id);
  }
}
app.synth();
