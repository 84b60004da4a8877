import { kubernetesObjectsOf } from '../../../lib/testing';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { everyWay } from './every-way';

const objects = kubernetesObjectsOf(everyWay().apps);

test('every way to scale and to burst has its object', () => {
  expect([...new Set(objects.map(({ kind }) => kind))]).toEqual(
    expect.arrayContaining([
      'Deployment',
      'HorizontalPodAutoscaler',
      'CronHorizontalPodAutoscaler',
      'ResourcePolicy',
      'WorkloadSpread',
    ]),
  );
});

test.each(objects.map((object) => [`${object.kind} ${object.metadata?.name}`, object] as const))(
  '%s is one that Kubernetes, or its definition, describes',
  (_title, object) => {
    expect(findingsOn(object)).toEqual({ known: true, problems: [] });
  },
);
