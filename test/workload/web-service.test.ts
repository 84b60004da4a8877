import { resourceOf, resourcesOf } from '../../lib/testing';
import { Scale } from '../../lib/workload/scaling/scale';
import { aWebService } from './a-web-service';

const deployment = (...given: Parameters<typeof aWebService>) =>
  resourceOf(aWebService(...given).apps, 'kubernetes_deployment_v1').attributes;

describe('a web service of fixed size', () => {
  test('is a Deployment that Terraform waits for, twenty minutes at most, after its namespace', () => {
    const attributes = deployment();
    expect(attributes.metadata).toEqual({
      name: 'web',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/managed-by': 'terraform', 'app.kubernetes.io/name': 'web' },
    });
    expect(attributes).toMatchObject({ wait_for_rollout: true, timeouts: { create: '20m', update: '20m' } });
    expect(attributes.depends_on).toEqual([
      expect.stringContaining('kubernetes_namespace_v1.'),
      expect.stringContaining('kubernetes_limit_range_v1.'),
    ]);
  });

  test('keeps its number of Pods as text, which is what the provider reads', () => {
    expect(deployment().spec.replicas).toBe('3');
    expect(deployment({ scale: Scale.fixed(0) }).spec.replicas).toBe('0');
  });

  test('is found inside the cluster under its name', () => {
    const { apps, web } = aWebService({ servicePort: 80 });
    expect(resourceOf(apps, 'kubernetes_service_v1').attributes).toMatchObject({
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        type: 'ClusterIP',
        selector: { 'app.kubernetes.io/name': 'web' },
        port: [{ name: 'http', port: 80, target_port: '8080', protocol: 'TCP' }],
      },
    });
    expect(web.service.hostname).toBe('web.shop.svc.cluster.local');
  });

  test('of one Pod has no budget, which would pin the Pod to its node', () => {
    const budgets = (replicas: number) =>
      resourcesOf(aWebService({ scale: Scale.fixed(replicas) }).apps, 'kubernetes_pod_disruption_budget_v1');
    expect(budgets(1)).toEqual([]);
    expect(budgets(2).map(({ attributes }) => attributes.spec)).toEqual([
      { max_unavailable: '10%', selector: { match_labels: { 'app.kubernetes.io/name': 'web' } } },
    ]);
  });
});
