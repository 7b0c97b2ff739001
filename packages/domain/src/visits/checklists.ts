/** SRV-09: what is to be done at a visit, by its kind: versioned data, answered point by point. */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { VISIT_KINDS, type VisitKind } from './words.ts'

export type ChecklistItem = {
  readonly code: string
  readonly text: string
  readonly answer: 'yes_no' | 'text'
  readonly must: boolean
}
export type Checklist = { readonly kind: VisitKind; readonly version: number; readonly items: readonly ChecklistItem[] }
export type Answers = Readonly<Record<string, string>>

const MOST_ITEMS = 30

/** One list a kind; every kind has one. */
export function parseChecklists(input: unknown): Decision<ReadonlyMap<VisitKind, Checklist>> {
  if (!Array.isArray(input)) return refuse('visit.checklist_malformed', { where: 'list' })
  const found = new Map<VisitKind, Checklist>()
  for (const entry of input) {
    const one = parseOne(entry)
    if (!one.ok) return one
    if (found.has(one.value.kind)) return refuse('visit.checklist_malformed', { where: one.value.kind })
    found.set(one.value.kind, one.value)
  }
  const missing = Object.keys(VISIT_KINDS)
    .filter(isKind)
    .find((kind) => !found.has(kind))
  return missing === undefined ? ok(found) : refuse('visit.checklist_malformed', { where: missing })
}

function parseOne(entry: unknown): Decision<Checklist> {
  if (!isRecord(entry)) return refuse('visit.checklist_malformed', { where: 'entry' })
  const { kind, version, items } = entry
  if (typeof kind !== 'string' || !isKind(kind)) return refuse('visit.checklist_malformed', { where: 'kind' })
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('visit.checklist_malformed', { where: `${kind}.version` })
  }
  const read = Array.isArray(items) ? items.flatMap((item: unknown) => parseItem(item) ?? []) : []
  const codes = new Set(read.map((item) => item.code))
  const whole = Array.isArray(items) && read.length === items.length && codes.size === read.length
  if (!whole || read.length === 0 || read.length > MOST_ITEMS) {
    return refuse('visit.checklist_malformed', { where: `${kind}.items` })
  }
  return ok({ kind, version, items: read })
}

function parseItem(item: unknown): ChecklistItem | undefined {
  if (!isRecord(item)) return undefined
  const { code, text, answer, must } = item
  if (typeof code !== 'string' || !/^[a-z_]{1,40}$/.test(code) || typeof text !== 'string' || text === '')
    return undefined
  if ((answer !== 'yes_no' && answer !== 'text') || typeof must !== 'boolean') return undefined
  return { code, text, answer, must }
}

function isKind(text: string): text is VisitKind {
  return Object.hasOwn(VISIT_KINDS, text)
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** The points that still have to be answered, in their words. */
export function unanswered(list: Checklist, answers: Answers): string[] {
  return list.items.filter((item) => item.must && (answers[item.code] ?? '').trim() === '').map((item) => item.text)
}
