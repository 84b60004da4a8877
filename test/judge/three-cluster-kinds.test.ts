import { Testing } from 'cdktf';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { synthesized } from '../../lib/testing/synthesized';
import { CLUSTERS, shop } from '../../examples/three-cluster-kinds';

/** What the same program becomes on a kind of cluster, as one line for each value: `path = value`. */
function linesOn(kind: string): ReadonlySet<string> {
  const app = Testing.app();
  // The same names everywhere, so that what differs is the kind alone.
  const cloud = new CloudStack(app, 'kinds', { region: 'cn-hangzhou' });
  const { resource, data } = synthesized(shop(app, 'kinds-apps', CLUSTERS[kind]!(cloud)));
  return new Set(flat({ resource, data }));
}

function flat(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    return [`${path} = ${JSON.stringify(value)}`];
  }
  // What is waited for has no order.
  const bare = path.endsWith('.depends_on');
  return Object.entries(value).flatMap(([key, one]) => flat(one, path === '' ? key : bare ? path : `${path}.${key}`));
}

/** Who waits for a policy waits for none where there is none; the policies are compared themselves. */
const WAITING = /\.depends_on = "kubernetes_network_policy_v1\./;

/** The objects that only one of two kinds has, and the attributes in which the others differ. */
function between(kind: string, managed = linesOn('managed')) {
  const here = linesOn(kind);
  const places = (from: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...from].filter((line) => !other.has(line) && !WAITING.test(line)).map(placeOf);
  return {
    only: [...new Set(places(here, managed))].sort(),
    without: [...new Set(places(managed, here))].sort(),
  };
}

/** A line's object and attribute, without the object's name and the numbers of lists. */
function placeOf(line: string): string {
  const [, kind, , ...attribute] = line.split(' = ')[0]!.split('.');
  return `${kind}: ${attribute.filter((part) => !/^\d+$/.test(part)).join('.')}`;
}

test.each(Object.keys(CLUSTERS))('on %s it is one Deployment of the same image, asked for the same', (kind) => {
  const lines = [...linesOn(kind)].filter((line) => /kubernetes_deployment_v1.*(image|cpu|memory|health)/.test(line));
  const managed = [...linesOn('managed')].filter((line) =>
    /kubernetes_deployment_v1.*(image|cpu|memory|health)/.test(line),
  );
  expect(lines).toEqual(managed);
  expect(lines.length).toBeGreaterThan(4);
});

test('a dedicated cluster differs in where its id comes from, and in nothing else', () => {
  expect(between('dedicated')).toEqual({
    only: ['alicloud_cs_cluster_credential: cluster_id'],
    without: ['alicloud_cs_cluster_credential: cluster_id'],
  });
});

test('a Serverless cluster has no nodes to keep Pods apart on, and no engine for policies', () => {
  const { only, without } = between('serverless');
  // No object and no attribute is there that a managed cluster's program does not have.
  expect(only).toEqual([]);
  expect(new Set(without.map((place) => place.split(': ')[0]))).toEqual(
    new Set([
      // Each Pod is its own instance: there is no host to share; zones are kept apart everywhere.
      'kubernetes_deployment_v1',
      // Policies need the component Poseidon there, which costs: `networkPolicies: true` asks for it.
      'kubernetes_network_policy_v1',
    ]),
  );
  const template = without.filter((place) => place.startsWith('kubernetes_deployment_v1'));
  expect(template.every((place) => /affinity\.pod_anti_affinity/.test(place))).toBe(true);
});

test('an imported cluster has its id and its vSwitches as text, and no policies as long as nobody says that they work', () => {
  const { only, without } = between('imported');
  expect(only).toEqual([
    'alicloud_cs_cluster_credential: cluster_id',
    // The zones of the balancer: two in the company's network, three in ours.
    'kubernetes_service_v1: metadata.annotations.service.beta.kubernetes.io/alibaba-cloud-loadbalancer-zone-maps',
  ]);
  expect(new Set(without.map((place) => place.split(': ')[0]))).toEqual(
    new Set([
      'alicloud_cs_cluster_credential',
      'kubernetes_network_policy_v1',
      'kubernetes_service_v1',
      // Nothing is read from the stack that only names what exists.
      'terraform_remote_state',
    ]),
  );
});
