/** How the definition desk is shown: the catalogue, one definition with its versions, what waits (CLK-01). */
import type {
  DefinitionRow,
  DefinitionVersion,
  listDefinitionChanges as changesRoute,
  listDefinitions as listRoute,
  viewDefinition as viewRoute,
} from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, ok, refuse, transitionsFrom, type Actor, type Decision } from '@anpei/domain/kernel'
import {
  CASE_KINDS,
  caseKindsOf,
  CLOCK_KIND_WORDS,
  clockDefinitionLifecycle,
  definitionChanges,
  definitionFacts,
  definitionSentence,
  ESCALATION_LEVELS,
  lastVersion,
  levelsAt,
  limitWords,
  readClockDefs,
  type ClockDef,
  type DefinitionWords,
} from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { toldTotal } from '../identity/index.ts'
import { escalationTable } from './catalogue.ts'
import { definitionDesk } from './definition-ground.ts'
import {
  countRunning,
  definitionMarks,
  recentDefinitions,
  type DefinitionData,
  type DefinitionRecord,
} from './store-definitions.ts'

export async function listDefinitions(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const [{ definitions, words }, marks] = await Promise.all([
    definitionDesk(tx),
    definitionMarks(tx.db, tx.actor.tenantId),
  ])
  const waiting = new Set(marks.filter((one) => one.waiting).map((one) => one.clockId))
  const ids = [...new Set(definitions.all.map((def) => def.id))].sort()
  const defs = ids.flatMap((id) => lastVersion(definitions.all, id) ?? [])
  const items = defs.filter((def) => isAsked(def, query)).map((def) => rowView(def, words, waiting.has(def.id)))
  return ok({ items, waiting: waiting.size })
}

function isAsked(def: ClockDef, query: Input<typeof listRoute>['query']): boolean {
  const text = `${def.id} ${def.name} ${sourceOf(def)} ${def.owner}`.toLowerCase()
  const kind = def.kind === 'statutory' || def.kind === 'promise' ? def.kind : 'internal'
  return (
    query.q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (query.kind === 'all' || query.kind === kind) &&
    (query.running === 'all' || (query.running === 'running') === isTimed(def)) &&
    (query.caseKind === 'all' || caseKindsOf(def).includes(query.caseKind))
  )
}

/** Whether a clock of a case ever begins by it: an average, opening hours and a term of a contract start none. */
function isTimed(def: ClockDef): boolean {
  return def.heldBack === undefined && def.start.length > 0
}

function sourceOf({ basis }: ClockDef): string {
  return `${basis.document} ${basis.article}（${basis.version}）`
}

function rowView(def: ClockDef, words: DefinitionWords, waiting: boolean): DefinitionRow {
  return {
    id: def.id,
    name: def.name,
    kind: def.kind,
    kindWord: CLOCK_KIND_WORDS[def.kind],
    source: sourceOf(def),
    standing: def.basis.standing,
    limit: limitWords(def),
    calendar: words.calendar(def.calendar),
    owner: def.owner,
    caseKinds: caseKindsOf(def).map((kind) => CASE_KINDS[kind]),
    version: def.version,
    validFrom: def.from ?? null,
    heldBack: def.heldBack ?? null,
    timed: isTimed(def),
    cappedBy: [...def.cappedBy],
    waiting,
  }
}

export async function viewDefinition(
  tx: Tx,
  { params }: Input<typeof viewRoute>,
): Promise<Decision<Answer<typeof viewRoute>>> {
  const { clockId } = params
  const { tenantId } = tx.actor
  const [{ definitions, calendars, words }, records, running] = await Promise.all([
    definitionDesk(tx),
    recentDefinitions(tx.db, tenantId, { clockId }),
    countRunning(tx.db, tenantId, clockId),
  ])
  // One that is only proposed has nothing in force yet: it is shown as it is put forward.
  const [proposed] = records
  const def = lastVersion(definitions.all, clockId) ?? (proposed && readOne(proposed.definition))
  const data = definitions.dataOf(clockId) ?? proposed?.definition
  if (!def || !data) return refuse('request.not_found')
  const told = toldTotal(running)
  const waiting = records.some((one) => one.state === 'waiting')
  return ok({
    ...rowView(def, words, waiting),
    sentence: definitionSentence(def, words),
    facts: [...definitionFacts(def, words)],
    warnings: warningsOf(def),
    runningNow: told.total,
    runningMore: told.totalMore,
    data: { ...data },
    calendars: calendars.lines.map(({ id, name }) => ({ id, name })),
    versions: records.map((one) => versionView(one, words, tx.actor)),
    can: !waiting && holds(tx.actor, 'promise.manage') ? ['propose'] : [],
  })
}

function warningsOf(def: ClockDef): Answer<typeof viewRoute>['warnings'] {
  const table = def.escalation ? { steps: def.escalation } : escalationTable()
  return def.thresholds.map((percent) => {
    const to = [...levelsAt(table, percent)]
    return { percent, to, toWords: to.map((level) => ESCALATION_LEVELS[level]).join('、') }
  })
}

export async function listDefinitionChanges(
  tx: Tx,
  { query }: Input<typeof changesRoute>,
): Promise<Decision<Answer<typeof changesRoute>>> {
  const [{ words }, records] = await Promise.all([
    definitionDesk(tx),
    recentDefinitions(tx.db, tx.actor.tenantId, query.show === 'waiting' ? { state: 'waiting' } : {}),
  ])
  return ok({ items: records.map((one) => versionView(one, words, tx.actor)) })
}

export function versionView(record: DefinitionRecord, words: DefinitionWords, actor: Actor): DefinitionVersion {
  const def = readOne(record.definition)
  const before = record.replaces === null ? undefined : readOne(record.replaces)
  const published = record.state === 'published'
  return {
    id: record.id,
    clockId: record.clockId,
    clockName: def.name,
    version: record.version,
    state: record.state,
    stateWord: clockDefinitionLifecycle.states[record.state].zh,
    sentence: definitionSentence(def, words),
    changes: [...definitionChanges(before, def, words)],
    reason: record.reason,
    reapply: record.reapply,
    wishedFrom: record.wishedFrom,
    validFrom: record.validFrom,
    madeBy: record.madeBy,
    madeAt: record.madeAt,
    decidedBy: record.decidedBy,
    decidedAt: record.decidedAt,
    answer: record.answer,
    report: record.report && { ...record.report, cases: [...record.report.cases] },
    progress:
      published && record.reapply
        ? { done: record.casesDone, total: record.casesTotal, finished: record.appliedAt !== null }
        : null,
    can: canOf(record, actor),
  }
}

function readOne(data: DefinitionData): ClockDef {
  const read = readClockDefs([data])
  const def = read.ok ? read.value[0] : undefined
  if (!def) throw new Error(`stored clock definition ${String(data['id'])}: ${JSON.stringify(read)}`)
  return def
}

function canOf(record: DefinitionRecord, actor: Actor): string[] {
  if (actor.kind !== 'staff' || !holds(actor, 'promise.manage')) return []
  const own = actor.id === record.madeById
  return transitionsFrom(clockDefinitionLifecycle, record.state).filter((name) => {
    if (name === 'withdraw') return own
    return !own && (name === 'reject' || record.report !== null)
  })
}
