import { Testing, type App } from 'cdktf';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { kubernetesObjectsOf, stacksOf, synthesized } from '../../../lib/testing';
import { backFlows, leaksIn } from '../../judge/secret-walk';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { aJenkins } from './a-jenkins';
import { everything, onNodes, serverless } from './everything';

const PROGRAMS: readonly (readonly [string, (app: App) => void])[] = [
  ['as small as can be', (app) => void aJenkins({}, app)],
  ['with everything switched on', everything],
  ['on a Serverless cluster', serverless],
  ['with agents on nodes', onNodes],
];

describe.each(PROGRAMS)('%s', (_title, build) => {
  test('Terraform accepts, applies, plans again without a change, and destroys it', async () => {
    const app = Testing.app();
    build(app);
    const rehearsal = await rehearse(app);
    expect(describeFailures(rehearsal)).toBe('');
    expect(rehearsal.ok).toBe(true);
    expect(warningsOf(rehearsal)).toEqual([]);
  }, 180_000);

  test('every object in the cluster is one that Kubernetes takes', () => {
    const app = Testing.app();
    build(app);
    const objects = stacksOf(app).flatMap((stack) => kubernetesObjectsOf(stack));
    expect(objects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Deployment', 'Job', 'RoleBinding', 'ServiceAccount', 'PriorityClass', 'NetworkPolicy']),
    );
    const found = objects.map((object) => ({ of: `${object.kind} ${object.metadata.name}`, ...findingsOn(object) }));
    expect(found.filter(({ known, problems }) => !known || problems.length > 0)).toEqual([]);
  });

  test('no secret is in clear, and no value flows back from the cluster to the cloud', () => {
    const app = Testing.app();
    build(app);
    const stacks = Object.fromEntries(stacksOf(app).map((stack) => [stack.node.id, synthesized(stack)]));
    expect(leaksIn(stacks)).toEqual([]);
    expect(backFlows(stacks)).toEqual([]);
  });
});
