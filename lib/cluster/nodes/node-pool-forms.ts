import {
  any,
  choiceOf,
  flag,
  listOf,
  mapOf,
  needed,
  object,
  text,
  word,
  type Form,
  type Forms,
} from '../../core/forms';
import { CLUSTER_FORM } from '../../core/seam-forms';
import type { DataDisk, SystemDisk } from './disks';
import type { Kubelet } from './kubelet';
import type { Taint } from './labels';
import type { NodeManagement } from './management';
import type { NodePoolAttributes } from './node-pool';
import type { NodePoolProps } from './node-pool-props';
import { ROTATION_FORM } from './rotation';

const CLUSTER = needed(CLUSTER_FORM, 'new ManagedCluster(...), or one of ManagedCluster.fromAttributes');

const DISK: Forms<SystemDisk> = { category: any, sizeGib: any, performanceLevel: any, kmsKeyId: word };

const SPOT = { priceLimits: mapOf(any) };

const BILLING = choiceOf(
  {
    'pay-as-you-go': {},
    spot: SPOT,
    mixed: { ...SPOT, onDemandBase: any, onDemandPercent: any, spotPools: any },
    subscription: { months: any, autoRenew: flag },
  },
  'Billing.payAsYouGo(), Billing.spot(), Billing.mixed({...}), Billing.subscription({...})',
);

/** A number is checked where it is read; limits are two of them and nothing else. */
const SIZE: Form = (prop, value) =>
  typeof value === 'object' && value !== null ? object({ min: any, max: any })(prop, value) : [];

const IMAGE: Form = (prop, value) =>
  typeof value === 'string' ? [] : object({ imageId: needed(word, '"m-..."') })(prop, value);

const KUBELET = object<Kubelet>({
  maxPods: any,
  cpuManager: any,
  podPidsLimit: any,
  containerLogMaxSize: word,
  containerLogMaxFiles: any,
  imageGcHighPercent: any,
  imageGcLowPercent: any,
  registryPullQps: any,
  kubeReserved: mapOf(word),
  systemReserved: mapOf(word),
  evictionHard: mapOf(word),
});

export const NODE_POOL_FORMS: Forms<NodePoolProps> = {
  cluster: CLUSTER,
  instanceTypes: any,
  size: SIZE,
  name: text,
  zones: listOf(word),
  billing: BILLING,
  image: IMAGE,
  systemDisk: object<SystemDisk>(DISK),
  dataDisks: listOf(needed(object<DataDisk>(DISK), '{ sizeGib: 200 }')),
  labels: mapOf(needed(text, '"..."')),
  taints: listOf(needed(object<Taint>({ key: needed(text, '"dedicated"'), value: text, effect: any }), '{ key: ... }')),
  shareGpu: flag,
  kubelet: KUBELET,
  management: object<NodeManagement>({
    autoRepair: flag,
    autoUpgrade: flag,
    autoVulFix: flag,
    restartNodes: flag,
    maxUnavailable: any,
  }),
  deploymentSet: choiceOf(
    { new: {}, existing: { id: needed(word, '"ds-..."') } },
    'DeploymentSet.create(), DeploymentSet.withId("ds-...")',
  ),
  keyName: word,
  loginAsNonRoot: flag,
  userData: text,
  allowSmallNodes: flag,
  rotation: ROTATION_FORM,
  adopt: word,
};

export const NODE_POOL_ATTRIBUTES_FORMS: Forms<NodePoolAttributes> = {
  cluster: CLUSTER,
  nodePoolId: needed(word, '"np..."'),
};
