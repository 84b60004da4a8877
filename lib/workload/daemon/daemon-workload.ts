import { DaemonSetV1 } from '@cdktf/provider-kubernetes/lib/daemon-set-v1';
import { Construct } from 'constructs';
import { adopt, adoptedName } from '../../core/adopt';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { kubernetesName } from '../../core/kubernetes-names';
import type { Dependable } from '../../core/network';
import { addTreeCheck } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { namespaceOf, type EciUse, type INamespace, type IWorkload } from '../../core/workload';
import { eciUse } from '../eci/eci-use';
import { placeFiles } from '../pod/placed-files';
import { Pod } from '../pod/pod';
import { podTemplate } from '../pod/pod-template';
import { rejectTogether } from '../pod/problems-together';
import { selectorOf } from '../workload-labels';
import { metadataOf, putAfter, warnOfImages, waitable } from '../workload-parts';
import { daemonPod, daemonProblems, onEciProblems } from './daemon-config';
import {
  DAEMON_WORKLOAD_DEFAULTS,
  DAEMON_WORKLOAD_FORMS,
  type DaemonWorkloadProps,
  type ResolvedDaemonWorkload,
} from './daemon-workload-props';

/** Large clusters have many nodes to go through, a few at a time. */
const TIMEOUTS = Object.freeze({ create: '20m', update: '60m', delete: '10m' });

/**
 * One Pod on every node: an agent that looks after the node itself. New nodes get one when they join. Virtual nodes get
 * none: ECI takes no DaemonSets, and what an agent did for Pods there belongs beside them, as a sidecar.
 *
 * Creates `kubernetes_daemon_set_v1`, and `kubernetes_config_map_v1` for `files` written as text. What it requests goes
 * off every node; tell `planNodes` with `daemonSets`.
 *
 * @throws InputError with everything that is wrong with the props; `daemon-on-eci` where every Pod is on ECI
 */
export class DaemonWorkload extends Construct implements IWorkload {
  readonly workloadKind = 'DaemonSet';
  readonly apiVersion = 'apps/v1';
  readonly resource: DaemonSetV1;
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: Pod;
  /** As many as there are nodes. */
  readonly mostPods = Infinity;
  private readonly before: Dependable[];
  private readonly props: ResolvedDaemonWorkload;

  constructor(scope: Construct, id: string, props: DaemonWorkloadProps) {
    super(scope, checkedId(scope, id));
    this.namespace = namespaceOf(this);
    this.cluster = this.namespace.cluster;
    reject(this, formProblems(props, DAEMON_WORKLOAD_FORMS));
    const p = withDefaults(props, DAEMON_WORKLOAD_DEFAULTS);
    this.props = p;
    this.workloadName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, this.namespace);
    rejectTogether(this, p, daemonProblems(p, this.namespace), daemonPod);
    this.selector = selectorOf(this.workloadName);
    const files = placeFiles(this, this, p.files);
    this.before = [...this.namespace.ready, ...files.made];
    const data = daemonPod(p, this.workloadName, files);
    this.pod = new Pod(this, data, () => this.resource.putSpec(this.spec()));
    this.resource = new DaemonSetV1(this, 'Resource', {
      metadata: metadataOf(this),
      spec: this.spec(),
      waitForRollout: p.waitForRollout,
      timeouts: { ...TIMEOUTS },
      dependsOn: waitFor(this, this.before),
    });
    adopt(this.resource, p.adopt);
    warnOfImages(this, p);
    // The template may be sent to ECI later, by label.
    addTreeCheck(this, () => (this.eci === 'all' ? onEciProblems(this.namespace, true) : []));
  }

  get eci(): EciUse {
    return eciUse(this, this.pod.data);
  }

  /** Has the Pods started after other things of this stack, and ended before them. */
  after(...things: readonly Dependable[]): void {
    this.before.push(...waitable(this, things));
    putAfter(this, this.before);
  }

  private spec() {
    const { maxUnavailable, minReadySeconds } = this.props;
    return {
      selector: { matchLabels: { ...this.selector } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: String(maxUnavailable), maxSurge: '0' },
      },
      minReadySeconds,
      revisionHistoryLimit: 10,
      template: podTemplate(this.pod.data, this.selector),
    };
  }
}
