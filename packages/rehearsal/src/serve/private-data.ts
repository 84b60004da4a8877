/** What the provider keeps with a resource, unseen by the user; Terraform must hand it back unchanged. */
export interface PrivateData {
  /** The object was imported and nothing of it was known: its first plan says nothing about replacement. */
  readonly imported?: boolean;
  /** How often the object was planned or changed; proves that the data goes round. */
  readonly generation?: number;
}

const NONE: PrivateData = Object.freeze({});

export const readPrivate = (bytes: Uint8Array | null | undefined): PrivateData =>
  bytes && bytes.length > 0 ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as PrivateData) : NONE;

export const writePrivate = (data: PrivateData): Buffer => Buffer.from(JSON.stringify(data));
