import type { Obj, Value } from '../cty/value';
import type { AttributeFacts } from '../schema/facts';
import type { Shape } from '../schema/shape';
import type { Seed } from './seed';

/** What one may look at while inventing a value. */
export interface Asked {
  /** Resource type or data source. */
  readonly type: string;
  readonly kind: 'resource' | 'data';
  /** Names and indices from the root: `certificate_authority.0.cluster_cert`. */
  readonly path: string;
  /** Last name of the path. */
  readonly name: string;
  readonly shape: Shape;
  readonly facts: AttributeFacts | undefined;
  /** Seed of this path. */
  readonly seed: Seed;
  /** Seed of the whole object: for values that are notations of one thing. */
  readonly root: Seed;
  readonly region: string;
  /** Another attribute of the same object; invented on the spot if it is computed too. */
  get(name: string): Value;
  /** Attributes of an object of the simulated cloud by its id. */
  find(id: string): Obj | undefined;
}

/** Invents a value, or leaves it to the next table. */
export type Inventor = (asked: Asked) => Value | undefined;
