import { claimExists } from './claim-exists';
import { clusterExists } from './cluster-exists';
import { isReached } from './cluster-look';
import { clusterOneVpc } from './cluster-one-vpc';
import { clusterRanges } from './cluster-ranges';
import { clusterVersion } from './cluster-version';
import { deletionProtection } from './deletion-protection';
import { enoughAddresses } from './enough-addresses';
import { kubeAmounts } from './kube-amounts';
import { kubeClaimBinds } from './kube-claim-binds';
import { kubeHpa } from './kube-hpa';
import { kubeIngress } from './kube-ingress';
import { kubeNames } from './kube-names';
import { kubeNamespaceEmpty } from './kube-namespace-empty';
import { kubeObjectsExist } from './kube-objects-exist';
import { kubePodNames } from './kube-pod-names';
import { kubeQuota } from './kube-quota';
import { kubeReleaseObjects } from './kube-release-objects';
import { kubeScaleTarget } from './kube-scale-target';
import { kubeSelector } from './kube-selector';
import { kubeServicePorts } from './kube-service-ports';
import { kubeServiceTarget } from './kube-service-target';
import { kubeStorageClass } from './kube-storage-class';
import { nameTaken } from './name-taken';
import { namespaceExists } from './namespace-exists';
import { natNeedsVswitch } from './nat-needs-vswitch';
import { oneObjectPerName } from './one-object-per-name';
import { podRangesOfOneVpc } from './pod-ranges-of-one-vpc';
import { referencesExist } from './references-exist';
import type { CloudView } from '../cloud/cloud';
import type { Change, Rule } from './rule';
import { snatNeedsEip } from './snat-needs-eip';
import { vpcStillInUse } from './vpc-still-in-use';
import { vswitchInsideVpc } from './vswitch-inside-vpc';
import { vswitchOverlap } from './vswitch-overlap';
import { vswitchStillInUse } from './vswitch-still-in-use';
import type { Diagnostic } from '../wire/types';

/** Rules that hold everywhere, in the order in which they are asked. */
export const RULES: readonly Rule[] = Object.freeze([
  clusterExists,
  namespaceExists,
  claimExists,
  oneObjectPerName,
  nameTaken,
  referencesExist,
  vswitchInsideVpc,
  vswitchOverlap,
  natNeedsVswitch,
  snatNeedsEip,
  clusterOneVpc,
  clusterRanges,
  clusterVersion,
  podRangesOfOneVpc,
  enoughAddresses,
  vswitchStillInUse,
  vpcStillInUse,
  deletionProtection,
]);

/** Rules of what is inside a cluster. They judge those that the rehearsal gave credentials for, no API server elsewhere. */
export const OBJECT_RULES: readonly Rule[] = Object.freeze([
  kubeAmounts,
  kubeClaimBinds,
  kubeHpa,
  kubeIngress,
  kubeNames,
  kubeNamespaceEmpty,
  kubeObjectsExist,
  kubePodNames,
  kubeQuota,
  kubeReleaseObjects,
  kubeScaleTarget,
  kubeSelector,
  kubeServicePorts,
  kubeServiceTarget,
  kubeStorageClass,
]);

const covers = (pattern: string, type: string): boolean =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;

/** What the cloud says against a change. */
export const refusals = (change: Change, cloud: CloudView, silenced: readonly string[] = []): Diagnostic[] =>
  (isReached(change.cluster) ? [...RULES, ...OBJECT_RULES] : RULES)
    .filter((rule) => !silenced.includes(rule.name))
    .filter((rule) => rule.on.includes(change.action) && rule.types.some((type) => covers(type, change.type)))
    .flatMap((rule) =>
      rule.check(change, cloud).map(({ what, fix, path }) => ({
        severity: 'error' as const,
        summary: `The cloud refuses to ${change.action} ${change.type}`,
        detail: `${what}\nfix: ${fix}\n(rehearsal rule ${rule.name}: ${rule.source})`,
        path,
      })),
    );
