/**
 * The sentences of the working (CLM-09), in plain words that can be read aloud. A step is a code and facts; the
 * sentence is made only when somebody looks. Facts are shown by the ending of their name: `…Fen` as yuan, `…On` as a
 * date, `…Ranges` as spans of days.
 */
import { formatYuan } from '../kernel/index.ts'
import type { Facts } from '../kernel/index.ts'
import type { Adjudication, WorkingStep } from './case.ts'
import { reasonText } from './reasons.ts'

const WORKING: Readonly<Record<string, string>> = {
  'version.applied': '按出险日{accidentOn}有效的方案“{programme} {version}”计算。',
  'version.earliest': '出险日{accidentOn}早于已有的方案版本，按最早的版本“{version}”计算。',
  'cover.in_force': '出险日{accidentOn}在保障期间内（{coverRanges}），此后的身故、伤残和住院日也算在内。',
  'accident.accepted': '意外认定：外来的、突发的、非本意的、非疾病的，没有相反的回答。',
  'exclusion.none': '没有适用的责任免除情形。',
  'exclusion.not_applicable': '“{title}”不适用于这项保险责任，不影响给付。',
  'death.within_limit': '身故日{deathOn}是出险后第 {days} 天（出险次日为第 1 天），在 {limitDays} 天以内。',
  'death.sum': '{title}：{sumFen}，减去同一事故已付伤残金{deductedFen}，应付{payableFen}。',
  'death.replaced': '按方案参数，交通意外身故金代替意外身故金，不另付意外身故金。',
  'transport.ordinary': '不是乘坐营运类交通工具，按普通意外处理。',
  'transport.sum':
    '{title}：作为乘客乘坐{vehicleTitle}，{sumFen}，减去{deductedFen}，应付{payableFen}（{stackingTitle}）。',
  'disability.item': '“{part}”：按 {standard} 条目 {item}，{grade} 级（{text}）。',
  'disability.item_unverified': '条目 {item} 的文字未经核实，请核对保险公司持有的正式标准。',
  'disability.grade': '“{part}”：评定为 {grade} 级。',
  'disability.same_part': '同一部位同一性质的伤残只算一次，取最重的：{parts}。',
  'disability.most_severe': '各处伤残中最重的是 {grade} 级。',
  'disability.one_up': '有 {count} 处同为最重的 {grade} 级，晋升一级，为 {finalGrade} 级。',
  'disability.top_grade': '有 {count} 处同为最重的 1 级，已是最高等级，不再晋升。',
  'disability.sum': '{title}：{sumFen} × {percent}% = {grossFen}，减去同一事故已付{deductedFen}，应付{payableFen}。',
  'hospital.register': '医院目录：{hospital}在入院日{admittedOn}为{level}{recognised}。',
  'hospital.register_differs':
    '医院目录：{hospital}在入院日{admittedOn}为{level}{recognised}；经办人不采用，原因：{reason}。',
  'hospital.stay':
    '{admittedOn}入院，{dischargedOn}出院，{ground}：可计 {countedDays} 天，每次住院 {limitDays} 天的额度还剩 {leftDays} 天。',
  'hospital.stay_cut': '这次住院共 {days} 天，每次最多算 {limitDays} 天，从入院日起算。',
  'hospital.stay_level_low': '{admittedOn}入院的医院是{level}，低于{minLevel}且未经认可，不计入。',
  'hospital.overlap': '几次住院有 {days} 天重叠，同一天只算一次。',
  'hospital.year':
    '保单年度{yearRanges}：此前已付 {usedDays} 天、{usedFen}，额度还剩 {leftDays} 天、{leftFen}；' +
    '这次计 {countedDays} 天（{countedRanges}），付后还剩 {leftDaysAfter} 天、{leftAfterFen}。',
  'hospital.sum': '{title}：{days} 天 × 每天{perDayFen} = {payableFen}。',
  'advance.offset': '此前已先予支付{advanceFen}，从中抵扣，还应支付{restFen}。',
  'advance.exceeds': '此前已先予支付{advanceFen}，比应付多{overFen}，多付的部分由经办人依法追回。',
  'medical.sum':
    '{title}：费用{costFen}，减社保{socialInsuranceFen}，减免赔额{deductibleFen}，' +
    '按 {ratioPercent}% 计，限额{limitFen}内，减已付{paidFen}，应付{payableFen}。',
  'total.payable': '合计应付{payableFen}。',
  'proposal.refuse': '以上是机器的建议，是否拒赔由人决定。',
  'proposal.manual': '机器不作结论，请人工审核。',
}

/** The Chinese sentence of one step of the working. */
export function sentenceOf(step: WorkingStep): string {
  const template = WORKING[step.code] ?? reasonText(step.code)?.zh ?? step.code
  return fillTemplate(step.facts['deductedFen'] === 0 ? template.replace(DEDUCTION, '') : template, step.facts)
}
/** Nothing was paid before: a sum is not said to be less by nothing. */
const DEDUCTION = /，减去[^，]*\{deductedFen\}/

/** The sentence of a reason; where a fact it names is not known, the one that does without. */
export function reasonSentence(code: string, facts: Facts): string {
  const text = reasonText(code)
  const filled = fillTemplate(text?.zh ?? code, facts)
  return HOLE.test(filled) ? (text?.plain ?? filled.replace(/\s*\{\w+\}\s*/g, '')) : filled
}
const HOLE = /\{\w+\}/

/** All sentences of an adjudication in the order it was judged. */
export function workingSentences(adjudication: Adjudication): string[] {
  const sentences = adjudication.working.map(sentenceOf)
  for (const line of adjudication.lines) for (const step of line.working) sentences.push(sentenceOf(step))
  if (adjudication.outcome === 'pay') {
    sentences.push(sentenceOf({ code: 'total.payable', facts: { payableFen: Number(adjudication.payableFen) } }))
  } else {
    sentences.push(sentenceOf({ code: `proposal.${adjudication.outcome}`, facts: {} }))
  }
  return sentences
}

/** Replaces `{name}` by the fact of that name; a name without a fact stays visible. */
export function fillTemplate(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : showFact(name, fact)
  })
}

function showFact(name: string, fact: Facts[string]): string {
  if (fact === null) return '不明'
  if (typeof fact === 'number') return name.endsWith('Fen') ? yuanInWords(fact) : String(fact)
  if (typeof fact === 'boolean') return fact ? '是' : '否'
  if (typeof fact === 'string') return name.endsWith('On') ? dateInWords(fact) : fact
  if (!name.endsWith('Ranges')) return fact.join('、')
  return fact.length === 0 ? '无' : fact.map(rangeInWords).join('、')
}

function yuanInWords(fen: number): string {
  return `${formatYuan(BigInt(fen)).replace('¥', '').replace(/\.00$/, '')}元`
}

function dateInWords(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8)}日` : day
}

function rangeInWords(range: string): string {
  const [from = '', to = ''] = range.split('/')
  if (to === '') return `${dateInWords(from)}起`
  return from === to ? dateInWords(from) : `${dateInWords(from)}至${dateInWords(to)}`
}
