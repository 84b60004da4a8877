import { quote, type Problem } from '../../core/errors';
import type { IIngressClass, ListeningPort } from '../../core/ingress';
import type { IngressTlsData } from './ingress-choices';
import type { IngressTlsBlock } from './ingress-object';
import type { ServedProps } from './ingress-props';

/** On which ports an Ingress is served, and with which certificate. */
export interface Serving {
  readonly ports: readonly Pick<ListeningPort, 'port' | 'protocol'>[];
  readonly tls?: IngressTlsBlock;
  readonly redirectToHttps: boolean;
}

type Asked = Pick<ServedProps, 'class' | 'routes' | 'tls' | 'listeners' | 'redirectToHttps' | 'backendProtocol'>;

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

/** Ports of a class that does not say: those that every class has. */
const USUAL: readonly ListeningPort[] = Object.freeze([
  { port: HTTP_PORT, protocol: 'HTTP', certified: false },
  { port: HTTPS_PORT, protocol: 'HTTPS', certified: true },
]);

const portsOf = ({ listeners }: IIngressClass): readonly ListeningPort[] => listeners ?? USUAL;

const isSecure = ({ protocol }: Pick<ListeningPort, 'protocol'>): boolean => protocol !== 'HTTP';

/** The certificate that an Ingress answers with: the class's, where nothing is said and it has one. */
function tlsOf({ class: own, tls }: Asked): IngressTlsData | undefined {
  return tls ?? (portsOf(own).some(({ certified }) => certified) ? { kind: 'class' } : undefined);
}

/** Whether a port is there that sends visitors from HTTP to HTTPS; the ports of it cannot be others. */
function canRedirect(own: IIngressClass): boolean {
  const has = (port: number, protocol: string) =>
    portsOf(own).some((one) => one.port === port && one.protocol === protocol);
  return has(HTTP_PORT, 'HTTP') && has(HTTPS_PORT, 'HTTPS');
}

/** Whether visitors of HTTP are sent to HTTPS: not where HTTP is named as a port that serves them. */
function redirects({ class: own, redirectToHttps, listeners }: Asked): boolean {
  return redirectToHttps ?? (canRedirect(own) && !(listeners ?? []).includes(HTTP_PORT));
}

/** On which ports an Ingress is served; asked only of one without problems. gRPC is not spoken over QUIC. */
export function servingOf(p: Asked): Serving {
  const tls = tlsOf(p);
  const secure = tls !== undefined && tls.kind !== 'none';
  const redirectToHttps = secure && redirects(p);
  const spoken = portsOf(p.class).filter(({ protocol }) => protocol !== 'QUIC' || p.backendProtocol !== 'grpc');
  const ports = spoken.filter((one) =>
    p.listeners === undefined ? isSecure(one) === secure : p.listeners.includes(one.port),
  );
  const hosts = [...new Set(p.routes.flatMap(({ host }) => host ?? []))].sort();
  const named = tls?.kind === 'secret' ? { hosts, secretName: tls.secretName } : { hosts };
  return {
    // The redirect brings its port itself.
    ports: ports.filter((one) => !redirectToHttps || isSecure(one)).map(({ port, protocol }) => ({ port, protocol })),
    redirectToHttps,
    ...(secure && (hosts.length > 0 || tls.kind === 'secret') ? { tls: named } : {}),
  };
}

/** Problems with the ports and the certificate of an Ingress. */
export function servingProblems(p: Asked): Problem[] {
  const known = portsOf(p.class);
  const strange = (p.listeners ?? []).filter((port) => !known.some((one) => one.port === port));
  return [
    ...strange.map((port) => ({
      code: 'ingress-listener' as const,
      what: `listeners names port ${quote(port)}, on which the class "${p.class.node.path}" does not answer`,
      value: port,
      fix: `write ports of ${known.map((one) => one.port).join(', ')}, or add a listener to the class`,
    })),
    ...redirectProblems(p),
    ...otherPorts(p),
    ...certificateProblems(p),
    ...grpcProblems(p),
  ];
}

function redirectProblems(p: Asked): Problem[] {
  const plain = p.tls?.kind === 'none';
  if (p.redirectToHttps !== true || (canRedirect(p.class) && !plain)) {
    return [];
  }
  const what = plain
    ? 'redirectToHttps sends visitors to HTTPS, and tls is IngressTls.none'
    : `redirectToHttps needs HTTP on 80 and HTTPS on 443, which the class "${p.class.node.path}" does not have both`;
  const fix = plain ? 'leave redirectToHttps out' : 'add IngressListener.http() and IngressListener.https({ ... })';
  return [{ code: 'ingress-listener', what, value: true, fix }];
}

/** The controller redirects from every port but 443, those that speak TLS too. */
function otherPorts(p: Asked): Problem[] {
  const { ports, redirectToHttps } = servingOf(p);
  const [other] = ports.filter(({ port, protocol }) => protocol === 'HTTPS' && port !== HTTPS_PORT);
  const what = `the redirect to HTTPS would send visitors of port ${other?.port} to 443 as well`;
  return p.class.kind === 'alb' && redirectToHttps && other !== undefined
    ? [
        {
          code: 'ingress-listener',
          what,
          value: other.port,
          fix: `write listeners: [443], and a second Ingress with listeners: [${other.port}], redirectToHttps: false`,
        },
      ]
    : [];
}

/** gRPC goes over HTTP/2 with TLS; for another port the controller of ALB serves no Ingress of the class any more. */
function grpcProblems(p: Asked): Problem[] {
  const { ports, tls } = servingOf(p);
  const other = ports.find(({ protocol }) => protocol !== 'HTTPS');
  const where = other === undefined ? 'without TLS' : `on port ${other.port}, which speaks ${other.protocol}`;
  const what = `backendProtocol "grpc" is served over HTTPS alone, and the Ingress answers ${where}`;
  const fix = 'write listeners: [443] and a certificate: that of the class, or tls: IngressTls.secret(secret)';
  const named = p.routes.every(({ host }) => host !== undefined);
  return p.backendProtocol === 'grpc' && (other !== undefined || (named && tls === undefined))
    ? [{ code: 'ingress-listener', what, value: other?.port, fix }]
    : [];
}

function certificateProblems(p: Asked): Problem[] {
  const ports = portsOf(p.class).filter(isSecure);
  const certified = ports.some((one) => one.certified);
  const path = p.class.node.path;
  const problem = (what: string, fix: string): Problem[] => [{ code: 'ingress-tls', what, value: p.tls?.kind, fix }];
  switch (p.tls?.kind) {
    case undefined:
      return ports.length > 0 && !certified
        ? problem(
            `the class "${path}" speaks TLS and has no certificate, and the Ingress brings none`,
            'write tls: IngressTls.secret(secret), IngressTls.discovered() on ALB, or IngressTls.none("why")',
          )
        : [];
    case 'none':
      return [];
    case 'class':
      return certified
        ? []
        : problem(
            `the class "${path}" has no certificate`,
            'give its listener certificates, or write IngressTls.secret(secret)',
          );
    default:
      return [
        ...(ports.length > 0
          ? []
          : problem(`the class "${path}" has no listener that speaks TLS`, 'add IngressListener.https() to the class')),
        ...(p.tls!.kind === 'discovered' && p.routes.some(({ host }) => host === undefined)
          ? problem('IngressTls.discovered() looks for certificates of hosts, and a route names none', 'name the host')
          : []),
        ...(p.tls!.kind === 'secret' ? keyProblems(p.tls as Extract<IngressTlsData, { kind: 'secret' }>) : []),
      ];
  }
}

function keyProblems({ secretName, keys }: Extract<IngressTlsData, { kind: 'secret' }>): Problem[] {
  const missing = ['tls.crt', 'tls.key'].filter((key) => keys !== undefined && !keys.includes(key));
  return missing.map((key) => ({
    code: 'ingress-tls',
    what: `the Secret ${quote(secretName)} has no key ${quote(key)}`,
    value: key,
    fix: 'make it of type "kubernetes.io/tls", with "tls.crt" and "tls.key"',
  }));
}
