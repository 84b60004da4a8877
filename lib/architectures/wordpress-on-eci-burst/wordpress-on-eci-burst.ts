import { TerraformOutput } from 'cdktf';
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
import { Burst } from '../../workload/burst/burst';
import type { JobWorkload } from '../../workload/jobs/job-workload';
import type { ScheduledJob } from '../../workload/jobs/scheduled-job';
import { Namespace } from '../../workload/namespace';
import type { WebService } from '../../workload/web-service';
import { appOf } from '../parts/in-app';
import { takeFor } from '../parts/one-owner';
import { ROTATION_DEFAULTS, SITE_DEFAULTS } from '../wordpress/site-defaults';
import { contentDirectory } from '../wordpress/site-files';
import { installation, loadTest, schedule } from '../wordpress/site-jobs';
import { addressOf } from '../wordpress/site-pods';
import { AS_ROOT, SiteSecrets } from '../wordpress/site-secrets';
import { burstingPods } from './bursting-pods';
import { quotaFor } from './capacity';
import { cloudParts } from './cloud-parts';
import { SCALE_DEFAULTS, WORDPRESS_ON_ECI_BURST_DEFAULTS, type ResolvedWordPress } from './wordpress-defaults';
import { WORDPRESS_ELSEWHERE, WORDPRESS_FORMS } from './wordpress-forms';
import { wordpressProblems } from './wordpress-problems';
import type { WordPressOnEciBurstProps } from './wordpress-props';

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
    const app = appOf(this, 'WordPressOnEciBurst');
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
    this.web = burstingPods(this.namespace, parts, secrets, p);
    this.url = addressOf(this.web, p);
    this.web.pod.addEnvironment('SITE_URL', this.url);
    const site = { parts, web: this.web, url: this.url };
    this.installation = installation(this.namespace, site, secrets, p);
    this.schedule = schedule(this.namespace, site, p.image);
    this.loadTest = p.loadTest.kind === 'none' ? undefined : loadTest(this.namespace, site, p.image, p.loadTest);
    // On ECI it takes nothing from the nodes under test.
    this.loadTest?.burst(Burst.everything(parts.virtualNode));
    new TerraformOutput(this.apps, 'site-url', { value: this.url, description: 'Where visitors find the site' });
  }
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
