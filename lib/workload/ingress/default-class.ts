import type { IConstruct } from 'constructs';
import type { Problem } from '../../core/errors';
import type { IIngressClass } from '../../core/ingress';
import { byKey, perTree } from '../../core/tree';

/** Metadata of the class that serves Ingresses which name none. */
export function defaultClass(isDefault: boolean): { readonly annotations?: Record<string, string> } {
  return isDefault ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {};
}

type OwnClass = IIngressClass & { readonly isDefault: boolean };

/** The default classes of every cluster. */
const defaultsOf = perTree((all) =>
  byKey(all, (one: IConstruct & Partial<OwnClass>) => (one.isDefault === true ? one.cluster?.node.path : undefined)),
);

/** Kubernetes refuses Ingresses that name no class as soon as two classes are the default. */
export function secondDefault(own: OwnClass, all: readonly IConstruct[]): Problem[] {
  const [first] = own.isDefault ? (defaultsOf(all).get(own.cluster.node.path) ?? []) : [];
  const what = `the classes "${first?.node.path}" and "${own.node.path}" are both the default of "${own.cluster.node.path}"; Kubernetes would refuse every Ingress that names no class`;
  return first === undefined || first === own
    ? []
    : [{ code: 'ingress-default', what, value: true, fix: 'write isDefault: true of one of them' }];
}
