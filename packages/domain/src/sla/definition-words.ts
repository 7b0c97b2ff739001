/** A definition in plain words: what it means in one sentence, and what a new version changes (CLK-01). */
import type { ClockDef, ClockKind, EventPattern } from './clock-def.ts'
import { ESCALATION_LEVELS, type EscalationStep } from './escalation-levels.ts'
import { patternWords } from './event-words.ts'
import { amountWords } from './explain.ts'

/** Names a definition uses and does not know itself. */
export type DefinitionWords = {
  readonly calendar: (id: string) => string
  readonly event: (type: string) => string
}

export function limitWords(def: ClockDef): string {
  if (def.kind === 'availability') return '服务时间'
  return amountWords(def, def.budget)
}

export function definitionSentence(def: ClockDef, words: DefinitionWords): string {
  if (def.start.length === 0) return `${def.name}：只作记录，不对单个案件计时。`
  const done = `“${eventsWords(def.stop, words, '”或“')}”`
  const must = def.right ? `可以${done}，过期不用不算我方违约` : `须做到${done}`
  const parts = [`${timeWords(def)}${must}，按“${words.calendar(def.calendar)}”计时`]
  const waits = def.pauseReasons.map((reason) => reason.label)
  if (waits.length > 0) parts.push(`${waits.join('、')}期间不计`)
  if (def.restartOn.length > 0) parts.push(`${eventsWords(def.restartOn, words, '、')}后重新起算`)
  if (def.earlyTelling !== undefined) parts.push('到期前说明原因并约定新时间的，按约定时间')
  if (def.extension !== undefined) parts.push(`经批准可延长一次，加 ${amountWords(def, def.extension.add)}`)
  if (def.recurs) parts.push('做到一次后接着计下一次')
  if (def.cappedBy.length > 0) parts.push(`不得晚于法定时限 ${def.cappedBy.join('、')}`)
  if (def.cancel.length > 0) parts.push(`${eventsWords(def.cancel, words, '、')}后不再计时`)
  const held = def.heldBack === undefined ? '' : `现在不计时：${def.heldBack.replace(/。$/, '')}。`
  return `${parts.join('；')}。${held}`
}

function timeWords(def: ClockDef): string {
  if (def.unit === 'fixedDate') return `${def.startLabel}后，在写明的日期前`
  const periodic = def.unit === 'recurring' || def.unit === 'periodEnd'
  return periodic ? `${def.startLabel}后，${limitWords(def)}前` : `${def.startLabel}起 ${limitWords(def)}内`
}

function eventsWords(patterns: readonly EventPattern[], words: DefinitionWords, between = '；'): string {
  return patterns.map((pattern) => patternWords(pattern, words.event)).join(between)
}

export function stepsWords(steps: readonly EscalationStep[] | undefined): string {
  if (steps === undefined) return '按统一的上报表'
  return steps
    .map(({ percent, to }) => `${percent}% ${to.map((level) => ESCALATION_LEVELS[level]).join('、')}`)
    .join('；')
}

type Field = readonly [name: string, words: (def: ClockDef, words: DefinitionWords) => string]

const FIELDS: readonly Field[] = [
  ['名称', (def) => def.name],
  ['时限', limitWords],
  ['日历', (def, words) => words.calendar(def.calendar)],
  ['提醒', (def) => def.thresholds.map((percent) => `${percent}%`).join('、')],
  ['告知谁', (def) => stepsWords(def.escalation)],
  ['责任部门', (def) => def.owner],
  ['是否计时', timedWords],
  ['依据', (def) => `${def.basis.document} ${def.basis.article}（${def.basis.version}）`],
  ['依据核实', (def) => STANDING_WORDS[def.basis.standing]],
  ['法定封顶', (def) => def.cappedBy.join('、') || '无'],
  ['起算', (def, words) => eventsWords(def.start, words)],
  ['完成', (def, words) => eventsWords(def.stop, words)],
  ['取消', (def, words) => eventsWords(def.cancel, words)],
  ['暂停', (def, words) => pausesWords(def, words)],
  ['重新起算', (def, words) => eventsWords(def.restartOn, words)],
  ['重开后继续', (def, words) => eventsWords(def.resumeOn, words)],
  ['改用日历', (def, words) => eventsWords(def.calendarOn, words)],
  [
    '延长',
    (def) => (def.extension === undefined ? '不可延长' : `可延长一次，加 ${amountWords(def, def.extension.add)}`),
  ],
  ['提前告知', (def, words) => (def.earlyTelling === undefined ? '无' : eventsWords(def.earlyTelling.on, words))],
  ['分级时限', (def) => budgetsWords(def)],
  ['优先级', (def) => (def.group === undefined ? '无' : `同组中 ${def.priority}`)],
  ['起算说法', (def) => def.startLabel],
  ['谁的时间', (def) => (def.right ? '对方的权利，不是我方义务' : '我方须做到')],
  ['其他', (def) => (def.rollOnHoliday ? '末日逢休息日顺延' : '末日不顺延')],
]

export const CLOCK_KIND_WORDS: Readonly<Record<ClockKind, string>> = {
  statutory: '法定',
  contract: '合同',
  promise: '承诺',
  internal: '内部',
  thirdParty: '第三方要求',
  metric: '指标',
  availability: '服务时间',
}

export const STANDING_WORDS: Readonly<Record<ClockDef['basis']['standing'], string>> = {
  verified: '已核对原文',
  secondHand: '据转述，未核对原文',
  unverified: '未核实',
}

function pausesWords(def: ClockDef, words: DefinitionWords): string {
  return def.pauseReasons
    .map((one) => `${one.label}：${eventsWords(one.on, words, '、')}起，至${eventsWords(one.until, words, '、')}`)
    .join('；')
}

function budgetsWords(def: ClockDef): string {
  const budgets = Object.entries(def.onAttributeChange?.budgets ?? {})
  return budgets.map(([value, budget]) => `${value} ${amountWords(def, budget)}`).join('、') || '无'
}

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

/** The fields that read differently; a first version differs from nothing. */
export function definitionChanges(
  before: ClockDef | undefined,
  after: ClockDef,
  words: DefinitionWords,
): readonly FieldChange[] {
  if (before === undefined) return []
  return FIELDS.flatMap(([field, say]) => {
    const [was, is] = [say(before, words), say(after, words)]
    return was === is ? [] : [{ field, before: was || '无', after: is || '无' }]
  })
}

/** Every field in words, for the page of one definition. */
export function definitionFacts(def: ClockDef, words: DefinitionWords): readonly { field: string; words: string }[] {
  return FIELDS.map(([field, say]) => ({ field, words: say(def, words) }))
}

function timedWords(def: ClockDef): string {
  if (def.heldBack !== undefined) return `不计时：${def.heldBack}`
  return def.start.length === 0 ? '不对单个案件计时' : '计时'
}
