/**
 * Reads clock definitions from data and lints them (CLK-01; SLA §4; LAW §1 row 1): a promise may not allow more time
 * than the law for the same end unless that law caps it, and a clock of law pauses only where the law deducts.
 */
import { ok, refuse, type Decision, type Refusal } from '../kernel/index.ts'
import {
  CHANGE_MODES,
  CLOCK_KINDS,
  CLOCK_UNITS,
  type AttributeChange,
  type ClockDef,
  type ClockUnit,
  type Extension,
} from './clock-def.ts'
import { readPatterns, readPauseReasons } from './parse-patterns.ts'
import { isRecord, isText, isWholeNumber } from './unknown.ts'

type ClockDefRefusal = 'sla.bad_clock' | 'sla.promise_above_law' | 'sla.unlawful_pause'

const KEYS = new Set([
  'id',
  'name',
  'version',
  'kind',
  'basis',
  'unit',
  'budget',
  'calendar',
  'sourceBudget',
  'cappedBy',
  'startLabel',
  'start',
  'stop',
  'cancel',
  'recurs',
  'pauseReasons',
  'restartOn',
  'resumeOn',
  'extension',
  'onAttributeChange',
  'thresholds',
  'rollOnHoliday',
])
const DEFAULT_THRESHOLDS = [50, 80, 100, 120] as const
const HIGHEST_THRESHOLD = 1000
const DEFINITIONS = 500
/** 解释二 15 (supplements), external appraisal the customer was told of, mediation both agreed to. */
const LAWFUL_PAUSES = new Set(['supplement', 'appraisal', 'mediation'])

export function parseClockDefs(input: unknown): Decision<readonly ClockDef[], ClockDefRefusal> {
  if (!Array.isArray(input) || input.length > DEFINITIONS) {
    return refuse('sla.bad_clock', { clock: '?', problem: `应为不超过 ${DEFINITIONS} 项的列表` })
  }
  const defs: ClockDef[] = []
  for (const item of input) {
    const def = readDef(item)
    if (typeof def === 'string') {
      const id = isRecord(item) && isText(item['id']) ? item['id'] : '?'
      return refuse('sla.bad_clock', { clock: id, problem: def })
    }
    if (defs.some((other) => other.id === def.id)) {
      return refuse('sla.bad_clock', { clock: def.id, problem: '编号重复' })
    }
    defs.push(def)
  }
  for (const def of defs) {
    const fault = lint(def, defs)
    if (fault !== undefined) return fault
  }
  return ok(defs)
}

/** The definition, or what is wrong with it. */
function readDef(input: unknown): ClockDef | string {
  if (!isRecord(input)) return '不是对象'
  const unknownKey = Object.keys(input).find((key) => !KEYS.has(key))
  if (unknownKey !== undefined) return `不认识的字段 ${unknownKey}`
  const { id, name, version, basis, budget, calendar, startLabel, sourceBudget, cappedBy } = input
  if (!isText(id) || !isText(name) || !isText(calendar) || !isText(startLabel)) {
    return 'id、name、calendar、startLabel 不得为空'
  }
  if (!isWholeNumber(version) || version === 0) return '版本号 version 应从 1 起'
  const kind = CLOCK_KINDS.find((one) => one === input['kind'])
  const unit = CLOCK_UNITS.find((one) => one === input['unit'])
  if (kind === undefined || unit === undefined) return 'kind 或 unit 不在名单内'
  if (!isWholeNumber(budget)) return '时限 budget 应为不小于零的整数'
  if (sourceBudget !== undefined && !isWholeNumber(sourceBudget)) return 'sourceBudget 应为不小于零的整数'
  if (cappedBy !== undefined && !isText(cappedBy)) return 'cappedBy 应为时钟编号'
  if (!isRecord(basis)) return '缺少依据 basis'
  const { document, article, version: basisVersion } = basis
  if (!isText(document) || !isText(article) || !isText(basisVersion)) return '依据须有文件、条款、版本'
  const flags = readFlags(input)
  if (typeof flags === 'string') return flags
  const moves = readMoves(input)
  if (typeof moves === 'string') return moves
  return {
    id,
    name,
    version,
    kind,
    basis: { document, article, version: basisVersion },
    unit,
    budget,
    calendar,
    startLabel,
    ...(sourceBudget === undefined ? {} : { sourceBudget }),
    ...(cappedBy === undefined ? {} : { cappedBy }),
    ...flags,
    ...moves,
  }
}

function readFlags(input: Readonly<Record<string, unknown>>) {
  const { recurs = false, rollOnHoliday = false, thresholds = DEFAULT_THRESHOLDS } = input
  if (typeof recurs !== 'boolean' || typeof rollOnHoliday !== 'boolean') return 'recurs、rollOnHoliday 应为真或假'
  if (!Array.isArray(thresholds)) return 'thresholds 应为列表'
  const percents: number[] = []
  for (const percent of thresholds) {
    if (!isWholeNumber(percent) || percent > HIGHEST_THRESHOLD || percent <= (percents.at(-1) ?? 0)) {
      return `thresholds 应为 1 至 ${HIGHEST_THRESHOLD} 的升序整数`
    }
    percents.push(percent)
  }
  return { recurs, rollOnHoliday, thresholds: percents }
}

function readMoves(input: Readonly<Record<string, unknown>>) {
  const start = readPatterns(input['start'])
  const stop = readPatterns(input['stop'])
  if (start === undefined || start.length === 0) return '缺少有效的开始事件 start'
  if (stop === undefined || stop.length === 0) return '缺少有效的停止事件 stop'
  const cancel = readPatterns(input['cancel'] ?? [])
  const restartOn = readPatterns(input['restartOn'] ?? [])
  const resumeOn = readPatterns(input['resumeOn'] ?? [])
  if (cancel === undefined || restartOn === undefined || resumeOn === undefined) {
    return 'cancel、restartOn、resumeOn 的事件无效'
  }
  const pauseReasons = readPauseReasons(input['pauseReasons'] ?? [])
  if (pauseReasons === undefined) return '暂停事由 pauseReasons 无效'
  const extension = input['extension'] === undefined ? undefined : readExtension(input['extension'])
  if (extension === 'invalid') return '延期 extension 无效'
  const change = input['onAttributeChange'] === undefined ? undefined : readChange(input['onAttributeChange'])
  if (change === 'invalid') return '属性变化 onAttributeChange 无效'
  return {
    start,
    stop,
    cancel,
    restartOn,
    resumeOn,
    pauseReasons,
    ...(extension === undefined ? {} : { extension }),
    ...(change === undefined ? {} : { onAttributeChange: change }),
  }
}

function readExtension(input: unknown): Extension | 'invalid' {
  if (!isRecord(input)) return 'invalid'
  const { add, approver, mustInform, maxTimes, notAfterDue } = input
  const on = readPatterns(input['on'])
  if (on === undefined || !isWholeNumber(add) || add === 0 || !isText(approver) || maxTimes !== 1) return 'invalid'
  if (typeof mustInform !== 'boolean' || typeof notAfterDue !== 'boolean') return 'invalid'
  return { on, add, approver, mustInform, maxTimes, notAfterDue }
}

function readChange(input: unknown): AttributeChange | 'invalid' {
  if (!isRecord(input) || !isRecord(input['budgets']) || !isText(input['fact'])) return 'invalid'
  const on = readPatterns(input['on'])
  const mode = CHANGE_MODES.find((one) => one === input['mode'])
  if (on === undefined || mode === undefined) return 'invalid'
  const budgets: Record<string, number> = {}
  for (const [value, budget] of Object.entries(input['budgets'])) {
    if (!isWholeNumber(budget)) return 'invalid'
    budgets[value] = budget
  }
  return { on, fact: input['fact'], mode, budgets }
}

function lint(def: ClockDef, defs: readonly ClockDef[]): Refusal<ClockDefRefusal> | undefined {
  const bad = (problem: string) => refuse('sla.bad_clock', { clock: def.id, problem })
  if (def.cappedBy !== undefined) {
    const cap = defs.find((other) => other.id === def.cappedBy)
    if (cap?.kind !== 'statutory') return bad(`cappedBy 所指的 ${def.cappedBy} 不是法定时钟`)
    if (def.kind === 'statutory') return bad('法定时钟不受其他时钟约束')
  }
  if (def.kind === 'statutory') {
    const unlawful = def.pauseReasons.find((pause) => !LAWFUL_PAUSES.has(pause.reason))
    if (unlawful !== undefined) return refuse('sla.unlawful_pause', { clock: def.id, reason: unlawful.label })
    if (def.resumeOn.length > 0) return bad('法定时钟不因重新开案而接续，新事实另起时钟')
    return undefined
  }
  const law = defs.find(
    (other) => other.kind === 'statutory' && other.id !== def.cappedBy && sameEnd(def, other) && exceeds(def, other),
  )
  return law === undefined ? undefined : refuse('sla.promise_above_law', { clock: def.id, law: law.id })
}

function sameEnd(a: ClockDef, b: ClockDef): boolean {
  return a.stop.some((one) => b.stop.some((other) => other.type === one.type))
}

function exceeds(promise: ClockDef, law: ClockDef): boolean {
  return naturalDays(promise.unit, longestBudget(promise)) > naturalDays(law.unit, law.budget)
}

function longestBudget(def: ClockDef): number {
  return Math.max(def.budget, ...Object.values(def.onAttributeChange?.budgets ?? {}))
}

/** Length in plain weeks, five working days of eight hours to seven natural days. */
function naturalDays(unit: ClockUnit, budget: number): number {
  switch (unit) {
    case 'wall':
      return budget / 86_400
    case 'business':
      return (budget / 28_800) * 1.4
    case 'workingDay':
      return budget * 1.4
    case 'naturalDay':
      return budget
  }
}
