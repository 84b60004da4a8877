const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The amount in a Kubernetes quantity, such as `500m` or `1Gi`; `undefined` for text that is none. */
export function amountOf(quantity: string | undefined): number | undefined {
  const [, digits, exponent, suffix] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([a-zA-Z]{0,2}))$/.exec(quantity ?? '') ?? [];
  const factor = exponent === undefined ? SUFFIXES[suffix ?? ''] : Number(`1${exponent}`);
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
