/** What waits for a second person, what I proposed, what was decided; and one change with before and after (ORG-05). */
import type { listChanges as listRoute, viewChange as viewRoute } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { changeLifecycle, changeStepsOf } from '@anpei/domain/identity'
import { holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { confirmedChange } from './confirmed-change.ts'
import { pageOf, readCursor } from './cursor.ts'
import type { ChangeKind, ChangeKinds } from './propose-change.ts'
import { findChange, findChanges, type ChangeRecord } from './store-changes.ts'

export async function listChanges(
  tx: Tx,
  kinds: ChangeKinds,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const { actor } = tx
  const mine = [...kinds].filter(([name, kind]) => holds(actor, kind.check) && (!query.kind || query.kind === name))
  const rows =
    actor.kind !== 'staff'
      ? []
      : await findChanges(tx, {
          which: query.which,
          kinds: mine.map(([name]) => name),
          userId: actor.id,
          after: readCursor(query.cursor, 1)?.[0] ?? null,
          limit: query.limit + 1,
        })
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => rowOf(row, kinds),
    ),
  )
}

export async function viewChange(
  tx: Tx,
  kinds: ChangeKinds,
  { params }: Input<typeof viewRoute>,
): Promise<Decision<Answer<typeof viewRoute>>> {
  const { actor } = tx
  const change = await findChange(tx, params.id)
  const kind = change && kinds.get(change.kind)
  if (!change || !kind || actor.kind !== 'staff') return refuse('request.not_found')
  const mayCheck = holds(actor, kind.check)
  if (!mayCheck && change.made_by !== actor.id) return refuse('request.not_found')
  return ok({
    ...rowOf(change, kinds),
    lines: linesOf(kind, change),
    proofs: [...(kind.proofs?.(confirmedChange(tx, change)) ?? [])],
    can: changeStepsOf({
      state: change.state,
      madeBy: change.made_by,
      by: actor.id,
      mayCheck,
      aboutUserId: change.subject_kind === 'staff_user' ? change.subject_id : null,
    }),
  })
}

function rowOf(row: ChangeRecord, kinds: ChangeKinds) {
  const state = stateOf(changeLifecycle, row.state)
  return {
    id: row.id,
    kind: row.kind,
    kindWord: kinds.get(row.kind)?.zh ?? row.kind,
    title: row.title,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    state,
    stateWord: changeLifecycle.states[state].zh,
    madeBy: { id: row.made_by, name: row.made_by_name },
    madeAt: row.made_at,
    checkedBy: row.checked_by ? { id: row.checked_by, name: row.checked_by_name ?? '' } : null,
    checkedAt: row.checked_at,
    comment: row.comment,
  }
}

function linesOf(kind: ChangeKind, change: ChangeRecord) {
  const before = entriesOf(change.before)
  const after = entriesOf(change.after)
  return [...new Set([...before.keys(), ...after.keys()])].map((field) => {
    const was = wordOf(kind, field, before.get(field))
    const will = wordOf(kind, field, after.get(field))
    return { label: kind.labels[field] ?? field, before: was, after: will, changed: was !== will }
  })
}

function entriesOf(json: unknown): Map<string, unknown> {
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
}

function wordOf(kind: ChangeKind, field: string, value: unknown): string {
  const own = kind.word?.(field, value)
  if (own !== undefined) return own
  if (value === undefined || value === null || value === '') return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => wordOf(kind, field, one)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
