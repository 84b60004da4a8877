import type { Meanings } from './meaning';

/** Codes about networks and address plans. */
export const NETWORK_CODES = {
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
  'egress-missing': {
    en: 'Warning: a cluster in a network that shows no way out to the internet',
    zh: '警告：集群所在网络没有公网出口',
  },
  'egress-late': {
    en: 'A way out that was made after the cluster that must wait for it',
    zh: '公网出口在集群之后创建，集群无法等待它',
  },
  'network-region': { en: 'A network in another region than the stack', zh: '网络与堆栈不在同一地域' },
  'vswitch-missing': { en: 'A zone or a purpose for which the network has no vSwitch', zh: '网络缺少所需的交换机' },
  'zones-few': { en: 'Warning: one zone only', zh: '警告：仅使用一个可用区' },
  'ipv6-index': {
    en: 'More vSwitches for one zone and purpose than have an IPv6 range',
    zh: '同一可用区与用途的交换机过多，IPv6 网段不足',
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
  'vpc-other': {
    en: 'A database or a file system in another VPC than the Pods that are to use it',
    zh: '数据库或文件系统与使用它的 Pod 不在同一个 VPC',
  },
} as const satisfies Meanings;
