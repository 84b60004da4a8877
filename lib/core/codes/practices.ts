import type { Meanings } from './meaning';

/** Codes about the practices of the field; which one is meant stands in the problem’s `practice`. */
export const PRACTICES_CODES = {
  practice: {
    en: 'A resource against a practice of the field; `practice` names which, see docs/practices.md',
    zh: '资源违反最佳实践；`practice` 给出具体条目，见 docs/practices.zh-CN.md',
  },
  'practice-advice': {
    en: 'Warning: a resource against a practice that most programs should follow; see docs/practices.md',
    zh: '警告：资源不符合建议遵循的最佳实践，见 docs/practices.zh-CN.md',
  },
  'practice-unknown': { en: 'A suppression of a practice that does not exist', zh: '被豁免的最佳实践不存在' },
  'practice-reason': { en: 'A suppression of a practice without a reason', zh: '豁免最佳实践未说明理由' },
  'practice-unused': {
    en: 'Warning: a suppression of a practice that nothing below its construct breaks',
    zh: '警告：被豁免的最佳实践在该构造之下并未被违反',
  },
} as const satisfies Meanings;
