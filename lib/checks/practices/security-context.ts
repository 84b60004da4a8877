import type { Container, Pod } from './pods';
import { isPlain } from './reading';

/** What a container’s security context says, else that of its Pod. */
export function contextOf(pod: Pod, container: Container, field: string): unknown {
  const own: unknown = container.spec.securityContext;
  const shared: unknown = pod.spec.securityContext;
  const value = isPlain(own) ? own[field] : own;
  return value ?? (isPlain(shared) ? shared[field] : shared);
}

/** What a container’s own security context says. */
export function ownContext(container: Container, field: string): unknown {
  const own: unknown = container.spec.securityContext;
  return isPlain(own) ? own[field] : own;
}
