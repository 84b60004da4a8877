/** The managed-cluster example, n times: `node by-library.js <n> <stacks|constructs> <error|off>`. */
import { CloudStack, ManagedCluster, Network, type Strictness } from 'alicloud-constructs';
import { App } from 'cdktf';
import { Construct } from 'constructs';

const [n = '1', form = 'stacks', constraints = 'error'] = process.argv.slice(2);
const place = { region: 'cn-hangzhou', constraints: constraints as Strictness };
const app = new App();
const one = form === 'constructs' ? new CloudStack(app, 'managed-cluster', place) : undefined;
for (let copy = 0; copy < Number(n); copy++) {
  const id = Number(n) === 1 ? 'managed-cluster' : `managed-cluster-${copy}`;
  const cloud = one ? new Construct(one, `copy-${copy}`) : new CloudStack(app, id, place);
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
}
app.synth();
