import type { EciAddressData, EciBillingData, EciImageData, EciPod, EciVswitchesData } from './eci-pod';

/** Begins every annotation by which a Pod speaks to ECI. */
export const ECI_PREFIX = 'k8s.aliyun.com/';

/** The annotations of a Pod template by which ECI knows what a Pod gets; sorted, values always text. */
export function eciAnnotations(eci: EciPod): Readonly<Record<string, string>> {
  const named: Record<string, string | undefined> = {
    'eci-use-specs': eci.sizes?.join(','),
    'eci-instance-family': eci.families?.join(','),
    'eci-extra-ephemeral-storage': eci.extraDiskGib ? `${eci.extraDiskGib}Gi` : undefined,
    'eci-ram-role-name': eci.ramRoleName,
    'eci-fail-strategy': eci.onFailure,
    'acr-instance-ids': eci.registryInstanceId,
    ...billing(eci.billing),
    ...image(eci.image),
    ...vswitches(eci.vswitches),
    ...address(eci.address),
  };
  const given = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [`${ECI_PREFIX}${key}`, value]).sort(byKey));
}

function byKey([a]: string[], [b]: string[]): number {
  return a! < b! ? -1 : 1;
}

function billing(data: EciBillingData = { kind: 'on-demand' }) {
  return data.kind === 'on-demand'
    ? {}
    : {
        'eci-spot-strategy': data.maxPrice === undefined ? 'SpotAsPriceGo' : 'SpotWithPriceLimit',
        'eci-spot-price-limit': data.maxPrice === undefined ? undefined : String(data.maxPrice),
        'eci-spot-fallback': String(data.fallback ?? true),
        'eci-spot-duration': (data.protectedHour ?? true) ? undefined : '0',
      };
}

function image(data: EciImageData = { kind: 'pulled' }): Record<string, string> {
  switch (data.kind) {
    case 'pulled':
      return {};
    case 'cached':
      return { 'eci-image-cache': 'true' };
    case 'snapshot':
      return { 'eci-image-snapshot-id': data.id };
  }
}

function vswitches(data: EciVswitchesData | undefined): Record<string, string> {
  return data
    ? {
        'eci-vswitch': data.ids.join(','),
        'eci-schedule-strategy': data.kind === 'ordered' ? 'VSwitchOrdered' : 'VSwitchRandom',
      }
    : {};
}

function address(data: EciAddressData = { kind: 'none' }): Record<string, string> {
  switch (data.kind) {
    case 'none':
      return {};
    case 'own':
      return {
        'eci-with-eip': 'true',
        'eip-bandwidth': String(data.bandwidthMbps),
        'eip-internet-charge-type': data.chargedBy === 'traffic' ? 'PayByTraffic' : 'PayByBandwidth',
      };
    case 'existing':
      return { 'eci-eip-instanceid': data.id };
  }
}
