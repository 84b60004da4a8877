/** A namespace with bounds on what its Pods may have and on who may reach them, by hand with L1 classes. */
import { LimitRangeV1 } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { ResourceQuotaV1 } from '@cdktf/provider-kubernetes/lib/resource-quota-v1';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { rangesOf } from './network-by-hand';

export interface Space {
  readonly name: string;
  /** The most that the namespace may have. */
  readonly hard: Readonly<Record<string, string>>;
  /** Port of the Pods that everybody may reach who is no Pod of another namespace. */
  readonly port: string;
  /** What the vSwitches of Pods are for. */
  readonly pods?: readonly string[];
  /** Labels besides those of security. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The settings of ECI, which Pods wait for too, where there are some. */
  readonly profile?: ITerraformDependable;
}

/** What objects of a namespace wait for, and the policy that Pods wait for as well. */
export interface MadeSpace {
  readonly ready: ITerraformDependable[];
  readonly letIn: ITerraformDependable;
}

/** The namespace with its bounds. */
export function space(
  scope: Construct,
  { name, hard, port, pods = ['pods', 'eci'], labels, profile }: Space,
): MadeSpace {
  const namespace = new NamespaceV1(scope, 'namespace', {
    metadata: {
      name,
      labels: {
        ...labels,
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
    waitForDefaultServiceAccount: true,
    timeouts: { delete: '15m' },
  });
  const metadata = { name: 'namespace', namespace: namespace.metadata.name };
  const quota = new ResourceQuotaV1(scope, 'quota', {
    metadata,
    spec: { hard },
  });
  const limits = new LimitRangeV1(scope, 'limits', {
    metadata,
    spec: {
      limit: [
        {
          type: 'Container',
          default: { cpu: '1', memory: '1Gi' },
          defaultRequest: { cpu: '100m', memory: '128Mi' },
        },
      ],
    },
  });
  const isolation = new NetworkPolicyV1(scope, 'isolation', {
    metadata,
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
  });
  const ready = [namespace, quota, limits, isolation, ...(profile ? [profile] : [])];
  const letIn = new NetworkPolicyV1(scope, 'from-balancer', {
    metadata: { name: `web-from-0-0-0-0-0-tcp-${port}`, namespace: name },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ ipBlock: { cidr: '0.0.0.0/0', except: rangesOf(...pods) } }],
          ports: [{ port, protocol: 'TCP' }],
        },
      ],
    },
    dependsOn: ready,
  });
  return { ready, letIn };
}
