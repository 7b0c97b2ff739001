/** Requests for supplements (补充资料通知) with both times that stop and restart the legal clock (CLM-04, 解释二 15). */
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../../db/index.ts'

export type SupplementItemRow = { readonly code: string; readonly title: string; readonly why: string }
export type NewSupplement = {
  readonly id: string
  readonly claimId: string
  readonly requestNo: number
  readonly items: readonly SupplementItemRow[]
  readonly reason: string
  readonly allowedBy: string | null
  readonly letterId: string
  readonly madeBy: string
}

export async function insertSupplement(db: Db, tenantId: number, now: Instant, made: NewSupplement): Promise<void> {
  await db
    .insertInto('supplement_request')
    .values({
      tenant_id: tenantId,
      id: made.id,
      claim_id: made.claimId,
      request_no: made.requestNo,
      items: JSON.stringify(made.items),
      reason: made.reason,
      allowed_by: made.allowedBy,
      letter_id: made.letterId,
      made_by: made.madeBy,
      made_at: now,
    })
    .execute()
}

export async function saveSupplement(
  db: Db,
  tenantId: number,
  id: string,
  change: { readonly deliveredAt?: Instant; readonly arrivedAt?: Instant },
): Promise<void> {
  await db
    .updateTable('supplement_request')
    .set({
      ...(change.deliveredAt ? { delivered_at: change.deliveredAt } : {}),
      ...(change.arrivedAt ? { arrived_at: change.arrivedAt } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}
