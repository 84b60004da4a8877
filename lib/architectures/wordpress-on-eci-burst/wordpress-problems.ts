import { distinctList, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import { nodePlanProblems } from './capacity';
import type { ResolvedWordPress } from './wordpress-defaults';

/** Everything that is wrong with the props and that no part says by itself. */
export function wordpressProblems(p: ResolvedWordPress): Problem[] {
  const problems = ownProblems(p);
  return problems.length > 0 ? problems : nodeProblems(p);
}

/** Nodes are planned for the Pods that always run; what speaks against a plan is said of the props that it is made from. */
function nodeProblems({ cluster, nodes, zones = [], requests, scale }: ResolvedWordPress): Problem[] {
  if (cluster !== undefined || nodes !== undefined || zones.length < 2 || new Set(zones).size < zones.length) {
    return [];
  }
  const fix = 'lower requests, or name nodes that hold them: nodes: { instanceTypes: [...], size: 6 }';
  return nodePlanProblems({ zones, requests, ...scale }).map((problem) =>
    problem.code.startsWith('sizing-') ? { ...problem, fix } : problem,
  );
}

function ownProblems(p: ResolvedWordPress): Problem[] {
  return [
    ...partProblems(p),
    ...siteProblems(p.site),
    ...nameOfTlsProblems(p),
    ...scaleProblems(p),
    ...quantityProblems('requests.cpu', p.requests.cpu, '500m'),
    ...quantityProblems('requests.memory', p.requests.memory, '1Gi'),
    ...wholeNumber('workers', p.workers, 1, 256, 'requests'),
    ...distinctList('ports', p.ports, '[80]'),
    ...p.ports.flatMap((port, index) => wholeNumber(`ports[${index}]`, port, 1, 65_535)),
    ...loadProblems(p),
    ...rotationBeforeProblems(p.rotation),
    ...imageVariantProblems(p.image),
  ];
}

/** Parts that are missing, and props of parts that are given. */
function partProblems(p: ResolvedWordPress): Problem[] {
  const existing = p.cluster !== undefined && typeof p.cluster !== 'function';
  const networkGiven = p.network !== undefined || existing;
  const missing: Problem = {
    code: 'part-missing',
    what: 'neither zones nor a network nor a cluster is given',
    fix: "write zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j']",
  };
  return [
    ...(networkGiven || p.zones !== undefined ? [] : [missing]),
    ...(p.network !== undefined ? beside('zones', p.zones, 'network', 'which has its zones') : []),
    ...(existing ? beside('zones', p.zones, 'cluster', 'whose network has its zones') : []),
    ...(existing ? beside('network', p.network, 'cluster', 'which has its network') : []),
    ...(p.cluster === undefined ? [] : beside('nodes', p.nodes, 'cluster', 'which has its nodes')),
    ...(p.cluster === undefined ? [] : beside('endpoint', p.endpoint, 'cluster', 'which has its endpoint')),
    ...(p.balancer === undefined ? [] : beside('address', p.address, 'balancer', 'which has its address')),
  ];
}

function beside(prop: string, value: unknown, part: string, why: string): Problem[] {
  const what = `${prop} is given beside ${part}, ${why}`;
  return value === undefined ? [] : [{ code: 'part-conflict', what, value: prop, fix: `leave ${prop} or ${part} out` }];
}

const LOCALE = /^[a-z]{2,3}(_[A-Za-z0-9]+)*$/;
const URL = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
const USER = /^[A-Za-z0-9][A-Za-z0-9 _.@-]{0,59}$/;
const EMAIL = /^[^\s@<>"',;]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

function siteProblems({ locale, administrator, url, uploadMib }: ResolvedWordPress['site']): Problem[] {
  const { user, email } = administrator;
  return [
    ...unless(LOCALE, 'site-locale', 'site.locale', locale, 'a language of WordPress', 'zh_CN'),
    ...unless(USER, 'site-administrator', 'site.administrator.user', user, 'a user name of WordPress', 'owner'),
    ...unless(
      EMAIL,
      'site-administrator',
      'site.administrator.email',
      email,
      'an address of mail',
      'owner@example.com',
    ),
    ...(url === undefined
      ? []
      : unless(URL, 'site-url', 'site.url', url, 'http:// or https:// and a host', 'https://blog.example.com')),
    ...wholeNumber('site.uploadMib', uploadMib, 1, 1024, 'MiB'),
  ];
}

/** TLS is ended for a name, which the certificate holds; the address that the cloud chooses is none. */
function nameOfTlsProblems({ ports, site }: ResolvedWordPress): Problem[] {
  const what =
    'ports has 443, and site.url does not say for which name: links of the site would lead to an address without TLS';
  const fix = 'write site: { url: "https://blog.example.com" }';
  return ports.includes(443) && site.url === undefined ? [{ code: 'site-url', what, value: ports, fix }] : [];
}

function unless(
  pattern: RegExp,
  code: Problem['code'],
  prop: string,
  value: unknown,
  is: string,
  example: string,
): Problem[] {
  const what = `${prop} ${quote(value)} is not ${is}`;
  return isToken(value) || (typeof value === 'string' && pattern.test(value))
    ? []
    : [{ code, what, value, fix: `write ${prop}: "${example}"` }];
}

function scaleProblems({ scale: { onNodes, max, cpuPercent, peaks } }: ResolvedWordPress): Problem[] {
  const numbers = [
    ...wholeNumber('scale.onNodes', onNodes, 2, 500, 'Pods'),
    ...wholeNumber('scale.max', max, 2, 1000, 'Pods'),
    ...wholeNumber('scale.cpuPercent', cpuPercent, 1, 100, 'percent'),
  ];
  const few = `scale.max ${max} is below scale.onNodes ${onNodes}, which always run`;
  const order: Problem = { code: 'site-scale', what: few, value: max, fix: `write max: ${onNodes}, or more` };
  return numbers.length > 0 ? numbers : [...(max < onNodes ? [order] : []), ...peakProblems(peaks, onNodes, max)];
}

/** A peak outside of the limits would leave the pool of nodes and the addresses behind. */
function peakProblems(peaks: ResolvedWordPress['scale']['peaks'], onNodes: number, max: number): Problem[] {
  return peaks.flatMap((peak, index) => {
    const { replicas } = Object(peak) as { replicas?: unknown };
    const what = `scale.peaks[${index}].replicas ${quote(replicas)} is not between onNodes ${onNodes} and max ${max}`;
    const fits = typeof replicas === 'number' && replicas >= onNodes && replicas <= max;
    return fits ? [] : [{ code: 'site-scale' as const, what, value: replicas, fix: `write replicas: ${max}` }];
  });
}

/** Parts of a tag by which the official image says that it is without Apache. */
const WITHOUT_APACHE = ['fpm', 'cli'];

/** The Pods answer by Apache, and the installation runs the image's own start. */
function imageVariantProblems(image: string): Problem[] {
  const tag = isToken(image) ? '' : (/:([\w.-]+)(@|$)/.exec(image)?.[1] ?? '');
  const variant = WITHOUT_APACHE.find((one) => tag.split(/[.-]/).includes(one));
  const what = `image ${quote(image)} is the ${variant} variant by its tag, which has no Apache to answer visitors`;
  const fix =
    'write one made from the Apache variant: "registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3-apache"';
  return variant === undefined ? [] : [{ code: 'site-image', what, value: image, fix }];
}

function rotationBeforeProblems(rotation: ResolvedWordPress['rotation']): Problem[] {
  return (['database', 'redis'] as const).flatMap((part) => {
    const before = rotation.before[part];
    const what = `rotation.before.${part} ${quote(before)} is rotation.${part} itself`;
    const fix = `write rotation.${part}: another text, or leave rotation.before.${part} out`;
    return before !== rotation[part] ? [] : [{ code: 'database-account' as const, what, value: before, fix }];
  });
}

function loadProblems({ loadTest }: ResolvedWordPress): Problem[] {
  return loadTest.kind === 'none'
    ? []
    : [
        ...wholeNumber('loadTest.users', loadTest.users, 10, 10_000, 'visitors'),
        ...wholeNumber('loadTest.minutes', loadTest.minutes, 1, 120, 'minutes'),
      ];
}
