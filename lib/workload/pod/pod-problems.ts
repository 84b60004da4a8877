import type { IConstruct } from 'constructs';
import { wholeNumber } from '../../core/checks';
import { quote, reject, type Problem } from '../../core/errors';
import { kubernetesNameProblems } from '../../core/kubernetes-names';
import type { NodeCondition, PodData, VolumeData } from '../../core/pod';
import { quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { containerProblems } from './container-problems';
import { keyProblems, labelProblems } from './label-problems';

/** The data itself, frozen. @throws InputError with everything that is wrong with it */
export function readPod(owner: IConstruct, data: PodData): PodData {
  reject(owner, podProblems(data));
  return Object.freeze({ ...data });
}

/** Everything that is wrong with a Pod, whichever workload keeps it. */
export function podProblems(data: PodData): Problem[] {
  return [
    ...labelProblems('labels', data.labels),
    ...Object.keys(data.annotations).flatMap((key) => keyProblems('annotations', key)),
    ...labelProblems('nodeSelector', data.nodeSelector),
    ...data.containers.flatMap((one) => containerProblems(`container ${quote(one.name)}`, one)),
    ...data.initContainers.flatMap((one) => containerProblems(`init container ${quote(one.name)}`, one)),
    ...namesTwice(data),
    ...data.volumes.flatMap(volumeProblems),
    ...mountsWithoutVolume(data),
    ...data.nodeAffinity.required.flatMap((one) => conditionProblems('nodeAffinity', one)),
    ...wholeNumber('terminationGracePeriodSeconds', data.terminationGracePeriodSeconds, 0, 86400, 'seconds'),
  ];
}

function namesTwice({ containers, initContainers }: PodData): Problem[] {
  const names = [...containers, ...initContainers].map(({ name }) => name);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ({
      code: 'pod-conflict' as const,
      what: `two containers are called ${quote(name)}`,
      value: name,
      fix: 'give one of the two another name',
    }));
}

/** Problems with one volume. */
export function volumeProblems({ name, source }: VolumeData): Problem[] {
  const mode = source.kind === 'config-map' || source.kind === 'secret' ? source.mode : undefined;
  const limit = source.kind === 'empty' ? source.sizeLimit : undefined;
  return [
    ...kubernetesNameProblems('volume', name),
    ...(limit === undefined ? [] : quantityProblems(`sizeLimit of volume ${quote(name)}`, limit, '1Gi')),
    ...(mode === undefined || /^0[0-7]{3}$/.test(mode) ? [] : [wrongMode(name, mode)]),
  ];
}

function wrongMode(volume: string, mode: string): Problem {
  const what = `mode ${quote(mode)} of volume ${quote(volume)} is not four octal digits`;
  return { code: 'type-invalid', what, value: mode, fix: 'write "0400"' };
}

function mountsWithoutVolume({ containers, initContainers, volumes }: PodData): Problem[] {
  const known = volumes.map(({ name }) => name);
  return [...containers, ...initContainers].flatMap(({ name, mounts }) =>
    mounts
      .filter(({ volume }) => !known.includes(volume))
      .map(({ volume }) => ({
        code: 'volume-unknown' as const,
        what: `container ${quote(name)} mounts volume ${quote(volume)}, which the Pod does not have`,
        value: volume,
        fix: known.length > 0 ? `write one of ${known.map(quote).join(', ')}` : 'add the volume first',
      })),
  );
}

/** Problems with a condition on nodes. */
export function conditionProblems(prop: string, condition: NodeCondition, weight?: number): Problem[] {
  const { key, operator, values = [] } = condition;
  const lists = operator === 'In' || operator === 'NotIn';
  const compares = operator === 'Gt' || operator === 'Lt';
  const fits = lists ? values.length > 0 : compares ? values.length === 1 : values.length === 0;
  const needs = lists ? 'at least one value' : compares ? 'one number' : 'no values';
  const what = `${prop} ${quote(key)} ${operator} has ${values.length} values and needs ${needs}`;
  return [
    ...keyProblems(prop, key),
    ...wholeNumber('weight', weight, 1, 100),
    ...(fits || isToken(values)
      ? []
      : [{ code: 'node-condition' as const, what, value: values, fix: `write ${needs}` }]),
  ];
}
