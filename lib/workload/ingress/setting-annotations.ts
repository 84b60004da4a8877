import { albAnnotations } from './alb-annotations';
import type { ServedProps } from './ingress-props';
import { nginxAnnotations } from './nginx-annotations';
import type { Serving } from './serving';

/** Annotations of an Ingress for the kind of its class, by key. */
export function settingAnnotations(p: ServedProps, serving: Serving): Readonly<Record<string, string>> {
  const { ports, redirectToHttps, tls } = serving;
  return p.class.kind === 'alb'
    ? albAnnotations({ ...p, ports, redirectToHttps })
    : nginxAnnotations({ ...p, redirectToHttps, tls: tls !== undefined });
}
