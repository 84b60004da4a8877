import type { Resolved } from '../core/defaults';
import { Placement, type PlacementData } from './placement';
import type { ContainerDefaults, NamespaceProps, PodSecurityLevel } from './namespace-props';

/** What a container gets that says nothing. */
export const CONTAINER_DEFAULTS = Object.freeze({
  requests: Object.freeze({ cpu: '100m', memory: '128Mi' }),
  limits: Object.freeze({ cpu: '1', memory: '1Gi' }),
});

/** What a namespace has when a prop is left out. */
export const NAMESPACE_DEFAULTS = Object.freeze({
  labels: Object.freeze({}) as Readonly<Record<string, string>>,
  annotations: Object.freeze({}) as Readonly<Record<string, string>>,
  containerDefaults: CONTAINER_DEFAULTS as ContainerDefaults | 'none',
  podSecurity: 'baseline' as PodSecurityLevel,
  placement: Placement.scheduled() as PlacementData,
});

/** Props of a namespace with every default in place. */
export type ResolvedNamespace = Readonly<Resolved<NamespaceProps, typeof NAMESPACE_DEFAULTS>>;
