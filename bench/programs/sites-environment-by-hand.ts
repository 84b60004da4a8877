/** What an environment has in the cluster, by hand with L1 classes. */
import { TerraformOutput, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { scaling } from './scaling-by-hand';
import { space } from './space-by-hand';
import type { JobSettings } from './wordpress-jobs-by-hand';
import type { Site } from './wordpress-parts-by-hand';
import type { Pods } from './wordpress-pods-by-hand';
import { answering } from './wordpress-site-by-hand';

/** What an environment is for. */
export interface Kind {
  readonly hard: Readonly<Record<string, string>>;
  readonly pods: Omit<Pods, 'url' | 'claim'>;
  readonly jobs: JobSettings;
  /** Between how many Pods an autoscaler decides, where there is one. */
  readonly scale?: { readonly min: number; readonly max: number };
  /** Whether its balancer is on the internet. */
  readonly open: boolean;
  /** Whether its balancer is kept from being deleted. */
  readonly keep: boolean;
  readonly watched: boolean;
  readonly logDays: number;
}

const INSTALL = { cpu: '500m', memory: '1Gi' };
const SCHEDULE = { cpu: '250m', memory: '512Mi' };
const annotations = { 'k8s.aliyun.com/eci-image-cache': 'true' };

export const KINDS: Readonly<Record<string, Kind>> = {
  production: {
    hard: { pods: '19', 'requests.cpu': '17', 'requests.memory': '34Gi', 'services.loadbalancers': '1' },
    pods: { cpu: '1', memory: '2Gi', workers: 20, nodes: false },
    jobs: {
      install: INSTALL,
      schedule: { ...SCHEDULE, clock: '*/5 * * * *' },
      searchEngines: 'yes',
      annotations,
    },
    scale: { min: 2, max: 10 },
    open: true,
    keep: true,
    watched: true,
    logDays: 180,
  },
  test: {
    hard: { pods: '10', 'requests.cpu': '6', 'requests.memory': '12Gi', 'services.loadbalancers': '1' },
    pods: { cpu: '500m', memory: '1Gi', workers: 10, replicas: '1', nodes: false },
    jobs: {
      install: INSTALL,
      schedule: { ...SCHEDULE, clock: '0 * * * *' },
      searchEngines: 'no',
      visitors: 200,
      annotations,
    },
    open: false,
    keep: false,
    watched: false,
    logDays: 30,
  },
};

export function siteInCluster(apps: TerraformStack, name: string, site: Site, kind: Kind): void {
  const scope = new Construct(apps, name);
  const { namespace } = site;
  const labels = { environment: name };
  const { ready: dependsOn, letIn } = space(scope, {
    name: namespace,
    hard: kind.hard,
    port: '80',
    pods: ['eci'],
    labels,
  });
  const { web, url } = answering(scope, site, { pods: kind.pods, jobs: kind.jobs, dependsOn, before: [letIn] });
  if (kind.scale) {
    scaling(scope, { namespace, ...kind.scale, web, dependsOn });
  }
  new TerraformOutput(apps, `site-url-${name}`, { value: url, description: `Where visitors find the site of ${name}` });
}
