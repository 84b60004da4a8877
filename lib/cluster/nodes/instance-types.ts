import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** What the name of an ECS instance type says. */
export interface InstanceType {
  /** Family, such as `g8i` or `gn7i-c8g1`. */
  readonly family: string;
  readonly vcpu: number;
  readonly arm: boolean;
  readonly gpu: boolean;
}

/** Sizes below `xlarge`; an `xlarge` has 4 vCPU, an `Nxlarge` 4 N. */
const SMALL_SIZES: Readonly<Record<string, number>> = Object.freeze({ nano: 1, small: 1, medium: 2, large: 2 });

/** Reads an instance type such as `ecs.g8i.2xlarge`; `undefined` for anything else. */
export function instanceType(name: unknown): InstanceType | undefined {
  const parts = /^ecs\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.(nano|small|medium|large|(\d*)xlarge)$/.exec(String(name));
  if (!parts) {
    return undefined;
  }
  const [, family, size, times] = parts as unknown as [string, string, string, string | undefined];
  return {
    family,
    vcpu: SMALL_SIZES[size] ?? 4 * (times ? Number(times) : 1),
    arm: /^(?:(?:g|c|r)6r|(?:ebm)?[gcr]\d+y)/.test(family),
    gpu: /^(?:ebm|scc)?v?gn\d|^(?:ebm)?gi\d|^sgn\d/.test(family),
  };
}

/** Instance types that are known at synth, read. */
export function readTypes(names: readonly string[]): readonly InstanceType[] {
  return isToken(names) ? [] : names.flatMap((name) => (isToken(name) ? [] : (instanceType(name) ?? [])));
}

/** Most instance types that a node pool takes, and the least vCPU of a node that is worth its overhead. */
const MAX_INSTANCE_TYPES = 10;
export const MIN_VCPU = 4;

/** Problems with the instance types of a node pool. */
export function instanceTypeProblems(names: readonly string[], allowSmallNodes: boolean): Problem[] {
  if (isToken(names)) {
    return [];
  }
  const each = names.flatMap((name): Problem[] => (isToken(name) ? [] : oneType(name, allowSmallNodes)));
  return [...tooMany(names), ...each, ...mixed(names)];
}

function oneType(name: string, allowSmallNodes: boolean): Problem[] {
  const type = instanceType(name);
  if (type === undefined) {
    const what = `instanceTypes ${quote(name)} is not an ECS instance type`;
    const fix = 'write a type such as "ecs.g8i.xlarge"';
    return [{ code: 'instance-type-invalid', what, value: name, fix }];
  }
  if (type.vcpu < MIN_VCPU && !allowSmallNodes) {
    const what = `instanceTypes ${quote(name)} has ${type.vcpu} vCPU; system Pods of ACK leave little of fewer than ${MIN_VCPU}`;
    const fix = `write "${name.replace(/\.\w+$/, '.xlarge')}" or larger, or allowSmallNodes: true`;
    return [{ code: 'instance-type-small', what, value: name, fix }];
  }
  return [];
}

function tooMany(names: readonly string[]): Problem[] {
  if (names.length <= MAX_INSTANCE_TYPES) {
    return [];
  }
  const what = `instanceTypes names ${names.length} types; a node pool takes ${MAX_INSTANCE_TYPES}`;
  return [{ code: 'instance-type-many', what, value: names, fix: `keep ${MAX_INSTANCE_TYPES} of them` }];
}

function mixed(names: readonly string[]): Problem[] {
  const types = readTypes(names);
  const differ = (trait: 'arm' | 'gpu') => new Set(types.map((type) => type[trait])).size > 1;
  const problem = (kinds: string): Problem => ({
    code: 'instance-type-mixed',
    what: `instanceTypes ${quote(names)} mixes ${kinds}`,
    value: names,
    fix: 'make a node pool of each kind',
  });
  return [
    ...(differ('arm') ? [problem('Arm and x86, which need different images')] : []),
    ...(differ('gpu') ? [problem('types with and without GPU, which the autoscaler cannot scale together')] : []),
  ];
}
