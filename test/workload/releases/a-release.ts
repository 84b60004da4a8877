import { warningsIn } from '../../../lib/core/warnings';
import type { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourcesOf } from '../../../lib/testing';

/** The image that a release brings. */
export const NEXT_IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.5.0';

/** Something of the kubernetes provider, as far as it is read here. */
export interface Made {
  readonly address: string;
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly attributes: any;
}

/** The objects of a type in a stack, by their name in the cluster. */
export function byName(apps: WorkloadStack, type: string): Readonly<Record<string, Made>> {
  const all = resourcesOf(apps, `kubernetes_${type}`);
  return Object.fromEntries(
    all.map((one) => [one.attributes.metadata.name, { ...one, name: one.attributes.metadata.name }]),
  );
}

/** Pods that Terraform keeps, by Deployment. */
export function podsOf(apps: WorkloadStack): Readonly<Record<string, number>> {
  const entries = Object.entries(byName(apps, 'deployment_v1'));
  return Object.fromEntries(entries.map(([name, { attributes }]) => [name, Number(attributes.spec.replicas)]));
}

/** Codes of the warnings in a stack. */
export function warnedIn(apps: WorkloadStack): readonly string[] {
  return warningsIn(apps).map(({ text }) => /\[([a-z-]+)\]$/.exec(text)![1]!);
}
