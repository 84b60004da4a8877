import type { Meanings } from './meaning';

/** Codes about the rules of the provider itself. */
export const CONSTRAINTS_CODES = {
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
} as const satisfies Meanings;
