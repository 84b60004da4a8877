import type { ModelPart } from './model';
import type { Scenario } from './scenarios';

/** What became of a part. */
export type PartState =
  /** Goes on as before. */
  | 'holds'
  /** Goes over to another zone, which ends connections for moments. */
  | 'switches'
  /** Goes on with less: without its standby, with a member or a zone fewer. */
  | 'reduced'
  | 'lost'
  /** Would be lost, or is not known, and somebody wrote why that is borne. */
  | 'accepted'
  | 'unknown';

/** A part in a scenario. */
export interface PartLeft {
  readonly part: string;
  readonly state: PartState;
  readonly why?: string;
}

/**
 * What becomes of a part when a zone is lost; nodes are none of its business.
 *
 * @param accept reasons why the loss of parts is borne
 */
export function partLeft(part: ModelPart, scenario: Scenario, accept: Readonly<Record<string, string>>): PartLeft {
  const left = leftOf(part, scenario);
  const reason = accept[part.id];
  return reason !== undefined && (left.state === 'lost' || left.state === 'unknown')
    ? { part: part.id, state: 'accepted', why: `${left.why}; accepted: ${reason}` }
    : left;
}

function leftOf({ id, where }: ModelPart, { zone }: Scenario): PartLeft {
  if (zone === undefined) {
    return { part: id, state: 'holds' };
  }
  switch (where.kind) {
    case 'region':
      return { part: id, state: 'holds', why: where.note };
    case 'unknown':
      return where.zones?.includes(zone) === false
        ? { part: id, state: 'holds' }
        : { part: id, state: 'unknown', why: where.note };
    case 'every':
      return ofEvery(id, new Set(where.zones), zone);
    case 'voters':
      return ofVoters(id, where.zones, zone);
    case 'standby':
      return ofStandby(id, where.zones, zone);
  }
}

function ofEvery(part: string, zones: ReadonlySet<string>, lost: string): PartLeft {
  if (!zones.has(lost)) {
    return { part, state: 'holds' };
  }
  return zones.size > 1
    ? { part, state: 'reduced', why: `serves from ${[...zones].filter((one) => one !== lost).join(', ')}` }
    : { part, state: 'lost', why: `is in ${lost} only` };
}

function ofVoters(part: string, zones: readonly string[], lost: string): PartLeft {
  const left = zones.filter((zone) => zone !== lost).length;
  const count = `${left} of ${zones.length} members are left`;
  if (left === zones.length) {
    return { part, state: 'holds' };
  }
  return 2 * left > zones.length
    ? { part, state: 'reduced', why: count }
    : { part, state: 'lost', why: `loses its quorum: ${count}` };
}

function ofStandby(part: string, zones: readonly string[], lost: string): PartLeft {
  const others = zones.filter((zone) => zone !== lost);
  if (others.length === zones.length) {
    return { part, state: 'holds' };
  }
  if (others.length === 0) {
    return { part, state: 'lost', why: `is in ${lost} only` };
  }
  return zones[0] === lost
    ? { part, state: 'switches', why: `goes over to ${others[0]}` }
    : { part, state: 'reduced', why: `is without its standby in ${lost}` };
}
