import { TerraformOutput } from 'cdktf';
import type { IBalancer } from '../../../lib/core/balancer';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { warningsIn } from '../../../lib/core/warnings';
import { kubernetesObjectsOf, resourceOf, resourcesOf, synthesized } from '../../../lib/testing';
import { Isolation } from '../../../lib/workload/isolation';
import { Shutdown } from '../../../lib/workload/pod/shutdown';
import type { ExposeProps } from '../../../lib/workload/service/expose';
import { aStack } from '../../cluster/a-cluster';
import { AnExistingNetwork } from '../../cluster/an-existing-network';
import { findingsOn } from '../../support/kubernetes-schemas/validator';
import { problemsOf } from '../../support/problems';
import { Scale } from '../../../lib/workload/scaling/scale';
import { WebService } from '../../../lib/workload/web-service';
import { aWebService, IMAGE } from '../a-web-service';
import { FLANNEL } from '../a-workplace';

const KEY = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-';
const OPEN = BalancerAddress.internet({ allow: ['0.0.0.0/0'], reason: 'public web site' });
const OFFICE = BalancerAddress.internet({ allow: ['203.0.113.0/24', '198.51.100.7/32'] });

type Made = ReturnType<typeof aWebService>;

/** The web service behind what a test makes of its network. */
function exposed(
  balancer: (network: Made['network']) => IBalancer,
  given: Parameters<typeof aWebService> = [],
  props: ExposeProps = { port: 80 },
) {
  const made = aWebService(...given);
  const service = made.web.expose(balancer(made.network), props);
  return { ...made, service };
}

const aSecond = ({ namespace }: Made, id: string) =>
  new WebService(namespace, id, {
    image: IMAGE,
    port: 8080,
    requests: { cpu: '1', memory: '1Gi' },
    scale: Scale.fixed(1),
  });

const services = ({ apps }: Made) => resourcesOf(apps, 'kubernetes_service_v1').map(({ attributes }) => attributes);
const balanced = (made: Made) => services(made).find(({ spec }) => spec.type === 'LoadBalancer')!;

describe('a web service behind a CLB', () => {
  const made = () => exposed((network) => ServiceBalancer.classic({ network, address: OPEN }));

  test('has a Service of its own for it, beside the one inside the cluster', () => {
    const all = services(made());
    expect(all.map(({ metadata, spec }) => [metadata.name, spec.type])).toEqual([
      ['web-balancer', 'LoadBalancer'],
      ['web', 'ClusterIP'],
    ]);
    expect(all[0]).toMatchObject({
      spec: {
        external_traffic_policy: 'Cluster',
        selector: { 'app.kubernetes.io/name': 'web' },
        port: [{ name: 'port-80', port: 80, target_port: '8080', protocol: 'TCP' }],
      },
      wait_for_load_balancer: true,
      timeouts: { create: '15m' },
    });
    expect(all[0]!.spec).not.toHaveProperty('load_balancer_class');
  });

  test('is known to Kubernetes to the last field', () => {
    expect(kubernetesObjectsOf(made().apps).flatMap((object) => findingsOn(object).problems)).toEqual([]);
  });

  test('replaces its Pods without a gap: a new one is ready when the balancer knows it', () => {
    const { spec } = resourceOf(made().apps, 'kubernetes_deployment_v1').attributes;
    expect(spec.template.spec.readiness_gate).toEqual([
      { condition_type: 'service.readiness.alibabacloud.com/web-balancer' },
    ]);
  });

  test('has its Pods made after the Service, since they wait for the balancer, and Terraform for them', () => {
    const { depends_on } = resourceOf(made().apps, 'kubernetes_deployment_v1').attributes;
    expect(depends_on).toContainEqual(expect.stringMatching(/^kubernetes_service_v1\.shop_web_balancer-balancer_\w+$/));
    expect(balanced(made()).depends_on.join()).not.toContain('kubernetes_deployment_v1');
  });

  test('can go without the gate', () => {
    const { apps } = exposed((network) => ServiceBalancer.classic({ network }), [], { port: 80, readinessGate: false });
    expect(resourceOf(apps, 'kubernetes_deployment_v1').attributes.spec.template.spec).not.toHaveProperty(
      'readiness_gate',
    );
  });

  test('has an address that an output can show: the IP of a CLB, the name of an NLB', () => {
    const { apps, web, network } = made();
    const inside = web.expose(ServiceBalancer.network({ network, name: 'inside' }), { port: 80 });
    new TerraformOutput(apps, 'address', { value: web.address });
    new TerraformOutput(apps, 'inside', { value: inside.address });
    const { output } = synthesized(apps);
    expect(output!.address!.value).toMatch(
      /^\$\{kubernetes_service_v1\..*\.status\[0\]\.load_balancer\[0\]\.ingress\[0\]\.ip\}$/,
    );
    expect(output!.inside!.value).toMatch(/\.ingress\[0\]\.hostname\}$/);
  });

  test('takes only some ranges by a list that Terraform makes, one entry a range', () => {
    const some = exposed((network) => ServiceBalancer.classic({ network, address: OFFICE }));
    const list = resourceOf(some.apps, 'alicloud_slb_acl');
    expect(list.attributes).toMatchObject({ name: 'shop-apps-shop-web-balancer-balancer', ip_version: 'ipv4' });
    expect(
      resourcesOf(some.apps, 'alicloud_slb_acl_entry_attachment').map(({ attributes }) => attributes.entry),
    ).toEqual(['198.51.100.7/32', '203.0.113.0/24']);
    expect(balanced(some).metadata.annotations[`${KEY}acl-id`]).toBe(`\${${list.address}.id}`);
    expect(resourcesOf(made().apps, 'alicloud_slb_acl')).toEqual([]);
  });

  test('waits for the entries of its list: one without entries lets everybody in', () => {
    const some = exposed((network) => ServiceBalancer.classic({ network, address: OFFICE }));
    const entries = resourcesOf(some.apps, 'alicloud_slb_acl_entry_attachment').map(({ address }) => address);
    const [service] = resourcesOf(some.apps, 'kubernetes_service_v1').filter(
      ({ attributes }) => attributes.spec.type === 'LoadBalancer',
    );
    expect(entries).toHaveLength(2);
    expect(service!.attributes.depends_on).toEqual(expect.arrayContaining(entries));
  });

  test('on more ports names each of them', () => {
    const also = [{ port: 9090, targetPort: 9090 }];
    const more = exposed((network) => ServiceBalancer.classic({ network }), [{ ports: { metrics: 9090 } }], {
      port: 80,
      also,
    });
    expect(balanced(more).spec.port.map(({ name, port, target_port }: never) => [name, port, target_port])).toEqual([
      ['port-80', 80, '8080'],
      ['port-9090', 9090, '9090'],
    ]);
  });
});

describe('a web service behind an NLB', () => {
  test('says so in the class of its Service, and in the ranges of its clients', () => {
    const { spec, metadata } = balanced(exposed((network) => ServiceBalancer.network({ network, address: OFFICE })));
    expect(spec).toMatchObject({
      load_balancer_class: 'alibabacloud.com/nlb',
      load_balancer_source_ranges: ['203.0.113.0/24', '198.51.100.7/32'],
    });
    expect(metadata.annotations).toHaveProperty([`${KEY}zone-maps`]);
  });
});

describe('nodes in between', () => {
  test('with Terway no port is opened on nodes: the balancer reaches Pods itself', () => {
    const terway = exposed((network) => ServiceBalancer.classic({ network }));
    expect(balanced(terway).spec.allocate_load_balancer_node_ports).toBe(false);
  });

  test('with Flannel each node has one', () => {
    const flannel = exposed((network) => ServiceBalancer.classic({ network, traffic: 'local' }), [{}, FLANNEL]);
    expect(balanced(flannel).spec).not.toHaveProperty('allocate_load_balancer_node_ports');
    expect(balanced(flannel).spec.external_traffic_policy).toBe('Local');
  });
});

describe('a namespace that shuts others out lets the balancer in', () => {
  const sources = (made: Made) =>
    resourcesOf(made.apps, 'kubernetes_network_policy_v1').flatMap(({ attributes }) =>
      (attributes.spec.ingress ?? []).flatMap(({ from }: never) =>
        (from as { ip_block?: { cidr: string } }[]).flatMap(({ ip_block }) => ip_block?.cidr ?? []),
      ),
    );

  test('for everybody, where the balancer is open', () => {
    expect(sources(exposed((network) => ServiceBalancer.classic({ network, address: OPEN })))).toEqual(['0.0.0.0/0']);
  });

  test('for everybody but Pods of others, which would go past it', () => {
    const made = exposed((network) => ServiceBalancer.classic({ network, address: OPEN }));
    const [block] = resourcesOf(made.apps, 'kubernetes_network_policy_v1').flatMap(({ attributes }) =>
      (attributes.spec.ingress ?? []).flatMap(({ from }: never) =>
        (from as { ip_block?: { cidr: string; except: readonly string[] } }[]).flatMap(
          ({ ip_block }) => ip_block ?? [],
        ),
      ),
    );
    const ofPods = (['pods', 'eci'] as const).flatMap((purpose) =>
      made.network.vswitches(purpose).map(({ cidr }) => cidr),
    );
    expect(ofPods.length).toBeGreaterThan(0);
    expect(block.except).toEqual([...new Set(ofPods)]);
  });

  test('for its clients, the vSwitches that it stands in and the range that balancers ask from, where it is not', () => {
    const some = exposed((network) => ServiceBalancer.classic({ network, address: OFFICE }));
    expect(sources(some).sort()).toEqual([
      '10.7.0.0/20',
      '10.8.0.0/20',
      '10.9.0.0/20',
      '100.64.0.0/10',
      '198.51.100.7/32',
      '203.0.113.0/24',
    ]);
  });

  test('and adds nothing where nobody is shut out', () => {
    const open = exposed((network) => ServiceBalancer.classic({ network }), [{}, {}, { isolation: Isolation.open() }]);
    expect(resourcesOf(open.apps, 'kubernetes_network_policy_v1')).toEqual([]);
  });
});

describe('the stack says what its balancers have', () => {
  const tagged = (tags: Record<string, string>) =>
    exposed((network) => ServiceBalancer.classic({ network }), [{}, {}, {}, { tags }]);

  test('its tags, since they cannot be put on what is not in Terraform', () => {
    const made = tagged({ team: 'shop', cost: '42' });
    expect(balanced(made).metadata.annotations[`${KEY}additional-resource-tags`]).toBe('cost=42,team=shop');
    expect(warningsIn(made.service)).toEqual([]);
  });

  test('and which of them it goes without', () => {
    const [warning] = warningsIn(tagged({ team: 'shop', formula: 'a=b' }).service);
    expect(warning!.text).toMatch(/"formula".*\[balancer-tags\]$/);
  });

  test('in a sandbox the balancer can be deleted', () => {
    const protectedOr = (protection: 'production' | 'sandbox') =>
      balanced(exposed((network) => ServiceBalancer.classic({ network }), [{}, { protection }])).metadata.annotations[
        `${KEY}delete-protection`
      ];
    expect([protectedOr('production'), protectedOr('sandbox')]).toEqual(['on', 'off']);
  });
});

describe('a balancer whose listeners Terraform owns', () => {
  /** What a balancer of a CloudStack says of itself. */
  const ofTerraform = ({ network }: Made): IBalancer => ({
    kind: 'classic',
    owns: 'terraform',
    name: 'front',
    scheme: 'internet',
    network,
    externalTrafficPolicy: 'Cluster',
    drainSeconds: 15,
    sourceRanges: false,
    annotations: ({ ports }) => ({
      [`${KEY}id`]: 'lb-bp1',
      [`${KEY}vgroup-port`]: ports.map(({ port }) => `rsp-bp1:${port}`).join(','),
    }),
  });

  test('gets Pods into its server groups, and nothing else', () => {
    const made = aWebService();
    made.web.expose(ofTerraform(made), { port: 80 });
    const { metadata } = balanced(made);
    expect(metadata.name).toBe('web-front');
    expect(metadata.annotations).toEqual({ [`${KEY}id`]: 'lb-bp1', [`${KEY}vgroup-port`]: 'rsp-bp1:80' });
  });

  test('has one Service for each port: two would put each other’s Pods out', () => {
    const made = aWebService();
    const balancer = ofTerraform(made);
    const second = (port: number) => {
      const web = aSecond(made, `other-${port}`);
      web.expose(balancer, { port });
    };
    made.web.expose(balancer, { port: 80 });
    second(81);
    expect(Object.keys(synthesized(made.apps).resource!.kubernetes_service_v1!)).toHaveLength(4);
    second(80);
    expect(problemsOf(() => synthesized(made.apps))).toEqual([
      expect.objectContaining({
        code: 'balancer-port-taken',
        value: 80,
        path: 'shop-apps/shop/other-80/balancer-front',
      }),
    ]);
  });
});

describe('refused', () => {
  const classic = ({ network }: Made) => ServiceBalancer.classic({ network });

  test.each<[string, (made: Made) => unknown, object]>([
    ['an address without a balancer', ({ web }) => web.address, { code: 'not-exposed' }],
    ['a balancer that is none', ({ web }) => web.expose('slb' as never, { port: 80 }), { code: 'type-invalid' }],
    ['no port', (made) => made.web.expose(classic(made), {} as never), { code: 'value-missing' }],
    [
      'port 70000',
      (made) => made.web.expose(classic(made), { port: 70_000 }),
      { code: 'number-invalid', value: 70_000 },
    ],
    [
      'a port that no container listens on',
      (made) => made.web.expose(classic(made), { port: 80, targetPort: 81 }),
      { code: 'service-port', value: 81 },
    ],
    [
      'one port twice',
      (made) => made.web.expose(classic(made), { port: 80, also: [{ port: 80, targetPort: 8080 }] }),
      { code: 'list-duplicate', value: 80 },
    ],
    [
      'two balancers of one name',
      (made) => [1, 2].forEach(() => made.web.expose(classic(made), { port: 80 })),
      { code: 'list-duplicate', value: 'balancer' },
    ],
    [
      'a balancer that lets connections go on for longer than Pods live',
      ({ web, network }) => web.expose(ServiceBalancer.classic({ network, drainSeconds: 60 }), { port: 80 }),
      { code: 'balancer-drain', value: 30, fix: expect.stringContaining('drainSeconds: 60') },
    ],
  ])('%s', (_title, act, expected) => {
    expect(problemsOf(() => act(aWebService()))).toEqual([expect.objectContaining(expected)]);
  });

  test('a balancer of another network', () => {
    const elsewhere = Object.assign(new AnExistingNetwork(aStack()), { vpcId: 'vpc-other' });
    const { web } = aWebService();
    expect(problemsOf(() => web.expose(ServiceBalancer.classic({ network: elsewhere }), { port: 80 }))).toEqual([
      expect.objectContaining({ code: 'balancer-network' }),
    ]);
  });

  test('a gate of a Service that no balancer stands before, when the tree is finished', () => {
    const { apps, web } = aWebService();
    web.pod.addReadinessGate('service.readiness.alibabacloud.com/web');
    expect(problemsOf(() => synthesized(apps))).toEqual([
      expect.objectContaining({ code: 'gate-without-balancer', path: 'shop-apps/shop/web' }),
    ]);
  });

  test('Pods that end at once behind a balancer that lets connections go on', () => {
    const { web, network } = aWebService({ shutdown: Shutdown.drain({ drainSeconds: 0 }) });
    expect(problemsOf(() => web.expose(ServiceBalancer.classic({ network }), { port: 80 }))).toEqual([
      expect.objectContaining({ code: 'balancer-drain', value: 0 }),
    ]);
  });
});
