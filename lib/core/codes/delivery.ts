import type { Meanings } from './meaning';

/** Codes about workload stacks, namespaces, charts and manifests. */
export const DELIVERY_CODES = {
  'no-workload-stack': {
    en: 'An object inside a cluster that is in no WorkloadStack',
    zh: '集群内对象不在 WorkloadStack 之内',
  },
  'cluster-in-workload-stack': {
    en: 'A cluster in a stack of what runs in a cluster',
    zh: '集群位于集群内对象的堆栈中',
  },
  'back-reference': {
    en: 'A value of a stack that is applied later, such as that of what runs in the cluster',
    zh: '引用了后部署堆栈（例如集群内对象）的值',
  },
  'api-server-private': {
    en: 'The public address of an API server that only its VPC reaches',
    zh: '要求公网地址，但 API Server 仅可从 VPC 内访问',
  },
  'api-server-unknown': {
    en: 'An address of an API server that the cluster does not tell',
    zh: '集群未提供该 API Server 地址',
  },
  'baseline-duplicate': { en: 'Two baselines of one cluster', zh: '同一集群存在两个基线' },
  'virtual-node-late': {
    en: 'A virtual node that was added after the stack which should configure it',
    zh: '虚拟节点在应当配置它的堆栈之后才添加',
  },
  'list-too-long': { en: 'A list with more elements than can be taken', zh: '列表元素数量超出上限' },
  'no-namespace': { en: 'An object that needs a Namespace and is in none', zh: '对象不在任何 Namespace 之内' },
  'kubernetes-name': { en: 'A name that Kubernetes refuses', zh: 'Kubernetes 名称不合法' },
  'namespace-conflict': {
    en: 'Two values for one label of a namespace',
    zh: '同一命名空间的标签取值冲突',
  },
  'namespace-exists': {
    en: 'A namespace to be made that every cluster has',
    zh: '要创建的命名空间在每个集群中都已存在',
  },
  'namespace-duplicate': { en: 'Two namespaces of one name in one cluster', zh: '同一集群内命名空间重名' },
  'network-policy-eci': {
    en: 'Warning: network policies that Pods on ECI are not held to',
    zh: '警告：网络策略对 ECI 上的 Pod 不生效',
  },
  'network-policy-engine': {
    en: 'Network policies asked for where nothing enforces them',
    zh: '要求网络策略，但集群中没有执行它的组件',
  },
  'network-policy-unknown': {
    en: 'Traffic to be let into an imported namespace that does not say what it denies',
    zh: '导入的命名空间未说明是否隔离流量',
  },
  'network-policy-cluster': {
    en: 'Traffic to be let in from another cluster by name',
    zh: '按名称放行来自其他集群的流量',
  },
  'everything-on-eci': {
    en: 'A namespace whose Pods shall all go to ECI, where that is impossible or the case anyway',
    zh: '命名空间要求全部使用 ECI，但集群不支持或本就如此',
  },
  'quota-too-small': {
    en: 'A quota below what a container gets by default, or what workloads take at the most of their scales',
    zh: '配额小于单个容器的默认资源，或小于工作负载扩到最大时的用量',
  },
  'quota-passing': {
    en: 'Warning: a quota that updates or jobs, all at once, would be held up by',
    zh: '警告：更新或任务同时进行时会受配额限制而等待',
  },
  'limit-below-request': { en: 'A limit below the request', zh: '资源上限小于请求值' },
  'secret-in-text': {
    en: 'A secret written as text, or on its way into something that everybody can read',
    zh: '机密以明文书写，或写入任何人可读的位置',
  },
  'secret-manifest': { en: 'A Secret in a manifest or a chart', zh: '清单或 Chart 中包含 Secret' },
  'secret-key': {
    en: 'A key that a Secret or ConfigMap does not have or cannot have',
    zh: 'Secret 或 ConfigMap 的键不存在或不合法',
  },
  'object-invalid': { en: 'Something that is no Kubernetes object', zh: '不是合法的 Kubernetes 对象' },
  'workload-duplicate': {
    en: 'Two workloads of one name, which take each other’s Pods for their own',
    zh: '工作负载重名，会互相选中对方的 Pod',
  },
  'object-duplicate': { en: 'The same Kubernetes object twice', zh: 'Kubernetes 对象重复' },
  'object-namespace': {
    en: 'An object that names another namespace than the one it is in',
    zh: '对象写明的命名空间与其所在命名空间不一致',
  },
  'object-too-large': { en: 'More than a cluster keeps in one object', zh: '内容超过集群单个对象的上限' },
  'yaml-invalid': { en: 'Text that is not YAML', zh: '不是合法的 YAML' },
  'chart-invalid': {
    en: 'A chart without a repository, a name or an exact version',
    zh: 'Chart 缺少仓库、名称或确切版本',
  },
} as const satisfies Meanings;
