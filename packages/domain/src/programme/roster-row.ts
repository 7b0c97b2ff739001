/**
 * PRG-05: one row of the roster as an office writes it, checked: every fault of the row is named by its code, what can
 * be put right without asking (15-digit numbers, dates in any writing) is put right and mentioned. The prefix of the
 * number is never a fault (PRG-04).
 */
import { parseIdNumber, parseName, parsePhone, type Sex } from '../customers/index.ts'
import type { Day } from '../kernel/index.ts'
import { readDay } from './read-day.ts'
import type { MemberStatus } from './words.ts'

/** Field → the names its column has in offices. */
export const ROSTER_FIELDS = {
  name: ['姓名', '老人姓名'],
  idNumber: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号码'],
  sex: ['性别'],
  address: ['户籍地址', '地址', '住址'],
  street: ['镇街', '镇（街道）', '街道', '镇', '乡镇'],
  village: ['村居', '村（居）', '村', '村委会', '居委会', '社区'],
  villageCode: ['村居代码', '区划代码'],
  phone: ['电话', '联系电话', '手机', '手机号码', '联系方式'],
  status: ['户籍状态', '状态'],
  movedInOn: ['户籍迁入日期', '迁入日期'],
  statusOn: ['户籍状态变动日期', '变动日期'],
  lacksCapacity: ['无民事行为能力'],
} as const
export type RosterField = keyof typeof ROSTER_FIELDS
export type RosterCells = Readonly<Record<RosterField, string>>

export type RosterRow = {
  readonly name: string
  readonly idNumber: string
  readonly sex: Sex
  readonly birthOn: Day
  readonly phone: string | null
  readonly address: string
  readonly villageCode: string
  readonly status: MemberStatus
  readonly movedInOn: Day | null
  /** The day the status began; null while registered. */
  readonly statusOn: Day | null
  readonly lacksCapacity: boolean
}
export type RosterCheck =
  | { readonly ok: true; readonly row: RosterRow; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly codes: readonly string[] }

export type Village = { readonly code: string; readonly name: string; readonly townName: string }
export type VillageBook = { find(code: string, town: string, name: string): string | null }

const STATUSES: ReadonlyMap<string, MemberStatus> = new Map([
  ['', 'resident'],
  ['在册', 'resident'],
  ['正常', 'resident'],
  ['迁出', 'moved_away'],
  ['已迁出', 'moved_away'],
  ['死亡', 'deceased'],
  ['去世', 'deceased'],
  ['死亡注销', 'deceased'],
  ['销户', 'lost'],
  ['注销', 'lost'],
])
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ['男', 'male'],
  ['男性', 'male'],
  ['女', 'female'],
  ['女性', 'female'],
])

/** Finds a village by its code, or by town and name, or by a name that only one village has. */
export function villageBook(villages: readonly Village[]): VillageBook {
  const codes = new Set(villages.map((one) => one.code))
  const names = new Map<string, string | null>()
  for (const { code, name, townName } of villages) {
    for (const key of [`${townName}/${plain(name)}`, `/${plain(name)}`]) names.set(key, names.has(key) ? null : code)
  }
  return {
    find(code, town, name) {
      if (code !== '') return codes.has(code) ? code : null
      return names.get(`${town}/${plain(name)}`) ?? names.get(`/${plain(name)}`) ?? null
    },
  }
}

function plain(name: string): string {
  return name.replace(/(社区)?(村民委员会|居民委员会|村委会|居委会|社区|村)$/, '')
}

/**
 * `asOfOn`: the day the roster describes; nothing in it can lie later. `usualPrefixes`: of the programme; with none
 * nothing is said of a prefix.
 */
export function checkRosterRow(
  cells: RosterCells,
  villages: VillageBook,
  asOfOn: Day,
  usualPrefixes: readonly string[],
): RosterCheck {
  const codes: string[] = []
  const warnings: string[] = []
  const name = parseName(cells.name)
  if (!name.ok) codes.push(name.code)
  const id = parseIdNumber(cells.idNumber, asOfOn)
  if (!id.ok) codes.push(id.code)
  const sex = SEXES.get(cells.sex.trim())
  if (cells.sex.trim() !== '' && sex === undefined) codes.push('programme.row_sex_unknown')
  else if (id.ok && sex !== undefined && sex !== id.value.sex) codes.push('programme.row_sex_mismatch')
  const villageCode = villages.find(cells.villageCode.trim(), cells.street.trim(), cells.village.trim())
  if (villageCode === null) codes.push('programme.row_village_unknown')
  const status = STATUSES.get(cells.status.trim())
  if (status === undefined) codes.push('programme.row_status_unknown')
  const movedInOn = readDay(cells.movedInOn)
  const statusOn = readDay(cells.statusOn)
  if (movedInOn === undefined || statusOn === undefined) codes.push('programme.row_day_unreadable')
  else if (daysContradict(movedInOn, statusOn, id.ok ? id.value.birthOn : null, asOfOn)) {
    codes.push('programme.row_days_contradict')
  }
  if (codes.length > 0 || !name.ok || !id.ok || villageCode === null || status === undefined)
    return { ok: false, codes }

  if (cells.idNumber.replace(/\s/g, '').length === 15) warnings.push('programme.row_old_number')
  const usual = [villageCode.slice(0, 6), ...usualPrefixes]
  if (usualPrefixes.length > 0 && !usual.includes(id.value.prefix)) warnings.push('programme.row_prefix_unusual')
  const phone = readPhone(cells.phone, warnings)
  const ended = status !== 'resident'
  if (ended && !statusOn) warnings.push('programme.row_status_day_missing')
  return {
    ok: true,
    warnings,
    row: {
      name: name.value,
      idNumber: id.value.idNumber,
      sex: id.value.sex,
      birthOn: id.value.birthOn,
      phone,
      address: cells.address.trim(),
      villageCode,
      status,
      movedInOn: movedInOn ?? null,
      statusOn: ended ? (statusOn ?? asOfOn) : null,
      lacksCapacity: cells.lacksCapacity.trim() === '是',
    },
  }
}

function readPhone(text: string, warnings: string[]): string | null {
  if (text.trim() === '') return null
  const phone = parsePhone(text)
  if (phone.ok) return phone.value.phone
  warnings.push('customers.phone_invalid')
  return text.trim()
}

function daysContradict(movedInOn: Day | null, statusOn: Day | null, birthOn: Day | null, asOfOn: Day): boolean {
  if (movedInOn !== null && (movedInOn > asOfOn || (birthOn !== null && movedInOn < birthOn))) return true
  return statusOn !== null && (statusOn > asOfOn || statusOn <= (movedInOn ?? birthOn ?? ''))
}
