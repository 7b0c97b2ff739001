/**
 * CLM-08: the register of hospitals. There is no public list of 二级 hospitals (LAW §7): level, and recognition by the
 * insurer, are what a paper says from one day to another. A stay is judged by what the register says of its first day.
 */
import { isDay, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { readDay } from './read-day.ts'

export type HospitalLevel = 1 | 2 | 3
/** Both ends inclusive; `to: null` = no end known. */
export type LevelSpan = { readonly level: HospitalLevel; readonly from: Day; readonly to: Day | null }
/** `basis`: the paper by which the insurer recognised it. */
export type RecognitionSpan = { readonly from: Day; readonly to: Day | null; readonly basis: string }
export type HospitalRecord = {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly town: string
  readonly levels: readonly LevelSpan[]
  readonly recognitions: readonly RecognitionSpan[]
}

/** What the register says of one day; level null = nothing is said. */
export type HospitalOnDay = {
  readonly level: HospitalLevel | null
  readonly since: Day | null
  readonly recognised: boolean
  readonly basis: string
}

export const LEVEL_WORDS: Readonly<Record<HospitalLevel, string>> = { 1: '一级', 2: '二级', 3: '三级' }

export function hospitalOnDay(record: Pick<HospitalRecord, 'levels' | 'recognitions'>, day: Day): HospitalOnDay {
  const holds = (span: { from: Day; to: Day | null }): boolean =>
    span.from <= day && (span.to === null || day <= span.to)
  const level = record.levels.find(holds)
  const recognition = record.recognitions.find(holds)
  return {
    level: level?.level ?? null,
    since: level?.from ?? null,
    recognised: recognition !== undefined,
    basis: recognition?.basis ?? '',
  }
}

/** Spans run forward and never overlap; a recognition names its paper; names are said once. */
export function decideHospital(record: HospitalRecord): Decision<HospitalRecord> {
  for (const spans of [record.levels, record.recognitions]) {
    const ordered = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [index, span] of ordered.entries()) {
      if (span.to !== null && span.to < span.from)
        return refuse('programme.hospital_days_contradict', { on: span.from })
      const before = ordered[index - 1]
      if (before && (before.to === null || before.to >= span.from)) {
        return refuse('programme.hospital_days_overlap', { on: span.from })
      }
    }
  }
  if (record.recognitions.some((one) => one.basis.trim() === '')) return refuse('programme.hospital_basis_missing')
  const aliases = [...new Set(record.aliases.map((one) => one.trim()))].filter((one) => one && one !== record.name)
  return ok({ ...record, aliases })
}

/** Field → the names its column has. */
export const HOSPITAL_FIELDS = {
  code: ['机构代码', '医院代码', '代码', '医疗机构代码'],
  name: ['医院名称', '医院', '医疗机构名称', '名称'],
  aliases: ['别名', '曾用名', '简称'],
  town: ['镇街', '所在镇街', '地区'],
  level: ['等级', '医院等级', '级别'],
  levelFrom: ['等级起', '等级起始日期', '定级日期'],
  levelTo: ['等级止', '等级终止日期'],
  recognisedFrom: ['认可起', '认可起始日期'],
  recognisedTo: ['认可止', '认可终止日期'],
  basis: ['认可依据', '依据'],
} as const
export type HospitalField = keyof typeof HOSPITAL_FIELDS
export type HospitalCells = Readonly<Record<HospitalField, string>>

export type HospitalRowCheck =
  | { readonly ok: true; readonly row: HospitalRecord }
  | { readonly ok: false; readonly codes: readonly string[] }

/** One row says one level span, one recognition span, or both; a hospital with a longer past has several rows. */
export function checkHospitalRow(cells: HospitalCells): HospitalRowCheck {
  const codes: string[] = []
  const [code, name, basis] = [cells.code.trim(), cells.name.trim(), cells.basis.trim()]
  if (code === '' || code.length > 40) codes.push('programme.hospital_code_missing')
  if (name === '' || name.length > 100) codes.push('programme.hospital_name_missing')
  const level = levelOf(cells.level)
  if (level === undefined) codes.push('programme.hospital_level_unreadable')
  const levelSpan = spanOf(cells.levelFrom, cells.levelTo)
  const recognised = spanOf(cells.recognisedFrom, cells.recognisedTo)
  if (levelSpan === undefined || recognised === undefined) codes.push('programme.hospital_day_unreadable')
  if (level && levelSpan === null) codes.push('programme.hospital_day_missing')
  if (recognised && basis === '') codes.push('programme.hospital_basis_missing')
  if (codes.length > 0) return { ok: false, codes }
  const row: HospitalRecord = {
    code,
    name,
    aliases: cells.aliases.split(/[、，,;；|]/).filter((one) => one.trim() !== ''),
    town: cells.town.trim(),
    levels: level && levelSpan ? [{ level, ...levelSpan }] : [],
    recognitions: recognised ? [{ ...recognised, basis }] : [],
  }
  const decided = decideHospital(row)
  return decided.ok ? { ok: true, row: decided.value } : { ok: false, codes: [decided.code] }
}

/** The rows of a file that speak of one hospital, as one. */
export function joinHospitalRows(rows: readonly HospitalRecord[]): Decision<HospitalRecord> {
  const [first] = rows
  if (!first) return refuse('programme.hospital_code_missing')
  return decideHospital({
    ...first,
    aliases: rows.flatMap((row) => row.aliases),
    levels: rows.flatMap((row) => row.levels),
    recognitions: rows.flatMap((row) => row.recognitions),
  })
}

/** null = nothing is said; undefined = not readable. 甲等, 乙等 are grades within a level. */
function levelOf(text: string): HospitalLevel | null | undefined {
  const typed = text.trim()
  if (typed === '' || typed === '未定级') return null
  const match = /^(一|二|三|1|2|3|Ⅰ|Ⅱ|Ⅲ)级?(甲等|乙等|丙等|特等)?$/.exec(typed)
  const digit = match?.[1]
  if (digit === undefined) return undefined
  if ('一1Ⅰ'.includes(digit)) return 1
  return '二2Ⅱ'.includes(digit) ? 2 : 3
}

function spanOf(from: string, to: string): { from: Day; to: Day | null } | null | undefined {
  const first = readDay(from)
  const last = readDay(to)
  if (first === undefined || last === undefined) return undefined
  if (first === null) return last === null ? null : undefined
  return isDay(first) ? { from: first, to: last } : undefined
}
