import type { Problem } from '../core/errors';
import { PURPOSES, type PodNetworkData, type Purpose } from '../core/network';
import { shown } from './cidr-intent';

/** Reads the purposes into their fixed order; with Flannel Pods take no addresses of the VPC. */
export function readPurposes(
  value: unknown,
  kind: PodNetworkData['kind'] | undefined,
  problems: Problem[],
): readonly Purpose[] {
  if (value === undefined) {
    return PURPOSES.filter((purpose) => purpose !== 'pods' || kind !== 'flannel');
  }
  if (!Array.isArray(value) || value.length === 0) {
    const what = `purposes is ${shown(value)}, not a list of purposes`;
    problems.push({ code: 'list-empty', what, value, fix: `write some of ${PURPOSES.join(', ')}, or leave it out` });
    return PURPOSES;
  }
  value.forEach((purpose, index) => problems.push(...purposeProblems(purpose, `purposes[${index}]`)));
  if (new Set(value).size < value.length) {
    problems.push({ code: 'list-duplicate', what: 'purposes has one twice', value, fix: 'name each purpose once' });
  }
  if (kind === 'flannel' && value.includes('pods')) {
    const what = 'purposes has "pods", and with Flannel Pods take no addresses of the VPC';
    problems.push({
      code: 'choice-conflict',
      what,
      value,
      fix: 'leave "pods" out, or write podNetwork: { kind: "terway" }',
    });
  }
  return PURPOSES.filter((purpose) => value.includes(purpose));
}

/** Reads the addresses needed in each zone: whole numbers for purposes that are planned. */
export function readPerZone(
  value: unknown,
  purposes: readonly Purpose[],
  problems: Problem[],
): Partial<Record<Purpose, number>> {
  if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    const fix = 'write perZone: { nodes: 250, pods: 1000 }';
    problems.push({ code: 'number-invalid', what: `perZone is ${shown(value)}`, value, fix });
    return {};
  }
  const limits: Partial<Record<Purpose, number>> = {};
  for (const [key, limit] of Object.entries(value ?? {}).filter(([, given]) => given !== undefined)) {
    const wrong = purposeProblems(key, 'perZone key');
    problems.push(...wrong);
    if (wrong.length === 0 && !purposes.includes(key as Purpose)) {
      const what = `perZone.${key} is set, and the plan has no vSwitches for ${key}`;
      problems.push({ code: 'choice-conflict', what, value: limit, fix: `leave it out, or add "${key}" to purposes` });
    }
    limits[key as Purpose] = wholeNumber(limit, `perZone.${key}`, problems);
  }
  return limits;
}

/** A whole number from 1 on, or a problem. */
export function wholeNumber(value: unknown, prop: string, problems: Problem[]): number | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) {
    return value;
  }
  const what = `${prop} ${shown(value)} is not a whole number from 1 on`;
  problems.push({
    code: 'number-invalid',
    what,
    value,
    fix: `write a whole number, such as ${prop.split('.').pop()}: 250`,
  });
  return undefined;
}

function purposeProblems(purpose: unknown, prop: string): Problem[] {
  if ((PURPOSES as readonly unknown[]).includes(purpose)) {
    return [];
  }
  const what = `${prop} ${shown(purpose)} is not a purpose`;
  return [{ code: 'choice-invalid', what, value: purpose, fix: `write one of ${PURPOSES.join(', ')}` }];
}
