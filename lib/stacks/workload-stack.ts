import { AlicloudProvider } from '@cdktf/provider-alicloud/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Practices, providePractices, tryPracticesOf } from '../checks/practices/profiles';
import { provideStrictness, tryStrictnessOf } from '../checks/strictness';
import { cloudOf, provideCloud, type Protection, type Site } from '../core/cloud';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { tagEverything } from '../core/tags';
import { provideWorkplace } from '../core/workplace';
import { baselineOf, ClusterBaseline } from '../workload/baseline/cluster-baseline';
import { watchEci } from '../workload/eci/eci-watch';
import { watchNames } from '../workload/object-names';
import { CheckedStack } from './checked-stack';
import { reachCluster } from './cluster-access';
import { State, tryStateOf, writeBackend } from './state';
import { WORKLOAD_STACK_FORMS, workloadStackProblems } from './workload-stack-problems';
import { WORKLOAD_STACK_DEFAULTS, type WorkloadStackProps } from './workload-stack-props';

/**
 * A Terraform stack of objects inside one cluster: namespaces, workloads, charts, and cloud resources that need a value
 * born in the cluster. It is applied after the stack that holds the cluster, whose values it reads, and destroyed before
 * it; Terraform cannot plan a cluster and what runs in it together.
 *
 * Asks for a short-lived credential at every plan and apply and keeps none. Creates nothing else by itself, besides the
 * cluster's baseline where there is something to do; costs nothing.
 *
 * @throws InputError for a wrong name, cluster, address, duration, tag, state or baseline
 */
export class WorkloadStack extends CheckedStack {
  readonly cluster: ICluster;
  readonly region: string;
  readonly site: Site;
  readonly protection: Protection;
  /** What exists once in the cluster; absent where another stack has it, or with `baseline: false`. */
  readonly baseline?: ClusterBaseline;

  constructor(scope: Construct, id: string, props: WorkloadStackProps) {
    super(scope, id);
    reject(this, formProblems(props, WORKLOAD_STACK_FORMS));
    reject(this, workloadStackProblems(props));
    const p = withDefaults(props, WORKLOAD_STACK_DEFAULTS);
    const { cluster } = p;
    const { region, site, protection, tags: inherited } = cloudOf(cluster);
    const home = TerraformStack.of(cluster);
    const tags = Object.freeze({ ...inherited, ...p.tags });
    this.cluster = cluster;
    this.region = region;
    this.site = site;
    this.protection = protection;
    provideCloud(this, { stackName: id, stackPath: this.node.path, region, site, protection, tags });
    provideWorkplace(this, { stack: this, cluster, apiServer: p.apiServer ?? 'credential' });
    provideStrictness(this, tryStrictnessOf(home) ?? 'error');
    providePractices(this, p.practices ?? tryPracticesOf(home) ?? Practices.off(), protection);
    new AlicloudProvider(this, 'alicloud', { region });
    writeBackend(this, p.state ?? tryStateOf(home) ?? State.local());
    // An imported cluster's id is text, of which the framework would not see where it comes from.
    this.addDependency(home);
    reachCluster(this, p);
    tagEverything(this, tags);
    this.baseline = this.makeBaseline(p);
    watchEci(cluster);
    watchNames(this);
    this.joinChecks();
  }

  private makeBaseline({ cluster, baseline }: WorkloadStackProps): ClusterBaseline | undefined {
    const needed = baseline !== undefined || baselineOf(cluster) === undefined;
    return baseline === false || !needed ? undefined : new ClusterBaseline(this, 'baseline', baseline ?? {});
  }
}
