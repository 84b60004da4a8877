/** A namespace and a service that scales, bursts to ECI and stands behind an NLB, by hand with L1 classes. */
import type { Vswitch } from '@cdktf/provider-alicloud/lib/vswitch';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { ZONES } from './network-by-hand';
import { burst, LABELS, scaling, SELECTOR } from './scaling-by-hand';
import { space } from './space-by-hand';

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

const NLB = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';

export function shop(scope: Construct, { name, path, vswitches, chart, profile }: Shop): void {
  const hard = { pods: '40', 'requests.cpu': '20', 'requests.memory': '40Gi' };
  const { ready: dependsOn, letIn } = space(scope, { name, hard, port: '8080', profile });
  const metadata = { name: 'web', namespace: name, labels: LABELS };
  const onNodes = burst(scope, { namespace: name, onNodes: 6, chart, dependsOn });
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
    dependsOn: [...dependsOn, onNodes, letIn, balancer],
  });
  scaling(scope, { namespace: name, min: 3, max: 12, web, dependsOn });
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
