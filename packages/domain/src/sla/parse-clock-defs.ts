/** Reads clock definitions from data (CLK-01; SLA §1, §4); what they mean together is linted in lint-clock-defs.ts. */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'
import {
  CHANGE_MODES,
  CLOCK_KINDS,
  CLOCK_UNITS,
  PERIODS,
  STANDINGS,
  type AttributeChange,
  type ClockDef,
  type ClockKind,
  type ClockUnit,
  type EarlyTelling,
  type Extension,
} from './clock-def.ts'
import { readSteps } from './escalation-levels.ts'
import { secondsOf } from './instant.ts'
import { lintClocks, type ClockDefRefusal } from './lint-clock-defs.ts'
import { readPatterns, readPauseReasons } from './parse-patterns.ts'
import { isRecord, isText, isTextList, isWholeNumber } from './unknown.ts'

const KEYS = new Set([
  'id',
  'name',
  'version',
  'from',
  'endedAt',
  'kind',
  'owner',
  'group',
  'priority',
  'heldBack',
  'basis',
  'unit',
  'budget',
  'period',
  'dueFact',
  'calendar',
  'calendarOn',
  'sourceBudget',
  'cappedBy',
  'startLabel',
  'start',
  'stop',
  'cancel',
  'recurs',
  'background',
  'right',
  'pauseReasons',
  'restartOn',
  'resumeOn',
  'extension',
  'earlyTelling',
  'onAttributeChange',
  'thresholds',
  'escalation',
  'rollOnHoliday',
])
const DEFAULT_THRESHOLDS = [50, 80, 100, 120] as const
const HIGHEST_THRESHOLD = 1000
const DEFINITIONS = 500
/** Recorded in the catalogue without an event that starts them. */
const KINDS_WITHOUT_START: readonly ClockKind[] = ['metric', 'availability', 'contract']

export function parseClockDefs(input: unknown): Decision<readonly ClockDef[], ClockDefRefusal> {
  const defs = readClockDefs(input)
  return defs.ok ? (lintClocks(defs.value) ?? defs) : defs
}

/** Each definition for itself; what they mean together is for the linter. */
export function readClockDefs(input: unknown): Decision<readonly ClockDef[], 'sla.bad_clock'> {
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
    defs.push(def)
  }
  return ok(defs)
}

/** The definition, or what is wrong with it. */
function readDef(input: unknown): ClockDef | string {
  if (!isRecord(input)) return '不是对象'
  const unknownKey = Object.keys(input).find((key) => !KEYS.has(key))
  if (unknownKey !== undefined) return `不认识的字段 ${unknownKey}`
  const { id, name, version, budget, calendar, startLabel, owner } = input
  if (!isText(id) || !isText(name) || !isText(calendar) || !isText(startLabel) || !isText(owner)) {
    return 'id、name、calendar、startLabel、owner 不得为空'
  }
  if (!isWholeNumber(version) || version === 0) return '版本号 version 应从 1 起'
  const kind = CLOCK_KINDS.find((one) => one === input['kind'])
  const unit = CLOCK_UNITS.find((one) => one === input['unit'])
  if (kind === undefined || unit === undefined) return 'kind 或 unit 不在名单内'
  if (!isWholeNumber(budget)) return '时限 budget 应为不小于零的整数'
  const basis = readBasis(input['basis'])
  if (basis === undefined) return '依据 basis 须有文件、条款、版本'
  const more = readMore(input, unit)
  if (typeof more === 'string') return more
  const flags = readFlags(input)
  if (typeof flags === 'string') return flags
  const moves = readMoves(input, KINDS_WITHOUT_START.includes(kind))
  if (typeof moves === 'string') return moves
  return { id, name, version, kind, owner, basis, unit, budget, calendar, startLabel, ...more, ...flags, ...moves }
}

function readBasis(input: unknown): ClockDef['basis'] | undefined {
  if (!isRecord(input)) return undefined
  const { document, article, version } = input
  const standing = STANDINGS.find((one) => one === (input['standing'] ?? 'verified'))
  if (!isText(document) || !isText(article) || !isText(version) || standing === undefined) return undefined
  return { document, article, version, standing }
}

type More = Pick<
  ClockDef,
  | 'from'
  | 'endedAt'
  | 'group'
  | 'heldBack'
  | 'period'
  | 'dueFact'
  | 'sourceBudget'
  | 'cappedBy'
  | 'priority'
  | 'escalation'
>

/** What a definition may leave out. */
function readMore(input: Readonly<Record<string, unknown>>, unit: ClockUnit): More | string {
  const { from, endedAt, group, priority = 0, heldBack, dueFact, sourceBudget, cappedBy = [] } = input
  const caps: unknown = isText(cappedBy) ? [cappedBy] : cappedBy
  if (!isOptional(from, isInstant) || !isOptional(endedAt, isInstant)) return 'from、endedAt 应为时刻'
  if (!isOptional(sourceBudget, isWholeNumber)) return 'sourceBudget 应为不小于零的整数'
  if (!isTextList(caps)) return 'cappedBy 应为时钟编号'
  if (!isOptional(group, isText) || !isOptional(heldBack, isText)) return 'group、heldBack 不得为空'
  if (!isWholeNumber(priority)) return '优先级 priority 应为不小于零的整数'
  const period = PERIODS.find((one) => one === input['period'])
  const isPeriodic = unit === 'periodEnd' || unit === 'recurring'
  if ((period === undefined) === isPeriodic) return 'period 用于且只用于 periodEnd 和 recurring'
  if (!isOptional(dueFact, isText) || (dueFact === undefined) === (unit === 'fixedDate')) {
    return 'dueFact 用于且只用于 fixedDate'
  }
  const escalation = input['escalation'] === undefined ? undefined : readSteps(input['escalation'])
  if (typeof escalation === 'string') return `预警上报 escalation ${escalation}`
  return {
    priority,
    cappedBy: caps,
    ...(escalation === undefined ? {} : { escalation }),
    ...(from === undefined ? {} : { from }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(group === undefined ? {} : { group }),
    ...(heldBack === undefined ? {} : { heldBack }),
    ...(period === undefined ? {} : { period }),
    ...(dueFact === undefined ? {} : { dueFact }),
    ...(sourceBudget === undefined ? {} : { sourceBudget }),
  }
}

function isOptional<T>(input: unknown, is: (input: unknown) => input is T): input is T | undefined {
  return input === undefined || is(input)
}

function isInstant(input: unknown): input is Instant {
  return isText(input) && secondsOf(input) !== undefined
}

function readFlags(input: Readonly<Record<string, unknown>>) {
  const { recurs = false, right = false, background = right, rollOnHoliday = false } = input
  const { thresholds = DEFAULT_THRESHOLDS } = input
  if (
    typeof recurs !== 'boolean' ||
    typeof background !== 'boolean' ||
    typeof right !== 'boolean' ||
    typeof rollOnHoliday !== 'boolean'
  ) {
    return 'recurs、background、right、rollOnHoliday 应为真或假'
  }
  if (!Array.isArray(thresholds)) return 'thresholds 应为列表'
  const percents: number[] = []
  for (const percent of thresholds) {
    if (!isWholeNumber(percent) || percent > HIGHEST_THRESHOLD || percent <= (percents.at(-1) ?? 0)) {
      return `thresholds 应为 1 至 ${HIGHEST_THRESHOLD} 的升序整数`
    }
    percents.push(percent)
  }
  return { recurs, background, right, rollOnHoliday, thresholds: percents }
}

function readMoves(input: Readonly<Record<string, unknown>>, mayLackStart: boolean) {
  const start = readPatterns(input['start'] ?? (mayLackStart ? [] : undefined))
  const stop = readPatterns(input['stop'] ?? (mayLackStart ? [] : undefined))
  if (start === undefined || (start.length === 0 && !mayLackStart)) return '缺少有效的开始事件 start'
  if (stop === undefined || (stop.length === 0 && start.length > 0)) return '缺少有效的停止事件 stop'
  const cancel = readPatterns(input['cancel'] ?? [])
  const restartOn = readPatterns(input['restartOn'] ?? [])
  const resumeOn = readPatterns(input['resumeOn'] ?? [])
  const calendarOn = readPatterns(input['calendarOn'] ?? [])
  if (cancel === undefined || restartOn === undefined || resumeOn === undefined || calendarOn === undefined) {
    return 'cancel、restartOn、resumeOn、calendarOn 的事件无效'
  }
  const pauseReasons = readPauseReasons(input['pauseReasons'] ?? [])
  if (pauseReasons === undefined) return '暂停事由 pauseReasons 无效'
  const extension = input['extension'] === undefined ? undefined : readExtension(input['extension'])
  if (extension === 'invalid') return '延期 extension 无效'
  const telling = input['earlyTelling'] === undefined ? undefined : readTelling(input['earlyTelling'])
  if (telling === 'invalid') return '提前告知 earlyTelling 无效'
  const change = input['onAttributeChange'] === undefined ? undefined : readChange(input['onAttributeChange'])
  if (change === 'invalid') return '属性变化 onAttributeChange 无效'
  return {
    start,
    stop,
    cancel,
    restartOn,
    resumeOn,
    calendarOn,
    pauseReasons,
    ...(telling === undefined ? {} : { earlyTelling: telling }),
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

function readTelling(input: unknown): EarlyTelling | 'invalid' {
  if (!isRecord(input)) return 'invalid'
  const { newTime, evidence } = input
  const on = readPatterns(input['on'])
  if (on === undefined || on.length === 0 || !isText(newTime) || !isTextList(evidence)) return 'invalid'
  return { on, newTime, evidence }
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
