import type { CsKubernetesNodePoolConfig } from '@cdktf/provider-alicloud/lib/cs-kubernetes-node-pool';
import { Fn } from 'cdktf';
import type { Protection } from '../../core/cloud';
import { withDefaults } from '../../core/defaults';
import { isToken } from '../../core/tokens';
import { billingAttributes } from './billing';
import { dataDiskAttributes, systemDiskAttributes } from './disks';
import { defaultImage, imageAttributes } from './image';
import { readTypes } from './instance-types';
import { kubeletConfiguration } from './kubelet';
import { labelList } from './labels';
import { MANAGEMENT_DEFAULTS, managementBlock } from './management';
import { NODE_POOL_TIMEOUTS, type ResolvedNodePool } from './node-pool-defaults';
import { nodeVswitches } from './node-pool-zones';
import { rotationAttributes } from './rotation';
import { isAuto, sizeAttributes, type ScalingType } from './size';

/** What a node pool was given besides its props. */
export interface NodePoolParts {
  readonly name: string;
  readonly protection: Protection;
  readonly deploymentSetId: string | undefined;
}

/** The L1 attributes of a node pool, one by one. */
export function nodePoolConfig(p: ResolvedNodePool, parts: NodePoolParts): CsKubernetesNodePoolConfig {
  const gpu = hasGpu(p);
  return {
    clusterId: p.cluster.clusterId,
    nodePoolName: parts.name,
    vswitchIds: nodeVswitches(p.cluster.network, p.zones).map(({ vswitchId }) => vswitchId),
    instanceTypes: [...p.instanceTypes],
    ...sizeAttributes(p.size, scalingType(p)),
    ...billingAttributes(p.billing),
    ...imageAttributes(p.image ?? defaultImage(p.instanceTypes)),
    ...systemDiskAttributes(p.systemDisk),
    dataDisks: anyOf(dataDiskAttributes(p.dataDisks)),
    runtimeName: 'containerd',
    installCloudMonitor: true,
    labels: anyOf(labelList({ ...(gpu ? gpuLabels(p.shareGpu) : {}), ...p.labels })),
    taints: anyOf(p.taints.map(({ key, value, effect }) => ({ key, value: value ?? '', effect }))),
    kubeletConfiguration: kubeletConfiguration(p.kubelet),
    management: managementBlock(withDefaults(p.management, MANAGEMENT_DEFAULTS)),
    instanceMetadataOptions: { httpTokens: 'required' },
    ...rotationAttributes(p.rotation),
    deploymentSetId: parts.deploymentSetId,
    keyName: p.keyName,
    loginAsNonRoot: p.loginAsNonRoot ? true : undefined,
    userData: p.userData === undefined ? undefined : base64(p.userData),
    forceDelete: parts.protection === 'sandbox',
    timeouts: { ...NODE_POOL_TIMEOUTS },
    lifecycle: { ignoreChanges: ignoredChanges(p) },
  };
}

function hasGpu({ instanceTypes }: ResolvedNodePool): boolean {
  return readTypes(instanceTypes).some(({ gpu }) => gpu);
}

function scalingType(p: ResolvedNodePool): ScalingType {
  if (hasGpu(p)) {
    return p.shareGpu ? 'gpushare' : 'gpu';
  }
  return p.billing.kind === 'spot' ? 'spot' : 'cpu';
}

/** How ACK's scheduler gives GPUs to Pods: one Pod per GPU, or shared by memory. */
function gpuLabels(share: boolean): Readonly<Record<string, string>> {
  return { 'ack.node.gpu.schedule': share ? 'share' : 'default' };
}

/** What the autoscaler and ACK change: the number of nodes, the newest image and runtime. */
function ignoredChanges(p: ResolvedNodePool): string[] {
  const ownImage = typeof p.image === 'object';
  return [...(isAuto(p.size) ? ['desired_size'] : []), ...(ownImage ? [] : ['image_id']), 'runtime_version'];
}

/** A list that has elements; an empty one makes no block. */
function anyOf<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function base64(script: string): string {
  return isToken(script) ? Fn.base64encode(script) : Buffer.from(script, 'utf8').toString('base64');
}
