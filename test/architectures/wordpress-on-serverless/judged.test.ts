import { Testing } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { kubernetesObjectsOf, stacksOf, synthesized } from '../../../lib/testing';
import { backFlows, leaksIn } from '../../judge/secret-walk';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { everything } from './everything';

const app = Testing.app();
everything(app);

test('with everything switched on, Terraform accepts, applies, plans again without a change, and destroys it', async () => {
  const judged = Testing.app();
  everything(judged);
  const rehearsal = await rehearse(judged);
  expect(describeFailures(rehearsal)).toBe('');
  expect(rehearsal.ok).toBe(true);
  expect(warningsOf(rehearsal)).toEqual([]);
}, 180_000);

test('every object in the cluster is one that Kubernetes takes', () => {
  const objects = stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
  expect(objects.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['Deployment', 'Job', 'CronJob', 'CronHorizontalPodAutoscaler', 'NetworkPolicy']),
  );
  const found = objects.map((object) => ({ of: `${object.kind} ${object.metadata.name}`, ...findingsOn(object) }));
  expect(found.filter(({ known, problems }) => !known || problems.length > 0)).toEqual([]);
});

test('no secret is in clear, and no value flows back from the cluster to the cloud', () => {
  const stacks = Object.fromEntries(stacksOf(app).map((stack) => [stack.node.id, synthesized(stack)]));
  expect(leaksIn(stacks)).toEqual([]);
  expect(backFlows(stacks)).toEqual([]);
});
