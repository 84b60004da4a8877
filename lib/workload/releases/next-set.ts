import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { Construct } from 'constructs';
import type { ICluster } from '../../core/cluster';
import type { Dependable } from '../../core/network';
import { putWaitFor } from '../../core/wait-for';
import type { EciUse, INamespace, IWorkload } from '../../core/workload';
import { burstOf, inheritBurst, useOf } from '../burst/apply-burst';
import type { BurstData } from '../burst/burst';
import { Disruption, disruptionProblems } from '../disruption';
import { provideEciDemand } from '../eci/eci-demand';
import { eciUse } from '../eci/eci-use';
import { providePodDemand } from '../pod-demand';
import { surgeOf } from '../scaling/most-pods';
import { ClusterService } from '../service/cluster-service';
import { deploymentSpec, ROLLOUT_TIMEOUTS, servicePorts } from '../web-service-config';
import type { ResolvedWebService } from '../web-service-props';
import { selectorOf } from '../workload-labels';
import { keepSome, metadataOf, podsOnEci } from '../workload-parts';
import { NextPod } from './next-pod';
import type { RunningRelease } from './release';
import { NEXT } from './release-problems';

/** Label of the Pods of a next version that stand behind the Service of the service itself. */
const VERSION_LABEL = 'alicloud-constructs.io/version';

export interface NextSetProps {
  /** The service whose next version it is, its props, and what its Pods start after. */
  readonly of: IWorkload;
  readonly props: ResolvedWebService;
  readonly before: readonly Dependable[];
  readonly release: RunningRelease;
  /** How many Pods it has. */
  readonly pods: number;
}

/**
 * The Pods of the next version of a web service, beside its own.
 *
 * Creates `kubernetes_deployment_v1`, for two Pods and more `kubernetes_pod_disruption_budget_v1`, and, unless they stand behind
 * the service's own, `kubernetes_service_v1`. Costs what its Pods take. Terraform keeps their number, and waits until they are
 * ready before an Ingress sends them requests.
 */
export class NextSet extends Construct implements IWorkload {
  readonly workloadKind = 'Deployment';
  readonly apiVersion = 'apps/v1';
  readonly resource: DeploymentV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: NextPod;
  /** The name under which the cluster finds the next Pods; absent when they stand behind that of the service. */
  readonly service?: ClusterService;
  /** Whether requests are divided by the number of Pods, behind the Service of the service itself. */
  readonly shared: boolean;
  private readonly props: NextSetProps;
  private readonly before: Dependable[] = [];

  constructor(scope: Construct & IWorkload, props: NextSetProps) {
    super(scope, NEXT);
    const { of, release, pods } = props;
    this.props = props;
    this.namespace = of.namespace;
    this.cluster = of.cluster;
    this.workloadName = `${of.workloadName}-${NEXT}`;
    this.shared = release.kind === 'batches';
    this.selector = this.shared ? { ...of.selector, [VERSION_LABEL]: NEXT } : selectorOf(this.workloadName);
    const { image, env = {} } = release;
    this.pod = new NextPod(of.pod, { image, env, labels: this.selector, balanced: this.shared });
    this.resource = new DeploymentV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      // Whatever the service does: requests come when the Pods are ready.
      waitForRollout: true,
      timeouts: { ...ROLLOUT_TIMEOUTS },
    });
    this.refresh();
    if (!this.shared) {
      this.service = new ClusterService(this, 'service', { workload: this, ports: servicePorts(props.props) });
      keepSome(this, this.disruption(), pods);
    }
    const passing = surgeOf(props.props.update, pods);
    provideEciDemand(this, () => ({ pods: podsOnEci(this, pods), surge: passing }));
    providePodDemand(this, () => ({ pods, passing }));
  }

  /** Writes the set again, after its service has been given something. */
  refresh(): void {
    this.resource.putSpec(this.spec());
    // The service first: when batches are taken back, its Pods are there before these go.
    const first = this.shared ? [this.props.of.resource] : [];
    putWaitFor(this.resource, this, [...this.props.before, ...this.before, ...first]);
  }

  /** Gives the Pods the service's way to ECI. */
  burst(burst: BurstData): void {
    // One object counts Pods by their labels, which these have when they are shared.
    if (!this.shared || burst.kind !== 'after-ecs') {
      inheritBurst(this, burst);
    }
  }

  after(...things: readonly Dependable[]): void {
    this.before.push(...things);
    this.refresh();
  }

  get eci(): EciUse {
    return eciUse(this, this.pod.data, useOf(burstOf(this) ?? burstOf(this.props.of)));
  }

  get mostPods(): number {
    return this.props.pods + surgeOf(this.props.props.update, this.props.pods);
  }

  private spec() {
    const { props, pods } = this.props;
    return deploymentSpec(props, this.pod.data, this.selector, String(pods));
  }

  /** The service's budget, or the default where that one would never let a Pod go. */
  private disruption() {
    const { props, pods } = this.props;
    const blocks = disruptionProblems(props.disruption, pods).length > 0;
    return blocks ? Disruption.maxUnavailable('10%') : props.disruption;
  }
}
