import { distinctList, oneOf, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { any, choiceOf, flag, listOf, word } from '../../core/forms';
import type { ListeningPort } from '../../core/ingress';
import { isToken } from '../../core/tokens';

/** Which versions and ciphers of TLS a listener speaks. TLS 1.0 and 1.1, which ALB has too, are not offered. */
export type TlsPolicy =
  'tls_cipher_policy_1_2' | 'tls_cipher_policy_1_2_strict' | 'tls_cipher_policy_1_2_strict_with_1_3';

/** What every listener of an ALB takes. Changed in place. */
export interface ListenerOptions {
  /** Port, 1 to 65535. @default 80 of HTTP, 443 of HTTPS and QUIC */
  readonly port?: number;
  /** Seconds after which an idle connection ends, 1 to 600. @default 15 */
  readonly idleTimeoutSeconds?: number;
  /** Seconds for which the ALB waits for an answer of the Pods before it answers 504 itself, 1 to 600. @default 60 */
  readonly requestTimeoutSeconds?: number;
  /** Whether answers are compressed. @default true */
  readonly gzip?: boolean;
}

/** What listeners with TLS take besides. */
export interface TlsListenerOptions extends ListenerOptions {
  /**
   * Ids of certificates in Certificate Management Service, with their region: `1234567-cn-hangzhou`. The first one answers
   * clients that name no host. Left out, each Ingress brings its own: `IngressTls.secret` or `IngressTls.discovered`.
   * @default none
   */
  readonly certificates?: readonly string[];
}

/** What HTTPS takes besides. */
export interface HttpsListenerOptions extends TlsListenerOptions {
  /** Versions and ciphers of TLS. @default "tls_cipher_policy_1_2_strict" */
  readonly tls?: TlsPolicy;
  /** Whether HTTP/2 is spoken. @default true */
  readonly http2?: boolean;
}

/** A listener of an ALB, as plain data. Create one with `IngressListener`. */
export type IngressListenerData =
  | ({ readonly kind: 'http'; readonly port: number } & ListenerOptions)
  | ({ readonly kind: 'https'; readonly port: number } & HttpsListenerOptions)
  | ({ readonly kind: 'quic'; readonly port: number } & TlsListenerOptions);

/** Where an ALB answers. */
export const IngressListener = Object.freeze({
  /** HTTP, which others read on its way; useful to send visitors to HTTPS, which Ingresses do by themselves. */
  http: (options: ListenerOptions = {}): IngressListenerData =>
    Object.freeze({ ...options, kind: 'http', port: options?.port ?? 80 }),
  /** HTTPS, from TLS 1.2 on. */
  https: (options: HttpsListenerOptions = {}): IngressListenerData =>
    Object.freeze({ ...options, kind: 'https', port: options?.port ?? 443 }),
  /** HTTP/3 over QUIC, on UDP; beside HTTPS on the same port, since not every client speaks it. */
  quic: (options: TlsListenerOptions = {}): IngressListenerData =>
    Object.freeze({ ...options, kind: 'quic', port: options?.port ?? 443 }),
});

/** What a listener does when nothing is said. */
export const INGRESS_LISTENER_DEFAULTS = Object.freeze({
  idleTimeoutSeconds: 15,
  requestTimeoutSeconds: 60,
  gzip: true,
  http2: true,
  tls: 'tls_cipher_policy_1_2_strict' as TlsPolicy,
});

const POLICIES: readonly TlsPolicy[] = Object.freeze([
  'tls_cipher_policy_1_2',
  'tls_cipher_policy_1_2_strict',
  'tls_cipher_policy_1_2_strict_with_1_3',
]);

const SHARED = { port: any, idleTimeoutSeconds: any, requestTimeoutSeconds: any, gzip: flag };

/** The form of a listener. */
export const LISTENER_FORM = choiceOf(
  {
    http: SHARED,
    https: { ...SHARED, certificates: listOf(word), tls: any, http2: flag },
    quic: { ...SHARED, certificates: listOf(word) },
  },
  'IngressListener.https({ certificates: [...] }), IngressListener.http()',
);

/** Ports of listeners, as Ingresses see them. */
export function listeningPorts(listeners: readonly IngressListenerData[]): readonly ListeningPort[] {
  return Object.freeze(
    listeners.map((one) =>
      Object.freeze({
        port: one.port,
        protocol: one.kind === 'http' ? 'HTTP' : one.kind === 'https' ? 'HTTPS' : 'QUIC',
        certified: one.kind !== 'http' && (one.certificates ?? []).length > 0,
      } satisfies ListeningPort),
    ),
  );
}

/** Everything that is wrong with the listeners of an ALB. */
export function listenerProblems(listeners: readonly IngressListenerData[]): Problem[] {
  if (listeners.length === 0) {
    const what = 'listeners is empty: nobody could reach the ALB';
    return [{ code: 'list-empty', what, value: listeners, fix: 'write listeners: [IngressListener.https({ ... })]' }];
  }
  return [...listeners.flatMap((one, index) => oneListener(`listeners[${index}]`, one)), ...sharedPorts(listeners)];
}

function oneListener(prop: string, listener: IngressListenerData): Problem[] {
  const { port, idleTimeoutSeconds, requestTimeoutSeconds } = listener;
  return [
    ...wholeNumber(`${prop}.port`, port ?? null, 1, 65_535),
    ...wholeNumber(`${prop}.idleTimeoutSeconds`, idleTimeoutSeconds, 1, 600, 'seconds'),
    ...wholeNumber(`${prop}.requestTimeoutSeconds`, requestTimeoutSeconds, 1, 600, 'seconds'),
    ...(listener.kind === 'https' ? oneOf(`${prop}.tls`, listener.tls, POLICIES) : []),
    ...(listener.kind === 'http' ? [] : certificateProblems(`${prop}.certificates`, listener.certificates)),
  ];
}

/** A number and a region. */
const CERTIFICATE = /^\d+-[a-z]{2}-[a-z0-9-]+$/;

function certificateProblems(prop: string, certificates: readonly string[] | undefined): Problem[] {
  if (certificates === undefined) {
    return [];
  }
  return [
    ...distinctList(prop, certificates, '["1234567-cn-hangzhou"]'),
    ...certificates
      .filter((id) => !isToken(id) && !CERTIFICATE.test(id))
      .map((id) => ({
        code: 'ingress-tls' as const,
        what: `${prop} ${quote(id)} is not the id of a certificate with its region, and ALB finds no other`,
        value: id,
        fix: `write ${quote(`${/^\d+/.exec(id)?.[0] ?? '1234567'}-cn-hangzhou`)}, with the region that the certificate was uploaded to`,
      })),
  ];
}

/** One port takes one listener over TCP, HTTP or HTTPS, and QUIC beside it over UDP. */
function sharedPorts(listeners: readonly IngressListenerData[]): Problem[] {
  const carried = listeners.map(({ kind, port }) => `${kind === 'quic' ? 'UDP' : 'TCP'} ${port}`);
  return listeners
    .filter((_, index) => carried.indexOf(carried[index]!) !== index)
    .map(({ port }) => ({
      code: 'ingress-listener' as const,
      what: `two listeners want port ${port}`,
      value: port,
      fix: 'give each of them a port of its own',
    }));
}
