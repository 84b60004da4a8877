import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1';
import type { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { cloudOf } from '../core/cloud';
import { quote, reject, type Problem } from '../core/errors';
import type { Dependable } from '../core/network';
import { DEPENDABLE_FORM } from '../core/seam-forms';
import { isToken } from '../core/tokens';
import { putWaitFor, waitFor } from '../core/wait-for';
import { warn } from '../core/warnings';
import type { INamespace, IWorkload } from '../core/workload';
import { burstOf } from './burst/apply-burst';
import { onNodes } from './burst/burst-scale';
import { disruptionSpec, type DisruptionData } from './disruption';
import { farImages } from './pod/pod-in-namespace';
import type { ResolvedPod } from './pod/pod-props';
import { labelsOf } from './workload-labels';

/** Name, namespace and labels of an object of a workload. */
export function metadataOf({
  workloadName,
  namespace,
}: {
  readonly workloadName: string;
  readonly namespace: INamespace;
}) {
  return { name: workloadName, namespace: namespace.namespaceName, labels: { ...labelsOf(workloadName) } };
}

/**
 * What a workload is to come after, as it was given.
 *
 * @throws InputError `type-invalid` for what Terraform cannot wait for
 */
export function waitable(workload: Construct, things: readonly Dependable[]): readonly Dependable[] {
  reject(
    workload,
    things.flatMap((one, index) => DEPENDABLE_FORM(`after(...)[${index}]`, one)),
  );
  return things;
}

/** Has a workload made after everything in the list, which may have grown. */
export function putAfter(
  workload: Construct & { readonly resource: TerraformResource },
  before: readonly Dependable[],
): void {
  putWaitFor(workload.resource, workload, before);
}

/** Has so many Pods of a workload kept when nodes are emptied: makes its budget, where there is something to keep. */
export function keepSome(workload: IWorkload, disruption: DisruptionData, fewest: number): void {
  const spec = disruptionSpec(disruption, fewest);
  if (spec) {
    new PodDisruptionBudgetV1(workload, 'budget', {
      metadata: metadataOf(workload),
      spec: { ...spec, selector: { matchLabels: { ...workload.selector } } },
      dependsOn: waitFor(workload, workload.namespace.ready),
    });
  }
}

/** How many of so many Pods can come to be on ECI. */
export function podsOnEci(workload: IWorkload, pods: number): number {
  const use = workload.eci;
  return use === 'never' ? 0 : use === 'all' ? pods : pods - onNodes(burstOf(workload), pods);
}

/** Says what is slow about the images of a workload. */
export function warnOfImages(workload: Construct, p: ResolvedPod): void {
  farImages(p, cloudOf(workload).region).forEach((text) => warn(workload, 'image-far', text));
}

/** Problem of a name that leaves no room for the suffixes that Kubernetes adds within 63 characters. */
export function longNameProblems(workloadName: string, most: number, why: string): Problem[] {
  if (isToken(workloadName) || workloadName.length <= most) {
    return [];
  }
  const what = `name ${quote(workloadName)} has ${workloadName.length} characters; ${why}, so ${most} is the most`;
  return [{ code: 'workload-name-long', what, value: workloadName, fix: 'write a shorter name: "..."' }];
}
