/** What the clocks' sweep is told of claims and reports, and how the board of what breaks next finds them (CLK-04). */
import { claimLifecycle, reportLifecycle } from '@anpei/domain/claims'
import { sql } from 'kysely'
import type { CaseBoards, CaseDirectory, CaseKnown } from '../sla/index.ts'
import type { Tx } from '../http/index.ts'
import { reportScope, type ReportTold } from './reports/store-reports.ts'
import { claimScope } from './store-claims.ts'

type Row = { id: string; no: string; personId: string | null; handlerId: string | null; institutionId: string | null }

export const claimDirectory: CaseDirectory = new Map([
  ['claim', claimsKnown],
  ['report', reportsKnown],
])
/** Both by the columns that filters and scopes ask for. */
const SHARED = {
  alias: 'c',
  due: sql`c.due_or_never`,
  dueClock: sql`c.due_clock`,
  owner: sql`c.owner_id`,
  institution: sql`c.institution_id`,
  person: sql`c.person_id`,
  village: sql`c.village_code`,
  permission: 'claim.read',
} as const
export const claimBoards: CaseBoards = new Map([
  [
    'claim',
    {
      ...SHARED,
      word: '赔案',
      table: 'claim',
      open: sql<boolean>`c.state not in ('closed', 'withdrawn')`,
      seen: ({ actor }) => claimScope(actor, 'claim.read'),
      no: sql`c.claim_no`,
      anxious: sql`c.anxious`,
      lifecycle: claimLifecycle,
    },
  ],
  [
    'report',
    {
      ...SHARED,
      word: '报案',
      table: 'report',
      open: sql<boolean>`c.state in ('draft', 'verified')`,
      seen: reportScope,
      no: sql`c.report_no`,
      lifecycle: reportLifecycle,
      sealedName: (text) => {
        const told: ReportTold = JSON.parse(text)
        return told.statedName
      },
    },
  ],
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
