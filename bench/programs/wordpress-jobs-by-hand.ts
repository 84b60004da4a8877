/** The jobs of WordPress, by hand with L1 classes: installation, schedule, and a load test that waits to be asked for. */
import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1';
import { JobV1 } from '@cdktf/provider-kubernetes/lib/job-v1';
import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { Password } from '@cdktf/provider-random/lib/password';
import { Fn, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { PASSWORD } from './wordpress-database-by-hand';
import { CONFIG_EXTRA, INSTALL_PHP, INSTALL_SH, LOAD_SH } from './wordpress-files-by-hand';
import * as parts from './wordpress-parts-by-hand';

/** What differs from one site to the other. */
export interface JobSettings {
  readonly install: Requests;
  readonly schedule: Requests & { readonly clock: string };
  readonly searchEngines: 'yes' | 'no';
  /** Visitors at the end of the load test; none without one. */
  readonly visitors?: number;
  /** Labels of the Pods of the load test besides their own. */
  readonly onEci?: Readonly<Record<string, string>>;
  /** Annotations of all Pods. */
  readonly annotations?: Readonly<Record<string, string>>;
}

interface Requests {
  readonly cpu: string;
  readonly memory: string;
}

export interface Jobs {
  readonly site: parts.Site;
  readonly settings: JobSettings;
  readonly url: string;
  readonly dependsOn: ITerraformDependable[];
}

const JOB_POD = { ...parts.POD, restartPolicy: 'Never', terminationGracePeriodSeconds: 30 };
const ONCE = { parallelism: 1, completions: 1, completionMode: 'NonIndexed' };

/** Answers the installation, which the Pods that answer wait for. */
export function wordpressJobs(apps: Construct, jobs: Jobs): JobV1 {
  schedule(apps, jobs);
  if (jobs.settings.visitors !== undefined) {
    loadTest(apps, jobs, jobs.settings.visitors);
  }
  return installation(apps, jobs);
}

function installation(apps: Construct, { site, settings, url, dependsOn }: Jobs): JobV1 {
  const name = 'install';
  const data = { 'opt_site_install.php': INSTALL_PHP, 'opt_site_install.sh': INSTALL_SH };
  const files = parts.configFiles(apps, name, site, data, dependsOn);
  const database = parts.databaseSecret(apps, name, site, dependsOn);
  const password = new Password(apps, 'administrator', { ...PASSWORD, length: 24, keepers: { rotation: '1' } });
  const admin = new SecretV1(apps, 'install-admin', {
    metadata: { name: 'install-admin', namespace: site.namespace },
    type: 'Opaque',
    data: { SITE_ADMIN_PASSWORD: Fn.sensitive(password.result) as string },
    dependsOn,
  });
  const shared = parts.sharedFiles(name, site, parts.claim(apps, name, site, dependsOn));
  const annotations = { ...parts.checksum(data), ...settings.annotations };
  const pod = {
    ...JOB_POD,
    volume: [parts.filesVolume(name), shared.volume],
    container: [
      {
        ...parts.container(name, settings.install.cpu, settings.install.memory),
        command: ['/bin/sh', '/opt/site/install.sh'],
        env: [
          { name: 'WORDPRESS_CONFIG_EXTRA', value: CONFIG_EXTRA },
          { name: 'SITE_INSTALLING', value: 'yes' },
          { name: 'SITE_URL', value: url },
          { name: 'SITE_TITLE', value: 'WordPress' },
          { name: 'SITE_LOCALE', value: 'en_US' },
          { name: 'SITE_SEARCH_ENGINES', value: settings.searchEngines },
          { name: 'SITE_REDIS', value: 'no' },
          { name: 'SITE_ADMIN_USER', value: 'owner' },
          { name: 'SITE_ADMIN_EMAIL', value: 'owner@example.com' },
          { name: 'SITE_ADMIN_ROTATION', value: '1' },
          ...parts.databaseEnv(name, site),
          parts.fromSecret('install-admin', 'SITE_ADMIN_PASSWORD'),
          ...(site.logs?.(name) ?? []),
        ],
        volumeMount: [
          parts.fileAt('/opt/site/install.php', 'opt_site_install.php'),
          parts.fileAt('/opt/site/install.sh', 'opt_site_install.sh'),
          shared.mount,
        ],
      },
    ],
  };
  return new JobV1(apps, name, {
    metadata: { name, namespace: site.namespace, labels: parts.labelsOf(name) },
    spec: {
      ...ONCE,
      backoffLimit: 4,
      activeDeadlineSeconds: 1200,
      template: { metadata: { labels: parts.labelsOf(name), annotations }, spec: pod },
    },
    waitForCompletion: true,
    timeouts: { create: '25m', update: '25m', delete: '10m' },
    dependsOn: [...dependsOn, files, database, admin],
    lifecycle: { replaceTriggeredBy: [`${files.terraformResourceType}.${files.friendlyUniqueId}.data`] },
  });
}

function schedule(apps: Construct, { site, settings, dependsOn }: Jobs): void {
  const name = 'schedule';
  const url = `http://web.${site.namespace}.svc.cluster.local/wp-cron.php?doing_wp_cron`;
  const pod = {
    ...JOB_POD,
    container: [
      {
        ...parts.container(name, settings.schedule.cpu, settings.schedule.memory),
        command: ['php', '-r', "exit(file_get_contents(getenv('SCHEDULE_URL')) === false ? 1 : 0);"],
        env: [{ name: 'SCHEDULE_URL', value: url }, ...(site.logs?.(name) ?? [])],
      },
    ],
  };
  const { annotations, schedule: every } = settings;
  const template = { metadata: { labels: parts.labelsOf(name), annotations }, spec: pod };
  cronJob(apps, name, site, { schedule: every.clock, suspend: false, keep: 1, deadline: 280, template, dependsOn });
}

/** On ECI, so that it takes nothing from the nodes under test. */
function loadTest(apps: Construct, { site, settings, url, dependsOn }: Jobs, visitors: number): void {
  const name = 'load-test';
  const data = { 'opt_load_run.sh': LOAD_SH };
  const files = parts.configFiles(apps, name, site, data, dependsOn);
  const pod = {
    ...JOB_POD,
    volume: [parts.filesVolume(name)],
    container: [
      {
        ...parts.container(name, '2', '4Gi'),
        command: ['/bin/sh', '/opt/load/run.sh'],
        env: [
          { name: 'TARGET', value: url },
          { name: 'USERS', value: String(visitors) },
          { name: 'MINUTES', value: '10' },
          ...(site.logs?.(name) ?? []),
        ],
        volumeMount: [parts.fileAt('/opt/load/run.sh', 'opt_load_run.sh')],
      },
    ],
  };
  const labels = { ...parts.labelsOf(name), ...settings.onEci };
  const annotations = { ...parts.checksum(data), ...settings.annotations };
  const template = { metadata: { labels, annotations }, spec: pod };
  cronJob(apps, name, site, {
    schedule: '0 0 1 1 *',
    suspend: true,
    keep: 3,
    deadline: 1200,
    template,
    dependsOn: [...dependsOn, files],
  });
}

interface Cron {
  readonly schedule: string;
  readonly suspend: boolean;
  /** How many that succeeded are kept. */
  readonly keep: number;
  /** Seconds after which a run is ended. */
  readonly deadline: number;
  readonly template: ConstructorParameters<typeof CronJobV1>[2]['spec']['jobTemplate']['spec']['template'];
  readonly dependsOn: ITerraformDependable[];
}

function cronJob(apps: Construct, name: string, { namespace }: parts.Site, cron: Cron): void {
  const labels = parts.labelsOf(name);
  new CronJobV1(apps, name, {
    metadata: { name, namespace, labels },
    spec: {
      schedule: cron.schedule,
      timezone: 'Asia/Shanghai',
      suspend: cron.suspend,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: cron.keep,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels },
        spec: { ...ONCE, backoffLimit: 0, activeDeadlineSeconds: cron.deadline, template: cron.template },
      },
    },
    timeouts: { delete: '10m' },
    dependsOn: cron.dependsOn,
  });
}
