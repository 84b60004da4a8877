import { CsKubernetesAddon } from '@cdktf/provider-alicloud/lib/cs-kubernetes-addon';
import { Construct } from 'constructs';
import { Addon } from '../../../lib/cluster/addons/addon';
import type { AddonData } from '../../../lib/cluster/addons/addon-data';
import { FirstAlb } from '../../../lib/cluster/addons/settings/ingress';
import { ControlPlane } from '../../../lib/cluster/control-plane';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { runTreeChecks } from '../../../lib/core/tree';
import type { CloudStack } from '../../../lib/stacks/cloud-stack';
import { problemsOf } from '../../support/problems';
import { aCluster, aStack } from '../a-cluster';
import { AnExistingNetwork, FLANNEL } from '../an-existing-network';
import { aDedicatedCluster, aServerlessCluster } from '../other-kinds';

const managed = () => aCluster().cluster;
const serverless = () => aServerlessCluster().cluster;
const dedicated = () => aDedicatedCluster().cluster;
const wrong = (value: unknown) => value as never;

type Hosts = typeof managed | typeof serverless | typeof dedicated;

describe('refused, with the reason and the way out', () => {
  test.each<[string, Hosts, AddonData, { code: string; what?: RegExp; fix?: RegExp }]>([
    [
      'a second owner of the network plug-in',
      managed,
      Addon.other('terway-eniip', { MaxPoolSize: 5 }),
      { code: 'addon-elsewhere', fix: /PodNetwork and networkPolicies/ },
    ],
    [
      'the other network plug-in',
      managed,
      Addon.other('flannel'),
      { code: 'addon-kind', what: /addresses from terway/ },
    ],
    [
      'a part of the control plane',
      managed,
      Addon.other('kube-apiserver', { requestTimeout: '2m0s' }),
      { code: 'addon-elsewhere', what: /part of the control plane/ },
    ],
    [
      'the autoscaler by hand',
      managed,
      Addon.other('cluster-autoscaler'),
      { code: 'addon-elsewhere', fix: /size: \{ min, max \}/ },
    ],
    [
      'the virtual node by hand',
      managed,
      Addon.other('ack-virtual-node'),
      { code: 'addon-elsewhere', fix: /cluster\.addVirtualNode/ },
    ],
    [
      'ECI on a dedicated cluster',
      dedicated,
      Addon.other('ack-virtual-node'),
      { code: 'addon-kind', what: /access key/, fix: /ManagedCluster or a ServerlessCluster/ },
    ],
    ['NetworkPolicy on ECI without ECI', dedicated, Addon.eciNetworkPolicies(), { code: 'addon-kind' }],
    ['a cache on nodes that are not there', serverless, Addon.nodeLocalDns(), { code: 'addon-kind', what: /no agent/ }],
    ['events of nodes that are not there', serverless, Addon.nodeProblemDetector(), { code: 'addon-kind' }],
    ['RAM roles on a dedicated cluster', dedicated, Addon.podIdentity(), { code: 'addon-kind', fix: /ManagedCluster/ }],
    [
      'a chart',
      managed,
      Addon.other('ack-spark-operator'),
      { code: 'addon-kind', what: /Helm chart/, fix: /WorkloadStack/ },
    ],
    [
      'what nobody maintains',
      managed,
      Addon.other('ack-virtual-kubelet-autoscaler'),
      { code: 'addon-kind', fix: /Burst\.afterEcs/ },
    ],
    ['storage of before CSI', managed, Addon.other('flexvolume'), { code: 'addon-kind', fix: /csi-plugin is there/ }],
    [
      'a misspelt component',
      managed,
      Addon.other('metric-server'),
      { code: 'addon-unknown', fix: /did you mean "metrics-server"/ },
    ],
    ['no name', managed, Addon.other('arms prometheus'), { code: 'addon-unknown', what: /is not the name/ }],
    ['one zone for an ALB', managed, oneZone(), { code: 'addon-setting-invalid', what: /1 zones/ }],
    [
      'the id of something else as an ALB',
      managed,
      Addon.ingressAlb({ balancer: FirstAlb.withId('lb-abc') }),
      { code: 'resource-id-invalid', fix: /alb-/ },
    ],
    [
      'vSwitches that are none',
      managed,
      Addon.ingressAlb({
        balancer: FirstAlb.create({ address: 'internet', vswitches: [wrong(null), wrong('vsw-1')] }),
      }),
      { code: 'type-invalid', what: /vswitches\[0\]/ },
    ],
    ['an address that is none', managed, Addon.ingressNginx({ address: wrong('public') }), { code: 'choice-invalid' }],
    [
      'a setting that does not exist',
      managed,
      Addon.gatekeeper(wrong({ admissionPod: 3 })),
      { code: 'prop-unknown', fix: /admissionPods/ },
    ],
    ['more Pods than make sense', managed, Addon.gatekeeper({ admissionPods: 0 }), { code: 'number-invalid' }],
    ['nobody to tell', managed, Addon.monitorController({ contactGroups: [] }), { code: 'list-empty' }],
    [
      'a contact group that is none',
      managed,
      Addon.monitorController({ contactGroups: [wrong('159')] }),
      { code: 'number-invalid' },
    ],
    ['no registry', managed, Addon.acrCredentialHelper({}), { code: 'list-empty' }],
    [
      'a registry that is none',
      managed,
      Addon.acrCredentialHelper({ registries: [{ instanceId: 'acme', region: 'cn-hangzhou' }] }),
      { code: 'resource-id-invalid' },
    ],
    [
      'registries where a ConfigMap holds them',
      dedicated,
      Addon.acrCredentialHelper({ registries: [{ instanceId: 'cri-abc', region: 'cn-hangzhou' }] }),
      { code: 'addon-kind', what: /acr-configuration/ },
    ],
    ['a project that is none', managed, Addon.logs({ project: wrong('acme-logs') }), { code: 'type-invalid' }],
    ['no component at all', managed, wrong(undefined), { code: 'value-missing' }],
    ['a name instead of a component', managed, wrong('coredns'), { code: 'choice-invalid', fix: /Addon\.ingressAlb/ }],
    ['settings that are no object', managed, Addon.other('ack-cgpu', wrong('{"a":1}')), { code: 'type-invalid' }],
  ])('%s', (_, host, addon, { code, what = /./, fix = /./ }) => {
    const [problem] = problemsOf(() => host().addAddon(addon));
    expect(problem).toMatchObject({
      code,
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
      path: 'shop/cluster',
    });
  });

  function oneZone(): AddonData {
    const vswitches = aCluster().network.vswitches('nodes').slice(0, 1);
    return Addon.ingressAlb({ balancer: FirstAlb.create({ address: 'internet', vswitches }) });
  }
});

describe('refused beside something else', () => {
  test('one component with two settings', () => {
    const cluster = managed();
    cluster.addAddon(Addon.gatekeeper({ admissionPods: 3 }));
    const [problem] = problemsOf(() => cluster.addAddon(Addon.gatekeeper({ admissionPods: 2 })));
    expect(problem).toMatchObject({ code: 'addon-duplicate', fix: 'add gatekeeper once, with all its settings' });
  });

  test('two agents for logs, in whichever order', () => {
    for (const [first, second] of [
      [Addon.logs(), Addon.logtail()],
      [Addon.logtail(), Addon.logs()],
    ] as const) {
      const cluster = managed();
      cluster.addAddon(first);
      const [problem] = problemsOf(() => cluster.addAddon(second));
      expect(problem).toMatchObject({
        code: 'addon-conflict',
        what: expect.stringMatching(/loongcollector.*logtail-ds|logtail-ds.*loongcollector/),
      });
    }
  });

  test('ALB and nginx on Serverless, but not elsewhere', () => {
    const cluster = serverless();
    cluster.addAddon(Addon.ingressAlb());
    expect(problemsOf(() => cluster.addAddon(Addon.ingressNginx()))[0]).toMatchObject({ code: 'addon-conflict' });
    const other = managed();
    other.addAddon(Addon.ingressAlb());
    expect(other.addAddon(Addon.ingressNginx()).resource).toBeDefined();
  });
});

describe('refused on the cluster as it is', () => {
  test('what only Pro clusters have', () => {
    const { cluster } = aCluster({ controlPlane: ControlPlane.basic() });
    expect(problemsOf(() => cluster.addAddon(Addon.eciNetworkPolicies()))[0]).toMatchObject({ code: 'tier-basic' });
  });

  test('what needs a newer Kubernetes', () => {
    const { cluster } = aCluster({ version: '1.20', proxyMode: 'ipvs' });
    const [problem] = problemsOf(() => cluster.addAddon(Addon.podIdentity()));
    expect(problem).toMatchObject({ code: 'addon-version', value: '1.20' });
  });

  test('what belongs to the other network', () => {
    const { cluster } = aCluster({ around: { podNetwork: FLANNEL } });
    expect(problemsOf(() => cluster.addAddon(Addon.terwayControlPlane()))[0]).toMatchObject({
      code: 'addon-kind',
      fix: expect.stringContaining('PodNetwork.terway()'),
    });
  });

  test('nothing is left behind by what was refused', () => {
    const { cluster } = aCluster();
    cluster.addAddon(Addon.logs());
    problemsOf(() => cluster.addAddon(Addon.logtail()));
    expect(cluster.addons).not.toContain('logtail-ds');
    expect(cluster.node.tryFindChild('addon-logtail-ds')).toBeUndefined();
  });
});

describe('one owner in the whole program', () => {
  const owners = (one: CloudStack) => problemsOf(() => runTreeChecks(one.node.root));
  const imported = (id: string, stack: CloudStack, clusterId = 'c0123') => {
    const network = new AnExistingNetwork(new Construct(stack, `around-${id}`));
    return ManagedCluster.fromAttributes(stack, id, { network, clusterId });
  };

  test('two imports of one cluster do not both install a component', () => {
    const stack = aStack();
    imported('here', stack).addAddon(Addon.kruise());
    imported('there', stack).addAddon(Addon.kruise());
    expect(owners(stack)).toMatchObject([
      { code: 'addon-duplicate', path: 'shop/there/addon-ack-kruise', what: expect.stringContaining('shop/here') },
    ]);
  });

  test('nor does a resource that was written by hand', () => {
    const { stack, cluster } = aCluster();
    cluster.addAddon(Addon.kruise());
    cluster.addAddon(Addon.cronHpa());
    new CsKubernetesAddon(stack, 'by-hand', { clusterId: cluster.clusterId, name: 'ack-kruise' });
    expect(owners(stack)).toMatchObject([
      { code: 'addon-duplicate', path: 'shop/cluster/addon-ack-kruise', what: expect.stringContaining('shop/by-hand') },
    ]);
  });

  test('the same component of two clusters is two components', () => {
    const stack = aStack();
    imported('here', stack).addAddon(Addon.kruise());
    imported('there', stack, 'c4567').addAddon(Addon.kruise());
    expect(() => runTreeChecks(stack.node.root)).not.toThrow();
  });
});
