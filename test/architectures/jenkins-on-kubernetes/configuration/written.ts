import { parse } from 'yaml';
import { jenkinsConfiguration } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/jenkins-configuration';
import type { JenkinsSettings } from '../../../../lib/architectures/jenkins-on-kubernetes/configuration/settings';

/** The YAML that Jenkins reads, in which `no` is a truth value and `2026-01-01` a day. */
export const AS_JENKINS = { version: '1.1' } as const;

/** A template of Pods as Jenkins reads it. */
export interface Template {
  readonly name: string;
  readonly yaml: string;
  readonly [key: string]: unknown;
}

/** A cloud as Jenkins reads it. */
export interface Cloud {
  readonly name: string;
  readonly namespace: string;
  readonly templates: readonly Template[];
  readonly [key: string]: unknown;
}

/** A configuration as Jenkins reads it, before it looks for secrets. */
export interface Written {
  readonly jenkins: {
    readonly clouds: readonly { readonly kubernetes: Cloud }[];
    readonly [key: string]: unknown;
  };
  readonly credentials: {
    readonly system: {
      readonly domainCredentials: readonly { readonly credentials: readonly Record<string, unknown>[] }[];
    };
  };
  readonly security: Record<string, unknown>;
  readonly unclassified: Record<string, unknown>;
  readonly jobs: readonly { readonly script: string }[];
}

/** The configuration that settings lead to. */
export function written(settings: JenkinsSettings): Written {
  return parse(jenkinsConfiguration(settings), AS_JENKINS) as Written;
}

/** One of its clouds. */
export function cloudOf(settings: JenkinsSettings, name: string): Cloud {
  return written(settings)
    .jenkins.clouds.map(({ kubernetes }) => kubernetes)
    .find((one) => one.name === name)!;
}

/** A container of a Pod, as far as it is asked about. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly resources: Readonly<Record<'requests' | 'limits', { readonly cpu: string; readonly memory: string }>>;
  readonly securityContext: Readonly<Record<string, unknown>>;
}

/** A Pod of an agent, as the plugin reads it. */
export interface Pod {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly serviceAccountName: string;
    readonly automountServiceAccountToken: boolean;
    readonly initContainers?: readonly Container[];
    readonly containers: readonly Container[];
    readonly [key: string]: unknown;
  };
}

/** The Pods of a cloud by the name of their template. */
export function podsOf(settings: JenkinsSettings, cloud: string): Readonly<Record<string, Pod>> {
  return Object.fromEntries(
    cloudOf(settings, cloud).templates.map(({ name, yaml }) => [name, parse(yaml, AS_JENKINS) as Pod]),
  );
}
