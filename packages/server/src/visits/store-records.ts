/** What was written down at visits; one record of a visit is its own, others lie beside (SRV-09). */
import type { HandedIn } from '@anpei/contract/visits'
import type { Instant } from '@anpei/domain/kernel'
import type { VisitResult } from '@anpei/domain/visits'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'

type Sealed = Pick<HandedIn, 'answers' | 'place' | 'witnesses' | 'note' | 'signedBy' | 'position'>
export type Standing = 'current' | 'beside' | 'not_chosen'

export type RecordRow = Sealed & {
  readonly id: string
  readonly standing: Standing
  readonly basedOn: number
  readonly madeBy: string
  readonly arrivedAt: Instant
  readonly finishedAt: Instant
  readonly receivedAt: Instant
  readonly result: VisitResult
  readonly checklistVersion: number
}

export async function insertRecord(
  tx: Tx,
  visitId: string,
  record: Omit<RecordRow, 'madeBy' | 'receivedAt'> & { readonly checklist: string },
): Promise<void> {
  const salt = tx.vault.newSalt()
  const { answers, place, witnesses, note, signedBy, position } = record
  const sealed: Sealed = { answers, place, witnesses, note, signedBy, position }
  await tx.db
    .insertInto('visit_record')
    .values({
      tenant_id: tx.actor.tenantId,
      id: record.id,
      visit_id: visitId,
      standing: record.standing,
      based_on: record.basedOn,
      made_by: tx.actor.id,
      arrived_at: record.arrivedAt,
      finished_at: record.finishedAt,
      received_at: tx.now,
      result: record.result,
      checklist: record.checklist,
      checklist_version: record.checklistVersion,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(sealed)),
    })
    .execute()
}

type Columns = Omit<RecordRow, keyof Sealed> & { salt: Buffer; sealed: Buffer }

const MOST_RECORDS = 20

export async function recordsOf(tx: Tx, visitId: string): Promise<RecordRow[]> {
  const { rows } = await sql<Columns>`select id, standing, based_on as "basedOn", made_by as "madeBy",
      coalesce(arrived_at, finished_at) as "arrivedAt", finished_at as "finishedAt", received_at as "receivedAt",
      result,
      checklist_version as "checklistVersion", salt, sealed
    from visit_record where tenant_id = ${tx.actor.tenantId} and visit_id = ${visitId}
    order by received_at, id limit ${MOST_RECORDS}`.execute(tx.db)
  return rows.map(({ salt, sealed, ...row }) => {
    const opened: Sealed = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, ...opened }
  })
}

/** Of the table aliased `v`: those about which a person has to choose. */
export function withBeside(tx: Tx): RawBuilder<boolean> {
  return sql<boolean>`v.id in (select r.visit_id from visit_record r
    where r.tenant_id = ${tx.actor.tenantId} and r.standing = 'beside')`
}

/** What lay beside, or was the visit's own, gives way. */
export async function setAside(tx: Tx, visitId: string): Promise<void> {
  await tx.db
    .updateTable('visit_record')
    .set({ standing: 'not_chosen', chosen_by: tx.actor.id, chosen_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('visit_id', '=', visitId)
    .where('standing', '<>', 'not_chosen')
    .execute()
}

/** The visit stays as it is: only what lies beside is put away. */
export async function putAwayBeside(tx: Tx, visitId: string): Promise<void> {
  await tx.db
    .updateTable('visit_record')
    .set({ standing: 'not_chosen', chosen_by: tx.actor.id, chosen_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('visit_id', '=', visitId)
    .where('standing', '=', 'beside')
    .execute()
}

export async function choose(tx: Tx, recordId: string): Promise<void> {
  await tx.db
    .updateTable('visit_record')
    .set({ standing: 'current', chosen_by: tx.actor.id, chosen_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', recordId)
    .execute()
}
