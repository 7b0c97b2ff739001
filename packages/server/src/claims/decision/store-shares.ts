/** Shares of beneficiaries and heirs in a line (CLM-12). */
import type { PayeeRelation } from '@anpei/domain/customers'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

/** What a second person confirms of shares, by its name in the changes that wait (ORG-05). */
export const SHARES_CHANGE = 'claim.shares'

/** Shares put forward and not decided yet hold back what is due for the line of `payment p`. */
export const SHARES_UNDECIDED = sql<boolean>`exists (select from change_request r where r.tenant_id = p.tenant_id
  and r.kind = ${sql.lit(SHARES_CHANGE)} and r.subject_id = p.claim_line_id and r.state = 'waiting')`

export type Share = { readonly payeeAccountId: string; readonly shareBps: number }

export async function sharesOfLine(db: Db, tenantId: number, lineId: string): Promise<Share[]> {
  return db
    .selectFrom('payment_share')
    .select(['payee_account_id as payeeAccountId', 'share_bps as shareBps'])
    .where('tenant_id', '=', tenantId)
    .where('claim_line_id', '=', lineId)
    .orderBy('share_no')
    .execute()
}

export type SharedPayee = {
  readonly id: string
  readonly holderName: string
  readonly relation: PayeeRelation
  readonly sealed: Buffer
  readonly salt: Buffer
}

export async function sharedPayees(db: Db, tenantId: number, ids: readonly string[]): Promise<SharedPayee[]> {
  const { rows } = await sql<SharedPayee>`select a.id, a.holder_name as "holderName", a.relation, a.sealed, p.salt
    from payee_account a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tenantId} and a.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export async function replaceShares(
  db: Db,
  tenantId: number,
  now: Instant,
  by: string,
  lineId: string,
  shares: readonly Share[],
): Promise<void> {
  await db.deleteFrom('payment_share').where('tenant_id', '=', tenantId).where('claim_line_id', '=', lineId).execute()
  await db
    .insertInto('payment_share')
    .values(
      shares.map((share, index) => ({
        tenant_id: tenantId,
        claim_line_id: lineId,
        share_no: index + 1,
        payee_account_id: share.payeeAccountId,
        share_bps: share.shareBps,
        made_by: by,
        made_at: now,
      })),
    )
    .execute()
}
