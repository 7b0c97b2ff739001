/**
 * Made-up articles of other lines of business, in the words such articles share: what the shipped ones must be told
 * apart from. The same number gives the same articles.
 */
import type { ArticleContent } from '@anpei/contract/knowledge'

const LINES = ['车险', '家财险', '农业险', '学平险', '雇主责任险', '货运险', '旅游险', '宠物险', '工程险', '信用险']
const THINGS = [
  '投保',
  '续保',
  '退保',
  '批改',
  '报案',
  '查勘',
  '定损',
  '理赔',
  '缴费',
  '发票',
  '验车',
  '保单',
  '免赔额',
  '代位',
]
const ASKS = [
  '怎么办理',
  '要什么资料',
  '多久有结果',
  '在哪里查',
  '多少钱',
  '谁可以办',
  '能不能代办',
  '怎么算',
  '注意什么',
  '常见问题',
]
const PLACES = ['门店', '网点', '公众号', '客户端', '热线', '邮寄', '合作修理厂', '镇街服务站']
const SENTENCES = [
  '{line}的{thing}由{place}受理，资料齐全后按约定的时限办结。',
  '办理{thing}请带身份证件、保险单和银行账户，也可以委托家人代办。',
  '{line}出险以后请先报案，再按工作人员的说明准备单据和照片。',
  '{line}的赔款付到被保险人的账户，计算过程写在通知书上。',
  '对{thing}的结果有不同意见，可以申请复核或者投诉。',
  '{place}的工作时间以公布的为准，节假日由热线值班。',
  '{line}不承担的损失写在合同的责任免除里，请在投保时看清楚。',
  '住院、手术、门诊的费用由{line}以外的保险处理，本条不涉及。',
]

export function* otherArticles(count: number): Generator<ArticleContent> {
  const pick = pickFrom(20_260_101)
  for (let at = 0; at < count; at++) {
    const words = { line: pick(LINES), thing: pick(THINGS), place: pick(PLACES) }
    const fill = (text: string) => text.replace(/\{(line|thing|place)\}/g, (_, name: keyof typeof words) => words[name])
    yield {
      kind: 'faq',
      audience: 'public',
      title: `${words.line}${words.thing}${pick(ASKS)}（${at + 1}）`,
      keywords: `${words.place} ${pick(THINGS)}`,
      body: Array.from({ length: 4 }, () => fill(pick(SENTENCES))).join('\n'),
      videoUrl: '',
      links: { benefits: [], papers: [], claimKinds: [] },
    }
  }
}

/** A small generator of numbers: always the same row for the same seed. */
function pickFrom(seed: number): <T>(from: readonly [T, ...T[]] | readonly T[]) => T {
  let state = seed
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const found = from[Math.floor((state / 2 ** 32) * from.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
}
