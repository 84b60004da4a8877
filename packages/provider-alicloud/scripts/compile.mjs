import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('./compile-worker.mjs', import.meta.url));
const MAX_WORKERS = 2;
/** In characters of source. Small shards keep memory low; each costs some 30 ms for checking cdktf's types again. */
const SHARD_SIZE = 1_000_000;
const NODE_OPTIONS = ['--max-old-space-size=400', '--max-semi-space-size=32'];

/** Compiles `modules` (`[{ folder, size }]`) in worker processes; resolves to `{ outputs, errors, peakMemory }`. */
export async function compile(modules, onProgress) {
  const queue = shards(modules);
  const outputs = {};
  const errors = [];
  let done = 0;
  const work = async () => {
    const worker = fork(WORKER, { execArgv: NODE_OPTIONS });
    let peak = 0;
    try {
      for (let folders = queue.shift(); folders; folders = queue.shift()) {
        const result = await ask(worker, { folders });
        Object.assign(outputs, result.outputs);
        errors.push(...result.errors);
        peak = result.peakMemory;
        onProgress((done += folders.length));
      }
    } finally {
      worker.kill();
    }
    return peak;
  };
  const count = Math.min(MAX_WORKERS, availableParallelism(), queue.length);
  const peaks = await Promise.all(Array.from({ length: count }, work));
  return { outputs, errors: errors.sort(), peakMemory: peaks.reduce((sum, peak) => sum + peak, 0) };
}

/** Runs `script` in a process of its own, for one message. What it prints is shown only if it fails. */
export async function runOnce(script, message) {
  const child = fork(script, { execArgv: [], silent: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  try {
    return await ask(child, message);
  } catch (error) {
    throw new Error(`${error.message}\n${printed}`);
  }
}

/* Sends one message to a forked process and waits for its answer; rejects if it ends before. */
function ask(child, message) {
  return new Promise((resolve, reject) => {
    const onExit = (code, signal) => reject(new Error(`${child.spawnargs[1]} ended with ${signal ?? `code ${code}`}`));
    child.once('close', onExit);
    child.once('error', reject);
    child.once('message', (answer) => {
      child.off('close', onExit);
      child.off('error', reject);
      resolve(answer);
    });
    child.send(message);
  });
}

/* Large modules first, so that the last shards are small and the workers end together. */
function shards(modules) {
  const result = [];
  let size = Infinity;
  for (const module of [...modules].sort((a, b) => b.size - a.size || (a.folder < b.folder ? -1 : 1))) {
    if (size + module.size > SHARD_SIZE) {
      result.push([]);
      size = 0;
    }
    result.at(-1).push(module.folder);
    size += module.size;
  }
  return result;
}
