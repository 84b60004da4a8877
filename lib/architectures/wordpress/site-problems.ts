import { distinctList, wholeNumber } from '../../core/checks';
import { quote, type Problem } from '../../core/errors';
import { quantityProblems } from '../../core/quantity';
import { isToken } from '../../core/tokens';
import type { Requests } from '../../workload/pod/pod-props';
import type { LoadTestData } from './load-test-data';
import type { ResolvedRotation, ResolvedSite } from './site-defaults';

/** What is known of a site before it has its parts. */
export interface SiteAsk {
  readonly image: string;
  readonly site: ResolvedSite;
  readonly rotation: ResolvedRotation;
  readonly requests: Requests;
  readonly workers: number;
  readonly ports: readonly number[];
  readonly loadTest: LoadTestData;
}

/**
 * Everything that is wrong with a site and that no part says by itself.
 *
 * @param at what stands before its props, such as `environments.test.`
 */
export function siteProblems(p: SiteAsk, at = ''): Problem[] {
  return [
    ...firstVisitorProblems(p.site, at),
    ...nameOfTlsProblems(p, at),
    ...quantityProblems(`${at}requests.cpu`, p.requests.cpu, '500m'),
    ...quantityProblems(`${at}requests.memory`, p.requests.memory, '1Gi'),
    ...wholeNumber(`${at}workers`, p.workers, 1, 256, 'requests'),
    ...distinctList(`${at}ports`, p.ports, '[80]'),
    ...p.ports.flatMap((port, index) => wholeNumber(`${at}ports[${index}]`, port, 1, 65_535)),
    ...loadProblems(p.loadTest, at),
    ...rotationBeforeProblems(p.rotation, at),
    ...imageVariantProblems(p.image, at),
  ];
}

const LOCALE = /^[a-z]{2,3}(_[A-Za-z0-9]+)*$/;
const URL = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
const USER = /^[A-Za-z0-9][A-Za-z0-9 _.@-]{0,59}$/;
const EMAIL = /^[^\s@<>"',;]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

function firstVisitorProblems({ locale, administrator, url, uploadMib }: ResolvedSite, at: string): Problem[] {
  const { user, email } = administrator;
  return [
    ...unless(LOCALE, 'site-locale', `${at}site.locale`, locale, 'a language of WordPress', 'zh_CN'),
    ...unless(USER, 'site-administrator', `${at}site.administrator.user`, user, 'a user name of WordPress', 'owner'),
    ...unless(
      EMAIL,
      'site-administrator',
      `${at}site.administrator.email`,
      email,
      'an address of mail',
      'owner@example.com',
    ),
    ...(url === undefined
      ? []
      : unless(URL, 'site-url', `${at}site.url`, url, 'http:// or https:// and a host', 'https://blog.example.com')),
    ...wholeNumber(`${at}site.uploadMib`, uploadMib, 1, 1024, 'MiB'),
  ];
}

/** TLS is ended for a name, which the certificate holds; the address that the cloud chooses is none. */
function nameOfTlsProblems({ ports, site }: SiteAsk, at: string): Problem[] {
  const what = `${at}ports has 443, and ${at}site.url does not say for which name: links of the site would lead to an address without TLS`;
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

/** Parts of a tag by which the official image says that it is without Apache. */
const WITHOUT_APACHE = ['fpm', 'cli'];

/** The Pods answer by Apache, and the installation runs the image's own start. */
function imageVariantProblems(image: string, at: string): Problem[] {
  const tag = isToken(image) ? '' : (/:([\w.-]+)(@|$)/.exec(image)?.[1] ?? '');
  const variant = WITHOUT_APACHE.find((one) => tag.split(/[.-]/).includes(one));
  const what = `${at}image ${quote(image)} is the ${variant} variant by its tag, which has no Apache to answer visitors`;
  const fix =
    'write one made from the Apache variant: "registry-vpc.cn-hangzhou.aliyuncs.com/acme/wordpress:6.8.3-apache"';
  return variant === undefined ? [] : [{ code: 'site-image', what, value: image, fix }];
}

function rotationBeforeProblems(rotation: ResolvedRotation, at: string): Problem[] {
  return (['database', 'redis'] as const).flatMap((part) => {
    const before = rotation.before[part];
    const what = `${at}rotation.before.${part} ${quote(before)} is ${at}rotation.${part} itself`;
    const fix = `write rotation.${part}: another text, or leave rotation.before.${part} out`;
    return before !== rotation[part] ? [] : [{ code: 'database-account' as const, what, value: before, fix }];
  });
}

function loadProblems(loadTest: LoadTestData, at: string): Problem[] {
  return loadTest.kind === 'none'
    ? []
    : [
        ...wholeNumber(`${at}loadTest.users`, loadTest.users, 10, 10_000, 'visitors'),
        ...wholeNumber(`${at}loadTest.minutes`, loadTest.minutes, 1, 120, 'minutes'),
      ];
}
