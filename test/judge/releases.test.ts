import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFailures, rehearse } from 'alicloud-constructs-rehearsal';
import { Testing } from 'cdktf';
import type { IngressKind } from '../../lib/core/ingress';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { Network } from '../../lib/network/network';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { ImportedIngressClass } from '../../lib/workload/ingress/imported-ingress-class';
import { Ingress } from '../../lib/workload/ingress/ingress';
import { Namespace } from '../../lib/workload/namespace';
import { CanaryHeader } from '../../lib/workload/releases/canary-header';
import { MirrorTarget, type MirrorTargetData } from '../../lib/workload/releases/mirror-target';
import { batchNumbers } from '../../lib/workload/releases/pod-numbers';
import { Release, type ReleaseData } from '../../lib/workload/releases/release';
import { TrafficMirror } from '../../lib/workload/releases/traffic-mirror';
import { resourcesOf } from '../../lib/testing';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { fencesOf, ROOT } from '../docs/fences';
import { expectShown } from '../docs/shown';
import { IMAGE } from '../workload/a-web-service';
import { NEXT_IMAGE } from '../workload/releases/a-release';
import { changesIn, SimulatedCloud, sumOf, type Thing } from '../support/simulated-cloud';

jest.setTimeout(900_000);

const GUIDE = 'docs/guides/releases.md';
const STACK = 'shop-apps';
const PODS = 10;
const program = fencesOf(join(ROOT, GUIDE)).find(({ language }) => language === 'ts')!.code;

/** One changed line of the guide: an apply. */
interface Step {
  /** The heading under which it is. */
  readonly heading: string;
  readonly diff: string;
  /** Whether the plan is shown right after it. */
  readonly shown: boolean;
}

/** The steps of a section of the guide, in order. */
function stepsOf(section: string): readonly Step[] {
  const text = readFileSync(join(ROOT, GUIDE), 'utf8');
  const [, after = ''] = text.split(`\n## ${section}\n`);
  const [own = ''] = after.split(/\n## /);
  return own.split(/\n(?=### )/).flatMap((part) => {
    const heading = /^### .*$/m.exec(part)?.[0] ?? '';
    const fences = [...part.matchAll(/^```(diff|text)\n([\s\S]*?)^```/gm)];
    const first = fences.findIndex(([, language]) => language === 'text');
    return fences.flatMap(([, language, code], index) =>
      language === 'diff' ? [{ heading, diff: code!, shown: index === first - 1 }] : [],
    );
  });
}

/** What a plan changes, line by line; of what it makes or destroys as a whole only what it is. */
function shortly(plan: string): string {
  const parts = changesIn(plan).split(/\n(?= *# [a-z]|Plan: )/);
  const told = parts.map((part) => (/will be (?:created|destroyed)/.test(part) ? part.split('\n')[0]! : part));
  return told.map((part) => part.replace(/^ *#/, '#')).join('\n');
}

/** The program after an edit. */
function edited(code: string, diff: string): string {
  const side = (mark: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(mark) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  expect(code).toContain(side('-'));
  return code.replace(side('-'), side('+'));
}

type Block = any;

/** Pods behind each Service of the namespace, and the Services that each Ingress leads to. */
async function pictureOf(cloud: SimulatedCloud) {
  const all = async (type: string) =>
    (await cloud.things(`kubernetes_${type}`)).map(({ values }: Thing): Block => values);
  const deployments = await all('deployment_v1');
  const services = await all('service_v1');
  const ingresses = await all('ingress_v1');
  const matches = (labels: Block, selector: Block) =>
    Object.entries(selector).every(([key, value]) => labels[key] === value);
  const behind = (service: Block) =>
    deployments
      .filter(({ spec }: Block) => matches(spec[0].template[0].metadata[0].labels, service.spec[0].selector))
      .reduce((sum: number, { spec }: Block) => sum + Number(spec[0].replicas), 0);
  const pods = Object.fromEntries(services.map((one: Block) => [one.metadata[0].name, behind(one)]));
  const served = ingresses.flatMap(({ spec }: Block) =>
    spec[0].rule.flatMap(({ http }: Block) => http[0].path.map((path: Block) => path.backend[0].service[0].name)),
  );
  return { pods, served: [...new Set<string>(served)] };
}

describe.each([
  ['A canary', 8],
  ['Blue-green', 2],
  ['Batches', 5],
])('%s of %d steps', (section, count) => {
  test('is one line a step, in place, without a step in which requests find no Pods, and each step is done with once', async () => {
    const cloud = await SimulatedCloud.start();
    try {
      await cloud.apply('shop', program);
      let code = program;
      const steps = stepsOf(section);
      expect(steps).toHaveLength(count);
      for (const { heading, diff, shown } of steps) {
        code = edited(code, diff);
        const plan = await cloud.plan('shop', STACK, code);
        if (shown) {
          expectShown(GUIDE, heading, shortly(plan));
        }
        expect(sumOf(plan)).not.toMatch(/replaced|No changes/);
        await cloud.apply('shop', code, [STACK]);
        const { pods, served } = await pictureOf(cloud);
        expect(served.filter((name) => !(pods[name]! > 0))).toEqual([]);
        expect(pods.web).toBeGreaterThanOrEqual(PODS);
        expect(sumOf(await cloud.plan('shop', STACK, code))).toMatch(/^No changes\./);
      }
    } finally {
      await cloud.stop();
    }
  });
});

test('the guide says how many Pods each batch has', () => {
  const rows = batchNumbers(['10%', '50%', '100%'], PODS).map(
    ({ next, stable }, done) =>
      `done: ${done}   ${String(next).padStart(4)} next   ${String(stable).padStart(4)} of the service`,
  );
  expectShown(GUIDE, 'in the middle.', rows.join('\n'));
});

/** The service `web` behind an Ingress of a kind, with a release, in a simulated cluster that keeps what it had. */
class Shop {
  private readonly workFolder = mkdtempSync(join(tmpdir(), 'releases-'));

  constructor(private readonly kind: IngressKind) {}

  /** Applies a release, and plans again; what Terraform did to objects, in order. */
  async apply(
    release: (front: Ingress) => ReleaseData,
    image = IMAGE,
    mirror?: MirrorTargetData,
  ): Promise<readonly string[]> {
    const rehearsal = await rehearse(this.program(release, image, mirror), {
      extent: 'apply',
      workFolder: this.workFolder,
    });
    expect(describeFailures(rehearsal)).toBe('');
    return rehearsal.calls
      .filter(
        ({ action, type }) => action !== undefined && /^kubernetes_(?:ingress|deployment|horizontal)/.test(type ?? ''),
      )
      .map(({ action, type }) => `${action} ${type!.replace(/^kubernetes_|_v\d$/g, '')}`);
  }

  /** Applies a release, and has one change of it fail. */
  async fail(release: (front: Ingress) => ReleaseData, address: string, on: 'create' | 'update'): Promise<void> {
    const faults = [{ address, on, error: 'the apply ends here' }];
    const rehearsal = await rehearse(this.program(release), { extent: 'apply', workFolder: this.workFolder, faults });
    expect(describeFailures(rehearsal)).toContain('the apply ends here');
  }

  /** The address of something that Terraform would keep. */
  addressOf(release: (front: Ingress) => ReleaseData, type: string, end: RegExp): string {
    const apps = this.program(release).node.findChild(STACK);
    const [found] = resourcesOf(apps, type).filter(({ address }) => end.test(address));
    return found!.address;
  }

  private program(release: (front: Ingress) => ReleaseData, image = IMAGE, mirror?: MirrorTargetData) {
    const { kind } = this;
    const app = Testing.app();
    const cloud = new CloudStack(app, 'shop-cloud', { region: 'cn-hangzhou' });
    const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
    const cluster = new ManagedCluster(cloud, 'cluster', { network });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 3, max: 6 } });
    const apps = new WorkloadStack(app, 'shop-apps', { cluster });
    const space = new Namespace(apps, 'shop');
    const own = new ImportedIngressClass(apps, kind, { className: kind, kind, scheme: 'internet' });
    const web = new WebService(space, 'web', {
      image,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.onCpu({ target: 60, min: 2, max: 6 }),
    });
    const front = new Ingress(space, 'front', { class: own, routes: [{ host: 'www.example.com', to: web }] });
    web.release(release(front));
    if (mirror) {
      new TrafficMirror(space, 'mirror', { from: front, to: mirror });
    }
    return app;
  }

  close(): void {
    rmSync(this.workFolder, { recursive: true, force: true });
  }
}

describe.each(['alb', 'nginx'] as const)('behind %s', (kind) => {
  test('Pods come before requests, requests go before Pods, and all but the weight stays while they move', async () => {
    const shop = new Shop(kind);
    const through = (front: Ingress) => ({ image: NEXT_IMAGE, through: front, header: CanaryHeader.is('x-a', 'b') });
    const green = (traffic: 'stable' | 'next') => (front: Ingress) => Release.blueGreen({ ...through(front), traffic });
    try {
      await shop.apply(Release.none);
      const begun = await shop.apply(green('stable'));
      const ingresses = begun.filter((one) => one === 'create ingress');
      expect(ingresses).toHaveLength(kind === 'alb' ? 3 : 1);
      expect(begun.indexOf('create deployment')).toBeLessThan(begun.indexOf('create ingress'));
      // The least of the autoscaler is raised, so that the way back is open.
      expect(begun.filter((one) => one.startsWith('update'))).toEqual(['update horizontal_pod_autoscaler']);

      expect(await shop.apply(green('next'))).toEqual(['update ingress']);
      expect(await shop.apply(green('stable'))).toEqual(['update ingress']);
      expect(await shop.apply(green('stable'), NEXT_IMAGE)).toEqual(['update deployment']);

      const ended = await shop.apply(Release.none, NEXT_IMAGE);
      expect(ended.lastIndexOf('delete ingress')).toBeLessThan(ended.indexOf('delete deployment'));
      expect(ended.filter((one) => one.startsWith('update'))).toEqual(['update horizontal_pod_autoscaler']);

      const copied = await shop.apply(Release.none, NEXT_IMAGE, MirrorTarget.address('10.1.0.20'));
      expect(copied).toEqual(['update ingress']);
    } finally {
      shop.close();
    }
  });
});

test('a shadow behind nginx comes and goes with its Pods, by changing one Ingress', async () => {
  const shop = new Shop('nginx');
  const shadow = (through: Ingress) => Release.shadow({ image: NEXT_IMAGE, through, pods: 2 });
  try {
    const begun = await shop.apply(shadow);
    expect(begun.filter((one) => one === 'create ingress')).toHaveLength(1);
    expect([...(await shop.apply(Release.none))].sort()).toEqual(['delete deployment', 'update ingress']);
  } finally {
    shop.close();
  }
});

test('an apply that ends in the middle is finished by the next one, before which no request has moved', async () => {
  const shop = new Shop('alb');
  const canary = (weight: number) => (through: Ingress) =>
    Release.canary({ image: NEXT_IMAGE, through, pods: 6, weight });
  const next = shop.addressOf(canary(0), 'kubernetes_deployment_v1', /web_next/);
  const moved = shop.addressOf(canary(0), 'kubernetes_ingress_v1', /-3-weight/);
  try {
    await shop.apply(Release.none);
    await shop.fail(canary(0), next, 'create');
    // Without its Pods no Ingress was made; the way back is open.
    expect(await shop.apply(canary(0))).toEqual(['create deployment', 'create ingress', 'create ingress']);
    await shop.fail(canary(100), moved, 'update');
    expect(await shop.apply(canary(100))).toEqual(['update ingress']);
  } finally {
    shop.close();
  }
});
