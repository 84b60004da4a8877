import { parentPort, workerData } from 'node:worker_threads';
import { Cloud } from '../cloud/cloud';
import { loadBuiltIn, loadFile } from '../schema/load';
import { listen } from './listen';
import type { Call } from './log';
import type { FromWorker, ToWorker, WorkerOptions } from './protocol';
import { Provider } from './provider';

/** The thread that serves: Terraform may be run synchronously next to it without a deadlock. */
async function main(options: WorkerOptions): Promise<void> {
  const port = parentPort!;
  const cloud = options.cloud === undefined ? new Cloud() : Cloud.load(options.cloud);
  const calls: Call[] = [];
  const sources = [...options.providers.map(loadBuiltIn), ...options.schemaFiles.flatMap(loadFile)];
  const listeners = await Promise.all(
    sources.map(async (source) => {
      const context = { source, cloud, mode: options.mode, faults: options.faults, stopping: { now: false } };
      const provider = new Provider(context, (call) => calls.push(call));
      return { address: source.address, version: source.version, provider, listener: await listen(provider) };
    }),
  );
  const send = (message: FromWorker): void => port.postMessage(message);
  port.on('message', (message: ToWorker) => {
    switch (message.ask) {
      case 'calls':
        return send({ answer: message.id, value: calls });
      case 'save':
        return send({ answer: message.id, value: cloud.save() });
      case 'stop':
        listeners.forEach(({ listener }) => listener.close());
        send({ answer: message.id, value: null });
        return port.close();
    }
  });
  send({ ready: listeners.map(({ address, version, listener }) => ({ address, version, port: listener.port })) });
  // Terraform takes a while to start: the schemas are made meanwhile.
  setImmediate(() => listeners.forEach(({ provider }) => provider.schema));
}

main(workerData as WorkerOptions).catch((error: unknown) => {
  parentPort!.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies FromWorker);
  parentPort!.close();
});
