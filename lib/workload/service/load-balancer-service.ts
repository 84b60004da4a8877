import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { Construct, type IConstruct } from 'constructs';
import { tagText } from '../../balancer/annotations';
import type { BalancedPort, IBalancer } from '../../core/balancer';
import { cloudOf } from '../../core/cloud';
import { quote, reject, type Problem } from '../../core/errors';
import { checkedId } from '../../core/ids';
import { NAME_RULES, physicalName, type NameRule } from '../../core/names';
import type { INetwork, Purpose } from '../../core/network';
import { isToken } from '../../core/tokens';
import { addTreeCheck, byKey, perTree } from '../../core/tree';
import { waitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import type { IWorkload } from '../../core/workload';
import { allowTraffic } from '../network-rules';
import { longNameProblems } from '../workload-parts';
import { clientList } from './client-list';
import { portBlocks, servicePortProblems } from './service-ports';

export interface LoadBalancerServiceProps {
  /** The workload whose Pods answer. */
  readonly workload: IWorkload;
  /** What stands before them. */
  readonly balancer: IBalancer;
  /** At least one port. Changed in place. */
  readonly ports: readonly BalancedPort[];
}

/** Names of balancers that the cluster makes. */
const BALANCER_NAME: NameRule = { ...NAME_RULES.network, max: 80 };
/** From where balancers ask whether a Pod is well, and where those of HTTP come from. */
const CLOUD_RANGE = '100.64.0.0/10';
/** Of a Service, which is a name of DNS. */
const LONGEST_NAME = 63;
const CREATE_TIMEOUT = '15m';

/**
 * A Service that a balancer stands before.
 *
 * Creates one `kubernetes_service_v1` of type LoadBalancer and, for a CLB that takes only some ranges,
 * `alicloud_slb_acl` with its entries. With a balancer that the cluster owns, the cloud controller manager makes and
 * bills it. Where a NetworkPolicy shuts others out, a policy of the namespace lets the clients in. Terraform waits for the
 * address when it is created, 15 minutes at most, and for the balancer's end when it is destroyed.
 */
export class LoadBalancerService extends Construct {
  readonly resource: ServiceV1;
  readonly serviceName: string;
  readonly balancer: IBalancer;
  readonly ports: readonly BalancedPort[];

  constructor(scope: Construct, id: string, props: LoadBalancerServiceProps) {
    super(scope, checkedId(scope, id));
    const { workload, balancer, ports } = props;
    reject(this, problemsIn(props));
    const { protection, tags = {} } = cloudOf(this);
    this.balancer = balancer;
    this.ports = ports;
    this.serviceName = `${workload.workloadName}-${balancer.name}`;
    const service = {
      ports,
      tags,
      balancerName: physicalName(this, BALANCER_NAME),
      deleteProtection: protection === 'production',
    };
    const { namespace, selector } = workload;
    const list = clientList(this, balancer);
    this.resource = new ServiceV1(this, 'Resource', {
      metadata: {
        name: this.serviceName,
        namespace: namespace.namespaceName,
        labels: { ...selector, 'app.kubernetes.io/managed-by': 'terraform' },
        annotations: { ...balancer.annotations(service, list?.aclId) },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: balancer.loadBalancerClass,
        externalTrafficPolicy: balancer.externalTrafficPolicy,
        // With Terway the balancer reaches Pods themselves.
        allocateLoadBalancerNodePorts: balancer.network.podNetwork.kind === 'terway' ? false : undefined,
        loadBalancerSourceRanges: balancer.sourceRanges && balancer.clients ? [...balancer.clients] : undefined,
        selector: { ...selector },
        port: portBlocks(ports),
      },
      waitForLoadBalancer: true,
      timeouts: { create: CREATE_TIMEOUT },
      dependsOn: waitFor(this, [...namespace.ready, ...(list?.made ?? [])]),
    });
    letClientsIn(workload, balancer, ports);
    this.sayLostTags(tags);
    addTreeCheck(this, (all) => takenPorts(this, all));
  }

  /** Where clients find it, which only Terraform knows: the IP address of a CLB, the DNS name of an NLB. */
  get address(): string {
    const at = this.resource.status.get(0).loadBalancer.get(0).ingress.get(0);
    return this.balancer.kind === 'classic' ? at.ip : at.hostname;
  }

  private sayLostTags(tags: Readonly<Record<string, string>>): void {
    const { lost } = tagText(tags);
    if (this.balancer.owns === 'cluster' && lost.length > 0) {
      const names = lost.map(quote).join(', ');
      warn(this, 'balancer-tags', `the balancer goes without the tags ${names}: it carries 8, without "," and "="`);
    }
  }
}

function problemsIn({ workload, balancer, ports }: LoadBalancerServiceProps): Problem[] {
  const listening = workload.pod.data.containers.flatMap((one) => one.ports.map(({ port }) => port));
  return [
    ...servicePortProblems(ports, listening),
    ...longServiceName(workload, balancer),
    ...networkProblems(workload, balancer),
  ];
}

function longServiceName({ workloadName }: IWorkload, { name }: IBalancer): Problem[] {
  const why = `the Service is called "<name>-${name}"`;
  return longNameProblems(workloadName, LONGEST_NAME - name.length - 1, why);
}

/**
 * The Services of every balancer, in tree order. One balancer may be seen with different listeners, or imported twice: it
 * is known by its id.
 */
const servicesOf = perTree((all) =>
  byKey(all, ({ serviceName, balancer }: IConstruct & Partial<LoadBalancerService>) =>
    serviceName === undefined ? undefined : (balancer?.balancerId ?? balancer),
  ),
);

/**
 * One port of a balancer has one listener, which is one Service's; the cloud controller manager would give it to whoever
 * comes last. A balancer that the cluster owns is made anew for each Service.
 */
function takenPorts(service: LoadBalancerService, all: readonly IConstruct[]): Problem[] {
  const { balancer, node } = service;
  if (balancer.owns === 'cluster') {
    return [];
  }
  const same = servicesOf(all).get(balancer.balancerId ?? balancer) ?? [];
  const others = same.slice(0, same.indexOf(service));
  return service.ports.flatMap(({ port }) => {
    const [first] = others.filter(({ ports }) => ports?.some((one) => one.port === port));
    const what = `port ${port} of the balancer is asked for by "${first?.node.path}" and by "${node.path}"`;
    const fix = 'expose one of the two on another port, or before another balancer';
    return first ? [{ code: 'balancer-port-taken' as const, what, value: port, fix }] : [];
  });
}

/** A balancer reaches Pods of its own VPC. */
function networkProblems({ cluster }: IWorkload, { network }: IBalancer): Problem[] {
  if (network === cluster.network || network.vpcId === cluster.network.vpcId) {
    return [];
  }
  const what = `the balancer stands in network "${network.node.path}", the cluster in "${cluster.network.node.path}"`;
  return [
    { code: 'balancer-network', what, value: network.node.path, fix: 'write network: the network of the cluster' },
  ];
}

/**
 * A policy that shuts others out would shut out the balancer, too: its clients, and itself, from the vSwitches that it stands
 * in. Not the whole network: Pods of others are in it. Nor everybody, where the balancer is open: a Pod of another namespace
 * would go past the balancer.
 */
function letClientsIn(workload: IWorkload, { clients, network }: IBalancer, ports: readonly BalancedPort[]): void {
  const { namespace } = workload;
  if (namespace.isolation === undefined || namespace.isolation === 'open') {
    return;
  }
  const itself = network.vswitches('nodes').map(({ cidr }) => cidr);
  for (const { targetPort } of ports) {
    if (clients === undefined) {
      allowTraffic(namespace, '0.0.0.0/0', targetPort, workload, rangesOfPods(network));
    } else {
      const ranges = [...new Set([...clients, ...itself, CLOUD_RANGE])].filter((range) => !isToken(range));
      ranges.forEach((range) => namespace.allowFrom(range, targetPort, workload));
    }
  }
}

/** Ranges of the vSwitches that have Pods, and no balancer. */
function rangesOfPods(network: INetwork): readonly string[] {
  const ranges = (...purposes: readonly Purpose[]): readonly string[] =>
    purposes.flatMap((purpose) => network.vswitches(purpose).map(({ cidr }) => cidr));
  const others = new Set(ranges('nodes'));
  return [...new Set(ranges('pods', 'eci'))].filter((range) => !isToken(range) && !others.has(range));
}
