import type { Meanings } from './meaning';

/** Codes about Ingresses and who serves them. */
export const INGRESS_CODES = {
  'ingress-flannel': {
    en: 'Ingresses by ALB in a cluster whose Pods ALB cannot reach',
    zh: 'ALB 无法访问该集群的 Pod，却使用 ALB Ingress',
  },
  'ingress-listener': {
    en: 'A listener that an Ingress or a redirect needs and the class does not have, or one that ALB does not take',
    zh: 'Ingress 或重定向所需的监听不存在，或 ALB 不支持该监听配置',
  },
  'ingress-tls': {
    en: 'TLS without a certificate, or a certificate where no TLS is spoken',
    zh: '启用 TLS 却没有证书，或未启用 TLS 却配置了证书',
  },
  'ingress-unsupported': {
    en: 'Something that this kind of Ingress controller cannot do',
    zh: '该类 Ingress 控制器不支持此功能',
  },
  'ingress-option': {
    en: 'A setting of an Ingress that no controller would take',
    zh: 'Ingress 的设置不合法',
  },
  'ingress-path': { en: 'A host or a path that no request can have', zh: 'Ingress 的域名或路径不合法' },
  'ingress-path-taken': {
    en: 'Two Ingresses of one class for the same path of the same host',
    zh: '同一 Ingress 类中，两个 Ingress 声明了同一域名的同一路径',
  },
  'ingress-path-hidden': {
    en: 'A path that no request reaches, since a rule before it takes them all',
    zh: '前面的规则已匹配全部请求，该路径永远不会生效',
  },
  'ingress-order': {
    en: 'One place in the order of rules for two Ingresses of a class',
    zh: '同一 Ingress 类中，两个 Ingress 使用了相同的规则顺序',
  },
  'ingress-backend': {
    en: 'A backend of an Ingress that is elsewhere, or a port that it does not have',
    zh: 'Ingress 的后端不在同一命名空间，或没有该端口',
  },
  'ingress-default': { en: 'Two default classes of Ingresses in one cluster', zh: '一个集群有两个默认 Ingress 类' },
  'ingress-cluster': { en: 'A class of Ingresses of another cluster', zh: 'Ingress 类属于另一个集群' },
  'ingress-alb-taken': {
    en: 'Two classes of Ingresses on one ALB, which belongs to one AlbConfig',
    zh: '两个 Ingress 类使用同一个 ALB，而一个 ALB 只能属于一个 AlbConfig',
  },
  'ingress-alb-edition': {
    en: 'An ALB of the edition Basic, which takes no Ingresses',
    zh: '基础版 ALB 不支持 Ingress',
  },
  'ingress-annotation': {
    en: 'An annotation of an Ingress that a prop writes, or one that runs code in the controller',
    zh: 'Ingress 注解已由属性写出，或会在控制器中执行代码',
  },
  'ingress-nodes': {
    en: 'nginx without nodes of its own, or on nodes that do not exist',
    zh: 'nginx 没有专用节点，或专用节点不存在',
  },
  'ingress-nginx-ended': {
    en: 'Warning: ingress-nginx gets no more fixes since March 2026',
    zh: '警告：ingress-nginx 自 2026 年 3 月起不再维护',
  },
  'ingress-unguarded': {
    en: 'Warning: a namespace shuts others out, and whose traffic of an Ingress is to be let in, or to which Pods, is not known',
    zh: '警告：命名空间拒绝外部访问，而 Ingress 的流量来源或目标 Pod 未知',
  },
  'ingress-replicas': {
    en: 'nginx with fewer Pods than survive the loss of one',
    zh: 'nginx 副本数不足以承受单点故障',
  },
} as const satisfies Meanings;
