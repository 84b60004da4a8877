import { wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, construct, flag, needed, word, type Forms } from '../../core/forms';
import type { IngressKind } from '../../core/ingress';
import { isToken } from '../../core/tokens';
import type { MirrorTargetData } from './mirror-target';
import type { TrafficMirrorProps } from './traffic-mirror';

/** The form of every prop of a mirror. */
export const TRAFFIC_MIRROR_FORMS: Forms<TrafficMirrorProps> = {
  from: needed(construct(['ingressClass', 'claims', 'canary'], 'new Ingress(space, "front", { ... })'), 'ingress'),
  to: needed(
    choiceOf(
      {
        address: { host: needed(word, '"10.1.0.20"'), port: any, as: word, bodies: flag, remote: flag },
        'server-group': { serverGroupId: needed(word, '"sgp-..."') },
      },
      'MirrorTarget.address("10.1.0.20"), MirrorTarget.serverGroup("sgp-...")',
    ),
    'MirrorTarget.address("10.1.0.20")',
  ),
};

/** What people look for, and neither kind can do. */
export const ELSEWHERE = Object.freeze({
  percent:
    'leave it out: ALB and nginx copy every request. The recipe with split_clients needs snippets, which are code in the controller, and nginx refuses them by default',
});

const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Everything that is wrong with where copies go, for the kind of Ingress that they come from. */
export function targetProblems(kind: IngressKind, to: MirrorTargetData): Problem[] {
  if (to.kind === 'server-group') {
    return [...groupProblems(to.serverGroupId), ...(kind === 'nginx' ? [onNginx()] : [])];
  }
  return [
    ...wholeNumber('port', to.port, 1, 65_535),
    ...hostProblems('host', to.host),
    ...hostProblems('as', to.as),
    ...(kind === 'alb' ? onAlb(to) : []),
    ...(kind === 'nginx' && to.remote !== undefined
      ? [unsupported('remote', to.remote, 'nginx sends copies wherever its Pods reach', 'leave remote out')]
      : []),
  ];
}

function unsupported(prop: string, value: unknown, why: string, fix: string): Problem {
  return { code: 'release-unsupported', what: `${prop} ${quote(value)}: ${why}`, value, fix };
}

function onNginx(): Problem {
  const why = 'a server group is ALB’s, and the Ingress is served by nginx';
  return unsupported('to', 'server-group', why, 'write MirrorTarget.address("<address>")');
}

/** An ALB copies to a server group, and copies what came: nothing can be said of the copy. */
function onAlb({ host, as, bodies }: Extract<MirrorTargetData, { kind: 'address' }>): Problem[] {
  const nginx = ', or take an Ingress of nginx';
  return [
    ...(isToken(host) || isAddress(host)
      ? []
      : [unsupported('host', host, 'an ALB copies to addresses', `write the private IPv4 address${nginx}`)]),
    ...(as === undefined
      ? []
      : [unsupported('as', as, 'copies of an ALB have the Host of the request', `leave as out${nginx}`)]),
    ...(bodies === false
      ? [unsupported('bodies', bodies, 'copies of an ALB have the body', `leave bodies out${nginx}`)]
      : []),
  ];
}

function groupProblems(id: string): Problem[] {
  const what = `server group ${quote(id)} is no id of one`;
  return isToken(id) || /^sgp-[a-z0-9]+$/.test(id)
    ? []
    : [{ code: 'resource-id-invalid', what, value: id, fix: 'write MirrorTarget.serverGroup("sgp-...")' }];
}

function hostProblems(prop: string, host: string | undefined): Problem[] {
  const what = `${prop} ${quote(host)} is neither a name nor an IPv4 address, without scheme, port and path`;
  return host === undefined || isToken(host) || NAME.test(host)
    ? []
    : [{ code: 'release-rule', what, value: host, fix: `write ${prop}: "10.1.0.20"` }];
}

function isAddress(host: string): boolean {
  const parts = host.split('.').map(Number);
  return ADDRESS.test(host) && parts.length === 4 && parts.every((part) => part <= 255);
}
