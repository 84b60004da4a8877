#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeRehearsal, describeStep } from '../api/describe';
import { rehearse } from '../api/rehearse';
import { summarize } from '../api/summary';
import { BUILT_IN, loadFile } from '../schema/load';
import type { Call } from '../serve/log';
import { startCloud } from '../serve/start';
import { readArguments, USAGE, type Arguments } from './arguments';
import { FAULTS_USAGE, readFaultArguments, type FaultArguments } from './fault-arguments';
import { faultsCommand } from './faults';
import { readUpgradeArguments, UPGRADE_USAGE, upgradeCommand, type UpgradeArguments } from './upgrade';

const FAILED = 1;
const MISUSED = 2;

function writeLog(file: string | undefined, calls: readonly Call[]): void {
  if (file !== undefined) {
    writeFileSync(file, calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
  }
}

async function steps(args: Arguments): Promise<number> {
  const result = await rehearse(args.out, {
    extent: args.command === 'exec' ? 'all' : args.command,
    stacks: args.stacks,
    mode: args.mode,
    schemaFiles: args.schemaFiles,
    variables: args.variables,
    workFolder: args.work,
    keepProtection: args.keepProtection,
    migrateState: args.migrateState,
    onStep: (step) => (args.json ? undefined : console.log(describeStep(step))),
  });
  writeLog(args.log, result.calls);
  if (args.json) {
    const { calls: _, ...shown } = result;
    console.log(JSON.stringify(shown, null, 2));
  } else {
    console.log(describeRehearsal(result));
  }
  return result.ok ? 0 : FAILED;
}

/** Runs any command with the providers attached. */
async function exec(args: Arguments): Promise<number> {
  const saved = args.work && join(args.work, 'cloud.json');
  const given = args.schemaFiles.flatMap(loadFile).map(({ address }) => address);
  const cloud = await startCloud({
    providers: Object.keys(BUILT_IN).filter((address) => !given.includes(address)),
    schemaFiles: args.schemaFiles,
    mode: args.mode,
    cloud: saved && existsSync(saved) ? readFileSync(saved, 'utf8') : undefined,
  });
  const [program, ...words] = args.rest;
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(program!, words, { stdio: 'inherit', env: { ...process.env, ...cloud.env } });
    // Ctrl-C goes to the whole group: the command ends by itself, and we write what is to be kept.
    process.on('SIGINT', () => undefined);
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? FAILED));
  });
  const calls = await cloud.calls();
  writeLog(args.log, calls);
  if (saved) {
    mkdirSync(args.work!, { recursive: true });
    writeFileSync(saved, await cloud.save());
  }
  await cloud.stop();
  const { creates, longestChain } = summarize(calls);
  console.error(`rehearsal: ${calls.length} calls, ${creates.length} created, longest chain ${longestChain.length}`);
  return code;
}

const WANTS_HELP = /^(?:--help|-h)$/;

async function faults(words: readonly string[]): Promise<number> {
  let args: FaultArguments;
  try {
    args = readFaultArguments(words);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${FAULTS_USAGE}`);
    return MISUSED;
  }
  return faultsCommand(args);
}

function upgrade(words: readonly string[]): number {
  let args: UpgradeArguments;
  try {
    args = readUpgradeArguments(words);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${UPGRADE_USAGE}`);
    return MISUSED;
  }
  return upgradeCommand(args);
}

const USAGES: Readonly<Record<string, string>> = { faults: FAULTS_USAGE, upgrade: UPGRADE_USAGE };

async function main(): Promise<number> {
  const [command, ...words] = process.argv.slice(2);
  if (process.argv.slice(2).some((word) => WANTS_HELP.test(word))) {
    console.log(USAGES[command ?? ''] ?? USAGE);
    return 0;
  }
  try {
    if (command === 'faults') {
      return await faults(words);
    }
    if (command === 'upgrade') {
      return upgrade(words);
    }
    let args: Arguments;
    try {
      args = readArguments(process.argv.slice(2));
    } catch (error) {
      console.error(`${(error as Error).message}\n\n${USAGE}`);
      return MISUSED;
    }
    return await (args.command === 'exec' ? exec(args) : steps(args));
  } catch (error) {
    console.error((error as Error).message);
    return FAILED;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
