/** CMP-13: 整改 as lists and pages show them: place, owner, day, proof, rates before and after, what was changed. */
import type {
  EffectView,
  getImprovement as route,
  getImprovementFile as fileRoute,
  ImprovementItem,
  listImprovements as listRoute,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  CHANGE_KINDS,
  complaintLifecycle,
  effectOf,
  EXPOSURES,
  improvementCan,
  improvementLifecycle,
  LOOP_STEPS,
  ratePerThousand,
  VERDICTS,
} from '@anpei/domain/complaints'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { findFile, openFile, papersOf } from '../../documents/index.ts'
import { eventsOf } from '../../events/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { countUpTo, pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { placeWords, placeNames, type PlaceNames } from './place-words.ts'
import { changesOf } from './store-changes.ts'
import { effectsOf, type EffectRecord } from './store-effects.ts'
import { findImprovement, improvementScope, improvementsWhere, type ImprovementRecord } from './store-improvements.ts'
import { casesOf } from './views-loop.ts'

const SHOWN_EVENTS = 100

type Around = {
  readonly names: ReadonlyMap<string, string>
  readonly places: PlaceNames
  readonly left: TellLeft
  readonly effects: readonly EffectRecord[]
}

export async function listImprovements(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const where = filterOf(tx, query)
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond = at === undefined ? sql`true` : sql`(i.proposed_at, i.id) < (${at}::timestamptz, ${id}::uuid)`
  const [found, total] = await Promise.all([
    improvementsWhere(tx, sql`${where} and ${beyond} order by i.proposed_at desc, i.id desc limit ${query.limit + 1}`),
    query.cursor
      ? null
      : countUpTo(tx.db, sql`select 1 from improvement i where i.tenant_id = ${tx.actor.tenantId} and ${where}`),
  ])
  const around = await aroundOf(tx, found)
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.proposedAt, one.id],
      (one) => itemOf(tx, one, around),
      total,
    ),
  )
}

function filterOf(tx: Tx, query: Input<typeof listRoute>['query']): RawBuilder<boolean> {
  const parts = [sql<boolean>`${improvementScope(tx, 'complaint.improve')}`]
  const { whose, state, step, rootCause, institutionId } = query
  if (whose !== 'all') parts.push(sql<boolean>`i.state not in ('accepted', 'dropped')`)
  if (whose === 'mine') parts.push(sql<boolean>`i.owner_id = ${tx.actor.id}`)
  if (whose === 'overdue') parts.push(sql<boolean>`i.state = 'assigned' and i.due_on < ${dayOfInstant(tx.now)}`)
  if (state) parts.push(sql<boolean>`i.state = ${state}`)
  if (step) parts.push(sql<boolean>`i.step = ${step}`)
  if (rootCause) parts.push(sql<boolean>`i.root_cause = ${rootCause}`)
  if (institutionId) parts.push(sql<boolean>`i.institution_id = ${institutionId}`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

async function aroundOf(tx: Tx, found: readonly ImprovementRecord[]): Promise<Around> {
  const people = found.flatMap((one) =>
    [one.ownerId, one.proposedBy, one.assignedBy, one.judgedBy].flatMap((who) => who ?? []),
  )
  const [names, places, left, effects] = await Promise.all([
    staffNames(tx.db, tx.actor.tenantId, [...new Set(people)]),
    placeNames(tx, found),
    timeLeftBy(tx),
    effectsOf(
      tx,
      found.map((one) => one.id),
    ),
  ])
  return { names, places, left, effects }
}

function itemOf(tx: Tx, one: ImprovementRecord, { names, places, left, effects }: Around): ImprovementItem {
  const last = effects.find((effect) => effect.improvementId === one.id && effect.round === one.round)
  return {
    id: one.id,
    improvementNo: one.improvementNo,
    state: one.state,
    stateWord: improvementLifecycle.states[one.state].zh,
    title: one.title,
    ownerName: names.get(one.ownerId) ?? '同事',
    dueOn: one.dueOn,
    late: one.state === 'assigned' && one.dueOn < dayOfInstant(tx.now),
    place: placeWords(one, places),
    proposedAt: one.proposedAt,
    timeLeft: one.state === 'assigned' ? left(one.dueAt, one.dueClock) : null,
    verdictWord: last ? VERDICTS[last.verdict] : null,
  }
}

export async function getImprovement(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await findImprovement(tx, params.improvementId, 'complaint.improve')
  if (!found.ok) return found
  const one = found.value
  const { tenantId } = tx.actor
  const [around, changes, cases, papers, events] = await Promise.all([
    aroundOf(tx, [one]),
    changesOf(tx, [one.id]),
    casesOf(tx, one.id),
    papersOf(tx.db, tenantId, [one.id], null),
    eventsOf(tx.db, tenantId, one.id, SHOWN_EVENTS),
  ])
  const others = [
    ...changes.map((change) => change.linkedBy),
    ...around.effects.flatMap((effect) => effect.measuredBy ?? []),
    ...events.flatMap((event) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
  ]
  const names = new Map([...around.names, ...(await staffNames(tx.db, tenantId, [...new Set(others)]))])
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? '同事'))
  return ok({
    ...itemOf(tx, one, around),
    ...workOf(one),
    proposedBy: named(one.proposedBy) ?? '',
    assignedBy: named(one.assignedBy),
    judgedBy: named(one.judgedBy),
    files: papers.flatMap((paper) =>
      paper.files.map(({ id, fileName, mediaType, bytes }) => ({ id, fileName, mediaType, bytes })),
    ),
    effects: around.effects.map((effect) => effectView(effect, named(effect.measuredBy) ?? '系统')),
    changes: changes.map((change) => ({
      ...change,
      kindWord: CHANGE_KINDS[change.kind],
      linkedBy: named(change.linkedBy) ?? '',
    })),
    complaints: cases.map(({ state, ...rest }) => ({ ...rest, stateWord: complaintLifecycle.states[state].zh })),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : '系统',
      reason: event.reason,
    })),
    can: improvementCan({
      state: one.state,
      isOwner: one.ownerId === tx.actor.id,
      isDoer: [one.ownerId, one.doneBy].includes(tx.actor.id),
      measurable: one.measureOn !== null && dayOfInstant(tx.now) >= one.measureOn,
      holds: (permission) => holds(tx.actor, permission),
    }),
  })
}

function workOf(one: ImprovementRecord) {
  const { plan, windowDays, assignedAt, ownerId, round, doneOn, doneAt, doneText, measureOn, judgedAt, judgement } = one
  return {
    plan,
    windowDays,
    exposureWord: EXPOSURES[LOOP_STEPS[one.step].exposure],
    assignedAt,
    ownerId,
    round,
    doneOn,
    doneAt,
    doneText,
    measureOn,
    judgedAt,
    judgement,
  }
}

function effectView(effect: EffectRecord, measuredBy: string): EffectView {
  const before = { count: effect.beforeCount, exposure: effect.beforeExposure }
  const after = { count: effect.afterCount, exposure: effect.afterExposure }
  const { ratio } = effectOf({ before, after, unnamed: effect.unnamed })
  const { id, round, measuredAt, unnamed, verdict } = effect
  return {
    id,
    round,
    measuredAt,
    measuredBy,
    before: { from: effect.beforeFrom, to: effect.beforeTo, ...before, rate: ratePerThousand(before) },
    after: { from: effect.afterFrom, to: effect.afterTo, ...after, rate: ratePerThousand(after) },
    unnamed,
    ratio: ratio && { low: rounded(ratio.low), high: Number.isFinite(ratio.high) ? rounded(ratio.high) : null },
    verdict,
    verdictWord: VERDICTS[verdict],
  }
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100
}

export async function getImprovementFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [found, file] = await Promise.all([
    findImprovement(tx, params.improvementId, 'complaint.improve'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!found.ok) return found
  const isOwn = file?.subjectKind === 'improvement' && file.subjectId === found.value.id
  return isOwn ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}
