/**
 * Reads one case of the adjudication door (a plain JSON value) into the case the calculation is asked. Nothing is
 * guessed: what cannot be read is a problem for a person, all problems at once. Left-out optional fields mean that
 * nothing speaks against the case; `null` is the same as left out. Cover and history spans include both days.
 */
import { isDay } from '../kernel/index.ts'
import type { Day, Fen } from '../kernel/index.ts'
import { ACCIDENT_QUESTIONS } from './case.ts'
import type {
  AccidentAnswer,
  AccidentAnswers,
  AccidentQuestion,
  AdjudicationCase,
  DayRange,
  Disability,
  History,
  Stay,
} from './case.ts'
import type { Problem } from './contradictions.ts'
import { isRecord } from './object-reader.ts'
import { CLAIM_KINDS, VEHICLE_CLASSES } from './version.ts'
import type { ClaimKind, VehicleClass } from './version.ts'

export type DoorReading =
  | { readonly ok: true; readonly programme: string; readonly asked: AdjudicationCase }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Fields = Readonly<Record<string, unknown>>
type Reading = { readonly problems: Problem[] }

const MAX_ENTRIES = 1000
const NO_HISTORY: History = { allowanceDays: [], disabilityPaidFen: 0n, medicalPaidFen: 0n }

export function caseFromDoor(input: unknown): DoorReading {
  if (!isRecord(input)) return { ok: false, problems: [{ code: 'input.not_readable', facts: {} }] }
  const reading: Reading = { problems: [] }
  const kind = readKind(reading, input['kind'])
  const asked: AdjudicationCase = {
    kind,
    accidentOn: readDay(reading, input, 'accidentOn', ''),
    cover: readRanges(reading, input['cover'], 'cover', true),
    birthOn: readOptionalDay(reading, input, 'birthOn'),
    vehicle: readVehicle(reading, input['vehicle'], kind),
    deathOn: readOptionalDay(reading, input, 'deathOn'),
    exclusions: readExclusions(reading, input['exclusions']),
    accidentTest: readAccidentTest(reading, input['accidentTest']),
    stays: readOptionalList(reading, input['stays'], 'stays', readStay),
    disabilities: readOptionalList(reading, input['disabilities'], 'disabilities', readDisability),
    expenses: [],
    history: readHistory(reading, input['history']),
  }
  const programme = typeof input['programme'] === 'string' ? input['programme'] : ''
  return reading.problems.length === 0 ? { ok: true, programme, asked } : { ok: false, problems: reading.problems }
}

function absent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

function missing(reading: Reading, field: string): void {
  reading.problems.push({ code: 'input.field_missing', facts: { field } })
}

function invalid(reading: Reading, field: string): void {
  reading.problems.push({ code: 'input.field_invalid', facts: { field } })
}

function readKind(reading: Reading, value: unknown): ClaimKind {
  const kind = CLAIM_KINDS.find((known) => known === value)
  if (kind !== undefined) return kind
  if (absent(value)) missing(reading, 'kind')
  else reading.problems.push({ code: 'input.kind_unknown', facts: { kind: String(value) } })
  return 'hospital'
}

/** Only a death needs the vehicle; an unknown class is decided by a person (LAW §1.16). */
function readVehicle(reading: Reading, value: unknown, kind: ClaimKind): VehicleClass {
  if (absent(value)) {
    if (kind === 'death') missing(reading, 'vehicle')
    return 'none'
  }
  const vehicle = VEHICLE_CLASSES.find((known) => known === value)
  if (vehicle !== undefined) return vehicle
  reading.problems.push({ code: 'input.vehicle_unknown', facts: { vehicle: String(value) } })
  return 'none'
}

function readDay(reading: Reading, fields: Fields, key: string, at: string): Day {
  const value = fields[key]
  if (typeof value === 'string' && isDay(value)) return value
  if (absent(value)) missing(reading, at + key)
  else reading.problems.push({ code: 'input.date_invalid', facts: { field: at + key } })
  return ''
}

function readOptionalDay(reading: Reading, fields: Fields, key: string): Day | null {
  return absent(fields[key]) ? null : readDay(reading, fields, key, '')
}

function readList<T>(
  reading: Reading,
  value: unknown,
  field: string,
  read: (reading: Reading, entry: Fields, at: string) => T,
): readonly T[] {
  if (!Array.isArray(value) || value.length > MAX_ENTRIES) {
    invalid(reading, field)
    return []
  }
  const list: T[] = []
  for (let index = 0; index < value.length; index++) {
    const entry: unknown = value[index]
    if (isRecord(entry)) list.push(read(reading, entry, `${field}[${index + 1}].`))
    else invalid(reading, `${field}[${index + 1}]`)
  }
  return list
}

function readOptionalList<T>(
  reading: Reading,
  value: unknown,
  field: string,
  read: (reading: Reading, entry: Fields, at: string) => T,
): readonly T[] | null {
  return absent(value) ? null : readList(reading, value, field, read)
}

function readRanges(reading: Reading, value: unknown, field: string, required: boolean): readonly DayRange[] {
  if (!absent(value)) return readList(reading, value, field, readRange)
  if (required) missing(reading, field)
  return []
}

function readRange(reading: Reading, entry: Fields, at: string): DayRange {
  return { from: readDay(reading, entry, 'from', at), to: readDay(reading, entry, 'to', at) }
}

function readExclusions(reading: Reading, value: unknown): readonly string[] {
  if (absent(value)) return []
  if (!Array.isArray(value) || value.length > MAX_ENTRIES) {
    invalid(reading, 'exclusions')
    return []
  }
  const codes: string[] = []
  for (const code of value) {
    if (typeof code === 'string') codes.push(code)
    else invalid(reading, 'exclusions')
  }
  return codes
}

const ANSWERS: ReadonlyMap<unknown, AccidentAnswer> = new Map<unknown, AccidentAnswer>([
  [true, 'yes'],
  [false, 'no'],
  ['partly', 'partly'],
])

function readAccidentTest(reading: Reading, value: unknown): AccidentAnswers {
  if (absent(value)) return {}
  if (!isRecord(value)) {
    invalid(reading, 'accidentTest')
    return {}
  }
  const answers: { [Q in AccidentQuestion]?: AccidentAnswer } = {}
  for (const question of ACCIDENT_QUESTIONS) {
    const given = value[question]
    if (absent(given)) continue
    const answer = ANSWERS.get(given)
    if (answer !== undefined) answers[question] = answer
    else reading.problems.push({ code: 'input.accident_answer_unknown', facts: { field: `accidentTest.${question}` } })
  }
  for (const key of Object.keys(value)) {
    if (!ACCIDENT_QUESTIONS.some((question) => question === key)) invalid(reading, `accidentTest.${key}`)
  }
  return answers
}

function readStay(reading: Reading, entry: Fields, at: string): Stay {
  const level = entry['hospitalLevel']
  const recognised = entry['recognised']
  if (!absent(level) && level !== 1 && level !== 2 && level !== 3) invalid(reading, `${at}hospitalLevel`)
  if (!absent(recognised) && typeof recognised !== 'boolean') invalid(reading, `${at}recognised`)
  return {
    admittedOn: readDay(reading, entry, 'admittedOn', at),
    dischargedOn: readDay(reading, entry, 'dischargedOn', at),
    hospitalLevel: level === 1 || level === 2 || level === 3 ? level : null,
    recognised: recognised === true,
  }
}

function readDisability(reading: Reading, entry: Fields, at: string): Disability {
  const { grade, part } = entry
  if (typeof part !== 'string' || part.trim() === '') (absent(part) ? missing : invalid)(reading, `${at}part`)
  if (!absent(grade) && !isGrade(grade)) invalid(reading, `${at}grade`)
  return {
    item: readOptionalText(reading, entry, 'item', at),
    grade: isGrade(grade) ? grade : null,
    part: typeof part === 'string' ? part : '',
    nature: readOptionalText(reading, entry, 'nature', at),
    assessedOn: readDay(reading, entry, 'assessedOn', at),
  }
}

function isGrade(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10
}

function readOptionalText(reading: Reading, entry: Fields, key: string, at: string): string | null {
  const value = entry[key]
  if (absent(value)) return null
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  invalid(reading, at + key)
  return null
}

function readHistory(reading: Reading, value: unknown): History {
  if (absent(value)) return NO_HISTORY
  if (!isRecord(value)) {
    invalid(reading, 'history')
    return NO_HISTORY
  }
  return {
    allowanceDays: readRanges(reading, value['allowanceDays'], 'history.allowanceDays', false),
    disabilityPaidFen: readPaid(reading, value['disabilityPaidFen'], 'history.disabilityPaidFen'),
    medicalPaidFen: 0n,
  }
}

function readPaid(reading: Reading, value: unknown, field: string): Fen {
  if (absent(value)) return 0n
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return BigInt(value)
  invalid(reading, field)
  return 0n
}
