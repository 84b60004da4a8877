import type { VswitchRef } from '../../core/network';
import { INGRESS_LISTENER_DEFAULTS, type IngressListenerData } from './ingress-listener';

/** Whom listeners let in; everybody when both are left out. */
export interface AlbClients {
  /** IPv4 ranges. */
  readonly clients?: readonly string[];
  /** Id of an access control list. */
  readonly aclId?: string;
}

/** An ALB that the controller makes. */
export interface MadeAlb {
  readonly name: string;
  readonly scheme: 'internet' | 'intranet';
  readonly edition: 'Standard' | 'StandardWithWaf';
  readonly vswitches: readonly VswitchRef[];
  readonly deletionProtection: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly accessLog?: { readonly project: string; readonly store: string };
}

/** An ALB carries twenty tags, three of them the controller's. */
const MAX_TAGS = 17;

/** Keys of the tags that an ALB carries, sorted, and of those that it has no room for. */
export function albTags(tags: Readonly<Record<string, string>>): {
  readonly kept: readonly string[];
  readonly lost: readonly string[];
} {
  const keys = Object.keys(tags).sort();
  return { kept: keys.slice(0, MAX_TAGS), lost: keys.slice(MAX_TAGS) };
}

/** `spec.config` of an AlbConfig that makes an ALB. What is left out the controller chooses: the internet, any vSwitch. */
export function madeConfig(alb: MadeAlb): object {
  return {
    name: alb.name,
    addressType: alb.scheme === 'internet' ? 'Internet' : 'Intranet',
    addressAllocatedMode: 'Dynamic',
    edition: alb.edition,
    billingConfig: { payType: 'PostPay' },
    deletionProtectionEnabled: alb.deletionProtection,
    zoneMappings: alb.vswitches.map(({ vswitchId }) => ({ vSwitchId: vswitchId })),
    ...(alb.accessLog && {
      accessLogConfig: { logProject: alb.accessLog.project, logStore: alb.accessLog.store },
    }),
    ...tagList(alb.tags),
  };
}

function tagList(tags: Readonly<Record<string, string>>): object {
  const { kept } = albTags(tags);
  return kept.length > 0 ? { tags: kept.map((key) => ({ key, value: tags[key] })) } : {};
}

/**
 * `spec.config` of an AlbConfig on an ALB of somebody else's. `forceOverride` would have the controller write name, edition
 * and tags, which are Terraform's; `listenerForceOverride` would have it delete listeners that it did not make.
 */
export function reusedConfig(balancerId: string): object {
  return { id: balancerId, forceOverride: false, listenerForceOverride: false };
}

/** `spec.listeners` of an AlbConfig. */
export function listenerSpecs(listeners: readonly IngressListenerData[], allowed: AlbClients): readonly object[] {
  return listeners.map((one) => ({ ...listenerSpec(one), ...aclConfig(allowed) }));
}

function listenerSpec(listener: IngressListenerData): object {
  const { idleTimeoutSeconds, requestTimeoutSeconds, gzip } = { ...INGRESS_LISTENER_DEFAULTS, ...given(listener) };
  return {
    port: listener.port,
    protocol: listener.kind.toUpperCase(),
    idleTimeout: idleTimeoutSeconds,
    requestTimeout: requestTimeoutSeconds,
    gzipEnabled: gzip,
    // The controller turns off each header that is not named, the client's address too.
    xForwardedForConfig: { XForwardedForEnabled: true, XForwardedForProtoEnabled: true },
    ...(listener.kind === 'http' ? {} : certificateList(listener.certificates)),
    ...(listener.kind === 'https' ? httpsSpec(listener) : {}),
  };
}

function httpsSpec({ tls, http2 }: Extract<IngressListenerData, { kind: 'https' }>): object {
  return {
    // Left out, TLS 1.0 is spoken.
    securityPolicyId: tls ?? INGRESS_LISTENER_DEFAULTS.tls,
    // Left out it is on; written as `true`, the controller reads it as off.
    ...(http2 === false ? { http2Enabled: false } : {}),
  };
}

function certificateList(certificates: readonly string[] = []): object {
  return certificates.length === 0
    ? {}
    : { certificates: certificates.map((id, index) => ({ CertificateId: id, IsDefault: index === 0 })) };
}

function aclConfig({ clients, aclId }: AlbClients): object {
  if (aclId !== undefined) {
    return { aclConfig: { aclType: 'White', aclIds: [aclId] } };
  }
  return clients === undefined ? {} : { aclConfig: { aclType: 'White', aclEntries: [...clients] } };
}

/** What was said, without what was left out on purpose. */
function given<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
