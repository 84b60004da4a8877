import { resourceOf, resourcesOf } from '../../lib/testing';
import { Namespace } from '../../lib/workload/namespace';
import { aWorkplace } from './a-workplace';

test('a namespace has a Pod Security level, a default size and a policy that shuts others out', () => {
  const { apps } = aWorkplace();
  new Namespace(apps, 'shop');
  expect(resourceOf(apps, 'kubernetes_namespace_v1').attributes).toEqual({
    metadata: {
      name: 'shop',
      labels: { 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted' },
    },
    wait_for_default_service_account: true,
    timeouts: { delete: '15m' },
  });
  expect(resourceOf(apps, 'kubernetes_limit_range_v1').attributes.spec).toEqual({
    limit: [
      {
        type: 'Container',
        default: { cpu: '1', memory: '1Gi' },
        default_request: { cpu: '100m', memory: '128Mi' },
      },
    ],
  });
  expect(resourceOf(apps, 'kubernetes_network_policy_v1').attributes.spec).toEqual({
    pod_selector: {},
    policy_types: ['Ingress'],
    ingress: [{ from: [{ pod_selector: {} }] }],
  });
  expect(resourcesOf(apps, 'kubernetes_resource_quota_v1')).toEqual([]);
});
