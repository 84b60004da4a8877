/** Values in JSON texts that lose nothing: large numbers and bytes are wrapped. */
interface Wrapped {
  readonly $big?: string;
  readonly $bytes?: string;
}

const wrap = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') {
    return { $big: String(value) };
  }
  return value;
};

/** Bytes announce themselves to JSON before a replacer sees them, hence two steps. */
const bytesFirst = (value: unknown): unknown => {
  if (value instanceof Uint8Array) {
    return { $bytes: Buffer.from(value).toString('base64') };
  }
  if (Array.isArray(value)) {
    return value.map(bytesFirst);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bytesFirst(one)] as const))
    : value;
};

export const writeValue = (value: unknown): string => JSON.stringify(bytesFirst(value), wrap);

export const parseValue = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) => {
    const wrapped = value as Wrapped | null;
    if (typeof wrapped === 'object' && wrapped !== null) {
      if (typeof wrapped.$big === 'string') {
        return BigInt(wrapped.$big);
      }
      if (typeof wrapped.$bytes === 'string') {
        return Buffer.from(wrapped.$bytes, 'base64');
      }
    }
    return value;
  });

/**
 * Parses JSON without losing digits: numbers that JavaScript would round become texts, which Terraform accepts where
 * a number belongs.
 */
export const parseExactly = (json: string): unknown =>
  JSON.parse(
    json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      token.startsWith('"') || String(Number(token)) === token || Number.isSafeInteger(Number(token))
        ? token
        : JSON.stringify(token),
    ),
  );
