import type { IConstruct } from 'constructs';
import type { ICluster } from './cluster';
import { reject } from './errors';
import type { Dependable } from './network';
import type { IPod } from './pod';

/** A namespace of a cluster, created here or existing. */
export interface INamespace extends IConstruct {
  readonly namespaceName: string;
  readonly cluster: ICluster;
  /** Whether every Pod of the namespace goes to ECI. */
  readonly everythingOnEci: boolean;
  /** What the Pod Security admission lets in; absent when an imported namespace does not say. */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
  /**
   * References after which objects of this namespace can exist: the namespace itself and what must be in it first. Empty
   * when it exists already.
   */
  readonly ready: readonly { readonly fqn: string }[];
  /**
   * Which traffic its Pods take that nobody asked for: `open` all of it, `deny-ingress` none from outside, `deny-all`
   * none in either direction; absent when an imported namespace does not say.
   */
  readonly isolation?: 'open' | 'deny-ingress' | 'deny-all';
  /**
   * Sets a label of the namespace, such as one that a component looks for. The same label twice is one label.
   *
   * @throws InputError `namespace-conflict` when the key has another value, `label-invalid`
   */
  addLabel(key: string, value: string): void;
  /**
   * Lets a source reach Pods of the namespace on a port, on both sides. Adds nothing where every traffic is let in anyway.
   *
   * @param source Pods of a namespace, of a workload, or an IPv4 range such as `10.0.0.0/8`
   * @param port port of the Pods, not of a Service
   * @param to one workload of the namespace; every Pod of it when left out
   * @throws InputError for a wrong port or range, or a source in another cluster
   */
  allowFrom(source: PodSource, port: PodPort, to?: IWorkload): void;
  /**
   * Lets Pods of the namespace reach Pods elsewhere in the cluster, on both sides, or a range of addresses. Adds nothing
   * on the side that lets everything through anyway.
   *
   * @throws InputError for a wrong port or range, or Pods in another cluster
   */
  allowTo(target: PodSource, port: PodPort): void;
}

/** Who sends traffic to Pods: a namespace, a workload, or an IPv4 range. */
export type PodSource = INamespace | IWorkload | string;

/** A port of Pods; the number alone means TCP. */
export type PodPort = number | { readonly port: number; readonly protocol: 'TCP' | 'UDP' | 'SCTP' };

const NAMESPACE = Symbol.for('alicloud-constructs/Namespace');

/** Brands a construct as a namespace, so that what is created below it lands in it. */
export function provideNamespace(namespace: INamespace): void {
  Object.defineProperty(namespace, NAMESPACE, { value: true });
}

/** The namespace that holds a construct; `undefined` when none does. */
export function tryNamespaceOf(construct: IConstruct): INamespace | undefined {
  const found = construct.node.scopes.reverse().find((scope) => (scope as { [NAMESPACE]?: true })[NAMESPACE]);
  return found as INamespace | undefined;
}

/**
 * The namespace that holds a construct: the nearest scope that is one.
 *
 * @throws InputError `no-namespace`
 */
export function namespaceOf(construct: IConstruct): INamespace {
  const found = tryNamespaceOf(construct);
  if (found) {
    return found;
  }
  reject(construct, [
    {
      code: 'no-namespace',
      what: `"${construct.node.path}" is in no Namespace`,
      fix: "create it in new Namespace(apps, 'shop', {...}), or in Namespace.fromAttributes(apps, 'existing', { name: 'shop' })",
    },
  ]);
  throw new Error('unreachable');
}

/** The kinds of Kubernetes object that keep Pods. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';

/** Something that keeps Pods, whose Pods can be added to by what they use. */
export interface IWorkload extends IConstruct {
  readonly workloadKind: WorkloadKind;
  /** Such as `apps/v1`. */
  readonly apiVersion: 'apps/v1' | 'batch/v1';
  /** `metadata.name` of the object. */
  readonly workloadName: string;
  readonly namespace: INamespace;
  readonly cluster: ICluster;
  /** Labels by which the object finds its Pods; never change. */
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: IPod;
  /** Whether Pods land on ECI: `never`, `some` after nodes or beside them, `all`. */
  readonly eci: EciUse;
  /** Most Pods that there are at once, those of an update included; absent when that is not known. */
  readonly mostPods?: number;
  /** Has the Pods started after other things of this stack, and ended before them. */
  after(...things: readonly Dependable[]): void;
  /** The Kubernetes object, for what waits for it. */
  readonly resource: { readonly fqn: string };
}

/** Whether Pods land on ECI. */
export type EciUse = 'never' | 'some' | 'all';

/** Whether a construct keeps Pods, recognised by what it can do: two copies of the library may meet. */
export function isWorkload(construct: IConstruct): construct is IWorkload {
  return ['workloadKind', 'workloadName', 'pod', 'eci', 'selector'].every((member) => member in construct);
}
