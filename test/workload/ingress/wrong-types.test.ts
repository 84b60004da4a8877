import * as fc from 'fast-check';
import { Testing } from 'cdktf';
import { ApplicationLoadBalancer } from '../../../lib/balancer/application-load-balancer';
import { ServiceBalancer } from '../../../lib/balancer/service-balancer';
import { InputError } from '../../../lib/core/errors';
import { ManagedCluster } from '../../../lib/cluster/managed-cluster';
import { Network } from '../../../lib/network/network';
import { CloudStack } from '../../../lib/stacks/cloud-stack';
import { WorkloadStack } from '../../../lib/stacks/workload-stack';
import { AlbIngressClass } from '../../../lib/workload/ingress/alb-ingress-class';
import { IngressClass } from '../../../lib/workload/ingress/imported-ingress-class';
import { Ingress } from '../../../lib/workload/ingress/ingress';
import { INGRESS_FORMS } from '../../../lib/workload/ingress/ingress-forms';
import { IngressListener } from '../../../lib/workload/ingress/ingress-listener';
import { IngressNodes } from '../../../lib/workload/ingress/ingress-nodes';
import { NginxIngressClass } from '../../../lib/workload/ingress/nginx-ingress-class';
import { Namespace } from '../../../lib/workload/namespace';

/** One of each: made once, since nothing is left behind where a construct is refused. */
function aPlace() {
  const app = Testing.app();
  const cloud = new CloudStack(app, 'cloud', { region: 'cn-hangzhou' });
  const network = new Network(cloud, 'network', { zones: ['cn-hangzhou-h', 'cn-hangzhou-i'] });
  const cluster = new ManagedCluster(cloud, 'cluster', { network });
  const apps = new WorkloadStack(app, 'apps', { cluster });
  const alb = new AlbIngressClass(apps, 'alb', { listeners: [IngressListener.http()] });
  return { cloud, network, apps, alb, space: new Namespace(apps, 'shop') };
}

const place = aPlace();
let count = 0;
const id = () => `x${(count += 1)}`;

const IMAGE = 'registry-vpc.cn-hangzhou.aliyuncs.com/acme/ingress-nginx/controller:v1.15.1';

/** Constructs with props that are right. */
const MADE: Readonly<Record<string, { readonly props: object; readonly make: (props: never) => unknown }>> = {
  ApplicationLoadBalancer: {
    props: { network: place.network, address: undefined, edition: undefined, accessLog: undefined, adopt: undefined },
    make: (props) => new ApplicationLoadBalancer(place.cloud, id(), props),
  },
  AlbIngressClass: {
    props: { listeners: [IngressListener.http()], balancer: undefined, isDefault: undefined, name: undefined },
    make: (props) => new AlbIngressClass(place.apps, id(), props),
  },
  NginxIngressClass: {
    props: {
      image: IMAGE,
      balancer: ServiceBalancer.network({ network: place.network }),
      nodes: IngressNodes.shared('a test'),
      replicas: undefined,
      requests: undefined,
      settings: undefined,
      certificate: undefined,
    },
    make: (props) => new NginxIngressClass(place.apps, id(), props),
  },
  'IngressClass.fromAttributes': {
    props: { className: 'old', kind: 'alb', scheme: 'internet', listeners: undefined, sources: undefined },
    make: (props) => IngressClass.fromAttributes(place.apps, id(), props),
  },
  Ingress: {
    props: {
      ...Object.fromEntries(Object.keys(INGRESS_FORMS).map((key) => [key, undefined])),
      class: place.alb,
      routes: [{ host: 'www.example.com', to: { serviceName: 'web', port: 80 } }],
    },
    make: (props) => new Ingress(place.space, id(), props),
  },
};

/** Whatever JavaScript lets through. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'x',
    0,
    -1,
    Number.NaN,
    true,
    [],
    [null],
    {},
    { kind: 'x' },
    [[]],
    ['x', 'x'],
  ),
  fc.constantFrom<unknown>(
    { kind: 'http' },
    { kind: 'made', address: 5 },
    { kind: 'existing' },
    { kind: 'to' },
    { kind: 'secret' },
  ),
  fc.anything({ maxDepth: 2, maxKeys: 3 }),
);

test.each(Object.keys(MADE))('%s takes what is right', (name) => {
  const { props, make } = MADE[name]!;
  expect(() => make(props as never)).not.toThrow();
});

test.each(Object.keys(MADE))('%s says what is wrong with anything else, and never breaks', (name) => {
  const { props, make } = MADE[name]!;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(props)), junk, (key, value) => {
      try {
        make({ ...props, [key]: value } as never);
      } catch (error) {
        expect((error as Error).name).toBe(InputError.name);
      }
    }),
    { numRuns: 150 },
  );
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['text', 'alb'],
])('props that are %s are refused by each of them', (_title, props) => {
  Object.values(MADE).forEach(({ make }) =>
    expect(() => make(props as never)).toThrow(expect.objectContaining({ name: InputError.name })),
  );
});
