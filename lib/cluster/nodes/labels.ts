import { oneOf } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** A mark on a node that keeps away Pods which do not tolerate it. */
export interface Taint {
  readonly key: string;
  /** @default "" */
  readonly value?: string;
  readonly effect: TaintEffect;
}

/** What a taint does to Pods without a toleration for it. */
export type TaintEffect = (typeof EFFECTS)[number];

const EFFECTS = Object.freeze(['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const);

const KEY = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/** The labels of a node pool, sorted by key, since the provider compares lists in order. */
export function labelList(labels: Readonly<Record<string, string>>) {
  return Object.keys(labels)
    .sort()
    .map((key) => ({ key, value: labels[key] }));
}

/** Problems with the labels and taints of a node pool. */
export function labelProblems(labels: Readonly<Record<string, string>>, taints: readonly Taint[]): Problem[] {
  return [
    ...Object.entries(labels).flatMap(([key, value]) => pairProblems('labels', key, value)),
    ...taints.flatMap(({ key, value, effect }, index) => [
      ...pairProblems(`taints[${index}]`, key, value),
      ...oneOf(`taints[${index}].effect`, effect ?? null, EFFECTS),
    ]),
  ];
}

function pairProblems(prop: string, key: string, value: string | undefined): Problem[] {
  const problem = (what: string, fix: string): Problem[] => [
    { code: 'label-invalid', what, value: { [key]: value }, fix },
  ];
  if (!isToken(key) && !KEY.test(key)) {
    return problem(`${prop} key ${quote(key)} is not a Kubernetes label key`, 'write a key such as "example.com/tier"');
  }
  if (value !== undefined && !isToken(value) && !VALUE.test(value)) {
    return problem(
      `${prop} ${quote(key)} has the value ${quote(value)}`,
      'write up to 63 letters, digits, dots, hyphens, underscores, a letter or digit at both ends',
    );
  }
  return [];
}
