import { quote, type Problem } from '../../core/errors';
import type { AccessMode } from '../../core/pod';
import { WORKLOAD_FORM } from '../../core/seam-forms';
import type { IWorkload } from '../../core/workload';
import type { StorageClassFacts } from './storage-class-facts';

/** Access modes that only one node has at a time. */
const ONE_NODE: readonly AccessMode[] = ['ReadWriteOnce', 'ReadWriteOncePod'];

/** Problem of an access mode that a class cannot give: disks are for one node. */
export function accessProblems(access: AccessMode, { className, media }: StorageClassFacts): Problem[] {
  if (media !== 'disk' || ONE_NODE.includes(access)) {
    return [];
  }
  const what = `access ${quote(access)}: storage class ${quote(className)} makes disks, which one node holds at a time`;
  const fix = 'write access: "ReadWriteOnce", or take a NasStorageClass';
  return [{ code: 'claim-access', what, value: access, fix }];
}

/** Problem of waiting for what happens only once a Pod is there. */
export function waitProblems(waitUntilBound: boolean, { className, binding }: StorageClassFacts): Problem[] {
  if (!waitUntilBound || binding === 'immediate') {
    return [];
  }
  const says = binding === undefined ? 'may bind claims' : 'binds claims';
  const what = `waitUntilBound true: storage class ${quote(className)} ${says} only once a Pod uses them, and Pods come after the claim`;
  return [{ code: 'claim-waits', what, value: true, fix: 'leave waitUntilBound out' }];
}

/** Problem of Pods that are sent to ECI past the scheduler, which is who binds such claims. */
export function eciProblems(workload: IWorkload, { className, media, binding }: StorageClassFacts): Problem[] {
  if (workload.eci !== 'all' || media !== 'disk' || binding !== 'first-consumer') {
    return [];
  }
  const what = `the Pods of "${workload.node.path}" are sent to ECI past the scheduler, and storage class ${quote(className)} makes a disk once the scheduler has chosen a node: they would wait for ever`;
  const fix = 'take a class of Provisioner.disk({ zone: "..." }) or a NasStorageClass, or let the Pods run on nodes';
  return [{ code: 'claim-on-eci', what, value: className, fix }];
}

/** Problem of a claim for one node that several Pods would hold. */
export function sharedProblems(name: string, access: AccessMode, workloads: readonly IWorkload[]): Problem[] {
  if (!ONE_NODE.includes(access)) {
    return [];
  }
  const pods = workloads.reduce((sum, { mostPods = 1 }) => sum + mostPods, 0);
  if (pods <= 1) {
    return [];
  }
  const who = workloads.map(({ node, mostPods = 1 }) => `"${node.path}" ${mostPods}`).join(', ');
  const what = `claim ${quote(name)} is ${access}, and up to ${pods} Pods hold it at once, those of an update included (${who}): a Pod on another node would wait for ever`;
  const fix =
    'write replicas 1 and Update.recreate(), use a StatefulService with a claim for each Pod, or take access: "ReadWriteMany" of a share';
  return [{ code: 'claim-shared', what, value: pods, fix }];
}

/** Problem of a claim that is in another namespace than the Pods. */
export function namespaceProblems(name: string, namespace: string, workload: IWorkload): Problem[] {
  const form = WORKLOAD_FORM('workload', workload);
  if (form.length > 0) {
    return form;
  }
  if (workload.namespace.namespaceName === namespace) {
    return [];
  }
  const what = `claim ${quote(name)} is in namespace ${quote(namespace)}, "${workload.node.path}" in ${quote(workload.namespace.namespaceName)}`;
  return [{ code: 'claim-namespace', what, value: namespace, fix: 'make the claim in the namespace of the workload' }];
}

/** Name of the volume of a claim in a Pod, apart from the volumes that Pods make for their files. */
export function claimVolumeName(claim: string): string {
  return claim.length <= 57 ? `claim-${claim}` : claim;
}
