import { BalancerAddress } from '../../lib/balancer/balancer-address';
import { ServiceBalancer } from '../../lib/balancer/service-balancer';
import { InputError } from '../../lib/core/errors';
import { WEB_SERVICE_FORMS } from '../../lib/workload/web-service-forms';
import { Scale } from '../../lib/workload/scaling/scale';
import { WebService } from '../../lib/workload/web-service';
import { aStack } from '../cluster/a-cluster';
import { AnExistingNetwork } from '../cluster/an-existing-network';
import { aWebService, IMAGE } from './a-web-service';

/** What JavaScript, `any` and a slip of the hand let through. */
const SLIPS: readonly unknown[] = [
  null,
  0,
  NaN,
  '',
  'x',
  true,
  [],
  [null],
  [1],
  ['x'],
  [{}],
  {},
  { a: null },
  { a: 1 },
  { a: 'x' },
  { a: {} },
  { kind: 'x' },
  { kind: 'http' },
  { kind: 'internet' },
  { kind: 'rolling' },
  { kind: 'restricted' },
  { kind: 'max-unavailable' },
  { drainSeconds: 'x', graceSeconds: null },
  { action: null },
  { action: {} },
  { action: { kind: 'http' } },
  { action: { kind: 'exec' } },
  { '/etc/a': null },
  { '/etc/a': { kind: 'secret' } },
  [{ name: 'a', image: IMAGE, requests: { cpu: '1', memory: '1Gi' }, ports: { a: null }, mounts: [{ volume: 1 }] }],
  () => 1,
  Symbol.for('x'),
];

/** What is thrown that is no InputError, as text; the empty text otherwise. */
function surprise(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return (error as Error).name === InputError.name ? '' : String((error as Error).stack).slice(0, 400);
  }
}

/** Makes web services in one namespace, each under an id of its own. */
function maker() {
  const { namespace, network } = aWebService();
  let made = 0;
  const make = (props: object) =>
    new WebService(namespace, `web-${(made += 1)}`, {
      image: IMAGE,
      port: 8080,
      requests: { cpu: '500m', memory: '1Gi' },
      scale: Scale.fixed(3),
      ...props,
    });
  return { make, network };
}

test.each(Object.keys(WEB_SERVICE_FORMS))(
  'whatever is written for %s of a web service, the answer is an InputError',
  (prop) => {
    const { make } = maker();
    expect(SLIPS.map((slip) => surprise(() => make({ [prop]: slip }))).filter(Boolean)).toEqual([]);
  },
);

const BALANCER = [
  'network',
  'address',
  'name',
  'traffic',
  'health',
  'drainSeconds',
  'scheduler',
  'protocols',
  'certificateId',
];

describe.each(['classic', 'network'] as const)('of a %s balancer', (kind) => {
  test.each([...BALANCER, 'persistenceSeconds', 'securityGroupIds'])('whatever is written for %s', (prop) => {
    const network = new AnExistingNetwork(aStack());
    const make = (slip: unknown) => () => ServiceBalancer[kind]({ network, [prop]: slip } as never);
    expect(SLIPS.map((slip) => surprise(make(slip))).filter(Boolean)).toEqual([]);
  });

  test.each(['allow', 'acl', 'reason', 'zones'])('whatever is written for %s of its address', (prop) => {
    const network = new AnExistingNetwork(aStack());
    const address = (slip: unknown) => BalancerAddress.internet({ allow: ['203.0.113.0/24'], [prop]: slip } as never);
    const make = (slip: unknown) => () => ServiceBalancer[kind]({ network, address: address(slip) });
    expect(SLIPS.map((slip) => surprise(make(slip))).filter(Boolean)).toEqual([]);
  });
});

test.each(['port', 'targetPort', 'also', 'readinessGate'])('whatever is written for %s of an exposure', (prop) => {
  const { make, network } = maker();
  const expose = (slip: unknown) => () =>
    make({}).expose(ServiceBalancer.classic({ network }), { port: 80, [prop]: slip } as never);
  expect(SLIPS.map((slip) => surprise(expose(slip))).filter(Boolean)).toEqual([]);
});
