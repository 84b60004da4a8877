import { kindOf, objectOf } from '../../../lib/core/written/kubernetes-convert';
import { OLD_TYPES } from '../../../lib/core/written/kubernetes-old-types';
import { practicesOf } from '../../../lib/testing';
import { appOf, LABELS, l1 } from '../../checks/practices/programs';

test.each(Object.entries(OLD_TYPES))('kubernetes_%s makes the same as kubernetes_%s', (old, today) => {
  const attributes = { metadata: { name: 'web' }, spec: { replicas: '2' } };
  expect(kindOf(`kubernetes_${old}`)).toBeDefined();
  expect(objectOf(`kubernetes_${old}`, attributes)).toEqual(objectOf(`kubernetes_${today}`, attributes));
});

test('an API version that clusters no longer serve makes nothing', () => {
  expect(kindOf('kubernetes_cron_job')).toBeUndefined();
  expect(kindOf('kubernetes_ingress')).toBeUndefined();
});

test('a program of the old types is held against the practices like one of the new', () => {
  const of = (type: string) =>
    practicesOf(
      appOf((stack) =>
        l1(stack, type, 'web', {
          metadata: { name: 'web' },
          spec: { template: { metadata: { labels: LABELS }, spec: { container: [{ name: 'web', image: 'nginx' }] } } },
        }),
      ),
    ).findings.map(({ practice, path }) => `${path} ${practice}`);
  expect(of('kubernetes_deployment')).toContain('raw/web image-tag');
  expect(of('kubernetes_deployment')).toEqual(of('kubernetes_deployment_v1'));
});
