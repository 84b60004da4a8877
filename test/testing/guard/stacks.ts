import { writtenStack, type WrittenStack } from '../../../lib/core/written/written';
import { diffOfStacks } from '../../../lib/testing/guard/diff';
import type { Diff } from '../../../lib/testing/guard/diff-data';
import type { Json } from './real-plans';

/** A stack of these resources: type, name, attributes. */
export const stackOf = (resource: Json, more: Json = {}, name = 'shop', dependencies: string[] = []): WrittenStack =>
  writtenStack(name, { resource, ...more }, dependencies);

/** What becomes of a stack of one set of resources when it is written with another. */
export const changeOf = (before: Json, after: Json, more: Json = {}): Diff =>
  diffOfStacks([stackOf(before)], [stackOf(after, more)]);

/** Action of every address that does not stay as it is. */
export const actionsOf = ({ changes }: Diff): Readonly<Record<string, string>> =>
  Object.fromEntries(changes.map(({ address, action }) => [address, action] as const));
