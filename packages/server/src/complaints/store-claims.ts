/** What a complaint takes over from the claim and the person it is about: nobody has to say it again (CMP-02). */
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { loadPerson, type PersonRecord } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

type ClaimKnown = { readonly id: string; readonly step: string; readonly personId: string }
type Subjects = { readonly claim: ClaimKnown | null; readonly person: PersonRecord | null }

async function claimOf(tx: Tx, claimId: string): Promise<ClaimKnown | undefined> {
  const { rows } = await sql<ClaimKnown>`select id, state as step, person_id as "personId" from claim
    where tenant_id = ${tx.actor.tenantId} and id = ${claimId}`.execute(tx.db)
  return rows[0]
}

/** The claim and the insured person; of a claim it is the claim's. */
export async function subjectsOf(
  tx: Tx,
  { claimId, personId }: { readonly claimId: string | null; readonly personId: string | null },
): Promise<Decision<Subjects>> {
  const claim = claimId === null ? null : await claimOf(tx, claimId)
  if (claim === undefined) return refuse('request.not_found')
  const aboutId = claim?.personId ?? personId
  const person = aboutId === null ? null : await loadPerson(tx.db, tx.actor.tenantId, aboutId)
  return person === undefined ? refuse('request.not_found') : ok({ claim, person })
}

export async function claimNumbers(tx: Tx, claimIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; no: string }>`select id, claim_no as no from claim
    where tenant_id = ${tx.actor.tenantId} and id = any(${claimIds}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.no]))
}
