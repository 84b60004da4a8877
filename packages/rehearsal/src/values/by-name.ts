import type { Value } from '../cty/value';
import type { Asked } from './asked';
import { certificate } from './kube';

const ip = ({ seed }: Asked, first: number): string =>
  `${first}.${seed.at('a').int(0, 255)}.${seed.at('b').int(0, 255)}.${seed.at('c').int(1, 254)}`;

const slug = (asked: Asked): string => `${asked.name.replaceAll('_', '-')}-${asked.seed.hex(8)}`;

/** What an attribute's name promises; the first match counts. */
const PATTERNS: readonly (readonly [RegExp, (asked: Asked) => string])[] = [
  [
    /(?:^|_)(?:create|creation|created|expire|expired|expiration|update|modify|start|end)_?(?:time|at|date)?$/,
    () => '2026-01-01T00:00:00Z',
  ],
  [/_time$/, () => '2026-01-01T00:00:00Z'],
  [/(?:^|_)region(?:_id)?$/, (asked) => asked.region],
  [/(?:^|_)(?:zone_id|availability_zone|zone)$/, (asked) => `${asked.region}-h`],
  [/(?:^|_)(?:account_id|owner_id|uid|ali_uid)$/, () => '1000000000000001'],
  [/ipv6_cidr/, () => '2408:4002:10c4:4e00::/56'],
  [/cidr/, () => '172.16.0.0/16'],
  [/ipv6_address/, () => '2408:4002:10c4:4e01::1'],
  [/(?:public|internet|eip).*ip|^ip_address$/, (asked) => ip(asked, 47)],
  [/(?:^|_)ips?(?:_address)?$/, (asked) => ip(asked, 10)],
  [/(?:^|_)port$/, () => '3306'],
  [/(?:^|_)(?:url|uri)$/, (asked) => `https://${slug(asked)}.rehearsal.invalid/`],
  [
    /(?:endpoint|domain|host|dns_name|cname|connection_string|connection_domain)$/,
    (asked) => `${slug(asked)}.rehearsal.invalid`,
  ],
  [/arn$/, (asked) => `acs:service:${asked.region}:1000000000000001:${slug(asked)}`],
  [/(?:certificate|_cert|^cert)$/, (asked) => certificate(asked.seed)],
  [/(?:fingerprint|md5)$/, (asked) => asked.seed.hex(32)],
  [/status$/, () => 'Available'],
  [/state$/, () => 'Available'],
  [/(?:count|number|size|quota|weight|bandwidth|version_id|dec)$/, () => '1'],
  [/json|policy_document/, () => '{}'],
  [/base64|b64/, (asked) => asked.seed.bytes(24).toString('base64')],
];

/** A usable text for an attribute of which only the name is known. */
export function inventText(asked: Asked): string {
  const [, make] = PATTERNS.find(([pattern]) => pattern.test(asked.name)) ?? [undefined, slug];
  return make(asked);
}

/** What the validators themselves suggest: the default, an allowed value, the lower bound. */
export function inventByFacts({ facts, shape }: Asked): Value | undefined {
  if (shape.kind !== 'leaf' || facts === undefined) {
    return undefined;
  }
  const cheap = facts.enum?.find((one) => /^(?:PayAsYouGo|PostPaid|Postpaid|POSTPAY)$/.test(String(one)));
  const found = facts.default ?? cheap ?? facts.enum?.[0] ?? facts.range?.[0] ?? facts.range?.[1] ?? undefined;
  if (found === undefined || found === null) {
    return undefined;
  }
  return shape.type === 'string'
    ? String(found)
    : shape.type === typeof found || (typeof found === 'boolean') === (shape.type === 'bool')
      ? found
      : undefined;
}
