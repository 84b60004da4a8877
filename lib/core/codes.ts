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
  'region-invalid': { en: 'A region id that is not well formed', zh: '地域 ID 格式错误' },
  'region-unknown': { en: 'Warning: a region id that this release does not know', zh: '警告：未知地域 ID' },
  'choice-invalid': { en: 'A value outside the closed list of choices', zh: '取值不在可选范围内' },
  'choice-conflict': { en: 'Two props that exclude each other', zh: '互斥的属性同时设置' },
  'value-missing': { en: 'A value that is needed is missing or empty', zh: '缺少必需的值' },
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
  'previous-plan': { en: 'An earlier CIDR plan that the new one cannot keep', zh: '无法保留先前的网段规划' },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

/** A stable code of an error or a warning. */
export type Code = keyof typeof CODES;
