import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2';
import { IngressClassV1 } from '@cdktf/provider-kubernetes/lib/ingress-class-v1';
import { IngressV1 } from '@cdktf/provider-kubernetes/lib/ingress-v1';
import { NetworkPolicyV1 } from '@cdktf/provider-kubernetes/lib/network-policy-v1';
import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import type { Construct } from 'constructs';

/** What finds the Pods of the Deployment. */
export const LABELS = { 'app.kubernetes.io/name': 'web' };

/** What stands around a Deployment: Service, Ingress, autoscaler, budget and policy. */
export function exposure(apps: Construct, namespace: string, target: string): void {
  const service = new ServiceV1(apps, 'service', {
    metadata: { name: 'web', namespace },
    spec: {
      type: 'LoadBalancer',
      selector: LABELS,
      externalTrafficPolicy: 'Local',
      port: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  });
  const alb = new IngressClassV1(apps, 'alb', {
    metadata: { name: 'alb' },
    spec: {
      controller: 'ingress.k8s.alibabacloud/alb',
      parameters: [{ apiGroup: 'alibabacloud.com', kind: 'AlbConfig', name: 'alb' }],
    },
  });
  new IngressV1(apps, 'ingress', {
    metadata: { name: 'web', namespace },
    spec: {
      ingressClassName: alb.metadata.name,
      tls: [{ hosts: ['shop.example'] }],
      rule: [
        {
          host: 'shop.example',
          http: {
            path: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: service.metadata.name, port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  });
  new HorizontalPodAutoscalerV2(apps, 'hpa', {
    metadata: { name: 'web', namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
      minReplicas: 2,
      maxReplicas: 10,
      metric: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
        {
          type: 'External',
          external: {
            metric: { name: 'slb_l7_qps', selector: [{ matchLabels: { 'slb.instance.id': 'lb-1' } }] },
            target: { type: 'AverageValue', averageValue: '100' },
          },
        },
      ],
      behavior: {
        scaleUp: [{ selectPolicy: 'Max', policy: [{ type: 'Percent', value: 100, periodSeconds: 15 }] }],
        scaleDown: [{ stabilizationWindowSeconds: 300, policy: [{ type: 'Pods', value: 2, periodSeconds: 60 }] }],
      },
    },
  });
  new PodDisruptionBudgetV1(apps, 'pdb', {
    metadata: { name: 'web', namespace },
    spec: { maxUnavailable: '1', selector: { matchLabels: LABELS } },
  });
  new NetworkPolicyV1(apps, 'policy', {
    metadata: { name: 'web', namespace },
    spec: {
      podSelector: { matchLabels: LABELS },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: '8080' }] }],
      egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: '53', protocol: 'UDP' }] }],
    },
  });
}
