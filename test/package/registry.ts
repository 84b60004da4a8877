import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A registry on this machine that holds our packages and passes everything else on to the one that npm is set up for. */
export interface Registry {
  readonly url: string;
  publish(tarball: string): Promise<void>;
  stop(): void;
}

export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const upstream = (await run('npm', ['config', 'get', 'registry'])).stdout.trim();
  const config = join(folder, 'verdaccio.json');
  writeFileSync(
    config,
    JSON.stringify({
      storage: join(folder, 'storage'),
      uplinks: { upstream: { url: upstream, timeout: '60s', max_fails: 10 } },
      packages: {
        'alicloud-constructs*': { access: '$all', publish: '$all' },
        '@*/*': { access: '$all', proxy: 'upstream' },
        '**': { access: '$all', proxy: 'upstream' },
      },
      max_body_size: '200mb',
      log: { type: 'stdout', level: 'warn' },
    }),
  );
  const server = spawn(
    process.execPath,
    [require.resolve('verdaccio/bin/verdaccio'), '--config', config, '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  await answering(url, server);
  const npmrc = join(folder, 'npmrc');
  writeFileSync(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=nobody\n`);
  return {
    url,
    publish: async (tarball) => {
      await run('npm', ['publish', tarball, '--userconfig', npmrc, '--ignore-scripts'], { cwd: folder });
    },
    stop: () => void server.kill(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if (server.exitCode !== null) {
      throw new Error(`the registry ended with ${server.exitCode}`);
    }
    if (
      await fetch(`${url}-/ping`).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error('the registry did not answer within 30 s');
}
