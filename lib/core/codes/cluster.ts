import type { Meanings } from './meaning';

/** Codes about clusters and node pools. */
export const CLUSTER_CODES = {
  'version-invalid': { en: 'A Kubernetes version that is not well formed', zh: 'Kubernetes 版本格式错误' },
  'version-minor': {
    en: 'Warning: a Kubernetes version without its patch, which decides creation only',
    zh: '警告：Kubernetes 版本未写补丁号，仅在创建时生效',
  },
  'version-skew': {
    en: 'Nodes of a Kubernetes version that does not go with that of the control plane',
    zh: '节点的 Kubernetes 版本与控制面版本不兼容',
  },
  'version-path': {
    en: 'An upgrade that ACK does not do: down, or past a minor',
    zh: 'ACK 不支持的升级：降级或跨小版本',
  },
  'rotation-standing': {
    en: 'Warning: a rotation in the program, which renews nodes again at every later change of the pool',
    zh: '警告：程序中保留了节点轮转，之后每次修改节点池都会再次轮转节点',
  },
  'tier-basic': { en: 'A prop that only a Pro cluster can have', zh: '仅 Pro 版集群支持的属性' },
  'proxy-mode-version': {
    en: 'A kube-proxy mode that the Kubernetes version does not have',
    zh: '该 Kubernetes 版本不支持所选 kube-proxy 模式',
  },
  'proxy-mode-deprecated': { en: 'Warning: ipvs on Kubernetes 1.35 or later', zh: '警告：1.35 及以上版本已弃用 ipvs' },
  'endpoint-open': { en: 'An API server that is open to every address', zh: 'API Server 对所有地址开放' },
  'endpoint-public': {
    en: 'Warning: a public API server whose access list has to be attached by hand',
    zh: '警告：API Server 公网访问，访问控制列表需手动绑定',
  },
  'network-policy-flannel': {
    en: 'NetworkPolicy asked for on Flannel, which has no engine for it',
    zh: 'Flannel 不支持 NetworkPolicy',
  },
  'pod-range-terway': { en: 'A Pod range asked for on Terway, which has none', zh: 'Terway 网络没有 Pod 网段' },
  'dual-stack-ipv4': { en: 'A dual-stack cluster in a network without IPv6', zh: '双栈集群所在网络未开启 IPv6' },
  'maintenance-invalid': { en: 'A maintenance window that is not well formed', zh: '维护窗口格式错误' },
  'maintenance-missing': {
    en: 'Warning: nodes that are upgraded or mended by ACK, in a cluster without a maintenance window',
    zh: '警告：节点开启自动升级或修复，但集群没有维护窗口',
  },
  'dedicated-closed': {
    en: 'Warning: a dedicated cluster, of which Alibaba creates no new ones since 2024-08-21',
    zh: '警告：阿里云自 2024-08-21 起停止新建 ACK 专有集群',
  },
  'serverless-closed': {
    en: 'Warning: a Serverless cluster, which accounts that never had one cannot create since 2025-02-17',
    zh: '警告：自 2025-02-17 起，未创建过 ACK Serverless 集群的账号不能新建',
  },
  'master-types': {
    en: 'Neither one instance type for all masters nor one for each',
    zh: 'Master 实例规格既不是一种，也不是每台一种',
  },
  'master-quorum': {
    en: 'Warning: masters whose majority is lost with one zone',
    zh: '警告：单个可用区故障将使 Master 失去多数',
  },
  'api-server-invalid': { en: 'Text that is not the address of an API server', zh: '不是合法的 API Server 地址' },
  'cluster-kind': { en: 'Something that this kind of cluster does not have', zh: '该类型的集群不支持此功能' },
  'instance-type-invalid': { en: 'Text that is not an ECS instance type', zh: '不是合法的 ECS 实例规格' },
  'instance-type-small': { en: 'An instance type below the floor of 4 vCPU', zh: '实例规格低于 4 vCPU' },
  'instance-type-few': {
    en: 'Warning: one instance type only; when it is sold out no node is made',
    zh: '警告：仅一种实例规格，售罄时无法扩容',
  },
  'instance-type-many': { en: 'More than 10 instance types in a node pool', zh: '节点池实例规格超过 10 种' },
  'instance-type-mixed': {
    en: 'Instance types in one node pool that cannot be mixed',
    zh: '同一节点池中的实例规格不能混用',
  },
  'image-retired': { en: 'A node image that is at its end of life', zh: '节点镜像已停止维护' },
  'image-architecture': {
    en: 'A node image of another processor architecture than the instance types',
    zh: '节点镜像与实例规格的处理器架构不一致',
  },
  'disk-invalid': { en: 'A disk that the cloud does not offer', zh: '云盘配置不合法' },
  'label-invalid': { en: 'A label or taint that Kubernetes refuses', zh: '标签或污点不合法' },
  'size-invalid': { en: 'A node pool size whose minimum is above its maximum', zh: '节点池最小值大于最大值' },
  'capacity-routes': {
    en: 'Warning: more Flannel nodes than a route table has entries by default',
    zh: '警告：Flannel 节点数超过路由表默认配额',
  },
} as const satisfies Meanings;
