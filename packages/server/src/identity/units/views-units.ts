/** What a unit owes and has achieved, who answers for it, and guidance with its execution (ORG-02). */
import type {
  listGuidance as listRoute,
  viewGuidance as guidanceRoute,
  viewUnit as unitRoute,
} from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { unitName } from '../store-organisation.ts'
import { chainOf, findStaff } from '../store-staff.ts'
import {
  dutiesOf,
  findGuidance,
  headOf,
  receiptsOf,
  scoresOf,
  targetsOf,
  unitsOf,
  type GuidanceRecord,
} from './store-units.ts'

export async function viewUnit(
  tx: Tx,
  { params }: Input<typeof unitRoute>,
): Promise<Decision<Answer<typeof unitRoute>>> {
  const { db, actor } = tx
  const name = await unitName(db, actor.tenantId, params.kind, params.id)
  if (name === null) return refuse('request.not_found')
  const [duties, targets, scores, chain] = await Promise.all([
    dutiesOf(db, actor.tenantId, params.id),
    targetsOf(db, actor.tenantId, params.id),
    scoresOf(db, actor.tenantId, params.id),
    chainOfUnit(tx, params),
  ])
  return ok({
    ...params,
    name,
    duties,
    targets,
    scores,
    chain,
    can: holds(actor, 'organisation.guide') ? ['guide'] : [],
  })
}

/** The head of the unit, then everybody who answers for the head. */
async function chainOfUnit(tx: Tx, unit: { kind: 'institution' | 'department'; id: string }) {
  const { db, actor } = tx
  const day = dayOfInstant(tx.now)
  const headId = await headOf(db, actor.tenantId, unit)
  if (!headId) return []
  const [head, above] = await Promise.all([
    findStaff(db, actor.tenantId, headId, day),
    chainOf(db, actor.tenantId, headId, day),
  ])
  if (!head) return above
  const first = { id: head.id, name: head.name, post: head.post, absent: head.absent_until !== null, standIn: null }
  return [first, ...above]
}

export async function listGuidance(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const { db, actor } = tx
  if (actor.kind !== 'staff') return refuse('request.not_found')
  const mine = await unitsOf(db, actor.tenantId, actor.id)
  const rows = await findGuidance(db, actor.tenantId, {
    which: query.which,
    units: holds(actor, 'organisation.guide') ? null : mine,
    mine,
    day: dayOfInstant(tx.now),
    after: readCursor(query.cursor, 1)?.[0] ?? null,
    limit: query.limit + 1,
  })
  return ok(pageOf(rows, query.limit, (row) => [row.id], rowOf))
}

export async function viewGuidance(
  tx: Tx,
  { params }: Input<typeof guidanceRoute>,
): Promise<Decision<Answer<typeof guidanceRoute>>> {
  const { db, actor } = tx
  if (actor.kind !== 'staff') return refuse('request.not_found')
  const mine = await unitsOf(db, actor.tenantId, actor.id)
  const day = dayOfInstant(tx.now)
  const [row] = await findGuidance(db, actor.tenantId, {
    which: 'all',
    id: params.id,
    units: holds(actor, 'organisation.guide') ? null : mine,
    mine,
    day,
    after: null,
    limit: 1,
  })
  if (!row) return refuse('request.not_found')
  const receipts = await receiptsOf(db, actor.tenantId, params.id)
  return ok({
    ...rowOf(row),
    text: row.text,
    receipts: receipts.map((receipt) => ({
      unit: {
        kind: receipt.unit_kind === 'institution' ? 'institution' : 'department',
        id: receipt.unit_id,
        name: receipt.unit_name,
      },
      receivedAt: receipt.received_at,
      receivedBy: receipt.received_by,
      doneAt: receipt.done_at,
      doneBy: receipt.done_by,
      note: receipt.note,
      overdue: receipt.done_at === null && row.due_on < day,
      mine: mine.includes(receipt.unit_id),
    })),
  })
}

function rowOf(row: GuidanceRecord) {
  return {
    id: row.id,
    title: row.title,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    dueOn: row.due_on,
    units: row.units,
    received: row.received,
    done: row.done,
    overdue: row.overdue,
  }
}
