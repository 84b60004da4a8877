import * as grpc from '@grpc/grpc-js';
import { decodeMessage, encodeMessage } from '../wire/codec';
import { CALLS, SERVICE, type CallName, type MessageName } from '../wire/messages';
import type { Provider } from './provider';

/** A listening provider. */
export interface Listener {
  readonly port: number;
  close(): void;
  /** Listens again on the same port, as a process that was started anew. */
  reopen(): Promise<void>;
}

const UNLIMITED = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

const definition = (
  call: string,
  request: MessageName,
  response: MessageName,
): grpc.MethodDefinition<object, object> => ({
  path: `/${SERVICE}/${call}`,
  requestStream: false,
  responseStream: false,
  requestSerialize: (message) => encodeMessage(request, message),
  requestDeserialize: (bytes) => decodeMessage<object>(request, bytes),
  responseSerialize: (message) => (Buffer.isBuffer(message) ? message : encodeMessage(response, message)),
  responseDeserialize: (bytes) => decodeMessage<object>(response, bytes),
});

/** Serves one provider on a port of its own: no request names its provider. Only this machine can reach it. */
export async function listen(provider: Provider): Promise<Listener> {
  const service: Record<string, grpc.MethodDefinition<object, object>> = {};
  const handlers: Record<string, grpc.handleUnaryCall<object, object>> = {};
  for (const [call, [request, response]] of Object.entries(CALLS)) {
    service[call] = definition(call, request, response);
    handlers[call] = (incoming, done) => {
      provider.answer(call as CallName, incoming.request, incoming.getPeer()).then(
        (answer) => done(null, answer),
        (error: unknown) =>
          done({
            code: grpc.status.INTERNAL,
            details: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
    };
  }
  const open = async (port: number): Promise<{ server: grpc.Server; bound: number }> => {
    const server = new grpc.Server(UNLIMITED);
    server.addService(service, handlers);
    const bound = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, found) =>
        error ? reject(error) : resolve(found),
      );
    });
    return { server, bound };
  };
  const first = await open(0);
  let server: grpc.Server | undefined = first.server;
  return {
    port: first.bound,
    close: () => {
      server?.forceShutdown();
      server = undefined;
    },
    reopen: async () => {
      server ??= (await open(first.bound)).server;
    },
  };
}
