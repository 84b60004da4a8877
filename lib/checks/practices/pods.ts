import { called, type PlacedObject } from './objects';
import type { Picture } from './picture';
import { isPlain } from './reading';

/** Data of an object, of any form. */
export type Data = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A container of a Pod. */
export interface Container {
  readonly name: string;
  /** Runs before the others and ends. */
  readonly init: boolean;
  readonly spec: Data;
}

/** What makes Pods, be it a Deployment, a Job, or the Pod itself. */
export interface Pod {
  readonly owner: PlacedObject;
  /** `Deployment web`. */
  readonly called: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Spec of the Pods. */
  readonly spec: Data;
  readonly containers: readonly Container[];
}

/** Kinds that make Pods. */
export const POD_MAKERS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
] as const;

/** Kinds whose Pods are meant to run for ever. */
const LASTING: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

export const isLasting = ({ owner }: Pod): boolean => LASTING.has(owner.kind);

/** Kinds that keep a number of equal Pods. */
export const isReplicated = ({ owner }: Pod): boolean => owner.kind === 'Deployment' || owner.kind === 'StatefulSet';

export function podsOf(picture: Picture): readonly Pod[] {
  return POD_MAKERS.flatMap((kind) => picture.objects(kind)).map(podOf);
}

function podOf(owner: PlacedObject): Pod {
  const { metadata, spec } = templateOf(owner);
  const pod: Data = isPlain(spec) ? spec : {};
  return {
    owner,
    called: called(owner),
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: pod,
    containers: [...containersIn(pod.initContainers, true), ...containersIn(pod.containers, false)],
  };
}

function templateOf({ kind, object }: PlacedObject): Data {
  if (kind === 'Pod') {
    return object;
  }
  return (kind === 'CronJob' ? object.spec?.jobTemplate?.spec?.template : object.spec?.template) ?? {};
}

function containersIn(list: unknown, init: boolean): readonly Container[] {
  return (Array.isArray(list) ? list : [])
    .filter(isPlain)
    .map((spec) => ({ name: String(spec.name ?? ''), init, spec }));
}
