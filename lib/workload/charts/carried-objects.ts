import type { IConstruct } from 'constructs';
import type { KubernetesObject } from './objects';

const CARRIED = Symbol.for('alicloud-constructs/carriedObjects');
type Carrier = { [CARRIED]?: readonly KubernetesObject[] };

/** Notes on a release of the constant chart which objects it brings, so that nobody has to read its values again. */
export function provideCarried(release: IConstruct, objects: readonly KubernetesObject[]): void {
  Object.defineProperty(release, CARRIED, { value: objects });
}

/** The objects that a release of the constant chart brings; none for anything else. */
export function carriedBy(construct: IConstruct): readonly KubernetesObject[] {
  return (construct as Carrier)[CARRIED] ?? [];
}
