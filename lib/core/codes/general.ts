import type { Meanings } from './meaning';

/** Codes about any construct or stack. */
export const GENERAL_CODES = {
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
  'region-other': { en: 'Two things of two regions that work in one only', zh: '两个资源不在同一地域，无法配合使用' },
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
  'resource-id-invalid': { en: 'An id that does not have the shape of the cloud’s ids', zh: '资源 ID 格式错误' },
  'adopt-unknown': {
    en: 'An id to adopt for something that the construct does not make',
    zh: '要接管的资源不在该构造创建的范围内',
  },
  'adopt-impossible': { en: 'A resource that Terraform cannot import', zh: 'Terraform 无法导入该资源' },
  'site-billing': { en: 'A way of paying that the site of the account does not sell', zh: '该站点不支持此计费方式' },
} as const satisfies Meanings;
