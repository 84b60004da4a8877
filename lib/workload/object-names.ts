import type { IConstruct } from 'constructs';
import type { ICluster } from '../core/cluster';
import { quote, type LocatedProblem } from '../core/errors';
import { isToken } from '../core/tokens';
import { addTreeCheck, perTree } from '../core/tree';
import { tryWorkplaceOf } from '../core/workplace';
import { isWorkload, type IWorkload } from '../core/workload';
import { carriedBy } from './charts/carried-objects';
import type { KubernetesObject } from './charts/objects';

/** An object of a cluster, as far as its name goes. */
interface Named {
  /** Its kind, with the group of a custom one before it. */
  readonly kind: string;
  /** Absent for what belongs to the whole cluster. */
  readonly namespace?: string;
  readonly name: string;
}

/** A resource of the kubernetes or helm provider, as far as it is read here. */
interface Resource extends IConstruct {
  readonly terraformResourceType?: string;
  readonly metadataInput?: { readonly name?: string; readonly namespace?: string };
  readonly nameInput?: string;
  readonly namespaceInput?: string;
  readonly provider?: unknown;
}

/** A problem, and in whose stack it is. */
interface Clash {
  readonly stack: IConstruct;
  readonly problem: LocatedProblem;
}

/** Resources that change an object of somebody else's; namespaces and service accounts have checks of their own. */
const NOT_MADE = Object.freeze([
  'kubernetes_annotations',
  'kubernetes_config_map_v1_data',
  'kubernetes_default_service_account',
  'kubernetes_default_service_account_v1',
  'kubernetes_env',
  'kubernetes_labels',
  'kubernetes_manifest',
  'kubernetes_namespace',
  'kubernetes_namespace_v1',
  'kubernetes_node_taint',
  'kubernetes_secret_v1_data',
  'kubernetes_service_account',
  'kubernetes_service_account_v1',
  'kubernetes_token_request_v1',
]);

/** Kinds of Kubernetes itself that belong to the whole cluster. */
const CLUSTER_WIDE = Object.freeze([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'IngressClass',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
]);

/** Looked for once for all stacks. */
const clashesIn = perTree(findClashes);

/**
 * Has the objects of a stack held against those of the other stacks of its cluster, once the tree is complete: two of one
 * kind and name would overwrite each other, or fail in the middle of an apply.
 */
export function watchNames(stack: IConstruct): void {
  addTreeCheck(stack, (all) =>
    clashesIn(all)
      .filter((clash) => clash.stack === stack)
      .map(({ problem }) => problem),
  );
}

/** Every clash of a tree. */
function findClashes(all: readonly IConstruct[]): Clash[] {
  const objects = new Register<Named>();
  const workloads = new Register<IWorkload>();
  return (all as readonly Resource[]).flatMap((one) => [
    ...namedBy(one).flatMap((named) => objectClash(objects, one, named)),
    ...(isWorkload(one) ? workloadClash(workloads, one) : []),
  ]);
}

/** What was the first of its name in a cluster. */
class Register<T> {
  private readonly clusters = new Map<unknown, Map<string, { readonly at: IConstruct; readonly what: T }>>();

  /** The first one of the name, where this is another one. */
  enter(cluster: ICluster, key: string, at: IConstruct, what: T) {
    const id = isToken(cluster.clusterId) ? cluster : cluster.clusterId;
    const names = this.clusters.get(id) ?? new Map<string, { readonly at: IConstruct; readonly what: T }>();
    const first = names.get(key);
    this.clusters.set(id, names.set(key, first ?? { at, what }));
    return first;
  }
}

function objectClash(objects: Register<Named>, at: IConstruct, named: Named): Clash[] {
  const { kind, namespace, name } = named;
  const place = at.node.scopes.map(tryWorkplaceOf).find((one) => one !== undefined);
  const first = place && objects.enter(place.cluster, `${kind} ${namespace ?? ''} ${name}`, at, named);
  if (place === undefined || first === undefined) {
    return [];
  }
  const where = namespace === undefined ? '' : ` in namespace ${quote(namespace)}`;
  const what = `cluster "${place.cluster.node.path}" gets the ${kind} ${quote(name)}${where} from "${ownerOf(first.at)}" too`;
  const fix = 'give one of the two another name, or leave one out';
  return [clash(place.stack, { code: 'object-duplicate', what, value: name, fix, path: ownerOf(at) })];
}

function workloadClash(workloads: Register<IWorkload>, one: IWorkload): Clash[] {
  const { cluster, workloadName: name, workloadKind: kind, namespace, node } = one;
  const place = node.scopes.map(tryWorkplaceOf).find((scope) => scope !== undefined);
  const first = workloads.enter(cluster, `${namespace.namespaceName} ${name}`, one, one)?.what;
  if (place === undefined || first === undefined || first.workloadKind === kind) {
    return [];
  }
  const what = `the ${kind} ${quote(name)} has the labels of the ${first.workloadKind} "${first.node.path}": what selects the Pods of one takes those of the other`;
  return [
    clash(place.stack, { code: 'workload-duplicate', what, value: name, fix: 'give it another name', path: node.path }),
  ];
}

function clash(stack: IConstruct, problem: LocatedProblem): Clash {
  return { stack, problem };
}

/** The objects that a resource makes under names that the program knows. */
function namedBy(resource: Resource): readonly Named[] {
  const { terraformResourceType: type, provider } = resource;
  // A provider of one's own can mean another cluster.
  if (type === undefined || provider !== undefined) {
    return [];
  }
  const made =
    type === 'helm_release' ? ofRelease(resource) : type.startsWith('kubernetes_') ? ofKind(type, resource) : [];
  return made.filter(({ namespace, name }) => !isToken(name) && !isToken(namespace));
}

function ofRelease(release: Resource): Named[] {
  const { nameInput: name, namespaceInput: namespace = 'default' } = release;
  const carried = carriedBy(release).map((object) => ofObject(object, namespace));
  return name === undefined ? carried : [{ kind: 'helm release', namespace, name }, ...carried];
}

function ofKind(type: string, { metadataInput }: Resource): Named[] {
  const { name, namespace = 'default' } = metadataInput ?? {};
  const kind = type
    .replace(/^kubernetes_|_v\d+(?:beta\d+)?$/g, '')
    .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return name === undefined || NOT_MADE.includes(type) ? [] : [placed(kind, namespace, name)];
}

function ofObject({ apiVersion, kind, metadata: { name } }: KubernetesObject, namespace: string): Named {
  const group = apiVersion.split('/').slice(0, -1).join('');
  const own = !group.includes('.') || group.endsWith('.k8s.io');
  return placed(own ? kind : `${group} ${kind}`, namespace, name);
}

function placed(kind: string, namespace: string, name: string): Named {
  return CLUSTER_WIDE.includes(kind) ? { kind, name } : { kind, namespace, name };
}

/** The construct that a user wrote. */
function ownerOf({ node }: IConstruct): string {
  return node.id === 'Resource' && node.scope ? node.scope.node.path : node.path;
}
