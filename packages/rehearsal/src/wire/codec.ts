import * as protobuf from 'protobufjs/light';
import { MESSAGES, type MessageName } from './messages';

/** Reads and writes the messages of {@link MESSAGES}. */
const root = new protobuf.Root();
const space = root.define('rehearsal');

for (const [name, fields] of Object.entries(MESSAGES)) {
  const type = new protobuf.Type(name);
  for (const [field, text] of Object.entries<string>(fields)) {
    const words = text.split(' ');
    const id = Number(words.pop());
    const of = words.pop()!;
    const rule = words.pop();
    type.add(rule === 'map' ? new protobuf.MapField(field, id, 'string', of) : new protobuf.Field(field, id, of, rule));
  }
  space.add(type);
}
root.resolveAll();

const types = new Map<string, protobuf.Type>(
  Object.keys(MESSAGES).map((name) => [name, space.lookupType(name)] as const),
);

/** Bytes of a message; `undefined` and `null` fields are left out. */
export function encodeMessage(name: MessageName, message: object): Buffer {
  return types.get(name)!.encode(message).finish() as Buffer;
}

/** The message in the bytes; absent fields have protobuf's defaults, absent messages are `null`. */
export function decodeMessage<T>(name: MessageName, bytes: Uint8Array): T {
  return types.get(name)!.decode(bytes) as unknown as T;
}
