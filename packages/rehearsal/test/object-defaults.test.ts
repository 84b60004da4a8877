import type { Obj, Value } from '../src/cty/value';
import { fillUnknown } from '../src/engine/fill';
import { planObject } from '../src/engine/plan';
import { loadBuiltIn } from '../src/schema/load';
import { shapeOf } from '../src/schema/shape';
import { inventorFor } from '../src/values/invent';
import { Seed } from '../src/values/seed';
import { asSent } from './sweep/in-process';

const KUBERNETES = loadBuiltIn('hashicorp/kubernetes');

/** An object as the simulated API server has it once it was made. */
function made(type: string, config: object): any {
  const shape = shapeOf(KUBERNETES.schema.resource_schemas![type]!.block!);
  const known = planObject(shape, asSent(shape, config), null);
  const invent = inventorFor({
    type,
    kind: 'resource',
    shape,
    facts: undefined,
    known,
    seed: new Seed('seed'),
    region: 'cn-hangzhou',
    find: () => undefined,
  });
  return fillUnknown(shape, known as Value, invent) as Obj;
}

describe('a Service', () => {
  const service = (spec: object) => made('kubernetes_service_v1', { metadata: [{ name: 'web' }], spec: [spec] });
  const ports = [{ port: 80 }];

  test('of a balancer tells its address: CLB a number, NLB a name', () => {
    const [clb] = service({ type: 'LoadBalancer', port: ports }).status;
    expect(clb.load_balancer[0].ingress).toEqual([{ hostname: '', ip: expect.stringMatching(/^47\.\d+\.\d+\.\d+$/) }]);
    const [nlb] = service({
      type: 'LoadBalancer',
      load_balancer_class: 'alibabacloud.com/nlb',
      port: ports,
    }).status;
    expect(nlb.load_balancer[0].ingress).toEqual([
      { hostname: expect.stringMatching(/^nlb-\w+\.cn-hangzhou\./), ip: '' },
    ]);
  });

  test('of the cluster alone has no address outside: who asks for the first one fails, as in a real cluster', () => {
    expect(service({ type: 'ClusterIP', port: ports }).status[0].load_balancer[0].ingress).toEqual([]);
  });

  test('has one address inside, ports of nodes where it is exposed, and sends to the port itself', () => {
    const { spec } = service({ type: 'LoadBalancer', port: ports, external_traffic_policy: 'Local' });
    expect(spec[0].cluster_ips).toEqual([spec[0].cluster_ip]);
    expect(spec[0].cluster_ip).toMatch(/^172\.21\./);
    expect(spec[0].port[0]).toMatchObject({ target_port: '80', node_port: expect.any(Number) });
    expect(spec[0].port[0].node_port).toBeGreaterThanOrEqual(30000);
    expect(spec[0].health_check_node_port).toBeGreaterThanOrEqual(30000);
    expect(service({ type: 'ClusterIP', port: ports }).spec[0]).toMatchObject({
      port: [{ node_port: 0 }],
      external_traffic_policy: '',
      health_check_node_port: 0,
    });
    expect(service({ cluster_ip: 'None', port: ports }).spec[0].cluster_ips).toEqual(['None']);
  });
});

test('a Deployment gets what the API server puts in: one Pod, pull policies by tag, requests from limits', () => {
  const container = (image: string, resources: object[] = [{}]) => ({ name: 'c', image, resources });
  const deployment = made('kubernetes_deployment_v1', {
    metadata: [{ generate_name: 'web-' }],
    spec: [
      {
        template: [
          {
            metadata: [{}],
            spec: [
              {
                container: [
                  container('registry:5000/web:1.2', [{ limits: { cpu: '1' } }]),
                  container('registry:5000/web'),
                  container('web:latest'),
                  container('web@sha256:0'),
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  const [{ replicas, template }] = deployment.spec;
  expect(replicas).toBe('1');
  expect(deployment.metadata[0]).toMatchObject({ name: expect.stringMatching(/^web-\w{5}$/), generation: 1 });
  expect(template[0].metadata[0]).toMatchObject({ generation: 0, resource_version: '', uid: '' });
  const { container: containers, ...pod } = template[0].spec[0];
  expect(pod).toMatchObject({ scheduler_name: 'default-scheduler', service_account_name: '' });
  expect(containers.map(({ image_pull_policy: policy }: Obj) => policy)).toEqual([
    'IfNotPresent',
    'Always',
    'Always',
    'IfNotPresent',
  ]);
  expect(containers[0].resources[0]).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1' } });
  expect(containers[1].resources[0]).toEqual({ limits: {}, requests: {} });
});

test('a claim without a class has none, since no class of ACK is the default', () => {
  const { spec } = made('kubernetes_persistent_volume_claim_v1', {
    metadata: [{ name: 'c' }],
    spec: [{ access_modes: ['ReadWriteMany'] }],
  });
  expect(spec[0]).toMatchObject({ storage_class_name: '', volume_name: '', volume_mode: 'Filesystem' });
});
