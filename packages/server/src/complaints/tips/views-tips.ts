/** CMP-12: 举报 for those who may know of them: the list without contents, the opened case, its files. */
import type {
  getTip as route,
  getTipFile as fileRoute,
  getTipOpening as openingRoute,
  listTips as listRoute,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { TIP_ENTRIES, TIP_OUTCOMES, tipCan, tipLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import { findFile, openFile, papersOf } from '../../documents/index.ts'
import { eventsOf } from '../../events/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { clocksOf, definitionsOf, timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { clocksShown } from '../clocks-shown.ts'
import { hearersOf } from './store-hearers.ts'
import { openUntil, tipEntriesOf, tipOpeningsOf } from './store-tip-file.ts'
import { countTips, findTip, tipsWhere, type TipRecord } from './store-tips.ts'

const SHOWN_EVENTS = 200
type Names = ReadonlyMap<string, string>

export async function listTips(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const [after, id] = readCursor(query.cursor, 2) ?? []
  const open = sql`(t.ended_at is null or t.unread_since is not null)`
  const number = query.tipNo?.trim().toUpperCase()
  const where = sql`${query.show === 'open' ? open : sql`true`} and ${number ? sql`t.tip_no = ${number}` : sql`true`}`
  const beyond = after === undefined ? sql`true` : sql`(t.due_or_never, t.id) > (${after}::timestamptz, ${id}::uuid)`
  const [tips, total, left] = await Promise.all([
    tipsWhere(tx, sql`${where} and ${beyond} order by t.due_or_never, t.id limit ${query.limit + 1}`),
    query.cursor ? null : countTips(tx, where),
    timeLeftBy(tx),
  ])
  const names = await namesOf(
    tx,
    tips.map((tip) => tip.examinerId),
  )
  return ok(
    pageOf(
      tips,
      query.limit,
      (tip) => [tip.dueAt ?? 'infinity', tip.id],
      (tip) => itemOf(tip, names, left),
      total,
    ),
  )
}

function itemOf(tip: TipRecord, names: Names, left: TellLeft) {
  const { id, tipNo, state, channel, named, receivedAt, outcome, examinerId, unreadSince, dueAt, dueClock } = tip
  return {
    id,
    tipNo,
    state,
    stateWord: tipLifecycle.states[state].zh,
    channelWord: REQUEST_CHANNELS[channel],
    named,
    receivedAt,
    outcomeWord: outcome && TIP_OUTCOMES[outcome],
    examinerName: examinerId && (names.get(examinerId) ?? '同事'),
    unreadSince,
    timeLeft: left(dueAt, dueClock),
  }
}

export async function getTipOpening(
  tx: Tx,
  { params }: Input<typeof openingRoute>,
): Promise<Decision<Answer<typeof openingRoute>>> {
  const found = await findTip(tx, sql`t.id = ${params.tipId}`)
  return found.ok ? ok({ untilAt: await openUntil(tx, found.value.id) }) : found
}

export async function getTip(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await findTip(tx, sql`t.id = ${params.tipId}`)
  if (!found.ok) return found
  const tip = found.value
  const until = await openUntil(tx, tip.id)
  if (until === null) return refuse('tip.open_first')
  const { db, actor } = tx
  const [entries, openings, events, papers, hearers, left, institution, clocks, { titleOf }] = await Promise.all([
    tipEntriesOf(tx, tip),
    tipOpeningsOf(tx, tip),
    eventsOf(db, actor.tenantId, tip.id, SHOWN_EVENTS),
    papersOf(db, actor.tenantId, [tip.id], null),
    hearersOf(tx, tip),
    timeLeftBy(tx),
    institutionName(tx, tip.sellingInstitutionId),
    clocksOf(db, actor.tenantId, tip.id),
    definitionsOf(tx),
  ])
  const names = await namesOf(tx, [
    ...tip.concernedIds,
    tip.examinerId,
    tip.concludedBy,
    ...entries.map((entry) => entry.byId),
    ...openings.map((one) => one.byId),
    ...events.map((event) => (event.actorKind === 'staff' ? event.actorId : null)),
  ])
  const nameOf = (userId: string) => names.get(userId) ?? '同事'
  const files = new Map(papers.map((paper) => [paper.id, paper.files]))
  const { reporter, facts, against, origin, conclusion, judgement } = tip.told
  return ok({
    ...itemOf(tip, names, left),
    recordedAt: tip.recordedAt,
    reporter,
    facts,
    against,
    origin,
    concerned: tip.concernedIds.map((userId) => ({ id: userId, name: nameOf(userId) })),
    reportedInstitution: institution,
    examiner: tip.examinerId ? { id: tip.examinerId, name: nameOf(tip.examinerId) } : null,
    clocks: clocksShown(clocks, titleOf, left, null),
    conclusion: conclusion && { ...conclusion, by: tip.concludedBy ? nameOf(tip.concludedBy) : '' },
    judgement,
    toldAt: tip.toldAt,
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      kindWord: TIP_ENTRIES[entry.kind],
      at: entry.happenedAt,
      by: entry.byId === null ? '举报人' : nameOf(entry.byId),
      text: entry.text,
      files: entry.documentIds.flatMap((one) =>
        (files.get(one) ?? []).map((file) => ({ id: file.id, fileName: file.fileName })),
      ),
    })),
    openings: openings.map(({ id, at, byId, reason }) => ({ id, at, by: nameOf(byId), reason })),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      by: event.actorKind === 'staff' ? nameOf(event.actorId ?? '') : '系统',
    })),
    examiners: hearers.ok ? hearers.value.map(({ id, name }) => ({ id, name })) : [],
    openUntil: until,
    can: canOf(tx, tip),
  })
}

function canOf({ actor }: Tx, { state, examinerId, concludedBy, named, toldAt, unreadSince }: TipRecord): string[] {
  const owed = { named, told: toldAt !== null, unread: unreadSince !== null }
  return tipCan({ state, userId: actor.id, examinerId, concludedBy, ...owed })
}

export async function getTipFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const found = await findTip(tx, sql`t.id = ${params.tipId}`)
  if (!found.ok) return found
  if ((await openUntil(tx, params.tipId)) === null) return refuse('tip.open_first')
  const file = await findFile(tx.db, tx.actor.tenantId, params.fileId)
  const own = file?.subjectKind === 'tip' && file.subjectId === params.tipId
  return file && own ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}

function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Names> {
  return staffNames(tx.db, tx.actor.tenantId, [...new Set(ids.flatMap((one) => one ?? []))])
}

async function institutionName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await sql<{ name: string }>`select name from institution
    where tenant_id = ${tx.actor.tenantId} and id = ${id}`.execute(tx.db)
  return rows[0]?.name ?? null
}
