import { CloudStack, MysqlInstance, NasFileSystem, NasKind, Network } from 'alicloud-constructs';
import { Testing, type App } from 'cdktf';

/** The two releases that docs/guides/replacement-guard.md compares. */
export function release(storage: 'Capacity' | 'Performance', database: string): App {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  new NasFileSystem(cloud, 'files', { network, kind: NasKind.standard(storage) });
  new MysqlInstance(cloud, database, { network });
  return app;
}
