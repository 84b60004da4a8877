import { createHash } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Text that looks random and is the same for the same key, on every machine. */
export class Seed {
  constructor(readonly key: string) {}

  /** A seed for one part of the thing. */
  at(path: string): Seed {
    return new Seed(`${this.key}/${path}`);
  }

  /** `length` bytes. */
  bytes(length: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = 0, size = 0; size < length; at++, size += 32) {
      parts.push(createHash('sha256').update(`${this.key}#${at}`).digest());
    }
    return Buffer.concat(parts).subarray(0, length);
  }

  hex(length: number): string {
    return this.bytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length);
  }

  /** Characters of an alphabet; lower-case letters and digits if none is given. */
  letters(length: number, alphabet: string = LETTERS): string {
    return [...this.bytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor((this.bytes(6).readUIntBE(0, 6) / 2 ** 48) * (high - low + 1));
  }

  uuid(): string {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
