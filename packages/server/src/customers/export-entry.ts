/**
 * CUS-09: every file with personal data that is made to leave a screen has an entry with who, why, for whom and how
 * many, and carries its number. For somebody outside it needs a sharing entry that is confirmed and in force.
 */
import { decideSharing } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Mark } from '../files/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { purposes } from './privacy-lists.ts'
import { findSharing, insertExport } from './store-sharing.ts'

export type NewExport = {
  readonly what: string
  readonly format: string
  readonly reason: string
  /** Null: it stays in the house, or goes to the person it is about. */
  readonly partnerId: string | null
  readonly rowCount: number | null
  readonly sha256: Buffer | null
  readonly subjectId: string | null
  /** Of many persons, none of whom was asked. */
  readonly bulk: boolean
}

export async function enterExport(tx: Tx, made: NewExport): Promise<Decision<{ id: string; mark: Mark }>> {
  if (made.partnerId !== null) {
    const entry = await findSharing(tx.db, tx.actor.tenantId, made.partnerId)
    const allowed = decideSharing(
      entry && { state: entry.state, fromOn: entry.from_on, toOn: entry.to_on },
      dayOfInstant(tx.now),
    )
    if (!allowed.ok) return allowed
    const purpose = purposes().find((one) => one.id === entry?.purpose)
    if (made.bulk && purpose?.basis === 'consent') return refuse('customers.sharing_needs_consent')
  }
  const id = newId()
  const no = await tx.app.numbers.draw(tx.db, 'export', tx.now)
  const { bulk: _bulk, ...entry } = made
  await insertExport(tx, { id, exportNo: no, ...entry })
  tx.record({
    name: 'export.made',
    subject: { kind: 'export_record', id },
    facts: { exportNo: no, what: made.what, format: made.format, partnerId: made.partnerId, rows: made.rowCount },
  })
  const at = new Date(Date.parse(tx.now) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return ok({ id, mark: { no, text: `导出 ${no}　${tx.actor.name}　${at}` } })
}
