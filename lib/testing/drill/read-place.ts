import { ECI_LABEL, VIRTUAL_NODE } from '../../workload/eci/eci-use';
import type { ModelCluster, NodeSelect, Place } from './model';
import { type Data, type Template } from './read-pod';
import type { PlacedObject } from './read-objects';
import { share } from './read-scale';
import { countOf } from './written-index';

/** Older spellings that clusters may still understand. */
const OLD_POD_LABEL = 'eci';
const OLD_NAMESPACE_LABEL = 'virtual-node-affinity-injection';

const ECI: Place = Object.freeze({ kind: 'eci' });
const NODES: Place = Object.freeze({ kind: 'nodes' });

/** Where the Pods of a workload may go, the strongest way first. */
export function placeOf(
  workload: PlacedObject,
  template: Template,
  select: NodeSelect,
  kind: ModelCluster['kind'] | undefined,
  objects: readonly PlacedObject[],
  most: number,
): Place {
  if (kind === 'serverless' || labelled(workload, template, objects) || onlyVirtual(select)) {
    return ECI;
  }
  const here = objects.filter(
    ({ cluster, namespace }) => cluster === workload.cluster && namespace === workload.namespace,
  );
  const policy = here.find(({ object }) => object.kind === 'ResourcePolicy' && chooses(object.spec, template));
  if (policy !== undefined) {
    return byPolicy(policy.object.spec as Data);
  }
  const spread = here.find(({ object }) => object.kind === 'WorkloadSpread' && targets(object.spec, workload));
  if (spread !== undefined) {
    return bySpread(spread.object.spec as Data, most);
  }
  const tolerated = select.tolerations.some(({ key }) => key === VIRTUAL_NODE.taint);
  return tolerated ? { kind: 'nodes-then-eci', whenFull: true } : NODES;
}

/** The label goes before everything else, on the Pods or on their namespace. */
function labelled(workload: PlacedObject, { labels }: Template, objects: readonly PlacedObject[]): boolean {
  const space = objects.find(
    ({ object, cluster, name }) =>
      object.kind === 'Namespace' && cluster === workload.cluster && name === workload.namespace,
  )?.object.metadata.labels;
  return (
    [labels[ECI_LABEL], labels[OLD_POD_LABEL], space?.[ECI_LABEL]].includes('true') ||
    space?.[OLD_NAMESPACE_LABEL] === 'enabled'
  );
}

function onlyVirtual({ labels, terms }: NodeSelect): boolean {
  return (
    labels[VIRTUAL_NODE.label] === VIRTUAL_NODE.type ||
    (terms.length > 0 && terms.every((conditions) => conditions.some(wantsVirtual)))
  );
}

const wantsVirtual = ({ key, operator, values }: NodeSelect['terms'][number][number]): boolean =>
  key === VIRTUAL_NODE.label && operator === 'In' && values.every((value) => value === VIRTUAL_NODE.type);

/** The selector of a policy is a plain map; an empty one is every Pod of the namespace. */
function chooses(spec: Data | undefined, { labels }: Template): boolean {
  return Object.entries((spec?.selector ?? {}) as Data).every(([key, value]) => labels[key] === value);
}

function targets(spec: Data | undefined, { object, name }: PlacedObject): boolean {
  return spec?.targetRef?.name === name && spec?.targetRef?.kind === object.kind;
}

function byPolicy({ units = [], whenTryNextUnits }: Data): Place {
  const list = units as readonly Data[];
  const first = list.findIndex(({ resource }) => resource === 'eci' || resource === 'elastic');
  if (first <= 0) {
    return first < 0 ? NODES : ECI;
  }
  const counts = list.slice(0, first).map(({ max }) => countOf(max));
  return {
    kind: 'nodes-then-eci',
    ...(counts.every((one) => one !== undefined) && { onNodes: sum(counts) }),
    whenFull: whenTryNextUnits?.policy !== 'ExceedMax',
  };
}

/** Subsets with a number are filled in their order; only an adaptive strategy leaves one whose Pods find no room. */
function bySpread({ subsets = [], scheduleStrategy }: Data, most: number): Place {
  const virtual = ({ requiredNodeSelectorTerm: term }: Data): boolean =>
    ((term?.matchExpressions ?? []) as readonly Data[]).some(
      ({ key, operator, values }) =>
        key === VIRTUAL_NODE.label && operator === 'In' && (values as string[]).includes(VIRTUAL_NODE.type),
    );
  const real = (subsets as readonly Data[]).filter((one) => !virtual(one));
  if (real.length === subsets.length) {
    return NODES;
  }
  const counts = real.map(({ maxReplicas }) =>
    maxReplicas === undefined ? undefined : share(maxReplicas, most, Math.ceil),
  );
  return {
    kind: 'nodes-then-eci',
    ...(counts.every((one) => one !== undefined) && { onNodes: sum(counts) }),
    whenFull: scheduleStrategy?.type === 'Adaptive',
  };
}

const sum = (counts: readonly (number | undefined)[]): number => counts.reduce<number>((total, one) => total + one!, 0);
