import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { noteException } from '../../checks/practices/notes';
import { Practices } from '../../checks/practices/profiles';
import type { IManagedCluster } from '../../cluster/i-managed-cluster';
import type { IBalancer } from '../../core/balancer';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { INetwork } from '../../core/network';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { IRedisInstance } from '../../database/i-redis-instance';
import { CloudStack } from '../../stacks/cloud-stack';
import { WorkloadStack } from '../../stacks/workload-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import type { JobWorkload } from '../../workload/jobs/job-workload';
import type { ScheduledJob } from '../../workload/jobs/scheduled-job';
import { Namespace } from '../../workload/namespace';
import type { WebService } from '../../workload/web-service';
import { quotaFor } from './capacity';
import { cloudParts } from './cloud-parts';
import { contentDirectory } from './site-files';
import { installation, loadTest, schedule } from './site-jobs';
import { sitePods } from './site-pods';
import { takeFor } from './one-site';
import { SiteSecrets } from './site-secrets';
import {
  ROTATION_DEFAULTS,
  SCALE_DEFAULTS,
  SITE_DEFAULTS,
  WORDPRESS_ON_ECI_BURST_DEFAULTS,
  type ResolvedWordPress,
} from './wordpress-defaults';
import { WORDPRESS_ELSEWHERE, WORDPRESS_FORMS } from './wordpress-forms';
import { wordpressProblems } from './wordpress-problems';
import type { WordPressOnEciBurstProps } from './wordpress-props';

/** Why the Pods do not say that they are not root. */
const AS_ROOT =
  'the official image starts Apache as root, which binds port 80 and answers as www-data; the jobs share the image';

/**
 * WordPress on ACK, whose first Pods run on nodes and whose others come and go on ECI with the visitors: network, cluster,
 * MySQL in two zones, shared files, balancer, and the site itself, installed and ready.
 *
 * Creates two stacks, `<id>-cloud` and `<id>-apps`: the first from anywhere, the second from where the API server of the
 * cluster is reached. Costs nodes, NAT gateway, cluster, database, balancer and files by the hour, and Pods on ECI by the
 * second; its README has the list. Every part can be another one: yours, or one that a function makes.
 *
 * @throws InputError with everything that is wrong with the props, and what its parts refuse
 */
export class WordPressOnEciBurst extends Construct {
  readonly cloud: CloudStack;
  readonly apps: WorkloadStack;
  readonly network: INetwork;
  readonly cluster: IManagedCluster;
  readonly database: IMysqlInstance;
  readonly files: INasFileSystem;
  readonly redis?: IRedisInstance;
  readonly balancer: IBalancer;
  readonly namespace: Namespace;
  /** The Pods that answer. */
  readonly web: WebService;
  readonly installation: JobWorkload;
  readonly schedule: ScheduledJob;
  /** Suspended; absent with `LoadTest.none()`. */
  readonly loadTest?: ScheduledJob;
  /** Where visitors find the site; the output `site-url` of the apps stack. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: WordPressOnEciBurstProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, WORDPRESS_FORMS, WORDPRESS_ELSEWHERE));
    const p = resolved(props);
    reject(this, wordpressProblems(p));
    const { region, account, protection, tags, state } = p;
    const practices = p.practices ?? (protection === 'sandbox' ? Practices.sandbox() : Practices.production());
    // In the App itself: tools find stacks that depend on each other by their names, which are paths elsewhere.
    const app = appOf(this);
    this.cloud = new CloudStack(app, `${id}-cloud`, { region, site: account, protection, practices, tags, state });
    const parts = cloudParts(this.cloud, p);
    this.network = parts.network;
    this.cluster = parts.cluster;
    this.database = parts.database;
    this.files = parts.files;
    this.redis = parts.redis;
    this.balancer = parts.balancer;

    takeFor(this, parts.database, p.databaseName, 'databaseName');
    takeFor(this, parts.files, contentDirectory(p.namespace), 'namespace');

    this.apps = new WorkloadStack(app, `${id}-apps`, { cluster: parts.cluster, practices, tags, state });
    const quota = quotaFor({ requests: p.requests, max: p.scale.max });
    this.namespace = new Namespace(this.apps, 'site', { name: p.namespace, quota });
    noteException(this.namespace, 'non-root', AS_ROOT);
    const secrets = new SiteSecrets(this.namespace, 'secrets', p.rotation);
    this.web = sitePods(this.namespace, parts, secrets, p);
    this.url = p.site.url ?? `http://${this.web.address}${portOf(p.ports)}`;
    this.web.pod.addEnvironment('SITE_URL', this.url);
    const site = { parts, web: this.web, url: this.url };
    this.installation = installation(this.namespace, site, secrets, p);
    this.schedule = schedule(this.namespace, site, p.image);
    this.loadTest = p.loadTest.kind === 'none' ? undefined : loadTest(this.namespace, site, p.image, p.loadTest);
    new TerraformOutput(this.apps, 'site-url', { value: this.url, description: 'Where visitors find the site' });
  }
}

/** What follows an address where the balancer does not listen on the port of HTTP. */
function portOf(ports: readonly number[]): string {
  return ports.includes(80) ? '' : `:${ports[0]}`;
}

/** The App that holds an architecture. */
function appOf(architecture: Construct): Construct {
  const stack = architecture.node.scopes.find((one) => TerraformStack.isStack(one));
  const what = `"${architecture.node.path}" makes two stacks, and "${stack?.node.path}" is a stack already`;
  const fix = 'create it in the App: new WordPressOnEciBurst(app, "blog", {...})';
  reject(architecture, stack ? [{ code: 'stack-nested', what, value: stack.node.path, fix }] : []);
  return architecture.node.root as Construct;
}

function resolved(props: WordPressOnEciBurstProps): ResolvedWordPress {
  const p = withDefaults(props, WORDPRESS_ON_ECI_BURST_DEFAULTS);
  return {
    ...p,
    site: withDefaults(p.site, SITE_DEFAULTS),
    scale: withDefaults(p.scale, SCALE_DEFAULTS),
    rotation: withDefaults(p.rotation, ROTATION_DEFAULTS),
  };
}
