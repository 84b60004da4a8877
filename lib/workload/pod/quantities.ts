import type { Amounts } from '../../core/pod';

const PARTS = /^(\d*)(?:\.(\d+))?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['m', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/**
 * A Kubernetes quantity as the API server writes it back: a whole number with the largest suffix of its family that
 * keeps it whole (`1000m` is `1`, `0.5` is `500m`, `1.5Gi` is `1536Mi`). What is no quantity, and tokens, stay as they are.
 */
export function canonicalQuantity(text: string): string {
  const match = PARTS.exec(text);
  if (!match || (match[1] === '' && match[2] === undefined)) {
    return text;
  }
  const [, whole = '', fraction = '', suffix = ''] = match;
  const binary = suffix.endsWith('i');
  const scale = 10n ** BigInt(fraction.length);
  const mantissa = BigInt(`${whole}${fraction}`);
  return binary
    ? written(mantissa * 1024n ** BigInt(BINARY.indexOf(suffix)), scale, 1024n, BINARY)
    : written(mantissa * 1000n ** BigInt(DECIMAL.indexOf(suffix)), scale, 1000n, DECIMAL);
}

/** Rounded up to the smallest unit of the family, as the API server does. */
function written(units: bigint, scale: bigint, step: bigint, suffixes: readonly string[]): string {
  let number = (units + scale - 1n) / scale;
  let at = 0;
  while (number !== 0n && number % step === 0n && at < suffixes.length - 1) {
    number /= step;
    at += 1;
  }
  return number === 0n ? '0' : `${number}${suffixes[at]}`;
}

/** Amounts under the names that Kubernetes has for them, in the API server's writing; absent when there are none. */
export function resourceList(amounts: Amounts | undefined): Record<string, string> | undefined {
  const named = {
    cpu: amounts?.cpu,
    'ephemeral-storage': amounts?.ephemeralStorage,
    memory: amounts?.memory,
  };
  const given = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? Object.fromEntries(given.map(([key, text]) => [key, canonicalQuantity(text)])) : undefined;
}
