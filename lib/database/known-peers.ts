import type { IConnectable } from '../core/connections';
import { quote, reject, type Problem } from '../core/errors';
import { listOf, type Form } from '../core/forms';
import { PEER_FORM } from '../core/seam-forms';
import { contains, parseCidr } from '../network/cidr';
import { isToken } from '../core/tokens';
import type { IConstruct } from 'constructs';

/** The form of what an imported instance lets in: security groups, `Peer.cidr(...)`, `Peer.network(...)`. */
export const PEERS_FORM: Form = listOf(PEER_FORM);

/**
 * Who an imported instance lets in, as its import says. The provider has no resource for the allow list alone: it is part
 * of the instance, which is not ours to change.
 */
export class KnownPeers {
  constructor(
    private readonly owner: IConstruct,
    private readonly known: readonly IConnectable[],
  ) {}

  /** @throws InputError `database-allow-list` for a peer that the import does not name */
  check(peer: IConnectable): void {
    reject(this.owner, PEER_FORM('peer', peer));
    reject(this.owner, this.covers(peer) ? [] : [this.problem(peer)]);
  }

  private covers(peer: IConnectable): boolean {
    const id = peer.securityGroup?.securityGroupId;
    const group = id !== undefined && this.known.some((one) => one.securityGroup?.securityGroupId === id);
    const ranges = this.known.flatMap((one) => (one.securityGroup ? [] : one.ranges));
    const covered = peer.ranges.length > 0 && peer.ranges.every((range) => ranges.some((wide) => within(range, wide)));
    return group || covered;
  }

  private problem(peer: IConnectable): Problem {
    const { path } = this.owner.node;
    const who = peer.securityGroup
      ? `security group "${peer.securityGroup.node.path}" (${peer.ranges.join(', ')})`
      : peer.ranges.map(quote).join(', ');
    const what = `"${path}" is imported, and its import does not say that ${who} may reach it; its allow list is no resource of its own`;
    const fix = `add them to the allow list where the instance is managed, then write allowed: [...] in fromAttributes`;
    return { code: 'database-allow-list', what, value: peer.ranges, fix };
  }
}

function within(range: string, wide: string): boolean {
  if (range === wide) {
    return true;
  }
  const [inner, outer] = [range, wide].map((text) => (isToken(text) ? undefined : parseCidr(text)));
  return inner?.ok === true && outer?.ok === true && contains(outer.cidr, inner.cidr);
}
