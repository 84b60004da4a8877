import { isList, number, text, type Value } from '../cty/value';
import type { Asked, Inventor } from './asked';
import type { Seed } from './seed';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const SPECIAL = '!@#$%&*()-_=+[]{}<>:?';
const WORDS = [
  'able',
  'brave',
  'calm',
  'deep',
  'eager',
  'fair',
  'glad',
  'keen',
  'lynx',
  'mole',
  'newt',
  'otter',
  'puma',
  'seal',
];

/** Characters by the rules of random_password: each class its minimum, the rest from all that are allowed. */
function characters(asked: Asked): string {
  const length = number(asked.get('length')) ?? 16;
  const classes = [
    { name: 'lower', alphabet: LOWER },
    { name: 'upper', alphabet: LOWER.toUpperCase() },
    { name: 'numeric', alphabet: DIGITS },
    { name: 'special', alphabet: text(asked.get('override_special')) || SPECIAL },
  ].filter(({ name }) => asked.get(name) !== false);
  const all = classes.map(({ alphabet }) => alphabet).join('');
  const least = classes.map(({ name, alphabet }) =>
    asked.seed.at(name).letters(Math.max(number(asked.get(`min_${name}`)) ?? 0, length >= 8 ? 1 : 0), alphabet),
  );
  const given = least.join('').slice(0, length);
  return shuffle([...given, ...asked.seed.letters(length - given.length, all || LOWER)], asked.seed).join('');
}

function shuffle<T>(items: readonly T[], seed: Seed): T[] {
  return items
    .map((item, at) => ({ item, weight: seed.at(`shuffle${at}`).hex(8) }))
    .sort((one, other) => (one.weight < other.weight ? -1 : 1))
    .map(({ item }) => item);
}

/** The bytes that every notation of one resource shows. */
const bytesOf = (asked: Asked): Buffer =>
  asked.root.bytes(number(asked.get('byte_length')) ?? number(asked.get('length')) ?? 8);

const prefix = (asked: Asked): string => text(asked.get('prefix')) ?? '';

const PET = (asked: Asked): string => {
  const words = Array.from(
    { length: number(asked.get('length')) ?? 2 },
    (_, at) => WORDS[asked.seed.at(`w${at}`).int(0, WORDS.length - 1)],
  );
  return [...(prefix(asked) ? [prefix(asked)] : []), ...words].join(text(asked.get('separator')) ?? '-');
};

const VALUES: Readonly<Record<string, (asked: Asked) => Value>> = {
  'random_password.result': characters,
  'random_password.id': () => 'none',
  'random_password.bcrypt_hash': ({ seed }) => `$2a$10$${seed.letters(53)}`,
  'random_string.result': characters,
  'random_string.id': (asked) => asked.get('result'),
  'random_id.hex': (asked) => prefix(asked) + bytesOf(asked).toString('hex'),
  'random_id.dec': (asked) => prefix(asked) + BigInt(`0x${bytesOf(asked).toString('hex') || '0'}`).toString(),
  'random_id.b64_std': (asked) => prefix(asked) + bytesOf(asked).toString('base64'),
  'random_id.b64_url': (asked) => prefix(asked) + bytesOf(asked).toString('base64url'),
  'random_id.id': (asked) => bytesOf(asked).toString('base64url'),
  'random_bytes.hex': (asked) => bytesOf(asked).toString('hex'),
  'random_bytes.base64': (asked) => bytesOf(asked).toString('base64'),
  'random_integer.result': (asked) => asked.seed.int(number(asked.get('min')) ?? 0, number(asked.get('max')) ?? 100),
  'random_integer.id': (asked) => String(asked.get('result')),
  'random_uuid.result': ({ seed }) => seed.uuid(),
  'random_uuid.id': (asked) => asked.get('result'),
  'random_pet.id': PET,
  'random_shuffle.id': () => '-',
  'random_shuffle.result': (asked) => {
    const input = asked.get('input');
    const items = isList(input) ? input : [];
    return shuffle(items, asked.seed).slice(0, number(asked.get('result_count')) ?? items.length);
  },
};

/** What the provider plans already: its defaults. */
const DEFAULTS: Readonly<Record<string, Value>> = {
  lower: true, upper: true, numeric: true, number: true, special: true,
  min_lower: 0, min_upper: 0, min_numeric: 0, min_special: 0,
  length: 2, separator: '-',
}; // prettier-ignore

/** Values of the random provider: real ones in form, but the same in every run. */
export const inventRandom: Inventor = (asked) => VALUES[`${asked.type}.${asked.path}`]?.(asked) ?? DEFAULTS[asked.path];
