import { StatefulSetV1 } from '@cdktf/provider-kubernetes/lib/stateful-set-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject, type Problem } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type EciUse, type INamespace, type IWorkload } from '../../core/workload';
import { applyBurst, burstOf, useOf } from '../burst/apply-burst';
import type { BurstData } from '../burst/burst';
import { provideEciDemand } from '../eci/eci-demand';
import { eciUse } from '../eci/eci-use';
import type { PlannedFiles } from '../pod/files';
import { placeFiles } from '../pod/placed-files';
import { providePodDemand } from '../pod-demand';
import { Pod } from '../pod/pod';
import { rejectTogether } from '../pod/problems-together';
import { ClusterService } from '../service/cluster-service';
import { eciProblems } from '../volumes/claim-checks';
import { classFacts } from '../volumes/storage-class-facts';
import { CLAIM_DEFAULTS } from '../volumes/persistent-claim';
import { apartOn } from '../spread';
import { selectorOf } from '../workload-labels';
import { keepSome, longNameProblems, metadataOf, putAfter, warnOfImages, podsOnEci, waitable } from '../workload-parts';
import { memberPod, memberPorts, statefulServiceProblems, statefulSetSpec } from './stateful-service-config';
import {
  STATEFUL_SERVICE_DEFAULTS,
  STATEFUL_SERVICE_FORMS,
  type ResolvedStatefulService,
  type StatefulServiceProps,
} from './stateful-service-props';

/** Members start one after the other, and each may wait for a disk. */
const TIMEOUTS = Object.freeze({ create: '30m', update: '30m', delete: '15m' });
/** Kubernetes adds a hash of ten characters to the name, and wants both within 63. */
const LONGEST_NAME = 52;

/**
 * A program whose Pods are not alike: each has a number, a name in the cluster and volumes of its own that it finds again
 * wherever it is started, such as a queue or a search engine. For a database look at RDS first.
 *
 * Creates `kubernetes_stateful_set_v1`, a headless `kubernetes_service_v1` (`<name>-members`) under which each member has
 * its name, one more with an address for clients (`<name>`), `kubernetes_pod_disruption_budget_v1` for two members and
 * more, `kubernetes_config_map_v1` for `files` written as text. The claims are made by Kubernetes and stay when the set
 * goes, unless `claimRetention` says otherwise.
 *
 * @throws InputError with everything that is wrong with the props; when the App is synthesised `claim-on-eci`
 */
export class StatefulService extends Construct implements IWorkload {
  readonly workloadKind = 'StatefulSet';
  readonly apiVersion = 'apps/v1';
  readonly resource: StatefulSetV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: Pod;
  /** The name with an address, for clients that do not care which member answers. */
  readonly service: ClusterService;
  /** The headless name, under which each member is found. */
  readonly members: ClusterService;
  readonly mostPods: number;
  private readonly before: Dependable[];
  private readonly props: ResolvedStatefulService;

  constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    this.cluster = this.namespace.cluster;
    reject(this, formProblems(props, STATEFUL_SERVICE_FORMS));
    const p = withDefaults(props, STATEFUL_SERVICE_DEFAULTS);
    this.workloadName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    const tooLong = longNameProblems(this.workloadName, LONGEST_NAME, 'members and revisions are named after it');
    const apart = apartOn(this.cluster, this.namespace.everythingOnEci);
    const draw = (props: ResolvedStatefulService, name: string, planned: PlannedFiles) =>
      memberPod(props, name, planned, apart);
    rejectTogether(this, p, [...tooLong, ...statefulServiceProblems(p, this.namespace)], draw);
    this.props = p;
    this.mostPods = p.replicas;
    this.selector = selectorOf(this.workloadName);
    const files = placeFiles(this, this, p.files);
    this.before = [...this.namespace.ready, ...files.made];
    this.pod = new Pod(this, draw(p, this.workloadName, files), () => this.resource.putSpec(this.spec()));
    this.members = this.serviceOf('members', `${this.workloadName}-members`, true);
    this.resource = new StatefulSetV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      // The provider cannot tell whether members that nobody deletes are up to date.
      waitForRollout: p.waitForRollout && p.update.kind === 'rolling',
      timeouts: { ...TIMEOUTS },
      lifecycle: { ignoreChanges: ['spec[0].volume_claim_template'] },
      dependsOn: waitFor(this, this.before),
    });
    adopt(this.resource, p.adopt);
    this.service = this.serviceOf('service', this.workloadName, false);
    keepSome(this, p.disruption, p.replicas);
    warnOfImages(this, p);
    providePodDemand(this, () => ({ pods: p.replicas, passing: 0 }));
    provideEciDemand(this, () => ({ pods: podsOnEci(this, p.replicas), surge: 0 }));
    addTreeCheck(this, () => this.claimsOnEci());
  }

  get eci(): EciUse {
    return eciUse(this, this.pod.data, useOf(burstOf(this)));
  }

  /** The name of one member inside the cluster, such as `queue-0.queue-members.shop.svc.cluster.local`. */
  hostnameOf(member: number): string {
    return `${this.workloadName}-${member}.${this.members.hostname}`;
  }

  /**
   * Gives the Pods a way to ECI: one of `Burst`, once. Pods that run already stay where they are.
   *
   * @throws InputError `burst-cluster`, `burst-workload`, `burst-conflict`, `burst-option`
   */
  burst(burst: BurstData): void {
    applyBurst(this, burst);
  }

  /** Has the Pods started after other things of this stack, and ended before them. */
  after(...things: readonly Dependable[]): void {
    this.before.push(...waitable(this, things));
    putAfter(this, this.before);
  }

  private spec() {
    const set = { serviceName: this.members.resource.metadata.name, namespaceName: this.namespace.namespaceName };
    return statefulSetSpec(this.props, this.pod.data, this.selector, set);
  }

  private serviceOf(id: string, name: string, headless: boolean): ClusterService {
    const ports = memberPorts(this.props).map(({ name: port, port: number }) => ({
      name: port,
      port: number,
      targetPort: number,
    }));
    return new ClusterService(this, id, { workload: this, ports, headless, name });
  }

  private claimsOnEci(): Problem[] {
    const classes = Object.values(this.props.claims).map(({ storageClass }) =>
      classFacts(storageClass ?? CLAIM_DEFAULTS.storageClass),
    );
    return classes.flatMap((facts) => eciProblems(this, facts)).slice(0, 1);
  }
}
