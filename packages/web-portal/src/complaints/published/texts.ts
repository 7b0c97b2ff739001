/** Words of the pages of published complaints, in both languages (POR-04). */
const zh = {
  title: '投诉情况公布',
  lead: '大家投诉了什么、我们改了什么，按期公布在这里，公布后不再改动。',
  none: '还没有公布过。',
  version: (no: number) => `第 ${no} 版`,
  corrects: (why: string) => `更正原因：${why}`,
  on: (day: string) => `${day}公布`,
  own: '您向我们投诉的',
  regulator: '监管部门转来的',
  count: (n: number) => `${n} 件`,
  total: '合计',
  few: (least: number) => `这一期不足 ${least} 件，为保护当事人不公布明细。`,
  hidden: '未公布',
  hiding: (least: number) => `为保护当事人，少于 ${least} 件的数字和可以推算出它们的数字不公布。`,
  days: (n: number) => `一半的投诉在 ${n} 天内告知了处理决定。`,
  rates: '投诉率',
  noBase: '本期算不出',
  perMoney: '每一亿元保费',
  perPolicy: '每一万张保单',
  perPerson: '每一万人次',
  measures: '我们改了什么',
  chinese: '',
} as const

export type PublishedTexts = {
  readonly [K in keyof typeof zh]: (typeof zh)[K] extends (...args: infer A) => string ? (...args: A) => string : string
}

const en: PublishedTexts = {
  title: 'Complaints in figures',
  lead: 'What people complained about and what we changed. Once published it never changes.',
  none: 'Nothing has been published yet.',
  version: (no) => `version ${no}`,
  corrects: (why) => `Corrected because: ${why}`,
  on: (day) => `published ${day}`,
  own: 'Brought to us',
  regulator: 'Passed on by the regulator',
  count: (n) => `${n} complaints`,
  total: 'Total',
  few: (least) => `Fewer than ${least} in this period: to protect people, no details are published.`,
  hidden: 'not shown',
  hiding: (least) => `To protect people, counts below ${least}, and those that would give them away, are not shown.`,
  days: (n) => `Half of the complaints were answered within ${n} days.`,
  rates: 'Complaint rates',
  noBase: 'cannot be worked out for this period',
  perMoney: 'Per 100 million yuan of premium',
  perPolicy: 'Per 10,000 policies',
  perPerson: 'Per 10,000 persons',
  measures: 'What we changed',
  chinese: 'The names in the tables are in Chinese.',
}

export const publishedTexts = { zh, en } as const satisfies Record<'zh' | 'en', PublishedTexts>
