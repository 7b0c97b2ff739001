/** CMP-13: the case library, to search and to read. Kept from whoever the complaint behind a case is about (CMP-05). */
import type { getLibraryCase as route, listLibraryCases as listRoute } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CHANGE_KINDS, libraryLifecycle, LOOP_STEPS, ROOT_CAUSES } from '@anpei/domain/complaints'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { changesOf } from './store-changes.ts'
import { libraryWhere, type LibraryRecord } from './store-library.ts'

/** Of the table aliased `l`: what is not in the library yet is there for those who work on it. */
export function seenCase(tx: Tx): RawBuilder<boolean> {
  const waiting = holds(tx.actor, 'complaint.improve') ? sql`true` : sql`l.state = 'published'`
  return sql<boolean>`${waiting} and ${seenUnderSeal(tx.actor, tx.now, sql`'library_case'`, sql`l.id`)}`
}

export async function listLibraryCases(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const parts = [
    seenCase(tx),
    query.show === 'published' ? sql<boolean>`l.state = 'published'` : sql<boolean>`l.state <> 'published'`,
  ]
  if (query.step) parts.push(sql<boolean>`l.step = ${query.step}`)
  if (query.rootCause) parts.push(sql<boolean>`l.root_cause = ${query.rootCause}`)
  const q = query.q?.trim()
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql<boolean>`(l.title || l.happened || l.reason || l.handled || l.lesson) ilike ${like}`)
  }
  const where = sql<boolean>`(${sql.join(parts, sql` and `)})`
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond = at === undefined ? sql`true` : sql`(l.written_at, l.id) < (${at}::timestamptz, ${id}::uuid)`
  const [found, counted] = await Promise.all([
    libraryWhere(tx, sql`${where} and ${beyond} order by l.written_at desc, l.id desc limit ${query.limit + 1}`),
    query.cursor
      ? null
      : sql<{ n: number }>`select count(*)::int as n from library_case l
          where l.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db),
  ])
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.writtenAt, one.id],
      (one) => itemOf(one),
      counted?.rows[0]?.n ?? null,
    ),
  )
}

function itemOf({ id, caseNo, state, title, step, rootCause, writtenAt }: LibraryRecord) {
  return {
    id,
    caseNo,
    state,
    stateWord: libraryLifecycle.states[state].zh,
    title,
    stepWord: LOOP_STEPS[step].zh,
    causeWord: ROOT_CAUSES[rootCause].zh,
    writtenAt,
  }
}

export async function getLibraryCase(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [found] = await libraryWhere(tx, sql`l.id = ${params.caseId} and ${seenCase(tx)}`)
  if (!found) return refuse('request.not_found')
  const people = [found.writtenBy, ...(found.checkedBy ? [found.checkedBy] : [])]
  const [names, changes] = await Promise.all([
    staffNames(tx.db, tx.actor.tenantId, people),
    changesOf(tx, found.improvementId === null ? [] : [found.improvementId]),
  ])
  const { happened, reason, handled, lesson, checkedBy, checkedAt, comment } = found
  const checks = found.state === 'drafted' && holds(tx.actor, 'complaint.improve') && found.writtenBy !== tx.actor.id
  return ok({
    ...itemOf(found),
    happened,
    reason,
    handled,
    lesson,
    writtenBy: names.get(found.writtenBy) ?? '同事',
    checkedBy: checkedBy && (names.get(checkedBy) ?? '同事'),
    checkedAt,
    comment,
    changes: changes.map(({ kind, title, path, version }) => ({ kindWord: CHANGE_KINDS[kind], title, path, version })),
    can: checks ? ['check'] : [],
  })
}
