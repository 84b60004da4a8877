/**
 * The same Terraform as jenkins-by-library.ts, written by hand with L1 classes, n times; the texts that Jenkins reads are kept in
 * `bench/texts`, as somebody keeps them who writes them by hand. `test/bench.test.ts` holds the two outputs against each other.
 */
import { ConfigMapV1Data } from '@cdktf/provider-kubernetes/lib/config-map-v1-data';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { App } from 'cdktf';
import { kubernetesStack } from './apps-by-hand';
import { jenkinsCloud } from './jenkins-cloud-by-hand';
import { jenkinsController } from './jenkins-controller-by-hand';
import { jenkinsSpaces } from './jenkins-spaces-by-hand';

const [n = '1'] = process.argv.slice(2);
const app = new App();
for (let copy = 0; copy < Number(n); copy++) {
  const id = Number(n) === 1 ? 'ci' : `ci-${copy}`;
  const cloud = jenkinsCloud(app, id);
  const apps = kubernetesStack(app, `${id}-apps`, cloud.ack);
  new RandomProvider(apps, 'random');
  const profile = new ConfigMapV1Data(apps, 'eci-profile', {
    metadata: { name: 'eci-profile', namespace: 'kube-system' },
    data: {
      vSwitchIds: cloud.vswitches.eci!.map((vswitch) => vswitch.id).join(','),
      securityGroupId: cloud.nodes.id,
    },
    force: true,
    fieldManager: 'alicloud-constructs',
  });
  jenkinsController(apps, cloud, jenkinsSpaces(apps, profile, cloud.pusher));
}
app.synth();
