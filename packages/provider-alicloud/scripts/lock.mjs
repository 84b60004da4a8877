import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildDir } from './paths.mjs';

const lockFile = path.join(buildDir, 'lock');

/** Runs `work` while no other build does; a lock left by a process that has ended is taken over. */
export async function withLock(work, onWait) {
  mkdirSync(buildDir, { recursive: true });
  for (let waited = false; !take(); waited = true) {
    if (!waited) onWait();
    await sleep(200);
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    writeFileSync(lockFile, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!ownerIsAlive()) rmSync(lockFile, { force: true });
  return false;
}

function ownerIsAlive() {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    if (!owner) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
