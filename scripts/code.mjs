/**
 * Keeps what V8 makes of the compiled library while it runs a program of the usual kind: `dist/code`. Run by the build, in
 * a process of its own, after the bindings were built; without them there is nothing to keep, and nothing is lost.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const folder = join(dist, 'code');
const require = createRequire(import.meta.url);

const kept = new Map();
globalThis[Symbol.for('alicloud-constructs/keepCode')] = (file, script) => kept.set(file, script);

rmSync(folder, { recursive: true, force: true });
run();
mkdirSync(folder);
for (const [file, script] of kept) {
  writeFileSync(join(folder, `${file}-${process.versions.v8}-${process.arch}`), script.createCachedData());
}

/** A cluster with nodes and ECI, a service in it that scales, bursts and is exposed; and an architecture with all of it. */
function run() {
  const { App } = require('cdktf');
  const library = require(join(dist, 'index.js'));
  const outdir = mkdtempSync(join(tmpdir(), 'code-'));
  const app = new App({ outdir });
  const cloud = new library.CloudStack(app, 'cloud', { region: 'cn-hangzhou', tags: { team: 'shop' } });
  const network = new library.Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new library.ManagedCluster(cloud, 'cluster', { network });
  cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 12 } });
  const eci = cluster.addVirtualNode();
  const apps = new library.WorkloadStack(app, 'apps', { cluster });
  const space = new library.Namespace(apps, 'shop', { quota: { pods: 40, requests: { cpu: '20', memory: '40Gi' } } });
  const web = new library.WebService(space, 'web', {
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
    port: 8080,
    health: '/healthz',
    requests: { cpu: '500m', memory: '1Gi' },
    scale: library.Scale.onCpu({ target: 60, min: 3, max: 12 }),
  });
  web.burst(library.Burst.afterEcs(3, eci));
  web.expose(library.ServiceBalancer.network({ network }), { port: 80 });
  new library.WordPressOnEciBurst(app, 'blog', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3',
  });
  new library.WordPressOnServerless(app, 'sites', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3',
    environments: { test: library.WordPressEnvironment.test(), production: library.WordPressEnvironment.production() },
  });
  const address = 'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/mirror';
  new library.JenkinsOnKubernetes(app, 'ci', {
    region: 'cn-hangzhou',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i'],
    image: `${address}/jenkins:2.568.2`,
    images: library.JenkinsImages.in(address),
    registry: (cloud) =>
      library.ContainerRegistry.fromAttributes(cloud, 'registry', { instanceId: 'cri-abc123', name: 'acme' }),
    applications: [
      {
        name: 'shop',
        git: { url: 'https://code.example.com/acme/shop.git' },
        test: { image: `${address}/node:22.20.0`, commands: ['npm test'] },
      },
    ],
  });
  app.synth();
  library.describeSummary(library.summaryOf(app));
  rmSync(outdir, { recursive: true, force: true });
}
