/**
 * What a claim's checklist is made of, beside the papers themselves: waivers, requests for supplements, the account.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import type { ClaimRecord } from '../store-claims.ts'

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

export type FactsColumn = {
  readonly waived: readonly { readonly code: string; readonly waived_at: string }[] | null
  readonly account: boolean
  readonly supplements:
    | readonly {
        readonly id: string
        readonly request_no: number
        readonly items: readonly { readonly code: string }[]
        readonly letter_id: string | null
        readonly made_at: string
        readonly delivered_at: string | null
        readonly arrived_at: string | null
      }[]
    | null
}

/** A column of a statement that reads the claim `c`; what it holds becomes facts by `factsRead`. */
export const FACTS_COLUMN: RawBuilder<FactsColumn> = sql`json_build_object(
  'waived', (select json_agg(w) from claim_waiver w where w.tenant_id = c.tenant_id and w.claim_id = c.id),
  'account', exists (select 1 from payee_account a where a.tenant_id = c.tenant_id and a.person_id = c.person_id
    and a.state = 'confirmed'),
  'supplements', (select json_agg(s order by s.request_no) from supplement_request s
    where s.tenant_id = c.tenant_id and s.claim_id = c.id))`

export async function paperFactsOf(db: Db, tenantId: number, claim: ClaimRecord): Promise<PaperFacts> {
  const { rows } = await sql<{ facts: FactsColumn }>`select ${FACTS_COLUMN} as facts from claim c
    where c.tenant_id = ${tenantId} and c.id = ${claim.id}`.execute(db)
  if (!rows[0]) throw new Error(`claim ${claim.id} vanished`)
  return factsRead(rows[0].facts)
}

export function factsRead(column: FactsColumn): PaperFacts {
  return {
    waived: (column.waived ?? []).map((one) => ({ code: one.code, at: utc(one.waived_at) })),
    accountConfirmed: column.account,
    supplements: (column.supplements ?? []).map((one) => ({
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
