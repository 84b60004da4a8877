import { resourceOf, synthesized } from '../../../lib/testing';
import { DaemonWorkload } from '../../../lib/workload/daemon/daemon-workload';
import type { DaemonWorkloadProps } from '../../../lib/workload/daemon/daemon-workload-props';
import { Namespace } from '../../../lib/workload/namespace';
import { Placement } from '../../../lib/workload/placement';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { aStack } from '../../cluster/a-cluster';
import { AnExistingNetwork } from '../../cluster/an-existing-network';
import { problemsOf } from '../../support/problems';
import { aNamespace, RUN } from '../a-namespace';

function anAgent(props: Partial<DaemonWorkloadProps> = {}, ...space: Parameters<typeof aNamespace>) {
  const made = aNamespace(...space);
  return { ...made, agent: new DaemonWorkload(made.namespace, 'agent', { ...RUN, ...props }) };
}

const specOf = (...given: Parameters<typeof anAgent>) =>
  resourceOf(anAgent(...given).apps, 'kubernetes_daemon_set_v1').attributes.spec;

const REAL_NODES = { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] };

describe('a daemon', () => {
  test('runs on every node without a taint, never on a virtual one, and is replaced a tenth at a time', () => {
    const spec = specOf();
    expect(spec).toMatchObject({
      selector: { match_labels: { 'app.kubernetes.io/name': 'agent' } },
      strategy: { type: 'RollingUpdate', rolling_update: { max_unavailable: '10%', max_surge: '0' } },
    });
    const { affinity, toleration } = spec.template.spec;
    expect(JSON.stringify(affinity)).toContain(JSON.stringify(REAL_NODES));
    expect(toleration).toBeUndefined();
  });

  test('on tainted nodes too tolerates every taint, and still keeps off virtual nodes', () => {
    const { affinity, toleration } = specOf({ onTaintedNodes: true }).template.spec;
    expect(toleration).toEqual([{ operator: 'Exists' }]);
    expect(JSON.stringify(affinity)).toContain(JSON.stringify(REAL_NODES));
  });

  test('ends at once: no balancer has to forget it', () => {
    const { spec } = specOf().template;
    expect(spec.termination_grace_period_seconds).toBe(30);
    expect(spec.container[0]).not.toHaveProperty('lifecycle');
  });

  test('with the network of its node still finds Services by name', () => {
    const { spec } = specOf({ hostNetwork: true, ports: { metrics: 9100 } }, { podSecurity: 'privileged' }).template;
    expect(spec).toMatchObject({ host_network: true, dns_policy: 'ClusterFirstWithHostNet' });
  });
});

describe('refusals', () => {
  test('a namespace whose Pods are all on ECI', () => {
    const [problem] = problemsOf(() => anAgent({}, { placement: Placement.everythingOnEci() }));
    expect(problem).toMatchObject({ code: 'daemon-on-eci' });
    expect(problem!.what).toMatch(/namespace "shop" sends every Pod to ECI/);
    expect(problem!.fix).toMatch(/sidecars/);
  });

  test('a Serverless cluster, which has no nodes', () => {
    const stack = aStack();
    const cluster = new ServerlessCluster(stack, 'cluster', { network: new AnExistingNetwork(stack) });
    const apps = new WorkloadStack(stack.node.root as never, 'shop-apps', { cluster });
    const [problem] = problemsOf(() => new DaemonWorkload(new Namespace(apps, 'shop'), 'agent', RUN));
    expect(problem).toMatchObject({ code: 'daemon-on-eci', value: 'serverless' });
  });

  test('the label of ECI, given or added later', () => {
    const label = { 'alibabacloud.com/eci': 'true' };
    expect(problemsOf(() => anAgent({ podLabels: label }))[0]).toMatchObject({ code: 'daemon-on-eci' });
    const { apps, agent } = anAgent();
    agent.pod.addLabel('alibabacloud.com/eci', 'true');
    expect(problemsOf(() => synthesized(apps)).map(({ code }) => code)).toContain('daemon-on-eci');
  });

  test.each<[string, Partial<DaemonWorkloadProps>, string]>([
    ['an update that may take no node', { maxUnavailable: 0 }, 'number-invalid'],
    ['the network of the node in a namespace that forbids it', { hostNetwork: true }, 'pod-security'],
    ['replicas, which are the nodes', { replicas: 3 } as object, 'prop-unknown'],
  ])('%s', (_, props, code) => {
    expect(problemsOf(() => anAgent(props)).map((problem) => problem.code)).toEqual([code]);
  });

  test('what is wrong with the daemon and with its Pod, in one error', () => {
    const codes = problemsOf(() => anAgent({ maxUnavailable: 0, image: 'agent' })).map(({ code }) => code);
    expect(codes).toEqual(['number-invalid', 'image-untagged']);
  });
});
