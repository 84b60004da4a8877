import { DedicatedCluster } from '../../../lib/cluster/dedicated-cluster';
import { Login } from '../../../lib/cluster/login';
import { ServerlessCluster } from '../../../lib/cluster/serverless-cluster';
import {
  AUTOSCALER_DEFAULTS,
  Autoscaler,
  Expander,
  type AutoscalerData,
} from '../../../lib/cluster/nodes/autoscaler-data';
import { resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { aCluster, aPool, aStack, TYPES } from '../a-cluster';
import { AnExistingNetwork } from '../an-existing-network';

const CONFIG = 'alicloud_cs_autoscaling_config';
const LIMITS = { instanceTypes: TYPES, size: { min: 0, max: 5 } };

/** The autoscaler of a cluster with the pools `workers` and `spot`. */
function settings(autoscaler?: AutoscalerData) {
  const { stack, cluster } = aPool({}, { autoscaler });
  cluster.addNodePool('spot', LIMITS);
  return {
    stack,
    cluster,
    get attributes() {
      return resourceOf(stack, CONFIG).attributes;
    },
  };
}

describe('the autoscaler that results', () => {
  test('without a word is what ACK would choose, once for all pools', () => {
    const { stack, attributes } = settings();
    expect(resourcesOf(stack, CONFIG)).toHaveLength(1);
    expect(attributes).toMatchObject({
      cool_down_duration: '10m',
      unneeded_duration: '10m',
      utilization_threshold: '0.5',
      gpu_utilization_threshold: '0.5',
      scan_interval: '30s',
      scale_down_enabled: true,
      expander: 'least-waste',
    });
    expect(attributes).not.toHaveProperty('scaler_type');
    expect(AUTOSCALER_DEFAULTS.scaleDownEnabled).toBe(true);
  });

  test('is not made before a pool with limits needs it', () => {
    const { stack, cluster } = aCluster({ autoscaler: Autoscaler.instant() });
    cluster.addNodePool('fixed', { instanceTypes: TYPES, size: 3 });
    expect(resourcesOf(stack, CONFIG)).toEqual([]);
  });

  test('takes nodes away when and how it is told', () => {
    const { attributes } = settings(
      Autoscaler.clusterAutoscaler({
        scanInterval: '1m',
        expander: Expander.random(),
        scaleDown: {
          belowPercent: 65,
          gpuBelowPercent: 30,
          coolDown: '20m',
          afterScaleUp: '5m',
          keepLocalStorage: true,
          evictDaemonSets: true,
          maxGraceSeconds: 600,
          minReplicas: 2,
        },
      }),
    );
    expect(attributes).toMatchObject({
      scaler_type: 'cluster-autoscaler',
      cool_down_duration: '20m',
      unneeded_duration: '5m',
      utilization_threshold: '0.65',
      gpu_utilization_threshold: '0.3',
      scan_interval: '1m',
      scale_down_enabled: true,
      expander: 'random',
      skip_nodes_with_local_storage: true,
      daemonset_eviction_for_nodes: true,
      max_graceful_termination_sec: 600,
      min_replica_count: 2,
    });
  });

  test('never takes nodes away when told so', () => {
    expect(settings(Autoscaler.clusterAutoscaler({ scaleDown: 'never' })).attributes).toMatchObject({
      scale_down_enabled: false,
    });
  });

  test('is that of a dedicated cluster too', () => {
    const stack = aStack();
    const cluster = new DedicatedCluster(stack, 'cluster', {
      network: new AnExistingNetwork(stack),
      masterTypes: ['ecs.g7.xlarge'],
      login: Login.keyPair('ops'),
      autoscaler: Autoscaler.instant(),
    });
    cluster.addNodePool('workers', LIMITS);
    expect(resourceOf(stack, CONFIG).attributes).toMatchObject({ scaler_type: 'goatscaler' });
  });

  test('is instant scaling, which chooses by the least waste', () => {
    const { attributes } = settings(Autoscaler.instant({ scaleDown: { belowPercent: 40 } }));
    expect(attributes).toMatchObject({
      scaler_type: 'goatscaler',
      expander: 'least-waste',
      utilization_threshold: '0.4',
    });
  });

  test('grows pools by priority, also those that come later, by their scaling groups', () => {
    const { stack, cluster } = settings(
      Autoscaler.clusterAutoscaler({ expander: Expander.priority({ spot: 50, batch: 50, workers: 10 }) }),
    );
    cluster.addNodePool('batch', LIMITS);
    const addresses = resourcesOf(stack, 'alicloud_cs_kubernetes_node_pool').map(({ address }) => address);
    const group = (pool: string) =>
      `\${${addresses.find((address) => address.includes(`_${pool}_`))}.scaling_group_id}`;
    expect(resourceOf(stack, CONFIG).attributes).toMatchObject({
      expander: 'priority',
      priorities: { 10: group('workers'), 50: `${group('batch')},${group('spot')}` },
    });
  });
});

describe('refusals', () => {
  const CA = Autoscaler.clusterAutoscaler;
  const down = (scaleDown: object) => CA({ scaleDown });
  test.each<[string, unknown, string]>([
    ['a threshold that is a part, not percent', down({ belowPercent: 0.5 }), 'number-invalid'],
    ['a threshold of everything', down({ gpuBelowPercent: 100 }), 'number-invalid'],
    ['a time without a unit', down({ coolDown: '10' }), 'autoscaler-invalid'],
    ['a time of two units', down({ afterScaleUp: '1h30m' }), 'autoscaler-invalid'],
    ['a scan interval that is a number', CA({ scanInterval: 30 as unknown as string }), 'autoscaler-invalid'],
    ['false, which the provider does not send', down({ keepLocalStorage: false }), 'autoscaler-invalid'],
    ['no end of waiting', down({ maxGraceSeconds: 0 }), 'number-invalid'],
    ['no priorities', CA({ expander: Expander.priority({}) }), 'list-empty'],
    ['a priority of zero', CA({ expander: Expander.priority({ workers: 0 }) }), 'number-invalid'],
    ['another expander', CA({ expander: { kind: 'most-pods' } as never }), 'choice-invalid'],
    ['an expander for instant scaling', Autoscaler.instant({ expander: Expander.random() } as object), 'prop-unknown'],
    ['another autoscaler', { kind: 'karpenter' }, 'choice-invalid'],
  ])('%s', (_, autoscaler, code) => {
    const problems = problemsOf(() => aCluster({ autoscaler: autoscaler as AutoscalerData }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('instant scaling before 1.24; where ACK chooses the version it is newer', () => {
    const [problem] = problemsOf(() => aCluster({ version: '1.22', autoscaler: Autoscaler.instant() }));
    expect(problem).toMatchObject({ code: 'autoscaler-version', value: '1.22' });
    expect(() => aCluster({ version: '1.24', autoscaler: Autoscaler.instant() })).not.toThrow();
  });

  test('an autoscaler for nodes that a Serverless cluster does not have', () => {
    const stack = aStack();
    const props = { network: new AnExistingNetwork(stack), autoscaler: Autoscaler.instant() };
    const problems = problemsOf(() => new ServerlessCluster(stack, 'cluster', props));
    expect(problems.map((problem) => problem.code)).toEqual(['cluster-kind']);
  });

  test('a priority for a pool that is not there, or keeps its size, when the App is complete', () => {
    const { stack, cluster } = settings(CA({ expander: Expander.priority({ spots: 50, fixed: 10, workers: 5 }) }));
    cluster.addNodePool('fixed', { instanceTypes: TYPES, size: 3 });
    const problems = problemsOf(() => synthesized(stack));
    expect(problems.map(({ code, value, path }) => [code, value, path])).toEqual([
      ['autoscaler-invalid', 'spots', 'shop/cluster'],
      ['autoscaler-invalid', 'fixed', 'shop/cluster'],
    ]);
    expect(problems[0]!.fix).toContain('"spot", "workers"');
  });
});
