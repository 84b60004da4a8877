import { Decoder, Encoder, ExtData, ExtensionCodec } from '@msgpack/msgpack';
import { Unknown, type Value } from './value';

/** Terraform marks unknown values by extension 0, refined ones by extension 12. */
const UNKNOWN_EXTENSIONS = [0, 12];

const extensions = new ExtensionCodec();
for (const type of UNKNOWN_EXTENSIONS) {
  extensions.register({
    type,
    encode: (value) => (value instanceof Unknown && value.extension === type ? value.data : null),
    decode: (data) => new Unknown(type, Uint8Array.from(data)),
  });
}

const options = { extensionCodec: extensions, useBigInt64: true, maxDepth: 1000 };
const encoder = new Encoder(options);
const decoder = new Decoder({ ...options, rawStrings: false });

/** Safe integers become numbers: only values that would lose digits stay `bigint`. */
function plainNumbers(value: unknown): Value {
  if (typeof value === 'bigint') {
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(plainNumbers);
  }
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    const map = value as Record<string, unknown>;
    for (const key of Object.keys(map)) {
      if (typeof map[key] === 'object' || typeof map[key] === 'bigint') {
        map[key] = plainNumbers(map[key]);
      }
    }
  }
  if (value instanceof ExtData) {
    throw new Error(`unexpected extension ${value.type} in a value`);
  }
  return value as Value;
}

/** The value in MessagePack bytes. */
export const decodeValue = (bytes: Uint8Array): Value => plainNumbers(decoder.decode(bytes));

/** MessagePack bytes of a value. */
export const encodeValue = (value: Value): Uint8Array => encoder.encode(value);
