import type { IngressKind } from '../../../lib/core/ingress';
import { MirrorTarget, type MirrorTargetData } from '../../../lib/workload/releases/mirror-target';
import { Release } from '../../../lib/workload/releases/release';
import { TrafficMirror } from '../../../lib/workload/releases/traffic-mirror';
import { resourcesOf } from '../../../lib/testing';
import { problemsOf } from '../../support/problems';
import { byName, NEXT_IMAGE } from './a-release';
import { aRoute, short } from './a-route';

function mirror(kind: IngressKind, to: MirrorTargetData, own: object = {}) {
  const made = aRoute(kind);
  new TrafficMirror(made.namespace, 'mirror', { from: made.front, to, ...own });
  return made;
}

const annotations = ({ apps }: ReturnType<typeof aRoute>) =>
  short(byName(apps, 'ingress_v1').front!.attributes.metadata.annotations);

describe('copies of requests on nginx', () => {
  test('go to the address of another cluster, with path, query and body, as the host that it knows', () => {
    const made = mirror('nginx', MirrorTarget.address('10.1.0.20', { as: 'www.example.com' }));
    expect(annotations(made)).toMatchObject({
      'mirror-target': 'http://10.1.0.20:80$request_uri',
      'mirror-host': 'www.example.com',
    });
    expect(annotations(made)).not.toHaveProperty('mirror-request-body');
    expect(resourcesOf(made.apps, 'alicloud_alb_server_group')).toEqual([]);
  });

  test('go without bodies when told so', () => {
    const made = mirror('nginx', MirrorTarget.address('ingress.other.example.com', { port: 8080, bodies: false }));
    expect(annotations(made)).toMatchObject({
      'mirror-target': 'http://ingress.other.example.com:8080$request_uri',
      'mirror-request-body': 'off',
    });
  });

  test('of a shadow release go to the next Pods, which get no request else', () => {
    const made = aRoute('nginx');
    made.web.release(Release.shadow({ image: NEXT_IMAGE, through: made.front, pods: 2, bodies: false }));
    expect(annotations(made)).toMatchObject({
      'mirror-target': 'http://web-next.shop.svc.cluster.local:8080$request_uri',
      'mirror-request-body': 'off',
    });
    expect(Object.keys(byName(made.apps, 'ingress_v1'))).toEqual(['front']);
    expect(Object.keys(byName(made.apps, 'service_v1')).sort()).toEqual(['web', 'web-next']);
  });
});

describe('copies of requests on ALB', () => {
  test('go to a server group with the address in it, beside the Service that answers', () => {
    const made = mirror('alb', MirrorTarget.address('10.1.0.20', { port: 8080, remote: true }));
    const [group] = resourcesOf(made.apps, 'alicloud_alb_server_group');
    expect(group!.attributes).toMatchObject({
      server_group_type: 'Ip',
      servers: [{ server_id: '10.1.0.20', server_type: 'Ip', port: 8080, weight: 100, remote_ip_enabled: true }],
    });
    const [action, ...more] = JSON.parse(annotations(made)['actions.web']!);
    expect(more).toEqual([]);
    expect(action.type).toBe('TrafficMirror');
    expect(action.TrafficMirrorConfig.MirrorGroupConfig.ServerGroupTuples).toEqual([
      { ServerGroupID: expect.stringContaining(group!.address) },
    ]);
  });

  test('go to a server group that exists', () => {
    const made = mirror('alb', MirrorTarget.serverGroup('sgp-0a1b2c3d4e'));
    expect(annotations(made)['actions.web']).toContain('"ServerGroupID":"sgp-0a1b2c3d4e"');
    expect(resourcesOf(made.apps, 'alicloud_alb_server_group')).toEqual([]);
  });
});

describe('a mirror is refused', () => {
  const { address, serverGroup } = MirrorTarget;
  test.each<[string, IngressKind, MirrorTargetData, string, RegExp]>([
    ['to a name on ALB', 'alb', address('other.example.com'), 'release-unsupported', /an ALB copies to addresses/],
    [
      'with another host on ALB',
      'alb',
      address('10.1.0.20', { as: 'x.example.com' }),
      'release-unsupported',
      /Host of the request/,
    ],
    ['without bodies on ALB', 'alb', address('10.1.0.20', { bodies: false }), 'release-unsupported', /have the body/],
    ['to a server group on nginx', 'nginx', serverGroup('sgp-1a'), 'release-unsupported', /server group is ALB’s/],
    [
      'as remote on nginx',
      'nginx',
      address('10.1.0.20', { remote: true }),
      'release-unsupported',
      /wherever its Pods reach/,
    ],
    ['to what is no server group', 'alb', serverGroup('rsp-1a'), 'resource-id-invalid', /"rsp-1a" is no id/],
    ['to a URL', 'nginx', address('http://10.1.0.20'), 'release-rule', /without scheme, port and path/],
    ['to no port', 'nginx', address('10.1.0.20', { port: 0 }), 'number-invalid', /port 0/],
    ['to nowhere', 'nginx', address(''), 'type-invalid', /host "" is not text/],
    ['to what no factory made', 'nginx', 'http://10.1.0.20' as never, 'choice-invalid', /is none of MirrorTarget/],
  ])('%s', (_, kind, to, code, text) => {
    const problems = problemsOf(() => mirror(kind, to));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]!.what).toMatch(text);
  });

  test('of a part of the requests, since that takes code in the controller', () => {
    const [problem] = problemsOf(() => mirror('nginx', address('10.1.0.20'), { percent: 10 }));
    expect(problem).toMatchObject({ code: 'prop-unknown', fix: expect.stringMatching(/needs snippets/) });
  });

  test('of an Ingress that copies its requests already', () => {
    const made = mirror('nginx', address('10.1.0.20'));
    const again = () => new TrafficMirror(made.namespace, 'again', { from: made.front, to: address('10.1.0.21') });
    const shadow = () => made.web.release(Release.shadow({ image: NEXT_IMAGE, through: made.front, pods: 2 }));
    for (const act of [again, shadow]) {
      expect(problemsOf(act).map(({ code }) => code)).toEqual(['release-twice']);
    }
  });
});
