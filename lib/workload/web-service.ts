import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../core/adopt';
import type { IBalancer } from '../core/balancer';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import type { IIngressClass } from '../core/ingress';
import { kubernetesName } from '../core/kubernetes-names';
import type { Dependable } from '../core/network';
import { addTreeCheck } from '../core/tree';
import { waitFor } from '../core/wait-for';
import { namespaceOf, type EciUse, type INamespace, type IWorkload } from '../core/workload';
import { applyBurst, burstOf, useOf } from './burst/apply-burst';
import { compareScale } from './burst/burst-scale';
import type { BurstData } from './burst/burst';
import { provideEciDemand } from './eci/eci-demand';
import { eciUse } from './eci/eci-use';
import type { Ingress } from './ingress/ingress';
import { routeTo, type RouteProps } from './ingress/route';
import { EMPTY_POD } from './pod/empty-pod';
import { Pod } from './pod/pod';
import type { PlannedFiles } from './pod/files';
import { placeFiles } from './pod/placed-files';
import { rejectTogether } from './pod/problems-together';
import { mostPods } from './most-pods';
import { providePodDemand } from './pod-demand';
import type { NextSet } from './releases/next-set';
import type { ReleaseData } from './releases/release';
import { releasedTwice } from './releases/release-problems';
import { startRelease, type Running } from './releases/start-release';
import { fewestReplicas, ignoredOf, replicasText } from './replicas';
import { keepScale } from './scaling/autoscaler';
import { mostReplicas, surgeOf } from './scaling/most-pods';
import { ClusterService } from './service/cluster-service';
import {
  exposedPorts,
  exposeProblems,
  gateProblems,
  NOT_EXPOSED,
  twiceProblems,
  type ExposeProps,
} from './service/expose';
import { LoadBalancerService } from './service/load-balancer-service';
import { READINESS_GATE } from './service/readiness-gate';
import { deploymentSpec, ROLLOUT_TIMEOUTS, servicePorts, webServicePod } from './web-service-config';
import { ELSEWHERE, WEB_SERVICE_FORMS } from './web-service-forms';
import { webServiceProblems } from './web-service-problems';
import { WEB_SERVICE_DEFAULTS, type ResolvedWebService, type WebServiceProps } from './web-service-props';
import { apartOn } from './spread';
import { selectorOf } from './workload-labels';
import { keepSome, metadataOf, podsOnEci, putAfter, waitable, warnOfImages } from './workload-parts';

/**
 * A program that answers on a port and keeps nothing between requests: as many Pods as `scale` asks for, spread over
 * zones and nodes, replaced without a gap, found under one name.
 *
 * Creates `kubernetes_deployment_v1`, `kubernetes_service_v1` (ClusterIP), `kubernetes_pod_disruption_budget_v1` for two
 * Pods and more, `kubernetes_config_map_v1` for `files` written as text. Costs what its Pods take.
 *
 * @throws InputError with everything that is wrong with the props; `no-namespace` outside of a Namespace
 */
export class WebService extends Construct implements IWorkload {
  readonly workloadKind = 'Deployment';
  readonly apiVersion = 'apps/v1';
  readonly resource: DeploymentV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: Pod;
  /** The name under which the cluster finds the Pods. */
  readonly service: ClusterService;
  private readonly props: ResolvedWebService;
  private readonly exposures: LoadBalancerService[] = [];
  private readonly before: Dependable[];
  private released: ReleaseData | undefined;
  private running: Running | undefined;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    this.cluster = this.namespace.cluster;
    reject(this, formProblems(props, WEB_SERVICE_FORMS, ELSEWHERE));
    const p = withDefaults(props, WEB_SERVICE_DEFAULTS);
    this.props = p;
    this.workloadName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    const draw = (props: ResolvedWebService, name: string, planned: PlannedFiles) =>
      webServicePod(props, name, planned, apartOn(this.cluster, this.eci === 'all'));
    rejectTogether(this, p, webServiceProblems(p, this.namespace), draw);
    this.selector = selectorOf(this.workloadName);
    const files = placeFiles(this, this, p.files);
    this.pod = new Pod(this, draw(p, this.workloadName, files), () => this.write());

    this.before = [...this.namespace.ready, ...files.made];
    this.resource = new DeploymentV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      waitForRollout: p.waitForRollout,
      timeouts: { ...ROLLOUT_TIMEOUTS },
      lifecycle: ignoredOf(p.scale),
      dependsOn: waitFor(this, this.before),
    });
    adopt(this.resource, p.adopt);
    this.service = new ClusterService(this, 'service', {
      workload: this,
      ports: servicePorts(p),
    });
    keepSome(this, p.disruption, fewestReplicas(p.scale));
    keepScale(this, p.scale);
    provideEciDemand(this, () => this.eciDemand());
    const most = mostReplicas(p.scale);
    providePodDemand(this, () => ({ pods: this.ownPods, passing: surgeOf(p.update, most) }));
    warnOfImages(this, p);
    addTreeCheck(this, (all) => gateProblems(this, all));
  }

  /**
   * Puts a balancer before the Pods, in a Service of its own: `<name>-<balancer's name>`. The Pods are told to wait until it
   * knows them, so that a rollout leaves no gap. Call it once for each balancer.
   *
   * @throws InputError `balancer-drain` when Pods end before the balancer has let go of them; `balancer-network` for one of
   *   another network; `service-port`, `list-duplicate`
   */
  expose(balancer: IBalancer, props: ExposeProps): LoadBalancerService {
    reject(this, exposeProblems(balancer, props, this.props));
    const ports = exposedPorts(props, this.props.port);
    const id = `balancer-${balancer.name}`;
    reject(this, twiceProblems(this, balancer, id));
    const service = new LoadBalancerService(this, id, { workload: this, balancer, ports });
    this.exposures.push(service);
    // Pods become ready when the balancer knows them, and Terraform waits for ready Pods.
    this.after(service.resource);
    if (props.readinessGate ?? true) {
      this.pod.addReadinessGate(`${READINESS_GATE}${service.serviceName}`);
    }
    return service;
  }

  /**
   * Has Ingresses of a class lead a path of a host to the Pods, in an Ingress of its own. Call it once for each class; several
   * hosts and paths are one `new Ingress(...)`.
   *
   * @throws InputError `list-duplicate` for a second one of a class; everything that `Ingress` throws
   */
  route(ingressClass: IIngressClass, props: RouteProps = {}): Ingress {
    return routeTo(this, ingressClass, props);
  }

  /**
   * Gives the Pods a way to ECI: one of `Burst`, once. The first Pods start after what divides them; Pods that run already
   * stay where they are until their template changes.
   *
   * @throws InputError `burst-cluster` where the cluster cannot do it so, or the virtual node is another one's;
   *   `burst-conflict` for a second way, or beside a namespace or label that sends all Pods to ECI; `burst-option`
   */
  burst(burst: BurstData): void {
    applyBurst(this, burst);
    compareScale(this, burst, this.props.scale);
    this.running?.next.burst(burst);
  }

  /**
   * Brings the next version beside the Pods: one of `Release`, once. Every step of a release is one changed line of it. The
   * next Pods have whatever these have, and may do what these may.
   *
   * @throws InputError `release-twice`; everything that is wrong with the release: `release-route`, `release-capacity`,
   *   `release-unsupported` for what ALB or nginx cannot do, and others
   */
  release(release: ReleaseData): void {
    reject(this, this.released ? [releasedTwice(this, this.released)] : []);
    const { props, before, service } = this;
    this.running = startRelease({ workload: this, props, before, service }, release);
    this.released = release;
    this.write();
  }

  /** The Pods of the next version while a release is under way. */
  get next(): NextSet | undefined {
    return this.running?.next;
  }

  /**
   * Where clients find the service from outside the cluster: the address of its first balancer, which only Terraform knows.
   *
   * @throws InputError `not-exposed`
   */
  get address(): string {
    const [first] = this.exposures;
    reject(this, first ? [] : [NOT_EXPOSED]);
    return first!.address;
  }

  /** Has the Pods started after other things of this stack, and ended before them. */
  after(...things: readonly Dependable[]): void {
    this.before.push(...waitable(this, things));
    putAfter(this, this.before);
    this.running?.next.refresh();
  }

  get eci(): EciUse {
    return eciUse(this, (this.pod as Pod | undefined)?.data ?? EMPTY_POD, useOf(burstOf(this)));
  }

  get mostPods(): number {
    return mostPods(this.props.scale, this.props.update);
  }

  /** Writes the Deployment again, and what follows it. */
  private write(): void {
    this.resource.putSpec(this.spec());
    this.running?.next.refresh();
  }

  private spec() {
    const { stable } = this.running?.numbers ?? {};
    const replicas = stable === undefined ? replicasText(this.props.scale) : String(stable);
    return deploymentSpec(this.props, this.pod.data, this.selector, replicas);
  }

  /** The most Pods of its own that there are, apart from updates. */
  private get ownPods(): number {
    return this.running?.numbers.stable ?? mostReplicas(this.props.scale);
  }

  /** Pods on ECI at the most of the scale, and more of them while the template changes. */
  private eciDemand() {
    const most = this.ownPods;
    return { pods: podsOnEci(this, most), surge: surgeOf(this.props.update, most) };
  }
}
