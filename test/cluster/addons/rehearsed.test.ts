import { Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { describeFailures, rehearse, warningsOf } from 'alicloud-constructs-rehearsal';
import { Addon } from '../../../lib/cluster/addons/addon';
import type { AddonData } from '../../../lib/cluster/addons/addon-data';
import { CATALOGUE } from '../../../lib/cluster/addons/catalogue';
import { FirstAlb } from '../../../lib/cluster/addons/settings/ingress';
import type { IAddonHost } from '../../../lib/cluster/addons/add-addon';
import { DedicatedCluster } from '../../../lib/cluster/dedicated-cluster';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import type { ClusterKind, ICluster } from '../../../lib/core/cluster';
import { LogProject, type ILogProject } from '../../../lib/logs/log-project';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { resourcesOf } from '../../../lib/testing';
import { MASTERS } from '../other-kinds';

type Host = ICluster & Construct & IAddonHost;

/** Everything a component can be told, in the words of `Addon`. */
const told = (kind: ClusterKind, network: Network, project: ILogProject): Record<string, AddonData> => ({
  'alb-ingress-controller': Addon.ingressAlb({
    balancer: FirstAlb.create({ address: 'intranet', vswitches: network.vswitches('eci') }),
  }),
  'nginx-ingress-controller': Addon.ingressNginx({ size: 'slb.s2.small' }),
  'storage-operator': Addon.storageOperator({ cnfsNas: true, cnfsOss: false }),
  'cnfs-controller': Addon.cnfs(),
  loongcollector: Addon.logs({ project }),
  'logtail-ds': Addon.logtail({ project }),
  'ack-node-problem-detector': Addon.nodeProblemDetector({ project }),
  'alicloud-monitor-controller': Addon.monitorController({ contactGroups: [159] }),
  'arms-prometheus': Addon.prometheus(),
  gatekeeper: Addon.gatekeeper({ admissionPods: 2, auditSeconds: 600 }),
  'ack-pod-identity-webhook': Addon.podIdentity(),
  'aliyun-acr-credential-helper': Addon.acrCredentialHelper(
    kind === 'dedicated'
      ? {}
      : { registries: [{ instanceId: 'cri-abc123', region: 'cn-hangzhou' }], namespaces: 'all' },
  ),
});

/** Components that cannot be beside what comes before them in the table. */
const SECOND: Record<ClusterKind, readonly string[]> = {
  managed: ['logtail-ds'],
  dedicated: ['logtail-ds'],
  serverless: ['logtail-ds', 'nginx-ingress-controller'],
};

/** What can be added to a kind of cluster by hand. */
const addable = (kind: ClusterKind) =>
  CATALOGUE.filter(({ kinds, elsewhere }) => !elsewhere && ['optional', 'default'].includes(kinds[kind] as string));

const makers: Record<ClusterKind, (stack: CloudStack, network: Network) => Host> = {
  managed: (stack, network) => {
    const cluster = new ManagedCluster(stack, 'cluster', { network });
    cluster.addVirtualNode({ networkPolicies: true });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: { min: 1, max: 3 } });
    return cluster;
  },
  dedicated: (stack, network) => {
    const cluster = new DedicatedCluster(stack, 'cluster', { network, ...MASTERS });
    cluster.addNodePool('workers', { instanceTypes: ['ecs.g7.xlarge', 'ecs.g8i.xlarge'], size: 2 });
    return cluster;
  },
  serverless: (stack, network) => new ServerlessCluster(stack, 'cluster', { network }),
};

/** A stack with everything that a kind of cluster can have; `others` chooses what excludes the rest. */
function everything(kind: ClusterKind, others: boolean) {
  const app = Testing.app();
  const stack = new CloudStack(app, `${kind}-cloud`, { region: 'cn-hangzhou', protection: 'sandbox' });
  const network = new Network(stack, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j'] });
  const cluster = makers[kind](stack, network);
  const settings = told(kind, network, new LogProject(stack, 'logs'));
  const left = others ? ['loongcollector', 'alb-ingress-controller'] : SECOND[kind];
  const added = addable(kind).filter(({ name }) => !left.includes(name));
  added.forEach(({ name }) => cluster.addAddon(settings[name] ?? Addon.other(name)));
  return { app, stack, cluster, added };
}

describe.each<ClusterKind>(['managed', 'dedicated', 'serverless'])('every component of a %s cluster', (kind) => {
  test.each([
    ['the one', false],
    ['the other', true],
  ])(
    'is accepted, and the second plan is empty (%s of those that exclude each other)',
    async (_, others) => {
      const { app, stack, cluster, added } = everything(kind, others);
      const names = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').map(({ attributes }) => attributes.name);
      expect(names.length).toBeGreaterThan(15);
      expect(cluster.addons).toEqual(expect.arrayContaining(names));
      expect(added.length).toBeGreaterThanOrEqual(names.length - 2);
      const rehearsal = await rehearse(app, { extent: others ? 'apply' : 'all' });
      expect(describeFailures(rehearsal)).toBe('');
      expect(rehearsal.steps.map(({ step }) => step)).toContain('plan again');
      // A dedicated cluster is itself deprecated, whatever is in it.
      expect(warningsOf(rehearsal).filter((text) => !text.includes('alicloud_cs_kubernetes.cluster'))).toEqual([]);
    },
    120_000,
  );
});
