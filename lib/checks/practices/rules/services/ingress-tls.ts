import { called } from '../../objects';
import { isGiven, isLater } from '../../reading';
import { objects, when, type Practice } from '../../practice';

export const ingressTls: Practice = {
  id: 'ingress-tls',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Ingresses end TLS', zh: 'Ingress 启用 TLS' },
  reason: {
    en: 'What goes over plain HTTP is read and changed on its way, logins included.',
    zh: '明文 HTTP 传输的内容，包括登录信息，在途中可被读取和篡改。',
  },
  fix: {
    en: 'write `tls` with a Secret, or the annotation `alb.ingress.kubernetes.io/listen-ports` with HTTPS',
    zh: '配置引用 Secret 的 `tls`，或在注解 `alb.ingress.kubernetes.io/listen-ports` 中加入 HTTPS',
  },
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  look: objects(['Ingress'], (ingress) => {
    const ports: unknown = ingress.object.metadata.annotations?.['alb.ingress.kubernetes.io/listen-ports'];
    return when(!isGiven(ingress.object.spec?.tls) && !isLater(ports) && !/HTTPS/.test(String(ports)), {
      en: `${called(ingress)} speaks plain HTTP only`,
      zh: `${called(ingress)} 只提供明文 HTTP`,
    });
  }),
};
