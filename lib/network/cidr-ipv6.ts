import { Address6 } from 'ip-address';
import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Problems with an IPv6 range; none for one that is not given, and for a token. */
export function ipv6Problems(range: string | undefined): Problem[] {
  if (range === undefined || isToken(range)) {
    return [];
  }
  const address = typeof range === 'string' && /^[\da-f:.]+\/\d{1,3}$/i.test(range) ? tryIpv6(range) : undefined;
  if (address === undefined) {
    const fix = 'write a range such as Peer.ipv6Cidr("2001:db8::/32")';
    return [{ code: 'cidr-invalid', what: `range ${quote(range)} is not an IPv6 range`, value: range, fix }];
  }
  const network = address.startAddress().correctForm();
  if (network === address.correctForm()) {
    return [];
  }
  const fix = `did you mean "${network}/${address.subnetMask}"?`;
  return [{ code: 'cidr-host-bits', what: `range ${quote(range)} has host bits set`, value: range, fix }];
}

function tryIpv6(text: string): Address6 | undefined {
  try {
    return new Address6(text);
  } catch {
    return undefined;
  }
}
