import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { isToken } from '../../core/tokens';

/** How many nodes a pool has: a number that Terraform keeps, or limits between which the autoscaler decides. */
export type NodePoolSize = number | { readonly min: number; readonly max: number };

/** Limits of the API. */
const MAX_MIN = 1000;
const MAX_MAX = 2000;

/** Most nodes that a pool can come to have; 0 when that is not known at synth. */
export function mostNodes(size: NodePoolSize): number {
  const most = typeof size === 'object' ? size.max : size;
  return isToken(most) ? 0 : most;
}

/** True for a pool that the autoscaler sizes. */
export function isAuto(size: NodePoolSize): size is Exclude<NodePoolSize, number> {
  return typeof size === 'object';
}

/** What the autoscaler takes a pool for. */
export type ScalingType = 'cpu' | 'gpu' | 'gpushare' | 'spot';

/**
 * The size attributes of a node pool: never a number beside an enabled autoscaler, which would fight. A fixed pool keeps
 * the block with `enable` false, because leaving it out would not switch an autoscaler off that was on.
 */
export function sizeAttributes(size: NodePoolSize, type: ScalingType) {
  return isAuto(size)
    ? { scalingConfig: { enable: true, minSize: size.min, maxSize: size.max, type } }
    : { desiredSize: String(size), scalingConfig: { enable: false } };
}

/** Problems with the size of a node pool. */
export function sizeProblems(size: NodePoolSize): Problem[] {
  if (!isAuto(size)) {
    return wholeNumber('size', size ?? null, 0, MAX_MAX, 'nodes');
  }
  const { min, max } = size ?? {};
  const range = [
    ...wholeNumber('size.min', min ?? null, 0, MAX_MIN, 'nodes'),
    ...wholeNumber('size.max', max ?? null, 0, MAX_MAX, 'nodes'),
  ];
  if (range.length > 0 || isToken(min) || isToken(max) || min <= max) {
    return range;
  }
  const what = `size.min ${quote(min)} is above size.max ${quote(max)}`;
  return [{ code: 'size-invalid', what, value: size, fix: `write size: { min: ${max}, max: ${min} }` }];
}
