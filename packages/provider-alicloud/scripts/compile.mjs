import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('./compile-worker.mjs', import.meta.url));
const MAX_WORKERS = 2;
/** In characters of source. Small shards keep memory low; each costs some 30 ms for checking cdktf's types again. */
const SHARD_SIZE = 600_000;
/** A larger young generation saves garbage collections; a limit on the old one would save memory but cost a third more time. */
const NODE_OPTIONS = ['--max-semi-space-size=32'];

/** Compiles `modules` (`[{ folder, size }]`) in worker processes; resolves to `{ outputs, errors, cpu, peakMemory }`. */
export async function compile(modules, onProgress) {
  const queue = shards(modules);
  const outputs = {};
  const errors = [];
  let done = 0;
  const work = async () => {
    const worker = fork(WORKER, { execArgv: NODE_OPTIONS });
    let usage = { cpu: 0, peakMemory: 0 };
    try {
      for (let folders = queue.shift(); folders; folders = queue.shift()) {
        const result = await ask(worker, { folders });
        Object.assign(outputs, result.outputs);
        errors.push(...result.errors);
        usage = result.usage;
        onProgress((done += folders.length));
      }
    } finally {
      queue.length = 0;
      worker.kill();
    }
    return usage;
  };
  const count = Math.min(MAX_WORKERS, availableParallelism(), queue.length);
  const usages = await Promise.all(Array.from({ length: count }, work));
  const sum = (key) => usages.reduce((total, usage) => total + usage[key], 0);
  return { outputs, errors: errors.sort(), cpu: sum('cpu'), peakMemory: sum('peakMemory') };
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
