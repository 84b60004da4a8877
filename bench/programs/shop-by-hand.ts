/** A namespace and a service that scales, bursts to ECI and stands behind an NLB, by hand with L1 classes. */
import type { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { Release } from '@cdktf/provider-helm/lib/release';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { LimitRangeV1 } from '@cdktf/provider-kubernetes/lib/limit-range-v1';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1';
import { ResourceQuotaV1 } from '@cdktf/provider-kubernetes/lib/resource-quota-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { ZONES } from './cluster-by-hand';

export interface Shop {
  /** Name of the namespace. */
  readonly name: string;
  /** What names outside of the namespace begin with. */
  readonly path: string;
  readonly vswitches: readonly Vswitch[];
  /** Path of the chart that holds custom resources. */
  readonly chart: string;
  readonly profile: ITerraformDependable;
}

const SELECTOR = { 'app.kubernetes.io/name': 'web' };
const LABELS = { ...SELECTOR, 'app.kubernetes.io/managed-by': 'terraform' };
const NLB = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const POLICY = `resources:
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
          max: 6
        - resource: eci
      preemptPolicy: AfterAllUnits
      ignorePreviousPod: false
      ignoreTerminatingPod: true
      matchLabelKeys:
        - pod-template-hash
      whenTryNextUnits:
        policy: LackResourceOrExceedMax`;

export function shop(scope: Construct, { name, path, vswitches, chart, profile }: Shop): void {
  const dependsOn = space(scope, name, profile);
  const metadata = { name: 'web', namespace: name, labels: LABELS };
  const burst = new Release(scope, 'burst', {
    name: 'web-burst',
    namespace: name,
    chart,
    version: '1.0.0',
    values: [POLICY],
    timeout: 600,
    atomic: true,
    maxHistory: 5,
    dependsOn,
  });
  const balancer = new ServiceV1(scope, 'balancer', {
    metadata: {
      ...metadata,
      name: 'web-balancer',
      annotations: {
        'service.beta.kubernetes.io/backend-type': 'eni',
        [`${NLB}name`]: `${path}-shop-web-balancer-balancer`,
        [`${NLB}address-type`]: 'intranet',
        [`${NLB}zone-maps`]: vswitches.map(({ id }, index) => `${ZONES[index]}:${id}`).join(','),
        [`${NLB}scheduler`]: 'wrr',
        [`${NLB}connection-drain`]: 'on',
        [`${NLB}connection-drain-timeout`]: '15',
        [`${NLB}health-check-flag`]: 'on',
        [`${NLB}health-check-type`]: 'tcp',
        [`${NLB}health-check-connect-timeout`]: '5',
        [`${NLB}health-check-interval`]: '5',
        [`${NLB}healthy-threshold`]: '2',
        [`${NLB}unhealthy-threshold`]: '3',
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'alibabacloud.com/nlb',
      externalTrafficPolicy: 'Cluster',
      allocateLoadBalancerNodePorts: false,
      selector: SELECTOR,
      port: [{ name: 'port-80', port: 80, targetPort: '8080', protocol: 'TCP' }],
    },
    waitForLoadBalancer: true,
    timeouts: { create: '15m' },
    dependsOn,
  });
  new ServiceV1(scope, 'service', {
    metadata,
    spec: {
      type: 'ClusterIP',
      selector: SELECTOR,
      port: [{ name: 'http', port: 8080, targetPort: '8080', protocol: 'TCP' }],
    },
    dependsOn,
  });
  const web = new DeploymentV1(scope, 'web', {
    metadata,
    spec: deployment(),
    waitForRollout: true,
    timeouts: { create: '20m', update: '20m' },
    dependsOn: [...dependsOn, burst, balancer],
  });
  new PodDisruptionBudgetV1(scope, 'budget', {
    metadata,
    spec: { maxUnavailable: '10%', selector: { matchLabels: SELECTOR } },
    dependsOn,
  });
  new HorizontalPodAutoscalerV2(scope, 'autoscaler', {
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 3,
      maxReplicas: 12,
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

/** The namespace with its bounds; answers what Pods wait for. */
function space(scope: Construct, name: string, profile: ITerraformDependable): ITerraformDependable[] {
  const namespace = new NamespaceV1(scope, 'namespace', {
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted' },
    },
    waitForDefaultServiceAccount: true,
    timeouts: { delete: '15m' },
  });
  const metadata = { name: 'namespace', namespace: namespace.metadata.name };
  const quota = new ResourceQuotaV1(scope, 'quota', {
    metadata,
    spec: { hard: { pods: '40', 'requests.cpu': '20', 'requests.memory': '40Gi' } },
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
  new NetworkPolicyV1(scope, 'isolation', {
    metadata,
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
  });
  const ready = [namespace, quota, limits, profile];
  new NetworkPolicyV1(scope, 'from-balancer', {
    metadata: { name: 'web-from-0-0-0-0-0-tcp-8080', namespace: name },
    spec: {
      podSelector: { matchLabels: SELECTOR },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: '8080', protocol: 'TCP' }] }],
    },
    dependsOn: ready,
  });
  return ready;
}

function deployment() {
  const probe = { httpGet: { path: '/healthz', port: '8080' } };
  const size = { cpu: '500m', memory: '1Gi' };
  const same = [{ matchLabels: SELECTOR }];
  return {
    minReadySeconds: 10,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    selector: { matchLabels: SELECTOR },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '0' } },
    template: {
      metadata: { labels: LABELS },
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 60,
        securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
        readinessGate: [{ conditionType: 'service.readiness.alibabacloud.com/web-balancer' }],
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: same } },
            ],
          },
        },
        topologySpreadConstraint: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: same,
          },
        ],
        container: [
          {
            name: 'web',
            image: 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.4.2',
            port: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
            resources: { requests: size, limits: size },
            securityContext: { allowPrivilegeEscalation: false },
            startupProbe: { ...probe, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 30 },
            readinessProbe: { ...probe, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 },
            livenessProbe: { ...probe, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
            lifecycle: { preStop: [{ exec: { command: ['sleep', '30'] } }] },
          },
        ],
      },
    },
  };
}
