import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ProviderSchema, type readDocument, packageDir } from './schema';

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** A copy of this package whose schema has two resources and a data source, in a folder of its own. */
export class SmallPackage {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'provider-alicloud-'));

  constructor() {
    cpSync(path.join(packageDir, 'scripts'), this.path('scripts'), { recursive: true });
    cpSync(path.join(packageDir, 'schema'), this.path('schema'), { recursive: true });
    cpSync(path.join(packageDir, 'package.json'), this.path('package.json'));
    symlinkSync(path.resolve(packageDir, '../../node_modules'), this.path('node_modules'), 'dir');
    this.changeSchema((provider) => {
      keep(provider.resource_schemas, ['alicloud_vpc', 'alicloud_vswitch']);
      keep(provider.data_source_schemas, ['alicloud_zones']);
    });
  }

  /** A copy as it stands, built or not. */
  clone(): SmallPackage {
    const copy = new SmallPackage();
    for (const name of ['lib', '.build']) {
      cpSync(this.path(name), copy.path(name), { recursive: true, preserveTimestamps: true });
    }
    return copy;
  }

  path(...names: string[]): string {
    return path.join(this.dir, ...names);
  }

  /** The whole document, as Terraform writes it; also the form that `--from` takes. */
  document(): ReturnType<typeof readDocument> {
    return JSON.parse(gunzipSync(readFileSync(this.schemaFile())).toString('utf8'));
  }

  changeSchema(change: (provider: ProviderSchema) => void): void {
    const document = this.document();
    for (const provider of Object.values(document.provider_schemas)) change(provider);
    writeFileSync(this.schemaFile(), gzipSync(JSON.stringify(document)));
  }

  /** Runs a script; `bin` of the copy, if there is one, comes first on the PATH. */
  run(script: string, ...args: string[]): Run {
    const env = { ...process.env, PATH: [this.path('bin'), process.env['PATH']].join(path.delimiter) };
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.path('scripts', script), ...args], {
      encoding: 'utf8',
      env,
    });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  private schemaFile(): string {
    const [name] = readdirSync(this.path('schema'));
    return this.path('schema', name ?? '');
  }
}

function keep(schemas: Record<string, unknown>, names: string[]): void {
  for (const name of Object.keys(schemas)) {
    if (!names.includes(name)) delete schemas[name];
  }
}
