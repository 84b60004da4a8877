import { CsKubernetesNodePool } from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { Construct, type IConstruct } from 'constructs';
import { adopt, leaveAlone } from '../../core/adopt';
import { cloudOf } from '../../core/cloud';
import type { ICluster } from '../../core/cluster';
import { withDefaults } from '../../core/defaults';
import { reject } from '../../core/errors';
import { formProblems } from '../../core/forms';
import { checkedId } from '../../core/ids';
import { NAME_RULES, physicalName } from '../../core/names';
import { needRoles } from '../../core/roles';
import { waitFor } from '../../core/wait-for';
import { warn } from '../../core/warnings';
import { needAutoscaler } from './autoscaler';
import { deploymentSetId } from './deployment-set';
import { nodePoolConfig } from './node-pool-config';
import { NODE_POOL_DEFAULTS } from './node-pool-defaults';
import { NODE_POOL_ATTRIBUTES_FORMS, NODE_POOL_FORMS } from './node-pool-forms';
import { nodePoolProblems } from './node-pool-problems';
import type { NodePoolProps } from './node-pool-props';
import { nodePoolRoles } from './node-pool-roles';
import { nodePoolWarnings } from './node-pool-warnings';
import { nodeVswitches, podDemand } from './node-pool-zones';
import { enlist } from './pools';
import { isAuto, mostNodes } from './size';

/** A node pool, created here or existing. */
export interface INodePool extends IConstruct {
  readonly nodePoolId: string;
  readonly cluster: ICluster;
}

/** A node pool that exists. */
export interface NodePoolAttributes {
  /** The cluster that its nodes belong to. */
  readonly cluster: ICluster;
  /** Id of the pool, `np` and 32 hex digits. */
  readonly nodePoolId: string;
}

/** What the provider would replace a pool for, and with it its nodes. One that was taken over keeps what it has. */
const WITH_NEW_POOLS = Object.freeze(['instance_metadata_options']);

/**
 * ECS nodes of one kind that join a cluster, spread over its zones. Creates `alicloud_cs_kubernetes_node_pool`, and a
 * deployment set when asked for; every node is billed as an ECS instance with its disks. Nodes answer metadata requests
 * with a token only (IMDSv2), have encrypted disks and no public address.
 *
 * In a `production` stack ACK refuses to delete a pool that still has nodes: scale it to 0 first, or go to `sandbox`.
 *
 * @throws InputError with everything that is wrong with the props
 */
export class NodePool extends Construct implements INodePool {
  readonly resource: CsKubernetesNodePool;
  readonly nodePoolId: string;
  /** Id of the scaling group that holds the nodes. */
  readonly scalingGroupId: string;
  readonly cluster: ICluster;

  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, NODE_POOL_FORMS));
    const p = withDefaults(props, NODE_POOL_DEFAULTS);
    reject(this, nodePoolProblems(p));
    const { cluster } = p;
    this.cluster = cluster;
    this.resource = new CsKubernetesNodePool(this, 'Resource', {
      ...nodePoolConfig(p, {
        name: p.name ?? physicalName(this, NAME_RULES.nodePool),
        protection: cloudOf(this).protection,
        deploymentSetId: deploymentSetId(this, p.deploymentSet),
      }),
      dependsOn: waitFor(this, cluster.network.egress),
    });
    adopt(this.resource, p.adopt);
    if (p.adopt !== undefined) {
      leaveAlone(this.resource, WITH_NEW_POOLS);
    }
    this.nodePoolId = this.resource.nodePoolId;
    this.scalingGroupId = this.resource.scalingGroupId;
    const vswitches = nodeVswitches(cluster.network, p.zones);
    const pods = podDemand(p, vswitches);
    enlist(cluster, {
      id,
      path: this.node.path,
      nodes: mostNodes(p.size),
      auto: isAuto(p.size),
      scalingGroupId: this.scalingGroupId,
      vswitches,
      pods,
      resource: this.resource,
    });
    if (isAuto(p.size)) {
      needAutoscaler(cluster);
    }
    needRoles(this, nodePoolRoles(p.size));
    nodePoolWarnings(p).forEach(([code, text]) => warn(this, code, text));
  }

  /** A node pool that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: NodePoolAttributes): INodePool {
    return new ImportedNodePool(scope, id, attributes);
  }

  /** The id under which Terraform imports a node pool; the pool's id alone makes the provider crash. */
  static importId(clusterId: string, nodePoolId: string): string {
    return `${clusterId}:${nodePoolId}`;
  }
}

class ImportedNodePool extends Construct implements INodePool {
  readonly nodePoolId: string;
  readonly cluster: ICluster;

  constructor(scope: Construct, id: string, attributes: NodePoolAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, NODE_POOL_ATTRIBUTES_FORMS));
    this.nodePoolId = attributes.nodePoolId;
    this.cluster = attributes.cluster;
  }
}
