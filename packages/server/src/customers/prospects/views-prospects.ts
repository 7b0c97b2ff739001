/** Prospects as screens see them (CUS-01, CUS-08). */
import type { listProspects as route, ProspectView } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskPhone } from '@anpei/domain/customers'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { prospects, type ProspectRow } from './store-prospects.ts'

export async function listProspects(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const before = readCursor(query.cursor, 1)?.[0] ?? null
  const asked = { joined: query.joined ?? false, before, limit: query.limit + 1 }
  const rows = await prospects(tx.db, tx.actor.tenantId, asked)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => prospectView(tx, row),
    ),
  )
}

export function prospectView(tx: Tx, row: ProspectRow): ProspectView {
  const secret: { phone: string; note: string } = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return {
    id: row.id,
    name: row.name,
    phoneMasked: maskPhone(secret.phone),
    villageName: row.village_name,
    note: secret.note,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    joinedAt: row.joined_at,
    alike: row.alike.map((one) => ({ ...one, sameName: one.name === row.name })),
    can: row.joined_at === null ? ['join'] : [],
  }
}
