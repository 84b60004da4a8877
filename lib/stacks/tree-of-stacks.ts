import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { quote, type Problem } from '../core/errors';
import { tryWorkplaceOf } from '../core/workplace';

/** Problems with stacks that have the same name. */
export function duplicateNames(all: readonly IConstruct[]): Problem[] {
  const first = new Map<string, string>();
  return all.filter(TerraformStack.isStack).flatMap(({ node: { id, path } }): Problem[] => {
    const other = first.get(id);
    first.set(id, other ?? path);
    if (other === undefined) {
      return [];
    }
    const what = `stack name ${quote(id)} is taken by "${other}"; the two would overwrite each other's folder and state`;
    const fix = `rename one, such as to "${path.replaceAll('/', '-')}"`;
    return [{ code: 'stack-name-duplicate', what, value: id, fix, path }];
  });
}

/** Types of clusters; each has an API server that other stacks talk to. */
const CLUSTERS = new Set([
  'alicloud_cs_managed_kubernetes',
  'alicloud_cs_kubernetes',
  'alicloud_cs_serverless_kubernetes',
  'alicloud_cs_edge_kubernetes',
]);

/** Problems with clusters that share a stack with objects inside a cluster, whoever made them. */
export function mixedStacks(all: readonly IConstruct[]): Problem[] {
  const clusters = all.filter((one) => CLUSTERS.has(typeOf(one)));
  const byStack = new Map(clusters.map((cluster) => [TerraformStack.of(cluster) as IConstruct, cluster]));
  return [
    ...clusters.flatMap(inWorkloadStack),
    ...all.filter(isObject).flatMap((object) => {
      const stack = TerraformStack.of(object);
      const cluster = byStack.get(stack);
      return cluster === undefined || tryWorkplaceOf(stack) ? [] : [besideCluster(object, cluster)];
    }),
  ];
}

function typeOf(construct: IConstruct): string {
  return (construct as { terraformResourceType?: string }).terraformResourceType ?? '';
}

function isObject(construct: IConstruct): boolean {
  return /^(?:kubernetes|helm)_/.test(typeOf(construct));
}

function inWorkloadStack(cluster: IConstruct): Problem[] {
  const stack = TerraformStack.of(cluster);
  const workplace = tryWorkplaceOf(stack);
  if (workplace === undefined) {
    return [];
  }
  const what = `cluster "${cluster.node.path}" is in the stack "${stack.node.path}", which holds what runs in "${workplace.cluster.node.path}"`;
  const fix = "create the cluster in a CloudStack: new CloudStack(app, 'name', { region })";
  return [{ code: 'cluster-in-workload-stack', what, value: stack.node.path, fix, path: cluster.node.path }];
}

function besideCluster(object: IConstruct, cluster: IConstruct): Problem {
  const what = `"${object.node.path}" is an object inside a cluster and shares a stack with the cluster "${cluster.node.path}"; Terraform cannot plan the two together`;
  const fix = "create it in new WorkloadStack(app, 'apps', { cluster })";
  return { code: 'no-workload-stack', what, value: TerraformStack.of(object).node.path, fix, path: object.node.path };
}
