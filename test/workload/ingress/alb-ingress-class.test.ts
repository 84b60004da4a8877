import { AlbListener } from '@cdktf/provider-alicloud/lib/alb-listener';
import { parse } from 'yaml';
import { ApplicationLoadBalancer } from '../../../lib/balancer/application-load-balancer';
import { BalancerAddress } from '../../../lib/balancer/balancer-address';
import { warningsIn } from '../../../lib/core/warnings';
import { LogProject } from '../../../lib/logs/log-project';
import { type WorkloadStack } from '../../../lib/stacks/workload-stack';
import { resourceOf, resourcesOf } from '../../../lib/testing/look-up';
import { synthesized } from '../../../lib/testing/synthesized';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { AlbOfClass, type AlbIngressClassProps } from '../../../lib/workload/ingress/alb-ingress-class-props';
import { IngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import { problemsOf } from '../../support/problems';
import { FLANNEL } from '../a-workplace';
import { aClass, aClassOn, CERTIFICATE, LISTENERS, type Around } from './an-ingress';

/** The AlbConfig as the cluster gets it. */
function configOf(apps: WorkloadStack) {
  const [values] = resourceOf(apps, 'helm_release').attributes.values as string[];
  const { resources } = parse(values!) as { resources: { metadata: { name: string }; spec: AlbConfigSpec }[] };
  expect(resources).toHaveLength(1);
  return { name: resources[0]!.metadata.name, ...resources[0]!.spec };
}

interface AlbConfigSpec {
  readonly config: Readonly<Record<string, unknown>>;
  readonly listeners: readonly Readonly<Record<string, unknown>>[];
}

const made = (props: Partial<AlbIngressClassProps> = {}, around: Around = {}) => configOf(aClass(props, around).apps);
const listener = (one: AlbIngressClassProps['listeners'][number]) => made({ listeners: [one] }).listeners[0];

describe('a class on ALB', () => {
  test('is a class that names its AlbConfig, which comes first', () => {
    const { apps } = aClass();
    const release = resourceOf(apps, 'helm_release');
    expect(resourceOf(apps, 'kubernetes_ingress_class_v1').attributes).toMatchObject({
      metadata: { name: 'alb' },
      spec: {
        controller: 'ingress.k8s.alibabacloud/alb',
        parameters: [{ api_group: 'alibabacloud.com', kind: 'AlbConfig', name: 'alb' }],
      },
      depends_on: [release.address],
    });
    expect(configOf(apps).name).toBe('alb');
  });

  test('has the cluster get the component, without an ALB of its own', () => {
    const { stack } = aClass();
    const addon = resourcesOf(stack, 'alicloud_cs_kubernetes_addon').find(
      ({ attributes }) => attributes.name === 'alb-ingress-controller',
    );
    expect(addon!.attributes.config).toBe('{"albIngress":{"CreateDefaultALBConfig":false}}');
  });

  test('can be the one of Ingresses that name none', () => {
    const { apps } = aClass({ isDefault: true });
    expect(resourceOf(apps, 'kubernetes_ingress_class_v1').attributes.metadata.annotations).toEqual({
      'ingressclass.kubernetes.io/is-default-class': 'true',
    });
  });
});

test('two default classes of a cluster are refused when the tree is finished: Kubernetes would take no Ingress without one', () => {
  const made = aClass({ isDefault: true });
  IngressClass.fromAttributes(made.apps, 'old', { className: 'old', kind: 'alb', scheme: 'intranet' });
  new AlbIngressClass(made.apps, 'other', { listeners: LISTENERS });
  expect(() => synthesized(made.apps)).not.toThrow();
  new AlbIngressClass(made.apps, 'second', { listeners: LISTENERS, isDefault: true });
  const [problem, ...more] = problemsOf(() => synthesized(made.apps));
  expect(problem).toMatchObject({
    code: 'ingress-default',
    path: 'shop-apps/second',
    fix: expect.stringMatching(/one of them/),
  });
  expect(more).toEqual([]);
});

describe('an ALB that the controller makes', () => {
  test('is in the VPC, in every zone, and says whatever the controller would choose otherwise', () => {
    expect(made().config).toEqual({
      name: 'shop-apps-alb',
      addressType: 'Intranet',
      addressAllocatedMode: 'Dynamic',
      edition: 'Standard',
      billingConfig: { payType: 'PostPay' },
      deletionProtectionEnabled: true,
      zoneMappings: [{ vSwitchId: 'vsw-nodesh' }, { vSwitchId: 'vsw-nodesi' }, { vSwitchId: 'vsw-nodesj' }],
    });
  });

  test('can be deleted in a sandbox', () => {
    expect(made({}, { situation: { protection: 'sandbox' } }).config.deletionProtectionEnabled).toBe(false);
  });

  test('carries the tags of the stack, seventeen of them', () => {
    expect(made({}, { stack: { tags: { team: 'shop', cost: '42' } } }).config.tags).toEqual([
      { key: 'cost', value: '42' },
      { key: 'team', value: 'shop' },
    ]);
    const many = Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`tag-${index + 10}`, 'x']));
    const { apps, alb } = aClass({}, { stack: { tags: many } });
    expect(configOf(apps).config.tags).toHaveLength(17);
    expect(warningsIn(alb).map(({ text }) => text)).toEqual([expect.stringMatching(/"tag-27".*\[balancer-tags\]$/)]);
  });

  test('on the internet lets in the ranges of its clients on every listener', () => {
    const address = BalancerAddress.internet({ allow: ['203.0.113.0/24', '198.51.100.7/32'] });
    const { config, listeners } = made({ balancer: AlbOfClass.made({ address }) });
    expect(config.addressType).toBe('Internet');
    expect(listeners.map(({ aclConfig }) => aclConfig)).toEqual([
      { aclType: 'White', aclEntries: ['203.0.113.0/24', '198.51.100.7/32'] },
      { aclType: 'White', aclEntries: ['203.0.113.0/24', '198.51.100.7/32'] },
    ]);
  });

  test('lets in those on a list that exists', () => {
    const address = BalancerAddress.internetByAcl('acl-bp1');
    const { listeners } = made({ balancer: AlbOfClass.made({ address }) });
    expect(listeners[0]!.aclConfig).toEqual({ aclType: 'White', aclIds: ['acl-bp1'] });
  });

  test('logs requests, has another edition and name where it is told so', () => {
    const { stack, apps } = aClass();
    const project = new LogProject(stack, 'logs', { name: 'shop-logs' });
    new AlbIngressClass(apps, 'other', {
      listeners: LISTENERS,
      balancer: AlbOfClass.made({
        name: 'shop-front',
        edition: 'StandardWithWaf',
        accessLog: { project, store: 'alb' },
      }),
    });
    const [, release] = resourcesOf(apps, 'helm_release');
    expect(release!.attributes.values[0]).toMatch(
      /name: shop-front\n[^]*edition: StandardWithWaf\n[^]*logStore: alb\n/,
    );
  });
});

describe('an ALB of Terraform’s', () => {
  test('is named by its id, and nothing of it is changed but listeners of the class', () => {
    const { apps, front } = aClassOn();
    const [values] = resourceOf(apps, 'helm_release').attributes.values as string[];
    expect(values).toMatch(/id: \$\{jsonencode\(.*alicloud_alb_load_balancer.*\)\}\n/);
    expect(values).toContain('forceOverride: false\n');
    expect(values).toContain('listenerForceOverride: false\n');
    expect(values).not.toMatch(/zoneMappings|tags|edition|addressType/);
    expect(front.resource.friendlyUniqueId).toContain('front');
  });

  test('says where clients find the class before there is any Ingress', () => {
    const { alb, front } = aClassOn();
    expect(alb.address).toBe(front.dnsName);
    expect(aClass().alb.address).toBeUndefined();
  });

  test('has its listeners let in whom the balancer lets in', () => {
    const address = BalancerAddress.internet({ allow: ['203.0.113.0/24'] });
    const { apps } = aClassOn({ address });
    expect(resourceOf(apps, 'helm_release').attributes.values[0]).toMatch(/aclEntries:\s+- 203\.0\.113\.0\/24/);
  });

  test('serves one class: a second one is refused when the tree is finished', () => {
    const { apps, front } = aClassOn();
    new AlbIngressClass(apps, 'second', { listeners: LISTENERS, balancer: AlbOfClass.existing(front) });
    expect(problemsOf(() => synthesized(apps))).toEqual([
      expect.objectContaining({ code: 'ingress-alb-taken', path: 'shop-apps/second', value: 'shop-apps/alb' }),
    ]);
  });

  test('has no listener in Terraform beside those of the class', () => {
    const { apps, stack, front } = aClassOn();
    new AlbListener(stack, 'strange', {
      loadBalancerId: front.balancerId,
      listenerPort: 8080,
      listenerProtocol: 'HTTP',
      defaultActions: [
        { type: 'ForwardGroup', forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: 'sgp-1' }] } },
      ],
    });
    expect(problemsOf(() => synthesized(apps))).toEqual([
      expect.objectContaining({ code: 'balancer-listener', path: 'shop/strange' }),
    ]);
  });
});

describe('listeners', () => {
  test('speak TLS 1.2 with strict ciphers, tell Pods the client’s address and protocol, and time out as ALB does', () => {
    expect(listener(IngressListener.https({ certificates: [CERTIFICATE, '7654321-cn-hangzhou'] }))).toEqual({
      port: 443,
      protocol: 'HTTPS',
      idleTimeout: 15,
      requestTimeout: 60,
      gzipEnabled: true,
      xForwardedForConfig: { XForwardedForEnabled: true, XForwardedForProtoEnabled: true },
      certificates: [
        { CertificateId: CERTIFICATE, IsDefault: true },
        { CertificateId: '7654321-cn-hangzhou', IsDefault: false },
      ],
      securityPolicyId: 'tls_cipher_policy_1_2_strict',
    });
  });

  test('say nothing of HTTP/2 where it is wanted, since the controller takes "true" for off', () => {
    expect(listener(IngressListener.https({ http2: true }))).not.toHaveProperty('http2Enabled');
    expect(listener(IngressListener.https({ http2: false }))).toMatchObject({ http2Enabled: false });
  });

  test('of HTTP know neither certificates nor ciphers', () => {
    const http = listener(IngressListener.http({ port: 8080, gzip: false, idleTimeoutSeconds: 60 }));
    expect(http).toMatchObject({ port: 8080, protocol: 'HTTP', gzipEnabled: false, idleTimeout: 60 });
    expect(http).not.toHaveProperty('certificates');
    expect(http).not.toHaveProperty('securityPolicyId');
  });

  test('of QUIC stand beside HTTPS on one port', () => {
    const certificates = [CERTIFICATE];
    const { listeners } = made({
      listeners: [IngressListener.https({ certificates }), IngressListener.quic({ certificates })],
    });
    expect(listeners.map(({ port, protocol }) => [port, protocol])).toEqual([
      [443, 'HTTPS'],
      [443, 'QUIC'],
    ]);
  });

  test('speak other policies where they are told to', () => {
    const tls = 'tls_cipher_policy_1_2_strict_with_1_3';
    expect(listener(IngressListener.https({ tls }))).toMatchObject({ securityPolicyId: tls });
  });
});

describe('refused', () => {
  const https = IngressListener.https;

  test.each<[string, object, string]>([
    ['no listeners', { listeners: [] }, 'list-empty'],
    ['listeners that are none', { listeners: ['https'] }, 'choice-invalid'],
    ['two on one port', { listeners: [https({}), IngressListener.http({ port: 443 })] }, 'ingress-listener'],
    ['port 0', { listeners: [https({ port: 0 })] }, 'number-invalid'],
    ['a time-out of an hour', { listeners: [https({ requestTimeoutSeconds: 3600 })] }, 'number-invalid'],
    ['TLS 1.0', { listeners: [https({ tls: 'tls_cipher_policy_1_0' as never })] }, 'choice-invalid'],
    ['a certificate without its region', { listeners: [https({ certificates: ['1234567'] })] }, 'ingress-tls'],
    ['a certificate with a quote', { listeners: [https({ certificates: ['1"2-cn-hangzhou'] })] }, 'ingress-tls'],
    ['no options of a listener', { listeners: [https(null as never), https(null as never)] }, 'ingress-listener'],
    ['no certificate where some are to be named', { listeners: [https({ certificates: [] })] }, 'list-empty'],
    [
      'a single zone',
      { balancer: AlbOfClass.made({ address: BalancerAddress.intranet({ zones: ['cn-hangzhou-h'] }) }) },
      'balancer-zones',
    ],
    [
      'everybody without a reason',
      { balancer: AlbOfClass.made({ address: BalancerAddress.internet({ allow: ['0.0.0.0/0'] }) }) },
      'balancer-open',
    ],
    ['the edition Basic', { balancer: AlbOfClass.made({ edition: 'Basic' as never }) }, 'choice-invalid'],
    ['a name that Kubernetes refuses', { name: 'ALB' }, 'kubernetes-name'],
    ['a name in the console that the cloud refuses', { balancer: AlbOfClass.made({ name: '1' }) }, 'name-invalid'],
    ['a balancer that is none', { balancer: { kind: 'existing', balancer: 'alb-bp1' } }, 'type-invalid'],
    ['a prop that there is not', { certificates: [] }, 'prop-unknown'],
  ])('%s', (_title, props, code) => {
    const [problem, ...others] = problemsOf(() => aClass(props));
    expect(problem).toMatchObject({ code, path: 'shop-apps/alb' });
    expect(others).toEqual([]);
  });

  test('a cluster with Flannel, whose Pods ALB does not reach, with the two ways out', () => {
    const [problem] = problemsOf(() => aClass({}, { situation: FLANNEL }));
    expect(problem).toMatchObject({ code: 'ingress-flannel', value: 'flannel' });
    expect(problem!.fix).toMatch(/PodNetwork\.terway\(\).*new NginxIngressClass/);
  });

  test('an ALB of the edition Basic, which the controller refuses', () => {
    expect(problemsOf(() => aClassOn({ edition: 'Basic' }))).toEqual([
      expect.objectContaining({ code: 'ingress-alb-edition', value: 'Basic' }),
    ]);
  });

  test('an ALB itself, with how to say whose it is', () => {
    const { apps, stack, network } = aClassOn();
    const balancer: object = new ApplicationLoadBalancer(stack, 'second', { network });
    const act = () => new AlbIngressClass(apps, 'second', { listeners: LISTENERS, balancer: balancer as never });
    expect(problemsOf(act)).toEqual([
      expect.objectContaining({ code: 'choice-invalid', fix: 'write balancer: AlbOfClass.existing(front)' }),
    ]);
  });

  test('an ALB of another VPC', () => {
    const { apps, stack, network } = aClassOn();
    const elsewhere = Object.assign(Object.create(network) as typeof network, { vpcId: 'vpc-other' });
    const front = ApplicationLoadBalancer.fromAttributes(stack, 'other', {
      balancerId: 'alb-bp1',
      network: elsewhere,
      scheme: 'intranet',
    });
    const act = () =>
      new AlbIngressClass(apps, 'second', { listeners: LISTENERS, balancer: AlbOfClass.existing(front) });
    expect(problemsOf(act)).toEqual([expect.objectContaining({ code: 'balancer-network', value: 'vpc-other' })]);
  });
});
