import { practicesProblems } from '../checks/practices/profiles';
import { oneOf, wholeNumber } from '../core/checks';
import { tryCloudOf } from '../core/cloud';
import type { ICluster } from '../core/cluster';
import { type Problem } from '../core/errors';
import { any, needed, object, type Forms } from '../core/forms';
import { CLUSTER_FORM } from '../core/seam-forms';
import { tagProblems } from '../core/tags';
import { tryWorkplaceOf } from '../core/workplace';
import { BASELINE_FORMS } from '../workload/baseline/cluster-baseline-props';
import { stateProblems } from './state';
import type { WorkloadStackProps } from './workload-stack-props';

const BASELINE = object(BASELINE_FORMS);

export const WORKLOAD_STACK_FORMS: Forms<WorkloadStackProps> = {
  cluster: needed(CLUSTER_FORM, 'new ManagedCluster(...), or one of ManagedCluster.fromAttributes'),
  apiServer: any,
  credentialMinutes: any,
  tags: any,
  state: any,
  practices: any,
  baseline: (prop, value) => (value === false ? [] : BASELINE(prop, value)),
};

/** Everything that is wrong with the props of a workload stack. */
export function workloadStackProblems(p: WorkloadStackProps): Problem[] {
  return [
    ...clusterProblems(p.cluster),
    ...oneOf('apiServer', p.apiServer, ['private', 'public']),
    ...apiServerProblems(p),
    ...wholeNumber('credentialMinutes', p.credentialMinutes, 15, 4320, 'minutes'),
    ...tagProblems('tags', p.tags),
    ...(p.state === undefined ? [] : stateProblems(p.state)),
    ...practicesProblems('practices', p.practices),
  ];
}

/** A cluster that is created in a stack of what runs in another one. */
function clusterProblems(cluster: ICluster): Problem[] {
  const holder = cluster.node.scopes.find(tryWorkplaceOf);
  if (holder === undefined || !tryCloudOf(holder)) {
    return [];
  }
  const { path } = cluster.node;
  const what = `cluster "${path}" is in the stack "${holder.node.path}", which holds what runs in a cluster itself`;
  const fix = "create the cluster in a CloudStack: new CloudStack(app, 'name', { region })";
  return [{ code: 'cluster-in-workload-stack', what, value: path, fix }];
}

function apiServerProblems({ cluster, apiServer }: WorkloadStackProps): Problem[] {
  if (apiServer !== 'private' && apiServer !== 'public') {
    return [];
  }
  const { path } = cluster.node;
  if (apiServer === 'public' && cluster.endpoint.kind === 'private') {
    const what = `apiServer "public": the API server of "${path}" is reached from its VPC only`;
    const fix =
      'leave apiServer out and apply the stack from the VPC, or give the cluster Endpoint.public({ allow: [...] })';
    return [{ code: 'api-server-private', what, value: apiServer, fix }];
  }
  if (cluster.apiServer?.[apiServer] === undefined) {
    const what = `apiServer "${apiServer}": "${path}" does not say its ${apiServer} address`;
    const fix = `leave apiServer out, or write apiServer: { ${apiServer}: "https://..." } where the cluster is imported`;
    return [{ code: 'api-server-unknown', what, value: apiServer, fix }];
  }
  return [];
}
