/** CMP-10: the board of closing debts: every told complaint and what it still lacks, the longest told first. */
import type { listClosingDebts as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { CLOSING_DEBTS, closingDebts } from '@anpei/domain/complaints'
import { ok, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, pageOf, readCursor } from '../../identity/index.ts'
import { complaintScope, type ComplaintTold } from '../store.ts'
import { closingFactsOf } from './closing-facts.ts'

type Row = {
  id: string
  complaint_no: string
  told_at: Instant
  salt: Buffer
  sealed: Buffer
  responsible_name: string | null
}

export async function listClosingDebts(
  tx: Tx,
  { query }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const [after, id] = readCursor(query.cursor, 2) ?? []
  const mine = sql<boolean>`c.tenant_id = ${tx.actor.tenantId} and c.state = 'told'
    and ${complaintScope(tx.actor, 'complaint.read')}`
  const beyond =
    after === undefined ? sql`true` : sql<boolean>`(c.told_at, c.id) > (${after}::timestamptz, ${id}::uuid)`
  const [{ rows }, total] = await Promise.all([
    sql<Row>`select c.id, c.complaint_no, c.told_at, c.salt, c.sealed, u.name as responsible_name
      from complaint c left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.responsible_id
      where ${mine} and ${beyond} order by c.told_at, c.id limit ${query.limit + 1}`.execute(tx.db),
    query.cursor ? null : countUpTo(tx.db, sql`select 1 from complaint c where ${mine}`),
  ])
  const facts = await closingFactsOf(
    tx,
    rows.map((row) => row.id),
  )
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.told_at, row.id],
      (row) => {
        const told: ComplaintTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
        const known = facts.get(row.id)
        return {
          id: row.id,
          complaintNo: row.complaint_no,
          name: told.complainant.name || '未留姓名',
          responsibleName: row.responsible_name,
          toldAt: row.told_at,
          debts: (known ? closingDebts(known) : []).map((code) => ({ code, text: CLOSING_DEBTS[code] })),
        }
      },
      total,
    ),
  )
}
