/**
 * ORG-07, ORG-06: when somebody is recorded absent from today on, is taken out of service or lacks a certificate, each
 * open claim and report they own goes to the stand-in, or to whoever has the least open work; a later absence hands
 * over on its first morning by the nightly work. Idempotent: what has moved is not theirs any more.
 */
import { dayOfInstant, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { OFF_DUTY, standInFor } from '../identity/index.ts'
import { chooseClaimOwner, chooseReportOwner, forgetCandidates, mayOwnCases } from './owner.ts'
import { saveClaim } from './store-claims.ts'
import { saveReportOwner } from './reports/store-reports.ts'

const MOST_AT_ONCE = 500

type Row = {
  id: string
  person_id: string | null
  village_code: string | null
  kinds: string[]
  care_marks: string[] | null
  owner_id: string
}

export async function handOverAbsent(tx: Tx): Promise<number> {
  const { tenantId } = tx.actor
  forgetCandidates(tx)
  const claims = await absentOwned(
    tx,
    sql`claim`,
    sql`c.kinds`,
    sql`c.state not in ('closed', 'withdrawn')`,
    'claim.review',
  )
  for (const row of claims) {
    const ownerId = await nextOwner(tx, row, chooseClaimOwner)
    if (ownerId === null) continue
    await saveClaim(tx.db, tenantId, row.id, tx.now, { ownerId })
    recordHanded(tx, 'claim', row, ownerId)
  }
  const reports = await absentOwned(
    tx,
    sql`report`,
    sql`'{}'::text[]`,
    sql`c.state in ('draft', 'verified')`,
    'report.verify',
  )
  for (const row of reports) {
    const ownerId = await nextOwner(tx, row, chooseReportOwner)
    if (ownerId === null) continue
    await saveReportOwner(tx, row.id, ownerId)
    recordHanded(tx, 'report', row, ownerId)
  }
  return claims.length + reports.length
}

async function absentOwned(
  tx: Tx,
  table: RawBuilder<unknown>,
  kinds: RawBuilder<unknown>,
  open: RawBuilder<unknown>,
  permission: Permission,
): Promise<readonly Row[]> {
  const today = dayOfInstant(tx.now)
  const { rows } = await sql<Row>`select c.id, c.person_id, c.village_code, ${kinds} as kinds, c.owner_id,
      care_marks_of(c.tenant_id, c.person_id) as care_marks
    from ${table} c
    where c.tenant_id = ${tx.actor.tenantId} and ${open}
      and c.owner_id in (select off_duty(${tx.actor.tenantId}, ${permission}, ${today}))
    order by c.id limit ${MOST_AT_ONCE} for update of c`.execute(tx.db)
  return rows
}

async function nextOwner(tx: Tx, row: Row, choose: typeof chooseClaimOwner): Promise<string | null> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const standIn = await standInFor(tx.db, tenantId, row.owner_id, today)
  if (standIn && (await mayOwnCases(tx.db, tenantId, standIn.id, today))) return standIn.id
  const { village_code: villageCode, kinds, care_marks: careMarks } = row
  return choose(tx, { villageCode, kinds, careMarks: careMarks ?? [], apart: [row.owner_id] })
}

function recordHanded(tx: Tx, kind: 'claim' | 'report', row: Row, ownerId: string): void {
  tx.record({
    name: `${kind}.assigned`,
    subject: { kind, id: row.id },
    personId: row.person_id,
    reason: OFF_DUTY,
    facts: { ownerId, before: row.owner_id },
  })
}
