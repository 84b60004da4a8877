/** What makes a Deployment called `web` scale, burst to ECI and bear the loss of a node, by hand with L1 classes. */
import { Release } from '@cdktf/provider-helm/lib/release';
import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

export const SELECTOR = { 'app.kubernetes.io/name': 'web' };
export const LABELS = { ...SELECTOR, 'app.kubernetes.io/managed-by': 'terraform' };

const policy = (onNodes: number) => `resources:
  - apiVersion: scheduling.alibabacloud.com/v1alpha1
    kind: ResourcePolicy
    metadata:
      name: web
    spec:
      selector:
        app.kubernetes.io/name: web
      strategy: prefer
      units:
        - resource: ecs
          max: ${onNodes}
        - resource: eci
      preemptPolicy: AfterAllUnits
      ignorePreviousPod: false
      ignoreTerminatingPod: true
      matchLabelKeys:
        - pod-template-hash
      whenTryNextUnits:
        policy: LackResourceOrExceedMax`;

export interface Burst {
  readonly namespace: string;
  /** Pods on nodes; the others are on ECI. */
  readonly onNodes: number;
  /** Path of the chart that holds custom resources. */
  readonly chart: string;
  readonly dependsOn: ITerraformDependable[];
}

/** Which Pods go where; the Deployment waits for it. */
export function burst(scope: Construct, { namespace, onNodes, chart, dependsOn }: Burst): Release {
  return new Release(scope, 'burst', {
    name: 'web-burst',
    namespace,
    chart,
    version: '1.0.0',
    values: [policy(onNodes)],
    timeout: 600,
    atomic: true,
    maxHistory: 5,
    dependsOn,
  });
}

export interface Scaling {
  readonly namespace: string;
  readonly min: number;
  readonly max: number;
  readonly web: ITerraformDependable;
  readonly dependsOn: ITerraformDependable[];
}

/** The autoscaler, and how many Pods may be missing. */
export function scaling(scope: Construct, { namespace, min, max, web, dependsOn }: Scaling): void {
  const metadata = { name: 'web', namespace, labels: LABELS };
  new PodDisruptionBudgetV1(scope, 'budget', {
    metadata,
    spec: { maxUnavailable: '10%', selector: { matchLabels: SELECTOR } },
    dependsOn,
  });
  new HorizontalPodAutoscalerV2(scope, 'autoscaler', {
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: min,
      maxReplicas: max,
      metric: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
      ],
      behavior: {
        scaleUp: [
          {
            stabilizationWindowSeconds: 0,
            selectPolicy: 'Max',
            policy: [
              { type: 'Percent', value: 100, periodSeconds: 15 },
              { type: 'Pods', value: 20, periodSeconds: 60 },
            ],
          },
        ],
        scaleDown: [
          {
            stabilizationWindowSeconds: 300,
            selectPolicy: 'Max',
            policy: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
          },
        ],
      },
    },
    dependsOn: [...dependsOn, web],
  });
}
