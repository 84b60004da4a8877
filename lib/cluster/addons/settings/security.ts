import { distinctList, wholeNumber } from '../../../core/checks';
import { quote, type Problem } from '../../../core/errors';
import { any, flag, needed, word } from '../../../core/forms';
import { isToken } from '../../../core/tokens';
import type { ComponentConfig } from '../addon-data';
import { settingsRule, type AddonVersion } from './rule';

export interface GatekeeperProps extends AddonVersion {
  /**
   * Pods that judge what is created, 1 to 10. Changed in place.
   * @default ACK's own
   */
  readonly admissionPods?: number;
  /**
   * Seconds between looks at what is there already, 60 to 86400; absent for none. Changed in place.
   * @default none - only what is created or changed is judged
   */
  readonly auditSeconds?: number;
  /**
   * Whether policies may change what is created. Changed in place.
   * @default false
   */
  readonly mutating?: boolean;
}

export interface PodIdentityProps extends AddonVersion {
  /**
   * Whether Pods are told the address of STS in the VPC by the environment, as SDKs of Alibaba Cloud read it. Changed in
   * place, for new Pods.
   * @default true
   */
  readonly stsEnvironment?: boolean;
}

/** An Enterprise instance of Container Registry. */
export interface RegistryInstance {
  /** Id of the instance, `cri-...`. */
  readonly instanceId: string;
  /** Region of the instance. */
  readonly region: string;
}

export interface AcrCredentialHelperProps extends AddonVersion {
  /**
   * The registries. Personal instances made since 2024-09-09 cannot be pulled from so. Changed in place. Needed, but not on
   * a dedicated cluster, where the component reads all of this from the ConfigMap `acr-configuration` of `kube-system`.
   * @throws InputError `list-empty`, `resource-id-invalid`, `addon-kind`
   */
  readonly registries?: readonly RegistryInstance[];
  /**
   * Namespaces whose service accounts can pull: their names, or `all`. Changed in place.
   * @default ["default"]
   */
  readonly namespaces?: readonly string[] | 'all';
  /**
   * Service accounts that can pull: their names, or `all`. Changed in place.
   * @default ["default"]
   */
  readonly serviceAccounts?: readonly string[] | 'all';
}

export const GATEKEEPER = settingsRule<GatekeeperProps>({
  forms: {
    admissionPods: (prop, value) => wholeNumber(prop, value, 1, 10, 'Pods'),
    auditSeconds: (prop, value) => wholeNumber(prop, value, 60, 86_400, 'seconds'),
    mutating: flag,
  },
  config: ({ admissionPods, auditSeconds, mutating = false }) => ({
    AdmissionPodNumber: admissionPods,
    AuditInterval: auditSeconds,
    EnableAuditPod: auditSeconds !== undefined,
    EnableMutatingWebhook: mutating,
  }),
});

export const POD_IDENTITY = settingsRule<PodIdentityProps>({
  forms: { stsEnvironment: flag },
  config: ({ stsEnvironment = true }) => ({ AutoInjectSTSEnvVars: stsEnvironment }),
});

export const ACR_CREDENTIAL_HELPER = settingsRule<AcrCredentialHelperProps>({
  forms: { registries: any, namespaces: any, serviceAccounts: any },
  problems: (p, kind) => (kind === 'dedicated' ? inConfigMap(p) : helperProblems(p)),
  config: (p, kind) => (kind === 'dedicated' ? { tokenMode: 'managedRole' } : helperConfig(p)),
});

function helperProblems({ registries, namespaces, serviceAccounts }: AcrCredentialHelperProps): Problem[] {
  return [
    ...distinctList('registries', registries, '[{ instanceId: "cri-...", region: "cn-hangzhou" }]'),
    ...(Array.isArray(registries) ? registries : []).flatMap(registryProblems),
    ...namesProblems('namespaces', namespaces),
    ...namesProblems('serviceAccounts', serviceAccounts),
  ];
}

function helperConfig({ registries = [], namespaces, serviceAccounts }: AcrCredentialHelperProps): ComponentConfig {
  return {
    AcrInstanceInfo: registries.map(({ instanceId, region }) => ({ instanceId, regionId: region })),
    serviceAccount: joined(serviceAccounts, '*'),
    watchNamespace: joined(namespaces, 'all'),
  };
}

/** The component of dedicated clusters takes nothing of this: a ConfigMap of the cluster holds it. */
function inConfigMap(p: AcrCredentialHelperProps): Problem[] {
  const given = (['registries', 'namespaces', 'serviceAccounts'] as const).filter((key) => p[key] !== undefined);
  return given.map((key) => ({
    code: 'addon-kind',
    what: `${key}: on a dedicated cluster the component reads it from the ConfigMap acr-configuration of kube-system`,
    value: p[key],
    fix: `leave ${key} out, and write the ConfigMap in the WorkloadStack`,
  }));
}

function registryProblems(registry: Partial<RegistryInstance> | undefined, index: number): Problem[] {
  const { instanceId, region } = registry ?? {};
  const id = isToken(instanceId) || /^cri-[a-z0-9]+$/.test(String(instanceId));
  const what = `registries[${index}].instanceId ${quote(instanceId)} is not the id of an Enterprise instance`;
  const fix = 'write instanceId: "cri-...", as the console shows it';
  return [
    ...(id ? [] : [{ code: 'resource-id-invalid' as const, what, value: instanceId, fix }]),
    ...needed(word, '"cn-hangzhou"')(`registries[${index}].region`, region),
  ];
}

function namesProblems(prop: string, names: readonly string[] | 'all' | undefined): Problem[] {
  return names === undefined || names === 'all' ? [] : distinctList(prop, names, '["default"], or "all"');
}

function joined(names: readonly string[] | 'all' | undefined, all: string): string | undefined {
  return names === 'all' ? all : names && [...names].sort().join(',');
}
