/** Refusals of figures and their publication (CMP-14). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

export const statisticsRefusals = {
  'complaint.period_unknown': {
    status: 409,
    zh: '期间只能是一个月、一个季度或一年。',
    en: 'A period is a month, a quarter or a year.',
  },
  'complaint.period_not_over': {
    status: 409,
    zh: '{period}还没有结束，不能公布。',
    en: '{period} is not over yet.',
  },
  'complaint.publication_open': {
    status: 409,
    zh: '{period}已有一份在办的公布稿，请先办完或作废。',
    en: 'A publication of {period} is under way already.',
  },
  'complaint.period_within_published': {
    status: 409,
    zh: '已公布{period}：其中一段不再单独公布，否则相减可以得出被隐去的小数。',
    en: '{period} is published: a part of it would give away what is hidden.',
  },
  'complaint.correction_reason_missing': {
    status: 409,
    zh: '这一期已经公布过：更正须写明原因。',
    en: 'This period was published before: say why it is corrected.',
  },
  'complaint.own_publication': {
    status: 403,
    zh: '公布须由起草和提交以外的人批准。',
    en: 'Somebody who neither drafted nor submitted it publishes.',
  },
  'complaint.figures_outdated': {
    status: 409,
    zh: '冻结数字之后又公布了相关期间：请作废后重新起草，以免相减得出被隐去的小数。',
    en: 'An overlapping period was published since the figures were frozen: draft it anew.',
  },
} as const satisfies RefusalCatalogue
