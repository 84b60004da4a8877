import { reject } from '../../core/errors';
import type { Ingress } from '../ingress/ingress';
import { ALB_PREFIX } from '../ingress/alb-annotations';
import { NGINX_PREFIX } from '../ingress/nginx-annotations';

/** Where nginx sends copies of requests. */
export interface CopyTarget {
  /** Name or address. */
  readonly host: string;
  readonly port: number;
  /** Whether copies have the body of the request. */
  readonly bodies: boolean;
  /** What copies have as `Host`; `host` when left out. */
  readonly as?: string;
}

/** The annotations by which nginx copies requests: path and query go along. */
export function nginxMirror({ host, port, bodies, as }: CopyTarget): Readonly<Record<string, string>> {
  const key = `${NGINX_PREFIX}mirror-`;
  return {
    [`${key}target`]: `http://${host}:${port}$request_uri`,
    ...(bodies ? {} : { [`${key}request-body`]: 'off' }),
    ...(as === undefined ? {} : { [`${key}host`]: as }),
  };
}

/** The annotations by which an ALB copies the requests of Services, besides forwarding them. */
export function albMirror(serviceNames: readonly string[], serverGroupId: string): Readonly<Record<string, string>> {
  const action = {
    type: 'TrafficMirror',
    TrafficMirrorConfig: {
      TargetType: 'ForwardGroupMirror',
      MirrorGroupConfig: { ServerGroupTuples: [{ ServerGroupID: serverGroupId }] },
    },
  };
  const names = [...new Set(serviceNames)].sort();
  return Object.fromEntries(names.map((name) => [`${ALB_PREFIX}actions.${name}`, JSON.stringify([action])]));
}

/**
 * Has an Ingress copy its requests.
 *
 * @throws InputError `release-twice` where it copies them already
 */
export function copyRequests(ingress: Ingress, annotations: Readonly<Record<string, string>>): void {
  const { resource, node } = ingress;
  const metadata = resource.metadataInput!;
  const there = Object.keys(annotations).filter((key) => metadata.annotations?.[key] !== undefined);
  reject(
    ingress,
    there.map((key) => ({
      code: 'release-twice',
      what: `the Ingress "${node.path}" has the annotation ${key} already; it copies requests to one place`,
      value: key,
      fix: 'leave one of the two copies out',
    })),
  );
  resource.putMetadata({ ...metadata, annotations: { ...metadata.annotations, ...annotations } });
}
