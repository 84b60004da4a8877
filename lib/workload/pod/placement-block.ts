import type {
  DeploymentV1SpecTemplateSpec as Spec,
  DeploymentV1SpecTemplateSpecAffinity as Affinity,
} from '@cdktf/provider-kubernetes/lib/deployment-v1';
import type { NodeCondition, PodData, TolerationData } from '../../core/pod';
import { ECI_LABEL } from '../eci/eci-use';
import { entriesOf, someOf } from './blocks';

/**
 * The provider's blocks that say on which nodes Pods run. Those that a label sends to ECI do not keep apart: no scheduler
 * hears it.
 */
export function placementBlocks(
  given: PodData,
  selector: Readonly<Record<string, string>>,
): Pick<Spec, 'nodeSelector' | 'affinity' | 'toleration' | 'topologySpreadConstraint'> {
  const data = given.labels[ECI_LABEL] === 'true' ? { ...given, spread: [], preferApart: undefined } : given;
  return {
    nodeSelector: entriesOf(data.nodeSelector),
    affinity: affinityBlock(data, selector),
    toleration: someOf(data.tolerations.map(tolerationBlock)),
    topologySpreadConstraint: someOf(
      data.spread.map(({ topologyKey, maxSkew, whenUnsatisfiable }) => ({
        topologyKey,
        maxSkew,
        whenUnsatisfiable,
        labelSelector: [{ matchLabels: { ...selector } }],
      })),
    ),
  };
}

function affinityBlock(data: PodData, selector: Readonly<Record<string, string>>): Affinity | undefined {
  const { nodeAffinity, preferApart } = data;
  const nodes = nodeAffinity.required.length + nodeAffinity.preferred.length > 0;
  if (!nodes && preferApart === undefined) {
    return undefined;
  }
  return {
    nodeAffinity: nodes ? nodeBlock(nodeAffinity) : undefined,
    podAntiAffinity: preferApart === undefined ? undefined : apartBlock(preferApart, selector),
  };
}

function nodeBlock({ required, preferred }: PodData['nodeAffinity']): Affinity['nodeAffinity'] {
  return {
    // Conditions of one term must all hold; terms are alternatives.
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length > 0 ? { nodeSelectorTerm: [{ matchExpressions: required.map(expression) }] } : undefined,
    preferredDuringSchedulingIgnoredDuringExecution: someOf(
      preferred.map(({ weight, conditions }) => ({
        weight,
        preference: { matchExpressions: conditions.map(expression) },
      })),
    ),
  };
}

function apartBlock(topologyKey: string, selector: Readonly<Record<string, string>>): Affinity['podAntiAffinity'] {
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, podAffinityTerm: { topologyKey, labelSelector: [{ matchLabels: { ...selector } }] } },
    ],
  };
}

function expression({ key, operator, values }: NodeCondition) {
  return { key, operator, values: someOf(values)?.sort() };
}

function tolerationBlock({ key, operator, value, effect, tolerationSeconds }: TolerationData) {
  return {
    key,
    operator: operator ?? (value === undefined ? 'Exists' : 'Equal'),
    value,
    effect,
    tolerationSeconds: tolerationSeconds === undefined ? undefined : String(tolerationSeconds),
  };
}
