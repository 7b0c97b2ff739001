/** What the clocks' sweep is told of claims and reports: number, handler, institution (SLA §2 rule 10). */
import { sql } from 'kysely'
import type { CaseDirectory, CaseKnown } from '../sla/index.ts'
import type { Tx } from '../http/index.ts'

type Row = { id: string; no: string; personId: string | null; handlerId: string | null; institutionId: string | null }

export const claimDirectory: CaseDirectory = new Map([
  ['claim', claimsKnown],
  ['report', reportsKnown],
])

async function claimsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<Row>`select id, claim_no as no, person_id as "personId", owner_id as "handlerId",
      institution_id as "institutionId" from claim
    where tenant_id = ${tx.actor.tenantId} and id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function reportsKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseKnown>> {
  const { rows } = await sql<Row>`select r.id, r.report_no as no, r.person_id as "personId", r.owner_id as "handlerId",
      r.institution_id as "institutionId" from report r
    where r.tenant_id = ${tx.actor.tenantId} and r.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
