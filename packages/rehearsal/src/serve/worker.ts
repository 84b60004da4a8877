import { parentPort, workerData } from 'node:worker_threads';
import { Cloud } from '../cloud/cloud';
import { loadBuiltIn, loadFile, onlyTypes } from '../schema/load';
import { FaultPlan, type Cut } from './faults';
import { Line } from './line';
import { listen } from './listen';
import type { Call } from './log';
import type { FromWorker, ToWorker, WorkerOptions } from './protocol';
import { Provider } from './provider';

/** How long calls that are on their way may take to arrive before a dying provider closes its connections. */
const LAST_BREATH = 100;

/** The thread that serves: Terraform may be run synchronously next to it without a deadlock. */
async function main(options: WorkerOptions): Promise<void> {
  const port = parentPort!;
  const send = (message: FromWorker): void => port.postMessage(message);
  const cloud = options.cloud === undefined ? new Cloud() : Cloud.load(options.cloud);
  const faults = new FaultPlan(options.faults);
  let calls: Call[] = [];
  const sources = [...options.providers.map(loadBuiltIn), ...options.schemaFiles.flatMap(loadFile)].map((source) =>
    options.types === undefined ? source : onlyTypes(source, new Set(options.types)),
  );
  const served = await Promise.all(
    sources.map(async (source) => {
      const line = new Line((cut) => happen(cut, () => listener.close()));
      const { mode, silencedRules: silenced } = options;
      const context = { source, cloud, mode, faults, line, silenced, stopping: { now: false } };
      const provider = new Provider(context, (call) => calls.push(call));
      const listener = await listen(provider);
      return { address: source.address, version: source.version, line, provider, listener };
    }),
  );

  function happen(cut: Exclude<Cut, 'answer'>, close: () => void): void {
    if (cut === 'connection') {
      setTimeout(close, LAST_BREATH);
    } else {
      if (cut === 'kill') {
        served.forEach(({ line }) => line.break());
      }
      send({ signal: cut === 'kill' ? 'SIGKILL' : 'SIGINT' });
    }
  }

  async function mend(): Promise<null> {
    served.forEach(({ line }) => line.mend());
    await Promise.all(served.map(({ listener }) => listener.reopen()));
    return null;
  }

  async function answer(message: ToWorker): Promise<unknown> {
    switch (message.ask) {
      case 'calls':
        return calls;
      case 'save':
        return cloud.save();
      case 'mend':
        return mend();
      case 'arm':
        faults.arm(message.with ?? []);
        calls = [];
        return mend();
      case 'load':
        cloud.restore(message.with!);
        return null;
      case 'struck':
        return faults.struck;
      case 'stop':
        served.forEach(({ listener }) => listener.close());
        return null;
    }
  }

  port.on('message', (message: ToWorker) => {
    answer(message).then(
      (value) => {
        send({ answer: message.id, value });
        if (message.ask === 'stop') {
          port.close();
        }
      },
      (error: unknown) => send({ answer: message.id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  send({ ready: served.map(({ address, version, listener }) => ({ address, version, port: listener.port })) });
  // Terraform takes a while to start: the schemas are made meanwhile.
  setImmediate(() => served.forEach(({ provider }) => provider.schema));
}

main(workerData as WorkerOptions).catch((error: unknown) => {
  parentPort!.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies FromWorker);
  parentPort!.close();
});
