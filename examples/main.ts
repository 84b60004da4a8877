/**
 * Builds every example, or those named on the command line, into one App.
 *
 *   npm run synth                        all of them
 *   npm run synth -- managed-cluster     one of them
 */
import { rmSync } from 'node:fs';
import { clearOutput, describeSummary, InputError, summaryOf } from 'alicloud-constructs';
import { App } from 'cdktf';
import * as burstToEci from './burst-to-eci';
import * as bringYourOwnNetwork from './bring-your-own-network';
import * as components from './components';
import * as jenkinsOnKubernetes from './jenkins-on-kubernetes';
import * as managedCluster from './managed-cluster';
import * as network from './network';
import * as rawL1 from './raw-l1';
import * as starter from './starter/stacks';
import * as threeClusterKinds from './three-cluster-kinds';
import * as wordpressOnEciBurst from './wordpress-on-eci-burst';
import * as wordpressOnServerless from './wordpress-on-serverless';

export const EXAMPLES: Readonly<Record<string, (app: App) => void>> = {
  starter: starter.build,
  network: network.build,
  'managed-cluster': managedCluster.build,
  'bring-your-own-network': bringYourOwnNetwork.build,
  'raw-l1': rawL1.build,
  'burst-to-eci': burstToEci.build,
  'three-cluster-kinds': threeClusterKinds.build,
  components: components.build,
  'wordpress-on-eci-burst': wordpressOnEciBurst.build,
  'wordpress-on-serverless': wordpressOnServerless.build,
  'jenkins-on-kubernetes': jenkinsOnKubernetes.build,
};

function main(names: readonly string[]): void {
  const unknown = names.filter((name) => !(name in EXAMPLES));
  if (unknown.length > 0) {
    throw new Error(`no example "${unknown.join('", "')}"; there are ${Object.keys(EXAMPLES).join(', ')}`);
  }
  // The cdktf command keeps Terraform's plugins in its output folder; on our own we start from nothing.
  const commanded = process.env.CDKTF_OUTDIR;
  if (commanded === undefined) {
    rmSync('cdktf.out', { recursive: true, force: true });
  } else {
    clearOutput(commanded);
  }
  const app = new App();
  (names.length > 0 ? names : Object.keys(EXAMPLES)).forEach((name) => EXAMPLES[name]!(app));
  app.synth();
  console.log(describeSummary(summaryOf(app)));
}

if (require.main === module) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    // Wrong input explains itself; a stack trace would hide it.
    console.error((error as Error).name === InputError.name ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
