import { App, type App as Application } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudStack,
  ManagedCluster,
  MysqlInstance,
  NasFileSystem,
  Namespace,
  Network,
  Scale,
  WebService,
  WorkloadStack,
} from 'alicloud-constructs';
import type { Json } from './real-plans';

/** What differs between two releases of the shop. */
export interface Shop {
  readonly zones?: readonly string[];
  readonly databaseId?: string;
  readonly serviceCidr?: string;
  readonly size?: number;
  readonly instanceTypes?: readonly string[];
  readonly protection?: 'production' | 'sandbox';
  readonly team?: string;
  readonly orders?: string;
  readonly image?: string;
}

const ZONES = ['cn-hangzhou-h', 'cn-hangzhou-i'];

/** A shop with a database and files, in two stacks. */
export const shop =
  (asked: Shop = {}) =>
  (app: Application): void => {
    const { protection = 'sandbox', team = 'shop', zones = ZONES } = asked;
    const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou', protection, tags: { team } });
    const network = new Network(cloud, 'network', { zones: [...zones], serviceCidr: asked.serviceCidr });
    const cluster = new ManagedCluster(cloud, 'cluster', { network });
    cluster.addNodePool('workers', {
      instanceTypes: [...(asked.instanceTypes ?? ['ecs.g7.xlarge', 'ecs.g8i.xlarge'])],
      size: asked.size ?? 3,
    });
    const orders = asked.orders ?? 'orders';
    const database = new MysqlInstance(cloud, asked.databaseId ?? 'database', { network }).addDatabase(orders);
    const files = new NasFileSystem(cloud, 'files', { network });
    const apps = new WorkloadStack(app, 'shop-apps', { cluster });
    const web = new WebService(new Namespace(apps, 'shop'), 'web', {
      image: asked.image ?? 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
      port: 8080,
      health: '/healthz',
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(3),
    });
    database.grantConnect(web, { database: orders });
    files.mountIn(web, '/var/files');
  };

/** The JSON of each stack of a program. */
export function jsonOf(build: (app: Application) => void): Readonly<Record<string, Json>> {
  const outdir = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    const names = Object.keys(stacks);
    return Object.fromEntries(
      names.map(
        (name) => [name, JSON.parse(readFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8'))] as const,
      ),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
