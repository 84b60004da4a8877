import type { PlacedObject } from './objects';

/** Namespaces that the cluster comes with. */
export const isOfSystem = ({ name }: PlacedObject): boolean => /^kube-|^default$|^ack-|^arms-/.test(name);

/** Whether an object is in a namespace. */
export const isIn = (object: PlacedObject, namespace: PlacedObject): boolean =>
  object.cluster === namespace.cluster && object.namespace === namespace.name;
