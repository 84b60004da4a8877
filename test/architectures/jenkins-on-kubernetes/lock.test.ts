import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK, LOCK_SCRIPT } from '../../../lib/architectures/jenkins-on-kubernetes/controller-lock';
import { LeaseServer } from './lease-server';

/** A Jenkins that writes a line into the shared home ten times a second, and says when it was told to end. */
const JENKINS = [
  'trap \'echo "$ME ends" >> "$SHARED"; exit 143\' TERM',
  'while [ -e "$SHARED" ]; do echo "$ME" >> "$SHARED"; sleep 0.1 & wait $!; done',
].join('\n');

let folder: string, shared: string, api: string;
let server: LeaseServer;
let running: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  shared = join(folder, 'home');
  writeFileSync(shared, '');
  writeFileSync(join(folder, 'lock.sh'), LOCK_SCRIPT);
  running = [];
  server = new LeaseServer();
  api = await server.start();
});

afterEach(async () => {
  running.forEach((one) => one.kill('SIGKILL'));
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A container of a Pod, with a lease of five seconds that is given up after two. */
function container(me: string, how: 'run' | 'wait' = 'run', more: Record<string, string> = {}) {
  const account = join(folder, me);
  mkdirSync(account, { recursive: true });
  writeFileSync(join(account, 'token'), `token-of-${me}`);
  writeFileSync(join(account, 'ca.crt'), '');
  const program = how === 'run' ? ['bash', '-c', JENKINS] : [];
  const env = {
    ...process.env,
    LOCK_API: api,
    LOCK_ACCOUNT: account,
    LOCK_NAMESPACE: 'jenkins',
    LOCK_NAME: 'controller',
    LOCK_HOLDER: me,
    LOCK_LEASE_SECONDS: '5',
    LOCK_GIVE_UP_SECONDS: '2',
    LOCK_EVERY_SECONDS: '0.2',
    SHARED: shared,
    ME: me,
    ...more,
  };
  const child = spawn('bash', [join(folder, 'lock.sh'), how, ...program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(child);
  let log = '';
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  const said = () => log;
  return { child, ended, said };
}

const written = (): string[] => readFileSync(shared, 'utf8').split('\n').filter(Boolean);
/** Who wrote, one after the other. */
const writers = (): string[] => written().filter((one, index, all) => one !== all[index - 1]);

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!what()) {
    if (Date.now() > end) {
      throw new Error(`it never came to that: ${what.toString()}; ${writers().join(' ')}; ${server.holders.join(' ')}`);
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

test('of two that start at once one runs, and the other waits', async () => {
  const [one, two] = [container('one'), container('two')];
  await until(() => one.said().includes('waiting') || two.said().includes('waiting'));
  await until(() => written().length > 20);
  expect(writers()).toHaveLength(1);
  expect(writers()).toEqual([server.holder]);
});

test('one that is told to end keeps the lock until it has ended, and then gives it back at once', async () => {
  const one = container('one');
  await until(() => written().includes('one'));
  const two = container('two');
  await until(() => two.said().includes('waiting for one'));
  one.child.kill('SIGTERM');
  expect(await one.ended).toBe(143);
  await until(() => written().includes('two'));
  expect(writers()).toEqual(['one', 'one ends', 'two']);
  expect(server.holders).toEqual(['one', '', 'two']);
});

test('one that no longer reaches the API ends itself before anybody else can begin', async () => {
  const one = container('one');
  await until(() => written().includes('one'));
  const two = container('two');
  await until(() => two.said().includes('waiting for one'));
  server.cutOff('token-of-one');
  expect(await one.ended).toBe(1);
  // It is gone while the Lease is still its own.
  expect(server.holder).toBe('one');
  expect(one.said()).toContain('not renewed for 2 s');
  await until(() => written().includes('two'));
  expect(writers()).toEqual(['one', 'two']);
});

test('one that was lost without a word is waited for as long as its lease, by the clock of the one who waits', async () => {
  server.heldBy('gone');
  const began = Date.now();
  const two = container('two');
  await until(() => written().includes('two'));
  expect(Date.now() - began).toBeGreaterThan(5000);
  expect(two.said()).toContain('waiting for gone');
  expect(server.holders).toEqual(['gone', 'two']);
});

test('one that is held up while another takes the lock kills what it runs as soon as it goes on', async () => {
  const one = container('one');
  await until(() => written().includes('one'));
  // Its program ignores everything but a kill.
  server.heldBy('two');
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain('taken by two');
  const lines = written().length;
  await new Promise((next) => setTimeout(next, 500));
  expect(written()).toHaveLength(lines);
  expect(server.holder).toBe('two');
});

test('a container that starts again in the same Pod goes on without waiting', async () => {
  const one = container('one');
  await until(() => written().includes('one'));
  one.child.kill('SIGKILL');
  await one.ended;
  const before = Date.now();
  const again = container('one', 'wait');
  expect(await again.ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(5000);
  expect(server.holders).toEqual(['one']);
});

test('an API that answers nonsense takes nothing away and gives nothing', async () => {
  server.cutOff('token-of-one');
  const one = container('one');
  await until(() => one.said().includes('the API answered 000'));
  expect(written()).toEqual([]);
});

test('whatever befalls the one that runs, nobody writes before it has ended, and somebody goes on', async () => {
  const slow = { LOCK_LEASE_SECONDS: '7' };
  const pods = ['a', 'b', 'c', 'd'].map((me) => [me, container(me, 'run', slow)] as const);
  const fates: readonly ((me: string, pod: ReturnType<typeof container>) => void)[] = [
    (_, { child }) => child.kill('SIGTERM'),
    (me) => server.cutOff(`token-of-${me}`),
    (_, { child }) => child.kill('SIGTERM'),
  ];
  for (const fate of fates) {
    await until(() => server.holder !== '' && written().at(-1) === server.holder);
    const [me, pod] = pods.find(([name]) => name === server.holder)!;
    fate(me, pod);
    await pod.ended;
    await until(() => ![me, `${me} ends`].includes(written().at(-1)!));
  }
  const turns = writers().filter((one) => !one.endsWith(' ends'));
  expect(turns).toHaveLength(pods.length);
  // Nobody has a second turn: it would have written between the lines of another one.
  expect(new Set(turns).size).toBe(turns.length);
}, 60_000);

test('the seconds that it has in the cluster leave room for the slowest round of asking', () => {
  const slowest = 3 * 5 + LOCK.every;
  expect(LOCK.giveUp + slowest).toBeLessThan(LOCK.lease);
});
