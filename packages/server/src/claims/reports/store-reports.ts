/** Reads and writes reports (报案). What people said stands sealed; the rest is plain. */
import type { Accident, Reporter } from '@anpei/contract/claims'
import { reportLifecycle, type Cause, type ReportState } from '@anpei/domain/claims'
import { ok, refuse, stateOf, type Day, type Decision, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Vault } from '../../crypto/index.ts'
import type { Db, Writing } from '../../db/index.ts'
import { together, type Tx } from '../../http/index.ts'
import { claimScope } from '../store-claims.ts'

export type AccidentTold = z.output<typeof Accident>
/** What a report says about people, sealed under the report's own key. */
export type ReportTold = {
  readonly statedName: string
  readonly statedIdNumber: string
  readonly reporter: z.output<typeof Reporter>
  readonly accident: AccidentTold
}

export type ReportRecord = {
  readonly id: string
  readonly reportNo: string
  readonly state: ReportState
  readonly personId: string | null
  readonly villageCode: string | null
  readonly institutionId: string
  readonly ownerId: string | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly channel: string
  readonly accidentOn: Day | null
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly recordedBy: string | null
  readonly closingReason: string | null
  readonly told: ReportTold
  readonly salt: Buffer
}

export type NewReportRow = {
  readonly id: string
  readonly reportNo: string
  readonly personId: string | null
  readonly villageCode: string | null
  readonly institutionId: string
  readonly ownerId: string | null
  readonly dueAt: Instant | null
  readonly clockId: string | null
  readonly channel: string
  readonly receivedAt: Instant
  readonly recordedBy: string | null
  readonly told: ReportTold
}

export function newReportWriting(
  tx: Tx,
  report: NewReportRow,
  transitions: readonly Transition<ReportState>[],
): Writing {
  const salt = tx.vault.newSalt()
  return tx.db.insertInto('report').values({
    tenant_id: tx.actor.tenantId,
    id: report.id,
    report_no: report.reportNo,
    state: transitions.at(-1)?.to ?? reportLifecycle.initial,
    person_id: report.personId,
    village_code: report.villageCode,
    institution_id: report.institutionId,
    owner_id: report.ownerId,
    due_at: report.dueAt,
    due_clock: report.clockId,
    known_on: knownOn(report.told),
    channel: report.channel,
    reporter_relation: report.told.reporter.relation,
    accident_on: report.told.accident.accidentOn,
    received_at: report.receivedAt,
    recorded_at: tx.now,
    recorded_by: report.recordedBy,
    salt,
    sealed: tx.vault.seal(salt, JSON.stringify(report.told)),
  })
}

/** Since when those entitled know of the accident; not told = since the accident day (L05, 保险法 26). */
export function knownOn({ accident }: ReportTold): Day {
  return accident.knownOn ?? accident.accidentOn
}

export type ReportChange = {
  readonly transition?: Transition<ReportState>
  readonly personId?: string
  readonly villageCode?: string | null
  readonly institutionId?: string
  readonly ownerId?: string | null
  readonly duplicateOf?: string | null
  readonly closingReason?: string | null
  readonly told?: ReportTold
}

export async function saveReport(tx: Tx, report: ReportRecord, change: ReportChange): Promise<void> {
  const set = {
    state: change.transition?.to,
    person_id: change.personId,
    village_code: change.villageCode,
    institution_id: change.institutionId,
    owner_id: change.ownerId,
    known_on: change.told && knownOn(change.told),
    duplicate_of: change.duplicateOf,
    closing_reason: change.closingReason,
    sealed: change.told && tx.vault.seal(report.salt, JSON.stringify(change.told)),
    accident_on: change.told?.accident.accidentOn,
    reporter_relation: change.told?.reporter.relation,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  await tx.db
    .updateTable('report')
    .set(given)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', report.id)
    .execute()
}

export async function saveReportOwner(tx: Tx, reportId: string, ownerId: string): Promise<void> {
  await tx.db
    .updateTable('report')
    .set({ owner_id: ownerId })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', reportId)
    .execute()
}

type ReportColumns = {
  id: string
  report_no: string
  state: string
  person_id: string | null
  village_code: string | null
  institution_id: string
  owner_id: string | null
  due_at: Instant | null
  due_clock: string | null
  channel: string
  accident_on: Day | null
  received_at: Instant
  recorded_at: Instant
  recorded_by: string | null
  closing_reason: string | null
  salt: Buffer
  sealed: Buffer
}

const COLUMNS = sql`c.id, c.report_no, c.state, c.person_id, c.village_code, c.institution_id, c.owner_id, c.due_at,
  c.due_clock, c.channel, c.accident_on, c.received_at, c.recorded_at, c.recorded_by, c.closing_reason, c.salt,
  c.sealed`

/**
 * `lock` holds the report until the transaction ends. Reports without a village are seen by whole-tenant scopes and
 * their writer.
 */
export async function findReport(tx: Tx, reportId: string, lock = false): Promise<Decision<ReportRecord>> {
  const found = await sql<ReportColumns>`
    select ${COLUMNS} from report c
    where c.tenant_id = ${tx.actor.tenantId} and c.id = ${reportId} and ${reportScope(tx)}
    `.execute(tx.db)
  const row = found.rows[0]
  if (!row) return refuse('request.not_found')
  if (lock) {
    await sql`select 1 from report where tenant_id = ${tx.actor.tenantId} and id = ${reportId} for update`.execute(
      tx.db,
    )
    return findReport(tx, reportId)
  }
  return ok(toReport(row, tx.vault))
}

/** For errands of the system: the reports of all that are asked for together come in one statement. */
export const reportOfErrand = together(async (tx: Tx, ids: readonly string[]): Promise<(ReportRecord | null)[]> => {
  const { rows } = await sql<ReportColumns>`select ${COLUMNS} from report c
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  const byId = new Map(rows.map((row) => [row.id, toReport(row, tx.vault)]))
  return ids.map((id) => byId.get(id) ?? null)
})

/** Reports an actor may see, of the table aliased `c`: those of the scope, and those one took down. */
export function reportScope(tx: Tx): RawBuilder<boolean> {
  if (tx.actor.kind === 'system') return sql<boolean>`true`
  const permission = tx.actor.grants.has('claim.read') ? 'claim.read' : 'report.create'
  return sql<boolean>`(${claimScope(tx.actor, permission)} or c.recorded_by = ${tx.actor.id})`
}

function toReport(row: ReportColumns, vault: Vault): ReportRecord {
  return {
    id: row.id,
    reportNo: row.report_no,
    state: stateOf(reportLifecycle, row.state),
    personId: row.person_id,
    villageCode: row.village_code,
    institutionId: row.institution_id,
    ownerId: row.owner_id,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    channel: row.channel,
    accidentOn: row.accident_on,
    receivedAt: row.received_at,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    closingReason: row.closing_reason,
    salt: row.salt,
    told: readTold(vault.openText(row.salt, row.sealed)),
  }
}

/** The cause as told; papers depend on it (PRG-03). */
export function causeTold(vault: Vault, { salt, sealed }: { readonly salt: Buffer; readonly sealed: Buffer }): Cause {
  return readTold(vault.openText(salt, sealed)).accident.cause
}

/** The injury as told, by its ICD-10 code; empty where nobody said (CLM-07). */
export function injuryTold(vault: Vault, { salt, sealed }: { readonly salt: Buffer; readonly sealed: Buffer }): string {
  return readTold(vault.openText(salt, sealed)).accident.injuryCode ?? ''
}

function readTold(json: string): ReportTold {
  const told: ReportTold = JSON.parse(json)
  return told
}

export type LookAlike = {
  readonly id: string
  readonly kind: 'report' | 'claim'
  readonly no: string
  readonly accidentOn: Day | null
  readonly state: string
  readonly programmeId: string | null
}

/**
 * Other notices and claims of the person whose accident day lies within a day of this one. The day is compared so that
 * only the index by person serves: while tables are young the planner takes the one by day, and reads a whole disaster.
 * The state is looked at afterwards: else it takes an index of the open ones, and reads the same disaster.
 */
export async function lookAlikesOf(
  db: Db,
  tenantId: number,
  personId: string,
  accidentOn: Day,
  exceptReport: string | null,
): Promise<LookAlike[]> {
  const found = await sql<{
    id: string
    kind: 'report' | 'claim'
    no: string
    accident_on: Day
    state: string
    programme_id: string | null
  }>`
    with told as materialized (select id, report_no, accident_on, state from report
      where tenant_id = ${tenantId} and person_id = ${personId}
        and accident_on between ${accidentOn}::date - 1 and ${accidentOn}::date + 1
        and id is distinct from ${exceptReport})
    select id, 'claim' as kind, claim_no as no, accident_on, state, programme_id from claim
      where tenant_id = ${tenantId} and person_id = ${personId} and state <> 'withdrawn'
        and accident_on between ${accidentOn}::date - 1 and ${accidentOn}::date + 1
        and report_id is distinct from ${exceptReport}
    union all
    select id, 'report', report_no, accident_on, state, null from told where state in ('draft', 'verified')
    limit 20`.execute(db)
  return found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    no: row.no,
    accidentOn: row.accident_on,
    state: row.state,
    programmeId: row.programme_id,
  }))
}

export async function claimsOfReport(
  db: Db,
  tenantId: number,
  reportId: string,
): Promise<{ id: string; claimNo: string }[]> {
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'claim_no'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('claim_no')
    .execute()
  return rows.map((row) => ({ id: row.id, claimNo: row.claim_no }))
}
