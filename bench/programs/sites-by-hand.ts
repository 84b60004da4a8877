/**
 * The same Terraform as sites-by-library.ts, written by hand with L1 classes, n times. `test/bench.test.ts` holds the two
 * outputs against each other, resource by resource.
 */
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { App } from 'cdktf';
import { kubernetesStack } from './apps-by-hand';
import { sitesCloud } from './sites-cloud-by-hand';
import { KINDS, siteInCluster } from './sites-environment-by-hand';

const [n = '1'] = process.argv.slice(2);
const app = new App();
for (let copy = 0; copy < Number(n); copy++) {
  const id = Number(n) === 1 ? 'blog' : `blog-${copy}`;
  const { ack, sites } = sitesCloud(app, id);
  const apps = kubernetesStack(app, `${id}-apps`, ack);
  new RandomProvider(apps, 'random');
  Object.entries(KINDS).forEach(([name, kind]) => siteInCluster(apps, name, sites[name]!, kind));
}
app.synth();
