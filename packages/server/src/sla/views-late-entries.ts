/** Entries whose earlier time waits for a second person, and what was decided of others (SLA §2 rule 5). */
import type { LateEntry, listLateEntries as route } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { lateEntryLifecycle, RUN_STATE_WORDS } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from '../identity/index.ts'
import { definitionsOf, type Definitions } from './definitions.ts'
import { findLateEntries, type LateEntryRow, type StoredStand } from './store-late-entries.ts'

export async function listLateEntries(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const waiting = query.which === 'waiting'
  const after = readCursor(query.cursor, waiting ? 1 : 2)
  const [rows, definitions] = await Promise.all([
    findLateEntries(tx, waiting, after, query.limit + 1),
    definitionsOf(tx),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => (waiting ? [row.id] : [row.decidedAt ?? '', row.id]),
      (row) => lateEntryView(tx, definitions, row),
    ),
  )
}

export function lateEntryView(tx: Tx, { titleOf }: Definitions, row: LateEntryRow): LateEntry {
  const own = row.enteredById === tx.actor.id
  return {
    id: row.id,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subjectNo: row.subjectNo ?? '',
    what: tx.app.eventTitle(row.eventName, {}),
    claimedAt: row.claimedAt,
    enteredAt: row.enteredAt,
    enteredBy: row.enteredBy ?? '客户或系统',
    state: row.state,
    stateWord: lateEntryLifecycle.states[row.state].zh,
    moves: row.moves.map(({ clockId, before, after }) => ({
      clockTitle: titleOf(clockId).title,
      before: standView(before),
      after: standView(after),
    })),
    reason: row.answer,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    can: own ? [] : transitionsFrom(lateEntryLifecycle, row.state),
  }
}

function standView(stand: StoredStand | null) {
  if (stand === null) return null
  const { state, startedAt, dueAt, stoppedAt, breachedAt } = stand
  return { stateWord: RUN_STATE_WORDS[state], startedAt, dueAt, stoppedAt, late: breachedAt !== null }
}
