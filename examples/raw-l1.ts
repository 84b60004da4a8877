import { EcsKeyPair } from '@cdktf/provider-alicloud/lib/ecs-key-pair';
import { LogStore } from '@cdktf/provider-alicloud/lib/log-store';
import { CloudStack, LogProject, ManagedCluster, Network, suppressPractice } from 'alicloud-constructs';
import { TerraformOutput, type App } from 'cdktf';

/** What to do where the library has no construct, or no prop: raw resources beside the constructs, and overrides. */
export function build(app: App): void {
  const cloud = new CloudStack(app, 'raw-l1', { region: 'cn-hangzhou', tags: { team: 'platform' } });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });

  // 1. A raw resource of the provider stands beside the constructs: same stack, same tags, and its attributes can be
  //    handed to their props. Every resource of the provider is there, each under its own path.
  const keyPair = new EcsKeyPair(cloud, 'ops', { keyPairName: 'ops', publicKey: 'ssh-ed25519 AAAAC3Nza...example' });

  // 2. And the other way round: what a construct made is handed to a raw resource.
  const logs = new LogProject(cloud, 'logs');
  new LogStore(cloud, 'applications', {
    projectName: logs.projectName,
    logstoreName: 'applications',
    retentionPeriod: 90,
  });

  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const workers = cluster.addNodePool('workers', {
    instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'],
    size: 3,
    keyName: keyPair.keyPairName,
  });

  // 3. A prop that the library does not have: every construct shows its main resource as `resource`, with all that the
  //    provider offers. Attributes are properties, typed.
  cluster.resource.customSan = 'kubernetes.example.com';

  // 4. One field of a block that the construct wrote, or an attribute that only a newer provider has: by its Terraform
  //    path, unchecked.
  workers.resource.addOverride('timeouts.create', '120m');

  // 5. A default of ours that you do not want can be taken back the same way. Where that is against a practice of the field,
  //    say why: the reason stands in every report (npx alicloud-practices cdktf.out).
  workers.resource.addOverride('instance_metadata_options.http_tokens', 'optional');
  suppressPractice(workers, 'node-metadata', { reason: 'the agent on the nodes does not ask for a token yet' });

  new TerraformOutput(cloud, 'cluster-id', { value: cluster.clusterId });
}
