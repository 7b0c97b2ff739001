/**
 * What a claim's checklist is made of, beside the papers themselves: waivers, requests for supplements, the account.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { ClaimRecord } from './store-claims.ts'

export type SupplementRow = {
  readonly id: string
  readonly requestNo: number
  readonly codes: readonly string[]
  readonly letterId: string | null
  readonly madeAt: Instant
  readonly deliveredAt: Instant | null
  readonly arrivedAt: Instant | null
}
export type PaperFacts = {
  readonly waived: readonly { readonly code: string; readonly at: Instant }[]
  readonly accountConfirmed: boolean
  readonly supplements: readonly SupplementRow[]
}

type Columns = {
  waived: { code: string; waived_at: string }[] | null
  account: boolean
  supplements:
    | {
        id: string
        request_no: number
        items: { code: string }[]
        letter_id: string | null
        made_at: string
        delivered_at: string | null
        arrived_at: string | null
      }[]
    | null
}

export async function paperFactsOf(db: Db, tenantId: number, claim: ClaimRecord): Promise<PaperFacts> {
  const found = await sql<Columns>`
    select
      (select json_agg(w) from claim_waiver w where w.tenant_id = ${tenantId} and w.claim_id = ${claim.id}) as waived,
      exists (select 1 from payee_account a where a.tenant_id = ${tenantId} and a.person_id = ${claim.personId}
        and a.state = 'confirmed') as account,
      (select json_agg(s order by s.request_no) from supplement_request s
        where s.tenant_id = ${tenantId} and s.claim_id = ${claim.id}) as supplements`.execute(db)
  const row = found.rows[0]
  return {
    waived: (row?.waived ?? []).map((one) => ({ code: one.code, at: utc(one.waived_at) })),
    accountConfirmed: row?.account ?? false,
    supplements: (row?.supplements ?? []).map((one) => ({
      id: one.id,
      requestNo: one.request_no,
      codes: one.items.map((item) => item.code),
      letterId: one.letter_id,
      madeAt: utc(one.made_at),
      deliveredAt: one.delivered_at && utc(one.delivered_at),
      arrivedAt: one.arrived_at && utc(one.arrived_at),
    })),
  }
}

/** Instants inside JSON come with an offset. */
function utc(text: string): Instant {
  return new Date(text).toISOString()
}

export type NewWaiver = { readonly code: string; readonly sealed: Buffer }

export async function insertWaivers(
  db: Db,
  tenantId: number,
  now: Instant,
  claimId: string,
  by: string,
  waivers: readonly NewWaiver[],
): Promise<void> {
  if (waivers.length === 0) return
  await db
    .insertInto('claim_waiver')
    .values(
      waivers.map((waiver) => ({
        tenant_id: tenantId,
        claim_id: claimId,
        code: waiver.code,
        sealed: waiver.sealed,
        waived_by: by,
        waived_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'claim_id', 'code']).doNothing())
    .execute()
}
