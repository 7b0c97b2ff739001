/**
 * PRG-05: one stay of a hospital's discharge list, checked. A list names everybody who left the hospital; only what may
 * be an accident (LAW §7: ICD-10 chapters XIX and XX) is followed up. Where neither code nor words are given, somebody
 * asks: unused cover is the real failure.
 */
import { parseIdNumber, parseName } from '../customers/index.ts'
import type { Day } from '../kernel/index.ts'
import { readDay } from './read-day.ts'

/** Field → the names its column has in hospitals. */
export const DISCHARGE_FIELDS = {
  name: ['姓名', '患者姓名', '病人姓名'],
  idNumber: ['身份证号', '身份证号码', '身份证', '证件号码', '公民身份号码'],
  hospital: ['医院', '医院名称', '医疗机构', '医疗机构名称', '就诊医院'],
  admittedOn: ['入院', '入院日期', '入院时间'],
  dischargedOn: ['出院', '出院日期', '出院时间'],
  diagnosis: ['诊断', '出院诊断', '主要诊断', '诊断名称'],
  injuryCode: [
    '损伤编码',
    '诊断编码',
    '疾病编码',
    '损伤中毒编码',
    '外因编码',
    'ICD编码',
    'ICD-10',
    'ICD10',
    '诊断/损伤编码',
  ],
} as const
export type DischargeField = keyof typeof DISCHARGE_FIELDS
export type DischargeCells = Readonly<Record<DischargeField, string>>

export type DischargeRow = {
  readonly name: string
  readonly idNumber: string
  readonly hospital: string
  readonly admittedOn: Day
  readonly dischargedOn: Day
  readonly diagnosis: string
  readonly injuryCode: string
  readonly mayBeAccident: boolean
}
export type DischargeCheck =
  | { readonly ok: true; readonly row: DischargeRow }
  | { readonly ok: false; readonly codes: readonly string[] }

/** `asOfOn`: the day of the list; nobody left later. */
export function checkDischargeRow(cells: DischargeCells, asOfOn: Day): DischargeCheck {
  const codes: string[] = []
  const name = parseName(cells.name)
  if (!name.ok) codes.push(name.code)
  const id = parseIdNumber(cells.idNumber, asOfOn)
  if (!id.ok) codes.push(id.code)
  const hospital = cells.hospital.trim()
  if (hospital === '') codes.push('programme.stay_hospital_missing')
  const admittedOn = readDay(cells.admittedOn)
  const dischargedOn = readDay(cells.dischargedOn)
  if (!admittedOn || !dischargedOn) codes.push('programme.stay_day_unreadable')
  else if (dischargedOn < admittedOn || dischargedOn > asOfOn) codes.push('programme.stay_days_contradict')
  if (codes.length > 0 || !name.ok || !id.ok || !admittedOn || !dischargedOn) return { ok: false, codes }
  const [diagnosis, injuryCode] = [cells.diagnosis.trim(), cells.injuryCode.trim()]
  return {
    ok: true,
    row: {
      name: name.value,
      idNumber: id.value.idNumber,
      hospital,
      admittedOn,
      dischargedOn,
      diagnosis,
      injuryCode,
      mayBeAccident: mayBeAccident(injuryCode, diagnosis),
    },
  }
}

const INJURY_WORDS =
  /骨折|损伤|外伤|创伤|挫伤|裂伤|撕裂|脱位|扭伤|烧伤|烫伤|咬伤|冻伤|电击|溺|中毒|异物|跌|摔|撞|坠|砸|车祸|交通事故/

/** By the words, then by the code; a stay without either may be anything. */
export function mayBeAccident(code: string, diagnosis: string): boolean {
  if (INJURY_WORDS.test(diagnosis)) return true
  const codes = code.toUpperCase().match(/[A-Z]\d{2}/g) ?? []
  return codes.length === 0 ? diagnosis === '' : codes.some(isInjuryCode)
}

/** Injuries (chapter XIX) and external causes (chapter XX); complications of care are in both, and no accident. */
function isInjuryCode(code: string): boolean {
  const number = Number(code.slice(1))
  switch (code[0]) {
    case 'S':
    case 'V':
    case 'W':
    case 'X':
      return true
    case 'T':
      return number < 80 || number >= 90
    case 'Y':
      return number <= 36 || number >= 85
    default:
      return false
  }
}
