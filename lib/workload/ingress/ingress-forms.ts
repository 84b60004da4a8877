import {
  any,
  choiceOf,
  construct,
  flag,
  listOf,
  mapOf,
  needed,
  object,
  text,
  word,
  type Forms,
} from '../../core/forms';
import type { CorsOptions, IngressProps, HostRoute, RateLimit } from './ingress-props';
import { targetProblems } from './backends';

/** A class of Ingresses, made here or existing. */
export const CLASS_FORM = construct(
  ['className', 'kind', 'scheme', 'ready'],
  'new AlbIngressClass(apps, "alb", { ... })',
);

const TIMING = { intervalSeconds: any, timeoutSeconds: any, healthy: any, unhealthy: any };

const CORS = object<CorsOptions>({
  origins: needed(listOf(word), '["https://app.example.com"]'),
  methods: listOf(word),
  headers: listOf(word),
  exposeHeaders: listOf(word),
  credentials: flag,
  maxAgeSeconds: any,
});

/** The form of one route. */
export const ROUTE_FORM = object<HostRoute>({
  host: text,
  path: text,
  match: any,
  to: needed(targetProblems, 'web'),
  port: any,
});

/** The form of a choice of certificate. */
export const TLS_FORM = choiceOf(
  {
    class: {},
    secret: { secretName: needed(word, 'the name of a Secret'), keys: listOf(word), resource: any },
    discovered: {},
    none: { reason: needed(word, '"inside of the VPC only"') },
  },
  'IngressTls.ofClass(), IngressTls.secret(secret), IngressTls.discovered(), IngressTls.none("why")',
);

/** The form of every setting of an Ingress that is for all of its routes. */
export const SETTING_FORMS = {
  backendProtocol: any,
  scheduler: any,
  sticky: object<{ seconds: number; cookie?: string }>({ seconds: needed(any, '3600'), cookie: word }),
  rewrite: choiceOf(
    { 'strip-prefix': {}, to: { path: needed(text, '"/index.html"') } },
    'Rewrite.stripPrefix(), Rewrite.to("/index.html")',
  ),
  limit: object<RateLimit>({ perClientPerSecond: any, perSecond: any, connectionsPerClient: any }),
  cors: CORS,
  health: choiceOf(
    {
      none: {},
      tcp: TIMING,
      http: { ...TIMING, path: needed(text, '"/healthz"'), method: any, codes: listOf(word) },
    },
    'IngressHealth.tcp(), IngressHealth.http("/healthz"), IngressHealth.none()',
  ),
  maxBodySize: word,
  timeouts: object<NonNullable<IngressProps['timeouts']>>({ connectSeconds: any, readSeconds: any, sendSeconds: any }),
};

/** The form of every prop of an Ingress. */
export const INGRESS_FORMS: Forms<IngressProps> = {
  ...SETTING_FORMS,
  class: CLASS_FORM,
  routes: needed(listOf(ROUTE_FORM), '[{ host: "www.example.com", to: web }]'),
  tls: TLS_FORM,
  listeners: listOf(any),
  redirectToHttps: flag,
  order: any,
  readinessGate: flag,
  annotations: mapOf(text),
  name: text,
  adopt: word,
};
