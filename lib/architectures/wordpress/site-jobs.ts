import { isToken } from '../../core/tokens';
import type { INamespace } from '../../core/workload';
import type { EciPod } from '../../workload/eci/eci-pod';
import { JobWorkload } from '../../workload/jobs/job-workload';
import { ScheduledJob } from '../../workload/jobs/scheduled-job';
import type { ScheduledJobProps } from '../../workload/jobs/scheduled-job-props';
import type { Requests } from '../../workload/pod/pod-props';
import type { WebService } from '../../workload/web-service';
import { INSTALL_PHP, INSTALL_PROGRAM, INSTALL_SCRIPT, INSTALL_SH } from './install-script';
import { AB_SCRIPT, K6_SCRIPT, loadEnvironment } from './load-scripts';
import type { LoadTestData } from './load-test-data';
import { connectDatabase } from './site-database';
import type { SiteParts, SiteSettings } from './site-defaults';
import { CONFIG_EXTRA, CONTENT, contentDirectory } from './site-files';
import type { SiteSecrets } from './site-secrets';

/** What the jobs know of the site. */
export interface SiteFacts {
  readonly parts: SiteParts;
  readonly web: WebService;
  readonly url: string;
  /** What its jobs say of themselves on ECI. */
  readonly eci?: EciPod;
  /** What its jobs request. @default JOB_REQUESTS */
  readonly requests?: JobRequests;
  /** When what WordPress does by the clock is asked for. @default every five minutes */
  readonly clock?: string;
  /** Whether there are hours without a Pod that answers, in which nothing is asked for. @default false */
  readonly sleeps?: boolean;
}

/** What the Pods of the jobs request. */
export interface JobRequests {
  readonly installation: Requests;
  readonly schedule: Requests;
}

/** What is enough for them on nodes. */
const JOB_REQUESTS: JobRequests = Object.freeze({
  installation: Object.freeze({ cpu: '500m', memory: '512Mi' }),
  schedule: Object.freeze({ cpu: '100m', memory: '128Mi' }),
});

/** Asks WordPress to do what is due. */
const ASK = "exit(file_get_contents(getenv('SCHEDULE_URL')) === false ? 1 : 0);";

/** The same of a site that sleeps at times: where nobody answers the door, nobody is asked, and nothing has failed. */
const ASK_IF_AWAKE = `if (!@fsockopen(parse_url(getenv('SCHEDULE_URL'), PHP_URL_HOST), 80, $code, $text, 10)) { echo 'Nobody is awake.'; exit(0); } ${ASK}`;

/** Text that Kubernetes reads no variables in. */
const literal = (text: string): string => (isToken(text) ? text : text.replace(/\$/g, '$$$$'));
const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

/**
 * The installation: one Pod that puts the shared files in place and installs the site, before any other Pod starts. It
 * runs again when the image, the address or a password changes, and then only brings the tables up to date.
 */
export function installation(
  scope: INamespace,
  { parts, web, url, eci, requests = JOB_REQUESTS }: SiteFacts,
  secrets: SiteSecrets,
  p: SiteSettings,
): JobWorkload {
  const { title, locale, administrator, searchEngines } = p.site;
  const job = new JobWorkload(scope, 'install', {
    image: p.image,
    requests: requests.installation,
    command: ['/bin/sh', INSTALL_SH],
    env: {
      WORDPRESS_CONFIG_EXTRA: CONFIG_EXTRA,
      SITE_INSTALLING: 'yes',
      SITE_URL: url,
      SITE_TITLE: literal(title),
      SITE_LOCALE: locale,
      SITE_SEARCH_ENGINES: yesNo(searchEngines),
      SITE_REDIS: yesNo(parts.redis !== undefined),
      SITE_ADMIN_USER: administrator.user,
      SITE_ADMIN_EMAIL: literal(administrator.email),
      SITE_ADMIN_ROTATION: p.rotation.administrator,
    },
    eci,
    files: { [INSTALL_SH]: INSTALL_SCRIPT, [INSTALL_PHP]: INSTALL_PROGRAM },
    retries: 4,
    deadlineSeconds: 1200,
  });
  connectDatabase(parts.database, job, p);
  parts.files.mountIn(job, CONTENT, { directory: contentDirectory(p.namespace) });
  job.pod.addSecretEnvironment(
    'admin',
    { SITE_ADMIN_PASSWORD: secrets.administratorPassword },
    p.rotation.administrator,
  );
  // Pods that start before have nothing to serve, and would all unpack the shared files at once.
  web.after(job.resource);
  return job;
}

/** What WordPress does by the clock, asked for by one Pod instead of by every visitor. */
export function schedule(
  scope: INamespace,
  { web, eci, requests = JOB_REQUESTS, clock = '*/5 * * * *', sleeps = false }: SiteFacts,
  image: string,
): ScheduledJob {
  return new ScheduledJob(scope, 'schedule', {
    image,
    schedule: clock,
    requests: requests.schedule,
    env: { SCHEDULE_URL: `http://${web.service.hostname}/wp-cron.php?doing_wp_cron` },
    eci,
    command: ['php', '-r', sleeps ? ASK_IF_AWAKE : ASK],
    retries: 0,
    deadlineSeconds: 280,
    keepSucceeded: 1,
  });
}

/** The load, which only runs when somebody asks for it. */
export function loadTest(
  scope: INamespace,
  { url, eci }: SiteFacts,
  image: string,
  load: Exclude<LoadTestData, { kind: 'none' }>,
): ScheduledJob {
  return new ScheduledJob(scope, 'load-test', {
    // The first of January; suspended, it never comes by itself.
    schedule: '0 0 1 1 *',
    suspended: true,
    ...programOf(load, image),
    requests: { cpu: '2', memory: '4Gi' },
    env: { TARGET: url, ...loadEnvironment(load) },
    eci,
    retries: 0,
    deadlineSeconds: (load.minutes + 10) * 60,
  });
}

function programOf(
  load: Exclude<LoadTestData, { kind: 'none' }>,
  image: string,
): Pick<ScheduledJobProps, 'image' | 'command' | 'args' | 'files'> {
  return load.kind === 'k6'
    ? { image: load.image, args: ['run', '/opt/load/script.js'], files: { '/opt/load/script.js': K6_SCRIPT } }
    : { image, command: ['/bin/sh', '/opt/load/run.sh'], files: { '/opt/load/run.sh': AB_SCRIPT } };
}
