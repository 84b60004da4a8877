/**
 * Every code an error or a warning of this library can have, with its meaning in English and Chinese. A code never
 * changes its meaning; `docs/errors.md` is checked against this table.
 */
export const CODES = {
  'id-reserved': { en: 'A construct id that the framework reserves', zh: '构造 ID 为框架保留字' },
  'id-duplicate': { en: 'Two constructs of one scope have the same id', zh: '同一作用域内构造 ID 重复' },
  'id-invalid': {
    en: 'A construct id that is empty or has characters Terraform refuses',
    zh: '构造 ID 为空或含有非法字符',
  },
  'no-cloud-stack': { en: 'A construct outside any CloudStack', zh: '构造不在 CloudStack 之内' },
  'stack-name-duplicate': { en: 'Two stacks of the App have the same name', zh: 'App 内堆栈名称重复' },
  'stack-name-invalid': {
    en: 'A stack name that cannot name a folder, a state and cloud resources',
    zh: '堆栈名称不合法',
  },
  'stack-nested': { en: 'A stack inside another stack', zh: '堆栈嵌套在另一个堆栈中' },
  'region-invalid': { en: 'A region id that is not well formed', zh: '地域 ID 格式错误' },
  'region-unknown': { en: 'Warning: a region id that this release does not know', zh: '警告：未知地域 ID' },
  'choice-invalid': { en: 'A value outside the closed list of choices', zh: '取值不在可选范围内' },
  'choice-conflict': { en: 'Two props that exclude each other', zh: '互斥的属性同时设置' },
  'value-missing': { en: 'A value that is needed is missing or empty', zh: '缺少必需的值' },
  'type-invalid': { en: 'A value of another type than the prop has', zh: '属性值类型错误' },
  'prop-unknown': { en: 'A prop that does not exist', zh: '属性不存在' },
  'number-invalid': { en: 'Not a whole number within its range', zh: '数值不是范围内的整数' },
  'list-empty': { en: 'An empty list where at least one element is needed', zh: '列表为空' },
  'list-duplicate': { en: 'The same element twice in a list', zh: '列表元素重复' },
  'name-invalid': { en: 'A physical name that the cloud refuses', zh: '资源名称不符合云端规则' },
  'tag-invalid': { en: 'A tag that the cloud refuses', zh: '标签不符合云端规则' },
  'state-invalid': { en: 'A state backend without a bucket, a lock table or a region', zh: '状态后端配置不完整' },
  'zone-invalid': { en: 'A zone id that is not well formed', zh: '可用区 ID 格式错误' },
  'zone-region': { en: 'A zone that does not belong to the stack’s region', zh: '可用区不属于该堆栈的地域' },
  'zone-count': { en: 'Too few zones', zh: '可用区数量不足' },
  'cidr-invalid': { en: 'Text that is not an IPv4 range', zh: '不是合法的 IPv4 网段' },
  'cidr-host-bits': { en: 'An IPv4 range with host bits set', zh: '网段主机位不为零' },
  'cidr-mask': { en: 'A mask outside what the cloud allows here', zh: '掩码超出允许范围' },
  'cidr-forbidden': { en: 'A range that the cloud does not allow here', zh: '此处不允许使用该网段' },
  'cidr-overlap': { en: 'Two ranges that must be disjoint overlap', zh: '网段重叠' },
  'cidr-outside': { en: 'A range outside the VPC’s ranges', zh: '网段不在 VPC 范围内' },
  'capacity-addresses': {
    en: 'More addresses asked for than the share of a purpose and zone holds',
    zh: '地址容量不足',
  },
  'capacity-nodes': { en: 'More nodes than the Pod range has room for', zh: 'Pod 网段容纳不下所需节点数' },
  'flannel-routes': {
    en: 'Warning: more Flannel nodes than the VPC’s route table has entries for',
    zh: '警告：Flannel 节点数超过 VPC 路由表条目配额',
  },
  'previous-plan': { en: 'An earlier CIDR plan that the new one cannot keep', zh: '无法保留先前的网段规划' },
  'version-invalid': { en: 'A Kubernetes version that is not well formed', zh: 'Kubernetes 版本格式错误' },
  'version-minor': {
    en: 'Warning: a Kubernetes version without its patch, which decides creation only',
    zh: '警告：Kubernetes 版本未写补丁号，仅在创建时生效',
  },
  'tier-basic': { en: 'A prop that only a Pro cluster can have', zh: '仅 Pro 版集群支持的属性' },
  'proxy-mode-version': {
    en: 'A kube-proxy mode that the Kubernetes version does not have',
    zh: '该 Kubernetes 版本不支持所选 kube-proxy 模式',
  },
  'proxy-mode-deprecated': { en: 'Warning: ipvs on Kubernetes 1.35 or later', zh: '警告：1.35 及以上版本已弃用 ipvs' },
  'egress-missing': {
    en: 'Warning: a cluster in a network that shows no way out to the internet',
    zh: '警告：集群所在网络没有公网出口',
  },
  'egress-late': {
    en: 'A way out that was made after the cluster that must wait for it',
    zh: '公网出口在集群之后创建，集群无法等待它',
  },
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
  'network-region': { en: 'A network in another region than the stack', zh: '网络与堆栈不在同一地域' },
  'vswitch-missing': { en: 'A zone or a purpose for which the network has no vSwitch', zh: '网络缺少所需的交换机' },
  'zones-few': { en: 'Warning: one zone only', zh: '警告：仅使用一个可用区' },
  'maintenance-invalid': { en: 'A maintenance window that is not well formed', zh: '维护窗口格式错误' },
  'maintenance-missing': {
    en: 'Warning: nodes that are upgraded or mended by ACK, in a cluster without a maintenance window',
    zh: '警告：节点开启自动升级或修复，但集群没有维护窗口',
  },
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
  'label-invalid': { en: 'A node label or taint that Kubernetes refuses', zh: '节点标签或污点不合法' },
  'size-invalid': { en: 'A node pool size whose minimum is above its maximum', zh: '节点池最小值大于最大值' },
  'capacity-routes': {
    en: 'Warning: more Flannel nodes than a route table has entries by default',
    zh: '警告：Flannel 节点数超过路由表默认配额',
  },
  'resource-id-invalid': { en: 'An id that does not have the shape of the cloud’s ids', zh: '资源 ID 格式错误' },
  'adopt-unknown': {
    en: 'An id to adopt for something that the construct does not make',
    zh: '要接管的资源不在该构造创建的范围内',
  },
  'site-billing': { en: 'A way of paying that the site of the account does not sell', zh: '该站点不支持此计费方式' },
  'ipv6-index': {
    en: 'More vSwitches for one zone and purpose than have an IPv6 range',
    zh: '同一可用区与用途的交换机过多，IPv6 网段不足',
  },
  'constraint-enum': {
    en: 'A resource’s value outside the list that the provider allows',
    zh: '资源取值不在 Provider 允许的列表内',
  },
  'constraint-range': {
    en: 'A resource’s number outside the range that the provider allows',
    zh: '资源数值超出 Provider 允许的范围',
  },
  'constraint-length': {
    en: 'A resource’s text shorter or longer than the provider allows, in bytes',
    zh: '资源文本长度（字节）不符合 Provider 要求',
  },
  'constraint-pattern': {
    en: 'A resource’s text that does not match the provider’s pattern',
    zh: '资源文本不匹配 Provider 的正则表达式',
  },
  'constraint-conflict': { en: 'Arguments of a resource that exclude each other', zh: '资源参数互斥' },
  'constraint-missing': {
    en: 'None of several arguments of a resource, of which one is needed',
    zh: '资源的一组参数至少需要设置一个',
  },
  'constraint-partner': { en: 'An argument of a resource without the one it needs', zh: '资源参数缺少配套参数' },
  'constraint-deprecated': {
    en: 'Warning: a resource or an argument that the provider has deprecated',
    zh: '警告：资源或参数已被 Provider 弃用',
  },
  'constraint-unknown': {
    en: 'Warning: resources are not checked, since the provider’s rules did not come along',
    zh: '警告：缺少 Provider 规则文件，未检查资源',
  },
  'port-invalid': {
    en: 'A port outside 1 to 65535, or a range that ends before it begins',
    zh: '端口或端口范围不合法',
  },
  'rule-open': {
    en: 'A rule that lets every address in without saying why',
    zh: '安全组规则对所有地址开放且未说明原因',
  },
  'rule-peer': { en: 'A rule whose peer has neither a group nor a range', zh: '安全组规则的对端没有安全组或网段' },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

/** A stable code of an error or a warning. */
export type Code = keyof typeof CODES;
