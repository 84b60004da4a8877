import type { IConstruct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { quote, type Problem } from '../../core/errors';
import { perTree } from '../../core/tree';
import type { IWorkload } from '../../core/workload';
import { tryWorkplaceOf } from '../../core/workplace';
import type { ScaleData } from './scale';

/** A resource of the kubernetes or helm provider, as far as it is read here. */
interface Resource extends IConstruct {
  readonly terraformResourceType?: string;
  readonly metadataInput?: { readonly name?: string; readonly namespace?: string };
  readonly specInput?: { readonly scaleTargetRef?: Target };
  readonly namespaceInput?: string;
  readonly valuesInput?: readonly string[];
}

interface Target {
  readonly kind?: string;
  readonly name?: string;
}

/** Something that sets a number of Pods, and whose. */
interface Scaler {
  readonly resource: Resource;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly target: Target | undefined;
}

const AUTOSCALERS = Object.freeze([
  'kubernetes_horizontal_pod_autoscaler_v2',
  'kubernetes_horizontal_pod_autoscaler_v2beta2',
  'kubernetes_horizontal_pod_autoscaler_v1',
  'kubernetes_horizontal_pod_autoscaler',
]);

/**
 * Problems with a second one that sets the number of Pods of a workload, or moves its autoscaler, which the workload does not
 * know of: an autoscaler beside a fixed number, a CronHPA beside an autoscaler, a ScaledObject of KEDA.
 */
export function fightProblems(workload: IWorkload, scale: ScaleData, all: readonly IConstruct[]): Problem[] {
  const { workloadName, workloadKind, namespace, node } = workload;
  // The same names in another cluster are other Pods.
  const here = ({ node: { scopes } }: IConstruct) =>
    !scopes.includes(workload) && scopes.some((scope) => tryWorkplaceOf(scope)?.cluster === workload.cluster);
  return scalersIn(all).flatMap(({ resource, kind, namespace: its, target }): Problem[] => {
    const aims = target?.kind === undefined || [workloadKind, 'HorizontalPodAutoscaler'].includes(target.kind);
    if (its !== namespace.namespaceName || target?.name !== workloadName || !aims || !here(resource)) {
      return [];
    }
    const { path } = resource.node;
    const what = `${kind} "${path}" sets the number of Pods of "${node.path}" beside its own ${saying(scale)}: each undoes the other`;
    return [{ code: 'scale-fight', what, value: path, fix: `leave it out and write ${better(kind)}` }];
  });
}

/** Everything in a tree that scales; read once for all workloads of the tree. */
const scalersIn = perTree((all) => (all as readonly Resource[]).flatMap(scalersOf));

function scalersOf(resource: Resource): Scaler[] {
  const { terraformResourceType: type = '', metadataInput, specInput, namespaceInput } = resource;
  if (AUTOSCALERS.includes(type)) {
    const { namespace = 'default' } = metadataInput ?? {};
    return [{ resource, kind: 'HorizontalPodAutoscaler', namespace, target: specInput?.scaleTargetRef }];
  }
  return type === 'helm_release' ? objectsOf(resource).map((one) => scalerOf(resource, namespaceInput, one)) : [];
}

interface KubernetesObject {
  readonly kind?: string;
  readonly metadata?: { readonly namespace?: string };
  readonly spec?: { readonly scaleTargetRef?: Target };
}

/** The objects in the values of the constant chart; none for charts of others. */
function objectsOf({ valuesInput = [] }: Resource): readonly KubernetesObject[] {
  const speaking = valuesInput.filter((text) => text.includes('scaleTargetRef'));
  return speaking.flatMap((text) =>
    parseAllDocuments(text, { version: '1.1' }).flatMap((document) => {
      const { resources } = (document.toJS() ?? {}) as { resources?: KubernetesObject[] };
      return Array.isArray(resources) ? resources.filter((one) => one?.spec?.scaleTargetRef !== undefined) : [];
    }),
  );
}

function scalerOf(
  resource: Resource,
  namespace: string | undefined,
  { kind = 'object', metadata, spec }: KubernetesObject,
): Scaler {
  return { resource, kind, namespace: metadata?.namespace ?? namespace, target: spec?.scaleTargetRef };
}

function saying(scale: ScaleData): string {
  switch (scale.kind) {
    case 'fixed':
      return `Scale.fixed(${quote(scale.replicas)})`;
    case 'auto':
      return 'autoscaler';
    case 'schedule':
      return 'schedule';
  }
}

function better(kind: string): string {
  return kind === 'CronHorizontalPodAutoscaler'
    ? 'scale: Scale.onSchedule({ jobs: [...], over: Scale.onCpu({...}) })'
    : 'scale: Scale.on({ metrics: [...], min, max })';
}
