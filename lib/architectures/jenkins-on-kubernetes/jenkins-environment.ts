import type { NamespaceQuota } from '../../workload/namespace-props';

/** A namespace that pipelines deploy to, as plain data. Create one with {@link JenkinsEnvironment}. */
export type JenkinsEnvironmentData =
  | { readonly kind: 'made'; readonly name?: string; readonly quota?: NamespaceQuota }
  | { readonly kind: 'existing'; readonly name: string };

/** A namespace that pipelines deploy to. They give the Deployments and StatefulSets that are there another image, and change nothing else. */
export const JenkinsEnvironment = Object.freeze({
  /**
   * Made with the architecture, and destroyed with it, all that runs in it included.
   *
   * @param options name: `test` or `production`; quota: what all its objects may have
   *   together, 100 Pods with 64 vCPU and 128 GiB, 5 balancers
   */
  made: (options: { readonly name?: string; readonly quota?: NamespaceQuota } = {}): JenkinsEnvironmentData =>
    Object.freeze({ kind: 'made', ...options }),
  /** One that is there when the apps stack is applied, and stays. */
  existing: (name: string): JenkinsEnvironmentData => Object.freeze({ kind: 'existing', name }),
});
