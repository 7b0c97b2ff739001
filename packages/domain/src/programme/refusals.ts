/** Refusals of the programme row: the business saying no, with HTTP status and the sentence a person reads. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const PROGRAMME_REFUSALS = {
  'programme.version_unreadable': {
    status: 400,
    zh: '方案版本读不懂：{problems}',
    en: 'The programme version cannot be read: {problems}',
  },
  'programme.standard_unreadable': {
    status: 400,
    zh: '评定标准读不懂：{problems}',
    en: 'The assessment standard cannot be read: {problems}',
  },
  'programme.version_has_errors': {
    status: 409,
    zh: '方案版本有 {count} 处错误，不能发布：{problems}',
    en: 'The programme version has {count} errors and cannot be published: {problems}',
  },
} as const satisfies RefusalCatalogue
