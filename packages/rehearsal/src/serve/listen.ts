import * as grpc from '@grpc/grpc-js';
import { decodeMessage, encodeMessage } from '../wire/codec';
import { CALLS, SERVICE, type CallName, type MessageName } from '../wire/messages';
import type { Provider } from './provider';

/** A listening provider. */
export interface Listener {
  readonly port: number;
  close(): void;
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
  const server = new grpc.Server(UNLIMITED);
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
  server.addService(service, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, close: () => server.forceShutdown() };
}
