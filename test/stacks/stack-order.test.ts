import {
  checkIfAllDependenciesAreIncluded,
  getStackWithNoUnmetDependencies,
} from '@cdktf/cli-core/src/lib/helpers/stack-helpers';
import { App } from 'cdktf';
import { Construct } from 'constructs';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedCluster } from '../../lib/cluster/managed-cluster';
import { CloudStack } from '../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../lib/stacks/workload-stack';
import { AnExistingNetwork } from '../cluster/an-existing-network';

// Its logger asks for the version of Terraform when it is loaded; how the command orders stacks is its own code.
jest.mock('@cdktf/commons', () => ({
  logger: { debug: () => undefined },
  Errors: { Usage: (text: string) => Error(text) },
}));

/** A stack as the manifest tells the command of it. */
interface Written {
  readonly name: string;
  readonly dependencies: string[];
}

/** Two stacks that a construct of the program makes, as they are written. */
function written(): Written[] {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'order-')) });
  const shop = new Construct(app, 'shop');
  const cloud = new CloudStack(shop, 'shop-cloud', { region: 'cn-hangzhou' });
  const cluster = new ManagedCluster(cloud, 'cluster', { network: new AnExistingNetwork(cloud) });
  new WorkloadStack(shop, 'shop-apps', { cluster });
  app.synth();
  return Object.values(JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8')).stacks);
}

describe('stacks inside a construct of the program', () => {
  test('are written with the names of the stacks before them', () => {
    expect(written().map(({ name, dependencies }) => [name, dependencies])).toEqual([
      ['shop-apps', ['shop-cloud']],
      ['shop-cloud', []],
    ]);
  });

  test('are taken by the framework’s command for a whole, and applied in their order', async () => {
    const stacks = written();
    expect(() => checkIfAllDependenciesAreIncluded(stacks as never)).not.toThrow();
    const states = stacks.map((stack) => ({ stack, isPending: true, currentState: 'idle' }));
    const next = async () => (await getStackWithNoUnmetDependencies(states as never))?.stack.name;
    expect(await next()).toBe('shop-cloud');
    Object.assign(
      states.find(({ stack }) => stack.name === 'shop-cloud')!,
      { isPending: false, currentState: 'done' },
    );
    expect(await next()).toBe('shop-apps');
  });
});
