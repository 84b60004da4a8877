import { distinctList } from '../core/checks';
import type { EndpointData } from '../core/cluster';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';
import { parseCidr } from '../network/cidr';

/** Who may reach a public API server. */
export interface PublicEndpoint {
  /** IPv4 ranges of the people and runners that use the API server, at least one, such as `203.0.113.7/32`. */
  readonly allow: readonly string[];
  /** Why every address is allowed; needed when `allow` holds `0.0.0.0/0`. */
  readonly reason?: string;
}

/** From where the API server of a cluster can be reached. */
export const Endpoint = Object.freeze({
  /**
   * From the VPC and what is connected to it only: a runner in the VPC, a VPN, a peer. Workload stacks of the cluster
   * have to be applied from there.
   */
  private: (): EndpointData => Object.freeze({ kind: 'private' }),
  /**
   * From the internet too, over an EIP that ACK buys and binds to the API server's balancer.
   *
   * **What `allow` does.** The cluster's stack makes the access list: these ranges, and those that ACK, the nodes and
   * the Pods need. ACK owns the balancer and its listener, and Terraform cannot attach a list to a listener that it
   * did not make, so somebody attaches it once after the first apply; the warning says how. **Until then the API server
   * answers the whole internet**, and only its certificates guard it. With `0.0.0.0/0` there is no list to attach.
   *
   * Create-only: on a living cluster ACK's console binds and unbinds the address. Going back to `private()` here takes the
   * access list away and leaves the address: unbind it in the console first.
   */
  public: (endpoint: PublicEndpoint): EndpointData => Object.freeze({ kind: 'public', ...endpoint }),
});

/** Every address there is; an access list could not name it, and would bar nobody. */
export const EVERYTHING = '0.0.0.0/0';

/** Widest range that counts as known people, as in security groups: a /8. */
const WIDEST = 8;

/** Problems with an endpoint. */
export function endpointProblems(endpoint: EndpointData): Problem[] {
  if (endpoint.kind === 'private') {
    return [];
  }
  const { allow, reason } = endpoint;
  if (!Array.isArray(allow) || allow.length === 0) {
    const what = `endpoint allow ${quote(allow)} names no range`;
    const fix = 'write Endpoint.public({ allow: ["203.0.113.7/32"] }), or Endpoint.private()';
    return [{ code: 'list-empty', what, value: allow, fix }];
  }
  const twice = distinctList('endpoint allow', allow, '["203.0.113.7/32"]');
  const each = allow.flatMap((range): Problem[] => {
    const parsed = isToken(range) ? undefined : parseCidr(range, 'endpoint allow');
    if (parsed === undefined || !parsed.ok) {
      return parsed === undefined ? [] : [parsed.problem];
    }
    if (parsed.cidr.mask >= WIDEST || (range === EVERYTHING && reason)) {
      return [];
    }
    const everything = range === EVERYTHING;
    const what = `endpoint allow ${quote(range)} opens the API server to ${everything ? 'every address' : 'a large part of the internet'}`;
    const fix = `name your own ranges, or say why: Endpoint.public({ allow: ["${EVERYTHING}"], reason: "..." })`;
    return [{ code: 'endpoint-open', what, value: range, fix }];
  });
  return [...twice, ...each];
}
