/**
 * The same Terraform as wordpress-by-library.ts, written by hand with L1 classes, n times. `test/bench.test.ts` holds the two
 * outputs against each other, resource by resource.
 */
import { App } from 'cdktf';
import { appsStack } from './apps-by-hand';
import { wordpressCloud } from './wordpress-cloud-by-hand';
import { wordpressSite } from './wordpress-site-by-hand';

const [n = '1'] = process.argv.slice(2);
const app = new App();
for (let copy = 0; copy < Number(n); copy++) {
  const id = Number(n) === 1 ? 'blog' : `blog-${copy}`;
  const cloud = wordpressCloud(app, id);
  const { apps, chart, profile } = appsStack(app, `${id}-apps`, cloud);
  wordpressSite(apps, cloud.site, { chart, profile });
}
app.synth();
