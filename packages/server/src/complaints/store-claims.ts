/** What a complaint takes over from the claim it is about: nobody has to say it again (CMP-02). */
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'

export type ClaimKnown = { readonly id: string; readonly step: string; readonly personId: string }

export async function claimOf(tx: Tx, claimId: string): Promise<ClaimKnown | undefined> {
  const { rows } = await sql<ClaimKnown>`select id, state as step, person_id as "personId" from claim
    where tenant_id = ${tx.actor.tenantId} and id = ${claimId}`.execute(tx.db)
  return rows[0]
}
