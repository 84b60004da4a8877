import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { Practices } from '../../checks/practices/profiles';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import type { INetwork } from '../../core/network';
import { warn } from '../../core/warnings';
import type { IMysqlInstance } from '../../database/i-mysql-instance';
import type { ILogProject } from '../../logs/i-log-project';
import type { Alarms } from '../../monitoring/alarms';
import type { ManagedPrometheus } from '../../monitoring/managed-prometheus';
import type { IContainerRegistry } from '../../registry/i-container-registry';
import { CloudStack } from '../../stacks/cloud-stack';
import { WorkloadStack } from '../../stacks/workload-stack';
import type { INasFileSystem } from '../../storage/i-nas-file-system';
import { appOf } from '../parts/in-app';
import { sharedParts } from './cloud-parts';
import { resolvedEnvironment, type ResolvedEnvironment } from './environment-defaults';
import { environmentParts } from './environment-parts';
import { environmentSite, type WordPressEnvironmentSite } from './environment-site';
import { pullText } from './images';
import { SERVERLESS_ELSEWHERE, SERVERLESS_FORMS } from './serverless-forms';
import { serverlessProblems } from './serverless-problems';
import { watchEnvironment, watchShared } from './watching';
import type { SiteCluster, WordPressOnServerlessProps } from './serverless-props';

/**
 * WordPress on ACK Serverless, once for each environment: a namespace with a site that is installed and ready, a database and an
 * account, a directory of the shared files, a balancer, a store of logs. All share a network, a cluster without nodes, one RDS MySQL
 * Serverless and one file system; any of these can be another one, for all or for one environment.
 *
 * Creates two stacks, `<id>-cloud` and `<id>-apps`: the first from anywhere, the second from where the API server of the
 * cluster is reached. Costs cluster, NAT gateway, balancers and the least capacity of the database by the hour, Pods by the
 * second, files and logs by what they hold; its README has the list.
 *
 * @throws InputError with everything that is wrong with the props, and what its parts refuse
 */
export class WordPressOnServerless extends Construct {
  readonly cloud: CloudStack;
  readonly apps: WorkloadStack;
  readonly network: INetwork;
  readonly cluster: SiteCluster;
  readonly logs: ILogProject;
  readonly registry?: IContainerRegistry;
  /** The instance that environments share; absent where each has its own. */
  readonly database?: IMysqlInstance;
  /** The file system that environments share; absent where each has its own. */
  readonly files?: INasFileSystem;
  /** Prometheus of the cluster. */
  readonly prometheus: ManagedPrometheus;
  /** Alarms about what stands outside of the cluster; absent without `contacts`. */
  readonly alarms?: Alarms;
  /** The environments by name. */
  readonly environments: Readonly<Record<string, WordPressEnvironmentSite>>;

  constructor(scope: Construct, id: string, props: WordPressOnServerlessProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, SERVERLESS_FORMS, SERVERLESS_ELSEWHERE));
    const resolved = Object.keys(props.environments)
      .sort()
      .map((name) => resolvedEnvironment(name, props.environments[name]!, props));
    reject(this, serverlessProblems(props, resolved));
    const { region, account, protection, tags, state } = props;
    const practices = props.practices ?? (protection === 'sandbox' ? Practices.sandbox() : Practices.production());
    const app = appOf(this, 'WordPressOnServerless');
    this.cloud = new CloudStack(app, `${id}-cloud`, { region, site: account, protection, practices, tags, state });
    const shared = sharedParts(this.cloud, props, resolved);
    this.network = shared.network;
    this.cluster = shared.cluster;
    this.logs = shared.logs;
    this.registry = shared.registry;
    this.database = shared.database;
    this.files = shared.files;
    const watching = watchShared(this.cloud, shared);
    this.prometheus = watching.prometheus;
    this.alarms = watching.alarms;
    const homes = new Construct(this.cloud, 'sites');
    const parts = resolved.map((one) => {
      const home = new Construct(homes, one.name);
      const own = environmentParts(home, this.cloud, shared, one);
      return { ...own, prometheus: watchEnvironment(home, shared, own, one, watching) };
    });
    this.apps = new WorkloadStack(app, `${id}-apps`, { cluster: shared.cluster, practices, tags, state });
    const sites = new Construct(this.apps, 'sites');
    const made = resolved.map((one, index) => [one.name, environmentSite(sites, parts[index]!, one)] as const);
    this.environments = Object.freeze(Object.fromEntries(made));
    made.forEach(([name, { url }]) => outputUrl(this.apps, name, url));
    resolved.forEach((one) => this.warnOfPull(one));
  }

  private warnOfPull({ name, image }: ResolvedEnvironment): void {
    const text = pullText(name, image, this.registry);
    if (text !== undefined) {
      warn(this.environments[name]!.web, 'image-pull', text);
    }
  }
}

function outputUrl(apps: WorkloadStack, name: string, value: string): void {
  new TerraformOutput(apps, `site-url-${name}`, { value, description: `Where visitors find the site of ${name}` });
}
