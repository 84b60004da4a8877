import { wholeNumber } from '../core/checks';
import type { Cloud } from '../core/cloud';
import type { Problem } from '../core/errors';

/** How the public addresses of a NAT gateway are paid for, as plain data. Create one with {@link Bandwidth}. */
export interface BandwidthData {
  readonly kind: 'traffic' | 'bandwidth' | 'shared';
  /** Mbit/s. */
  readonly mbps: number;
}

/** The ways to pay for public addresses. Changing from one to another replaces the addresses. */
export const Bandwidth = Object.freeze({
  /**
   * Pay for each gigabyte sent; `peak` only caps it. Sold on both sites, and the default.
   * @param peak Mbit/s of each address, 1 to 200
   */
  byTraffic: (peak = 100): BandwidthData => Object.freeze({ kind: 'traffic', mbps: peak }),
  /**
   * Pay by the hour for a width, however much is sent. Sold on the China site only.
   * @param mbps Mbit/s of each address, 1 to 500
   */
  byBandwidth: (mbps: number): BandwidthData => Object.freeze({ kind: 'bandwidth', mbps }),
  /**
   * One shared bandwidth for all addresses together, paid by the hour.
   * @param mbps Mbit/s of all addresses, 1 to 1000
   */
  shared: (mbps: number): BandwidthData => Object.freeze({ kind: 'shared', mbps }),
});

/** Widest of each kind, in Mbit/s; Alibaba Cloud's limits for pay-as-you-go addresses and shared bandwidth. */
const WIDEST: Readonly<Record<BandwidthData['kind'], number>> = Object.freeze({
  traffic: 200,
  bandwidth: 500,
  shared: 1000,
});

/** Problems with a bandwidth: out of range, or not sold on the site of the account. */
export function bandwidthProblems(bandwidth: BandwidthData, site: Cloud['site']): Problem[] {
  const widest = WIDEST[bandwidth?.kind];
  if (widest === undefined) {
    const what = 'bandwidth is none of Bandwidth.byTraffic, .byBandwidth, .shared';
    return [{ code: 'choice-invalid', what, value: bandwidth, fix: 'write bandwidth: Bandwidth.byTraffic(100)' }];
  }
  const range = wholeNumber('bandwidth.mbps', bandwidth.mbps, 1, widest, 'Mbit/s');
  if (bandwidth.kind !== 'bandwidth' || site === 'cn') {
    return range;
  }
  const what = 'bandwidth: the international site sells no pay-as-you-go address by bandwidth';
  const fix =
    'write Bandwidth.byTraffic(100) or Bandwidth.shared(100), or site: "cn" on the stack if the account is there';
  return [...range, { code: 'site-billing', what, value: bandwidth.kind, fix }];
}
