import type { IConstruct } from 'constructs';
import { tryCloudOf } from './cloud';
import { quote, type Problem } from './errors';

/** The region of the stack that holds a construct; `undefined` outside of such stacks. */
export function regionOf(construct: IConstruct): string | undefined {
  const regions = construct.node.scopes.map((scope) => tryCloudOf(scope)?.region);
  return regions.filter((region) => region !== undefined).at(-1);
}

/**
 * Problem with a thing of another region than what works with it: the cloud would look for it in the wrong one, and find nothing.
 *
 * @param what of the thing, such as `cluster`
 * @param region where it has to be
 */
export function otherRegion(what: string, thing: IConstruct, region: string | undefined): Problem[] {
  const home = regionOf(thing);
  if (home === undefined || region === undefined || home === region) {
    return [];
  }
  const text = `${what} "${thing.node.path}" is in ${quote(home)}, and what works with it in ${quote(region)}`;
  const fix = `put both into stacks of one region, or name a ${what} of ${region}`;
  return [{ code: 'region-other', what: text, value: home, fix }];
}
