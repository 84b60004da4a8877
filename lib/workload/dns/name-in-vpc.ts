import type { IConstruct } from 'constructs';
import { quote, reject, type Problem } from '../../core/errors';
import { construct } from '../../core/forms';
import type { ICluster } from '../../core/cluster';
import { namespaceOf } from '../../core/workload';
import { workplaceOf } from '../../core/workplace';

/** A Service of ours, of either kind. */
interface NamedService extends IConstruct {
  readonly serviceName: string;
  /** Of one behind a balancer. */
  readonly balancer?: { readonly kind: string };
  readonly resource: IConstruct & { readonly specInput?: { readonly type?: string; readonly clusterIp?: string } };
}

const SERVICE_FORM = construct(['serviceName', 'resource'], 'web.expose(front, { port: 80 }), or queue.members');

/**
 * The name under which every machine of the VPC finds a Service of a Serverless cluster that was made with
 * `ServiceDiscovery.privateZone()`: `web-front.shop.svc.cluster.local.<cluster id>`. Pods of the cluster find it by
 * `<service>.<namespace>`, too.
 *
 * @param service one behind a classic balancer, whose address the name stands for, or a headless one, which stands for its Pods
 * @throws InputError `dns-no-record` where nobody writes a record: another cluster, a Service with a cluster IP, a balancer without an
 *   address of its own
 */
export function nameInVpc(service: NamedService): string {
  reject('nameInVpc', SERVICE_FORM('service', service));
  const { cluster } = workplaceOf(service);
  reject(service, [...clusterProblems(cluster), ...serviceProblems(service)]);
  return `${service.serviceName}.${namespaceOf(service).namespaceName}.svc.cluster.local.${cluster.clusterId}`;
}

function clusterProblems({ serviceDiscovery, node }: ICluster): Problem[] {
  const what = `cluster "${node.path}" writes no records into a private zone`;
  const fix =
    'make a ServerlessCluster with serviceDiscovery: ServiceDiscovery.privateZone(), or add a record to a PrivateZone of yours';
  return serviceDiscovery?.kind === 'private-zone'
    ? []
    : [{ code: 'dns-no-record', what, value: serviceDiscovery?.kind, fix }];
}

function serviceProblems({ serviceName, balancer, resource }: NamedService): Problem[] {
  const { type, clusterIp } = resource.specInput ?? {};
  if (type === 'LoadBalancer' && balancer?.kind === 'network') {
    const what = `Service ${quote(serviceName)} stands behind a network balancer, which has a name instead of an address; records are of addresses`;
    const fix = 'use its address, or expose it before a ClassicLoadBalancer';
    return [{ code: 'dns-no-record', what, value: 'network', fix }];
  }
  if (type === 'LoadBalancer' || clusterIp === 'None') {
    return [];
  }
  const what = `Service ${quote(serviceName)} has an address of the cluster, for which the documents promise no record`;
  const fix = 'expose(...) the workload, or name a headless Service';
  return [{ code: 'dns-no-record', what, value: type, fix }];
}
