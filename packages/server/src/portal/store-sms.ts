/** Reads the case of a number with whatever says whose telephone may ask for it (CLM-14). */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type AskedCase = {
  readonly reportId: string
  readonly claimId: string | null
  readonly person: { readonly salt: Buffer; readonly sealed: Buffer }
  readonly told: { readonly salt: Buffer; readonly sealed: Buffer }
}

type Row = {
  report_id: string
  claim_id: string | null
  salt: Buffer
  sealed: Buffer
  told_salt: Buffer
  told_sealed: Buffer
}

export async function caseByNumber(db: Db, tenantId: number, caseNo: string): Promise<AskedCase | undefined> {
  const { rows } = await sql<Row>`
    with asked as (
      select c.report_id, c.id as claim_id, c.person_id from claim c
      where c.tenant_id = ${tenantId} and c.claim_no = ${caseNo}
      union all
      select r.id, null::uuid, r.person_id from report r where r.tenant_id = ${tenantId} and r.report_no = ${caseNo}
    )
    select a.report_id, a.claim_id, p.salt, p.sealed, r.salt as told_salt, r.sealed as told_sealed
    from asked a join report r on r.tenant_id = ${tenantId} and r.id = a.report_id
    join person p on p.tenant_id = ${tenantId} and p.id = a.person_id limit 1`.execute(db)
  const row = rows[0]
  return (
    row && {
      reportId: row.report_id,
      claimId: row.claim_id,
      person: { salt: row.salt, sealed: row.sealed },
      told: { salt: row.told_salt, sealed: row.told_sealed },
    }
  )
}
