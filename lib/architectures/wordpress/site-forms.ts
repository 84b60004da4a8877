import { any, choiceOf, flag, needed, object, text, word } from '../../core/forms';
import type { Requests } from '../../workload/pod/pod-props';
import type { WordPressRotation, WordPressSite } from './site-props';

export const SITE_FORM = object<WordPressSite>({
  title: word,
  locale: text,
  administrator: object<{ user: string; email: string }>({
    user: needed(text, '"owner"'),
    email: needed(text, '"owner@example.com"'),
  }),
  searchEngines: flag,
  url: text,
  uploadMib: any,
});

export const ROTATION_FORM = object<WordPressRotation>({
  salts: word,
  database: word,
  redis: word,
  administrator: word,
  before: object<NonNullable<WordPressRotation['before']>>({ database: word, redis: word }),
});

export const REQUESTS_FORM = object<Requests>({
  cpu: needed(any, '"500m"'),
  memory: needed(any, '"1Gi"'),
  ephemeralStorage: any,
});

const SHAPE = { users: any, minutes: any };

export const LOAD_FORM = choiceOf(
  { 'site-image': SHAPE, k6: { ...SHAPE, image: needed(word, '"registry.example.com/k6:1.3.0"') }, none: {} },
  'LoadTest.withSiteImage(), LoadTest.k6({ image }), LoadTest.none()',
);

/** What a program is told that looks for a prop of the site at another place. */
export const siteProp = (prop: string, example: string): string => `write site: { ${prop}: ${example} }`;

/** What to write instead of props that people look for. */
export const SITE_ELSEWHERE: Readonly<Record<string, string>> = Object.freeze({
  title: siteProp('title', '"My blog"'),
  locale: siteProp('locale', '"zh_CN"'),
  language: siteProp('locale', '"zh_CN"'),
  administrator: siteProp('administrator', '{ user: "editor", email: "editor@example.com" }'),
  admin: siteProp('administrator', '{ user: "editor", email: "editor@example.com" }'),
  password: 'leave it out: passwords are drawn at random, and drawn again for another text in rotation',
  url: siteProp('url', '"https://blog.example.com"'),
  domain: siteProp('url', '"https://blog.example.com"'),
  host: siteProp('url', '"https://blog.example.com"'),
  searchEngines: siteProp('searchEngines', 'false'),
  search: siteProp('searchEngines', 'false'),
  certificate: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [80, 443] and site.url',
  certificateId: 'write balancer: a ClassicLoadBalancer with certificateId, ports: [80, 443] and site.url',
});
