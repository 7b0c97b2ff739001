/** The list of callbacks, what is due first in front; one callback; its recordings (CBK-01, CBK-02). */
import type {
  CallbackView,
  getCallback as getRoute,
  getCallbackFile as fileRoute,
  listCallbacks as listRoute,
} from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { callbackCan, callbackLifecycle, countTries, missingTries, OCCASIONS } from '@anpei/domain/callbacks'
import { maskPhone } from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { findFile, openFile, papersOf } from '../documents/index.ts'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { FileAnswer, Tx } from '../http/index.ts'
import { countUpTo, pageOf, readCursor, staffNames } from '../identity/index.ts'
import { answersShown, attemptsShown, calleeShown, doorTalksShown, scriptShown } from './talk-view.ts'
import { calleeOf } from './callee-of.ts'
import { followUpView } from './follow-up-view.ts'
import { itemsOf } from './item-view.ts'
import { callbackScope } from './scope.ts'
import { datedScripts, scriptAt, scriptThen } from './scripts/scripts-now.ts'
import { callbackRules } from './shipped-data.ts'
import { attemptsOf } from './store-attempts.ts'
import { contactChecksOf } from './store-contact-checks.ts'
import { doorTalksWhere } from './store-door-talks.ts'
import { followUpsWhere } from './store-follow-ups.ts'
import { callbacksWhere, findCallback, ofSamePerson, type CallbackRecord } from './store.ts'

const MOST_OTHERS = 20

type Query = Input<typeof listRoute>['query']

export async function listCallbacks(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const ended = query.show === 'ended'
  const asked = sql`${callbackScope(tx.actor, 'callback.read')} and ${shown(tx, query)}
    and ${query.state ? sql`c.state = ${query.state}` : sql`true`}
    and ${query.occasion ? sql`c.occasion = ${query.occasion}` : sql`true`}
    and ${query.callbackNo ? sql`c.callback_no = ${query.callbackNo.trim().toUpperCase()}` : sql`true`}
    and ${query.personId ? ofSamePerson(tx, { personId: query.personId, phoneHash: null }) : sql`true`}
    and ${query.subjectId ? sql`c.subject_id = ${query.subjectId}` : sql`true`}`
  const order = ended ? sql`c.ended_at desc, c.id desc` : sql`c.due_on, c.id`
  const beyond = place
    ? ended
      ? sql`(c.ended_at, c.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
      : sql`(c.due_on, c.id) > (${place[0]}::date, ${place[1]}::uuid)`
    : sql`true`
  const [found, total] = await Promise.all([
    callbacksWhere(tx, sql`${asked} and ${beyond} order by ${order} limit ${query.limit + 1}`),
    place
      ? null
      : countUpTo(tx.db, sql`select 1 from callback c where c.tenant_id = ${tx.actor.tenantId} and ${asked}`),
  ])
  const items = await itemsOf(tx, found)
  return ok(
    pageOf(
      items,
      query.limit,
      (item) => [ended ? (item.endedAt ?? '') : item.dueOn, item.id],
      (item) => item,
      total,
    ),
  )
}

function shown(tx: Tx, { show, callbackNo, personId, subjectId }: Query): RawBuilder<boolean> {
  const open = sql<boolean>`c.state in ('owed', 'contacting')`
  switch (show) {
    case 'mine':
      return sql<boolean>`${open} and c.owner_id = ${tx.actor.id}::uuid`
    case 'late':
      return sql<boolean>`${open} and c.due_on < ${dayOfInstant(tx.now)}`
    case 'door':
      return sql<boolean>`c.id in (select t.callback_id from callback_door_talk t
        where t.tenant_id = ${tx.actor.tenantId} and t.standing = 'beside')`
    // For whoever may let it count: neither who asked at the door nor who has to keep out.
    case 'choose':
      return sql<boolean>`c.id in (select t.callback_id from callback_door_talk t
        where t.tenant_id = ${tx.actor.tenantId} and t.standing = 'beside' and t.made_by <> ${tx.actor.id})
        and not ${tx.actor.id}::uuid = any(c.excluded)`
    case 'ended':
      return sql<boolean>`c.ended_at is not null`
    case 'open':
      // Whoever asks for one callback or one person wants it whatever its state.
      return callbackNo || personId || subjectId ? sql<boolean>`true` : open
  }
}

export async function getCallback(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<CallbackView>> {
  const found = await findCallback(tx, params.callbackId, 'callback.read')
  if (!found.ok) return found
  const callback = found.value
  const { tenantId } = tx.actor
  const [[item], attempts, talks, papers, events, followUps, callee, verified, others, scripts] = await Promise.all([
    itemsOf(tx, [callback]),
    attemptsOf(tx, callback.id),
    doorTalksWhere(tx, sql`t.callback_id = ${callback.id}`),
    papersOf(tx.db, tenantId, [callback.id], null),
    eventsOf(tx.db, tenantId, callback.id),
    followUpsWhere(tx, sql`f.callback_id = ${callback.id} order by f.opened_at, f.id limit 50`),
    calleeOf(tx, callback),
    contactChecksOf(tx, callback.personId),
    othersOf(tx, callback),
    datedScripts(tx),
  ])
  if (!item) throw new Error('a callback that cannot be shown')
  const names = await staffNames(tx.db, tenantId, [
    ...[...attempts, ...talks].map((one) => one.madeBy),
    ...events.flatMap((event) => (event.actorKind === 'staff' ? (event.actorId ?? []) : [])),
  ])
  const then = scriptThen(scripts, callback.scriptCode, callback.scriptVersion)
  const { told, state } = callback
  return ok({
    ...item,
    name: callee.name,
    subject: { kind: callback.subjectKind, id: callback.subjectId },
    personId: callback.personId,
    relation: told.relation,
    phoneMasked: callee.phone === '' ? '' : maskPhone(callee.phone),
    preferred: [...callee.preferred],
    refused: [...callee.refused],
    hints: [...callee.hints],
    verified,
    script: scriptShown(then ?? scriptAt(scripts, callback.occasion, callback.identifiedAt ?? tx.now)),
    attempts: attemptsShown(attempts, papers, names),
    missing: missingTries(countTries(attempts), callbackRules()),
    callee: calleeShown(callback, callee.name),
    answers: answersShown(then, told.answers),
    doorTalks: doorTalksShown(talks, {
      scripts,
      papers,
      names,
      choosing: {
        id: tx.actor.id,
        may: holds(tx.actor, 'callback.make') && !callback.excluded.includes(tx.actor.id),
      },
    }),
    followUps: followUps.map((row) => followUpView(tx, row)),
    others,
    timeline: events.map((event) => lineOf(tx, event, names)),
    dropReason: callback.dropReason,
    can: callbackCan({
      state,
      isOwner: callback.ownerId === tx.actor.id,
      excluded: callback.excluded.includes(tx.actor.id),
      mayMake: holds(tx.actor, 'callback.make'),
      mayLead: holds(tx.actor, 'callback.lead'),
      spoken: callback.spokenAt !== null,
      identified: callback.identifiedAt !== null,
    }),
  })
}

function lineOf(tx: Tx, event: StoredEvent, names: ReadonlyMap<string, string>): CallbackView['timeline'][number] {
  return {
    id: event.id,
    at: event.at,
    title: tx.app.eventTitle(event.name, event.facts),
    by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : '系统',
    reason: event.reason,
  }
}

async function othersOf(tx: Tx, callback: CallbackRecord): Promise<CallbackView['others']> {
  const others = await callbacksWhere(
    tx,
    sql`c.id <> ${callback.id} and c.ended_at is null and ${ofSamePerson(tx, callback)}
      and ${callbackScope(tx.actor, 'callback.read')} order by c.owed_at desc limit ${MOST_OTHERS}`,
  )
  return others.map((one) => ({
    id: one.id,
    callbackNo: one.callbackNo,
    occasionWord: OCCASIONS[one.occasion].zh,
    stateWord: callbackLifecycle.states[one.state].zh,
    dueOn: one.dueOn,
  }))
}

export async function getCallbackFile(tx: Tx, { params }: Input<typeof fileRoute>): Promise<Decision<FileAnswer>> {
  const [callback, file] = await Promise.all([
    findCallback(tx, params.callbackId, 'callback.read'),
    findFile(tx.db, tx.actor.tenantId, params.fileId),
  ])
  if (!callback.ok) return callback
  if (file?.subjectKind !== 'callback' || file.subjectId !== callback.value.id) return refuse('request.not_found')
  return ok(await openFile(tx, file, false))
}
