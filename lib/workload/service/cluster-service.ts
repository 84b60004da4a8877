import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import { Construct } from 'constructs';
import { POD_BACKENDS } from '../../balancer/annotations';
import { reject } from '../../core/errors';
import { checkedId } from '../../core/ids';
import { waitFor } from '../../core/wait-for';
import type { INamespace, IWorkload } from '../../core/workload';
import { portBlocks, servicePortProblems, type ServicePort } from './service-ports';

export interface ClusterServiceProps {
  /** The workload whose Pods answer. */
  readonly workload: IWorkload;
  /** At least one port. Changed in place. */
  readonly ports: readonly ServicePort[];
  /**
   * Whether the name stands for the Pods themselves instead of one address: what a StatefulSet needs. Replaces it.
   * @default false
   */
  readonly headless?: boolean;
  /** Name of the Service. Replaces it. @default the workload's */
  readonly name?: string;
}

/**
 * The address and name of a workload's Pods inside the cluster.
 *
 * Creates one `kubernetes_service_v1` of type ClusterIP. Free. Pods on ECI are reached like any others.
 */
export class ClusterService extends Construct {
  readonly resource: ServiceV1;
  readonly serviceName: string;
  readonly namespace: INamespace;
  readonly ports: readonly ServicePort[];
  /** The workload whose Pods answer. */
  readonly workload: IWorkload;

  constructor(scope: Construct, id: string, props: ClusterServiceProps) {
    super(scope, checkedId(scope, id));
    const { workload, ports, headless = false } = props;
    const listening = workload.pod.data.containers.flatMap((one) => one.ports.map(({ port }) => port));
    reject(this, servicePortProblems(ports, listening));
    this.workload = workload;
    this.namespace = workload.namespace;
    this.ports = ports;
    this.serviceName = props.name ?? workload.workloadName;
    this.resource = new ServiceV1(this, 'Resource', {
      metadata: this.metadata(),
      spec: {
        type: 'ClusterIP',
        clusterIp: headless ? 'None' : undefined,
        // Members of a set find each other before they are ready.
        publishNotReadyAddresses: headless || undefined,
        selector: { ...workload.selector },
        port: portBlocks(ports),
      },
      dependsOn: waitFor(this, this.namespace.ready),
    });
  }

  /** Has balancers of the cloud reach the Pods by their own addresses, where the network lets them. Changed in place. */
  reachPods(): void {
    this.resource.putMetadata({ ...this.metadata(), annotations: { ...POD_BACKENDS } });
  }

  /** The full name inside the cluster, such as `web.shop.svc.cluster.local`. */
  get hostname(): string {
    return `${this.serviceName}.${this.namespace.namespaceName}.svc.cluster.local`;
  }

  private metadata() {
    return {
      name: this.serviceName,
      namespace: this.namespace.namespaceName,
      labels: { ...this.workload.selector, 'app.kubernetes.io/managed-by': 'terraform' },
    };
  }
}
