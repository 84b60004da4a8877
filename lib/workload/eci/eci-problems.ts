import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, listOf, needed, object, text, word, flag, type Form } from '../../core/forms';
import { isToken } from '../../core/tokens';
import { eciAnnotations } from './eci-annotations';
import type { EciPod } from './eci-pod';
import { describeSize, ECI_SIZES, sizeNamed } from './eci-size';

const SPOT = { fallback: flag, protectedHour: flag, maxPrice: any };

/** The form of what a Pod gets on ECI. */
export const ECI_POD_FORM: Form = object<EciPod>({
  sizes: listOf(text),
  families: listOf(word),
  billing: choiceOf(
    { 'on-demand': {}, spot: SPOT },
    'EciBilling.onDemand(), EciBilling.spot(), EciBilling.spotUpTo(0.5)',
  ),
  image: choiceOf(
    { pulled: {}, cached: {}, snapshot: { id: needed(text, '"imc-..."') } },
    'EciImage.cached(), EciImage.pulled(), EciImage.snapshot("imc-...")',
  ),
  extraDiskGib: any,
  vswitches: choiceOf(
    { ordered: { ids: needed(listOf(text), '[...]') }, any: { ids: needed(listOf(text), '[...]') } },
    'EciVswitches.any([...]), EciVswitches.ordered([...])',
  ),
  address: choiceOf(
    { none: {}, own: { bandwidthMbps: any, chargedBy: any }, existing: { id: needed(text, '"eip-..."') } },
    'EciAddress.own(), EciAddress.existing("eip-..."), EciAddress.none()',
  ),
  ramRoleName: word,
  onFailure: any,
  registryInstanceId: word,
});

const MAX_SIZES = 5;
const MAX_VSWITCHES = 10;
/** Spot begins at this many cores. */
export const SPOT_VCPU = 2;

/** Everything that is wrong with what a Pod is to get on ECI. */
export function eciPodProblems(eci: EciPod): Problem[] {
  return [
    ...sizeProblems(eci),
    ...spotProblems(eci),
    ...wholeNumber('eci.extraDiskGib', eci.extraDiskGib, 0, 2000, 'GiB'),
    ...oneOf('eci.onFailure', eci.onFailure, ['fail-back', 'fail-over', 'fail-fast']),
    ...vswitchProblems(eci),
    ...addressProblems(eci),
    ...(eci.image?.kind === 'snapshot' ? idProblems('eci.image', eci.image.id, 'imc') : []),
    ...idProblems('eci.registryInstanceId', eci.registryInstanceId, 'cri'),
  ];
}

/** Annotations written by hand with another value than a typed prop gives them. */
export function eciConflicts(eci: EciPod | undefined, annotations: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(eciAnnotations(eci ?? {}))
    .filter(([key, value]) => annotations[key] !== undefined && annotations[key] !== value)
    .map(([key, value]) => ({
      code: 'pod-conflict' as const,
      what: `podAnnotations ${quote(key)} is ${quote(annotations[key])}, the prop eci makes it ${quote(value)}`,
      value: annotations[key],
      fix: 'leave the annotation out and say it with eci',
    }));
}

/** What sent Pods to ECI once and has been switched off since. */
const SWITCHED_OFF = 'alibabacloud.com/burst-resource';

/** Problems with annotations of a Pod that nobody reads any more. */
export function deadAnnotations(prop: string, annotations: Readonly<Record<string, string>>): Problem[] {
  const value = annotations[SWITCHED_OFF];
  const what = `${prop} ${quote(SWITCHED_OFF)} sends nothing to ECI: ACK has switched it off`;
  const fix = 'leave it out, and call burst(...) for the workload';
  return value === undefined ? [] : [{ code: 'eci-unused', what, value, fix }];
}

/** Problems with annotations by which only a Pod itself speaks to ECI, somewhere else. */
export function misplacedAnnotations(prop: string, annotations: Readonly<Record<string, string>>): Problem[] {
  const misplaced = Object.entries(annotations).filter(([key]) => /^k8s\.aliyun\.com\/(eci|eip|acr)-/.test(key));
  return [
    ...deadAnnotations(prop, annotations),
    ...misplaced.map(([key, value]) => ({
      code: 'eci-unused' as const,
      what: `${prop} ${quote(key)} is read by ECI on Pods only`,
      value,
      fix: 'leave it out, and write eci: {...} for the workloads',
    })),
  ];
}

function sizeProblems({ sizes }: EciPod): Problem[] {
  if (sizes === undefined || isToken(sizes)) {
    return [];
  }
  return [
    ...distinctList('eci.sizes', sizes, '["2-4Gi"]'),
    ...tooMany('eci.sizes', sizes, MAX_SIZES),
    ...sizes.filter((size) => !isToken(size) && !size.startsWith('ecs.') && !sizeNamed(size)).map(noSize),
  ];
}

function noSize(value: string): Problem {
  const [, vcpu] = /^([\d.]+)-/.exec(value) ?? [];
  const row = ECI_SIZES.find((size) => size.vcpu >= Number(vcpu)) ?? ECI_SIZES[3]!;
  const sold = row.memoryGib.map((memoryGib) => describeSize({ vcpu: row.vcpu, memoryGib })).join(', ');
  const what = `eci.sizes ${quote(value)} is no size that ECI sells in every region, and no ECS type`;
  return { code: 'eci-option', what, value, fix: `write one of ${sold}, or a type such as "ecs.c7.xlarge"` };
}

function spotProblems({ billing, sizes = [] }: EciPod): Problem[] {
  if (billing?.kind !== 'spot') {
    return [];
  }
  const { maxPrice } = billing;
  const priced = maxPrice === undefined || isToken(maxPrice) || (Number.isFinite(maxPrice) && maxPrice > 0);
  const what = `eci.billing has a highest price of ${quote(maxPrice)}, not a number above 0`;
  const small = sizes.filter((size) => (sizeNamed(size)?.vcpu ?? SPOT_VCPU) < SPOT_VCPU);
  return [
    ...(priced
      ? []
      : [{ code: 'number-invalid' as const, what, value: maxPrice, fix: 'write EciBilling.spotUpTo(0.5)' }]),
    ...small.map((size) => spotTooSmall(size)),
  ];
}

/** Problem with a size on the spot market. */
export function spotTooSmall(size: string): Problem {
  const what = `the Pod has ${size} on ECI; spot is sold from ${SPOT_VCPU} vCPU on`;
  return { code: 'eci-option', what, value: size, fix: 'write eci.sizes: ["2-4Gi"], or EciBilling.onDemand()' };
}

function vswitchProblems({ vswitches }: EciPod): Problem[] {
  if (vswitches === undefined || isToken(vswitches.ids)) {
    return [];
  }
  return [
    ...distinctList('eci.vswitches', vswitches.ids, 'EciVswitches.any(virtualNode.vswitches)'),
    ...tooMany('eci.vswitches', vswitches.ids, MAX_VSWITCHES),
    ...vswitches.ids.flatMap((id) => idProblems('eci.vswitches', id, 'vsw')),
  ];
}

function addressProblems({ address }: EciPod): Problem[] {
  switch (address?.kind) {
    case 'own':
      return [
        ...wholeNumber('eci.address bandwidth', address.bandwidthMbps ?? null, 1, 1000, 'Mbit/s'),
        ...oneOf('eci.address chargedBy', address.chargedBy ?? null, ['traffic', 'bandwidth']),
      ];
    case 'existing':
      return idProblems('eci.address', address.id, 'eip');
    default:
      return [];
  }
}

function tooMany(prop: string, list: readonly string[], most: number): Problem[] {
  const what = `${prop} names ${list.length}; ECI takes at most ${most}`;
  return list.length <= most
    ? []
    : [{ code: 'list-too-long', what, value: list.length, fix: `name at most ${most} in ${prop}` }];
}

function idProblems(prop: string, id: string | undefined, prefix: string): Problem[] {
  if (id === undefined || isToken(id) || new RegExp(`^${prefix}-[a-z0-9]+$`).test(id)) {
    return [];
  }
  const what = `${prop} ${quote(id)} is not an id that begins with "${prefix}-"`;
  return [
    { code: 'eci-option', what, value: id, fix: `write ${prop} with an id such as "${prefix}-bp1aevy8sofi8mh1qc5cm"` },
  ];
}
