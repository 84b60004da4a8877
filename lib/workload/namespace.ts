import { LimitRangeV1 } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { ResourceQuotaV1 } from '@cdktf/provider-kubernetes/lib/resource-quota-v1';
import { Construct, type IConstruct } from 'constructs';
import { adopt, adoptedName } from '../core/adopt';
import type { ICluster } from '../core/cluster';
import { withDefaults } from '../core/defaults';
import { quote, reject } from '../core/errors';
import { formProblems } from '../core/forms';
import { checkedId } from '../core/ids';
import { kubernetesName } from '../core/kubernetes-names';
import { addTreeCheck } from '../core/tree';
import { warn } from '../core/warnings';
import { provideNamespace, type INamespace, type IWorkload, type PodPort, type PodSource } from '../core/workload';
import { workplaceOf } from '../core/workplace';
import { labelProblems } from '../cluster/nodes/labels';
import { ownFacts } from '../cluster/nodes/own-cluster';
import { baselineOf } from './baseline/cluster-baseline';
import { useNodeDnsCache } from './dns/node-cache';
import { ECI_ENGINE, enforcement } from './enforcement';
import { ImportedNamespace } from './imported-namespace';
import { Isolation, type IsolationData } from './isolation';
import { isolationSpec } from './isolation-spec';
import { containerLimit, namespaceLabels, quotaBounds } from './namespace-config';
import { NAMESPACE_DEFAULTS, type ResolvedNamespace } from './namespace-defaults';
import { NAMESPACE_FORMS } from './namespace-forms';
import { namespaceProblems, sentToEci } from './namespace-problems';
import type { NamespaceAttributes, NamespaceProps, PodSecurityLevel } from './namespace-props';
import { sameNames } from './namespace-names';
import { allowTraffic, allowTrafficTo } from './network-rules';
import { watchQuota } from './quota-watch';

/** Deleting a namespace waits for balancers and volumes in it, which the cloud takes its time for. */
const DELETE_TIMEOUT = '15m';

/**
 * A namespace with what one should not be without: a Pod Security level, a default size for containers that say none,
 * a policy that shuts out other namespaces where something enforces it, and a quota when asked for.
 *
 * Creates `kubernetes_namespace_v1` and, by its props, `kubernetes_resource_quota_v1`, `kubernetes_limit_range_v1` and
 * `kubernetes_network_policy_v1`; the component `poseidon` in the cluster where Pods on ECI are to be shut off. Free.
 * What is created below it lands in it and waits for the namespace, its quota, its default size and its policy.
 *
 * @throws InputError with everything that is wrong with the props; `no-workload-stack` outside of a WorkloadStack; when the
 *   App is synthesised `quota-too-small` for workloads that come to more at the most of their scales
 */
export class Namespace extends Construct implements INamespace {
  readonly resource: NamespaceV1;
  readonly namespaceName: string;
  readonly cluster: ICluster;
  readonly everythingOnEci: boolean;
  readonly podSecurity: PodSecurityLevel;
  readonly isolation: IsolationData['kind'];
  readonly ready: readonly { readonly fqn: string }[];
  private readonly labels: Record<string, string>;
  private readonly annotations: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, checkedId(scope, id));
    const { cluster, stack } = workplaceOf(this);
    reject(this, formProblems(props, NAMESPACE_FORMS));
    const p = withDefaults(props, NAMESPACE_DEFAULTS);
    reject(this, namespaceProblems(p, cluster));
    this.cluster = cluster;
    this.namespaceName = p.name ?? adoptedName(p.adopt) ?? kubernetesName(this, stack);
    this.podSecurity = p.podSecurity;
    this.everythingOnEci = p.placement.kind === 'everything-on-eci';
    this.labels = { ...namespaceLabels(p) };
    this.annotations = p.annotations;
    this.resource = new NamespaceV1(this, 'Resource', {
      metadata: this.metadata(),
      waitForDefaultServiceAccount: true,
      timeouts: { delete: DELETE_TIMEOUT },
    });
    adopt(this.resource, p.adopt);
    this.isolation = this.isolationOf(p);
    this.ready = [this.resource, ...this.makeBounds(p), ...this.isolate(), ...this.clusterReady(stack)];
    provideNamespace(this);
    addTreeCheck(this, (all) => sameNames(this, all));
    if (p.quota) {
      watchQuota(this, p.quota);
    }
    if (p.nodeDnsCache ?? this.cachesByDefault()) {
      useNodeDnsCache(this);
    }
  }

  /** A namespace that exists; what is created below it lands in it, and belongs to the stack of `scope`. */
  static fromAttributes(scope: Construct, id: string, attributes: NamespaceAttributes): INamespace {
    return new ImportedNamespace(scope, id, attributes);
  }

  addLabel(key: string, value: string): void {
    const taken = this.labels[key];
    const conflict = {
      code: 'namespace-conflict' as const,
      what: `label ${quote(key)} of the namespace is ${quote(taken)}; ${quote(value)} is asked for`,
      value,
      fix: 'decide for one of the two',
    };
    reject(this, [
      ...labelProblems({ [key]: value }, []),
      ...sentToEci({ [key]: value }, this.everythingOnEci),
      ...(taken === undefined || taken === value ? [] : [conflict]),
    ]);
    this.labels[key] = value;
    this.resource.putMetadata(this.metadata());
  }

  allowFrom(source: PodSource, port: PodPort, to?: IWorkload): void {
    allowTraffic(this, source, port, to);
  }

  allowTo(target: PodSource, port: PodPort): void {
    allowTrafficTo(this, target, port);
  }

  private metadata() {
    const labels = Object.fromEntries(Object.entries(this.labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    const annotations = Object.keys(this.annotations).length > 0 ? { ...this.annotations } : undefined;
    return { name: this.namespaceName, labels, annotations };
  }

  private makeBounds({ quota, containerDefaults }: ResolvedNamespace): { readonly fqn: string }[] {
    const metadata = { name: 'namespace', namespace: this.resource.metadata.name };
    const bounds = quota && new ResourceQuotaV1(this, 'quota', { metadata, spec: { hard: quotaBounds(quota) } });
    const limits =
      containerDefaults === 'none'
        ? undefined
        : new LimitRangeV1(this, 'limits', { metadata, spec: { limit: [containerLimit(containerDefaults)] } });
    return [bounds, limits].filter((one) => one !== undefined);
  }

  /** Whether the baseline has namespaces ask the caches of nodes; not where no Pod of this one is on a node. */
  private cachesByDefault(): boolean {
    return !this.everythingOnEci && baselineOf(this.cluster)?.nodeDnsCache === true;
  }

  /** What the cluster needs before Pods, where this stack is the one that makes it. */
  private clusterReady(stack: IConstruct): readonly { readonly fqn: string }[] {
    const baseline = baselineOf(this.cluster);
    return baseline !== undefined && workplaceOf(baseline).stack === stack ? baseline.ready : [];
  }

  private isolationOf({ isolation, placement }: ResolvedNamespace): IsolationData['kind'] {
    const { missing, eci, eciOpen } = enforcement(this.cluster, placement);
    const enforced = missing === undefined && (this.cluster.kind !== 'serverless' || this.cluster.networkPolicies);
    const { kind } = isolation ?? (enforced ? Isolation.denyIngress() : Isolation.open());
    if (kind === 'open') {
      return kind;
    }
    // Nobody asked for it: an existing cluster that lacks the component is told of, not refused.
    const lacking = isolation === undefined && ownFacts(this.cluster) === undefined && lacks(this.cluster);
    if (eciOpen || (eci && lacking)) {
      const why = eciOpen ? 'a Basic cluster cannot have' : 'the cluster does not have';
      warn(this, 'network-policy-eci', `Pods on ECI take every traffic: ${why} the component ${ECI_ENGINE}`);
    } else if (eci) {
      this.cluster.requireAddon(ECI_ENGINE, `network policies of the namespace "${this.namespaceName}" on ECI`);
    }
    return kind;
  }

  /** The policy of the whole namespace, where it has one: Pods that start before it are open until it comes. */
  private isolate(): readonly { readonly fqn: string }[] {
    const metadata = { name: 'namespace', namespace: this.resource.metadata.name };
    return this.isolation === 'open'
      ? []
      : [new NetworkPolicyV1(this, 'isolation', { metadata, spec: isolationSpec(this.isolation) })];
  }
}

/** Whether a cluster says that it has no engine for Pods on ECI. */
function lacks({ addons }: ICluster): boolean {
  return addons?.every((name) => name.toLowerCase() !== ECI_ENGINE) ?? false;
}
