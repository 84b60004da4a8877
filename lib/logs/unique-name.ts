import { Id } from '@cdktf/provider-random/lib/id';
import type { Construct } from 'constructs';
import { physicalName, type NameRule } from '../core/names';
import { needRandom } from '../core/random';

/** Bytes of chance at the end of a globally unique name: four billion endings. */
const BYTES = 4;
const SUFFIX = BYTES * 2 + 1;

/**
 * A name that no other account has: the construct's own name, lower-case, and eight random hex digits that Terraform
 * draws once and keeps in its state.
 *
 * Drawn rather than taken from the account's id, because a deleted project holds its name for days: with the account's
 * id, a stack that was destroyed could not be applied again.
 */
export function uniqueName(construct: Construct, rule: NameRule): string {
  const stem = physicalName(construct, { ...rule, max: rule.max - SUFFIX });
  needRandom(construct);
  const ending = new Id(construct, 'suffix', { byteLength: BYTES });
  return `${stem.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}-${ending.hex}`;
}
