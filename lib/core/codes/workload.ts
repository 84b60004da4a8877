import type { Meanings } from './meaning';

/** Codes about workloads and their Pods. */
export const WORKLOAD_CODES = {
  'quantity-invalid': { en: 'Text that is not a Kubernetes quantity', zh: '不是合法的 Kubernetes 资源数量' },
  'pod-conflict': {
    en: 'Two values for one name in the Pods of a workload',
    zh: '同一工作负载的 Pod 中名称重复且取值不同',
  },
  'container-unknown': { en: 'A container that the Pod does not have', zh: 'Pod 中没有该容器' },
  'volume-unknown': { en: 'A mount of a volume that the Pod does not have', zh: '挂载了 Pod 中不存在的存储卷' },
  'image-invalid': { en: 'Text that does not name a container image', zh: '镜像名称格式错误' },
  'image-untagged': { en: 'An image without a version, or with :latest', zh: '镜像没有版本标签，或使用了 :latest' },
  'image-far': {
    en: 'Warning: an image from a registry that the region reaches badly or not at all',
    zh: '警告：该地域访问镜像仓库缓慢或无法访问',
  },
  'image-egress': {
    en: 'An image from the internet for Pods of a network without a way out',
    zh: '网络没有公网出口，却要从公网拉取镜像',
  },
  'variable-name': { en: 'A name that no environment variable can have', zh: '环境变量名称不合法' },
  'mount-path': { en: 'A path that is not absolute', zh: '路径不是绝对路径' },
  'files-too-large': { en: 'More text than a ConfigMap holds', zh: '文件内容超过 ConfigMap 的容量' },
  'probe-port': { en: 'A probe of a port that the container does not list', zh: '探针端口不在容器端口列表中' },
  'node-condition': { en: 'A condition on nodes with too many or too few values', zh: '节点条件的取值个数错误' },
  'pod-security': {
    en: 'Pods that the Pod Security level of their namespace refuses',
    zh: 'Pod 不符合命名空间的 Pod 安全级别',
  },
  'disruption-blocks': {
    en: 'A disruption budget that never lets a Pod go, so that no node can be drained',
    zh: '中断预算不允许驱逐任何 Pod，节点将无法排空',
  },
  'update-stuck': { en: 'An update that can neither add nor remove a Pod', zh: '滚动更新既不能新增也不能移除 Pod' },
  'not-exposed': { en: 'The address of a service that no balancer exposes', zh: '服务没有通过负载均衡暴露，没有地址' },
  'service-port': { en: 'A port of a Service that no container listens on', zh: 'Service 端口没有对应的容器端口' },
  'balancer-scheduler': {
    en: 'Traffic kept local with a scheduler that ignores how many Pods a node has',
    zh: '流量策略为 Local，但调度算法忽略节点上的 Pod 数量',
  },
  'balancer-zones': { en: 'A balancer in fewer zones than it needs', zh: '负载均衡的可用区数量不足' },
  'balancer-site': {
    en: 'Warning: a kind of balancer that the account may not be sold',
    zh: '警告：该账号所在站点可能无法购买此类负载均衡',
  },
  'balancer-network': {
    en: 'A balancer in another network than the cluster of the service',
    zh: '负载均衡与服务所在集群不在同一网络',
  },
  'balancer-open': {
    en: 'A balancer on the internet that neither lists who may come nor says why everybody may',
    zh: '公网负载均衡未限制访问来源，也未说明原因',
  },
  'balancer-drain': {
    en: 'Pods that end before their balancer has let go of them',
    zh: 'Pod 在负载均衡排空连接之前就已终止',
  },
  'balancer-port-taken': {
    en: 'One port of a balancer that Terraform owns for the Pods of two Services',
    zh: '两个 Service 使用了同一负载均衡的同一端口',
  },
  'balancer-listener': {
    en: 'A listener in Terraform on a balancer whose listeners are the cluster’s',
    zh: '在由集群管理监听的负载均衡上用 Terraform 创建监听',
  },
  'balancer-tags': {
    en: 'Warning: tags of the stack that a balancer made by the cluster cannot carry',
    zh: '警告：集群创建的负载均衡无法携带堆栈的部分标签',
  },
  'gate-without-balancer': {
    en: 'A readiness gate that no balancer ever opens, so that no Pod becomes ready',
    zh: '就绪门控没有对应的负载均衡，Pod 将永远无法就绪',
  },
} as const satisfies Meanings;
