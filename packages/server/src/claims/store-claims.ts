/** Reads, locks and writes claims and their lines. The WHERE carries the actor's scope: not yours = not found. */
import { claimLifecycle, lineLifecycle, type ClaimClass, type ClaimState, type LineState } from '@anpei/domain/claims'
import {
  refuse,
  ok,
  scopesOf,
  stateOf,
  type Actor,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { writeAsOne, type Db, type Writing } from '../db/index.ts'
import { together, type Tx } from '../http/index.ts'
import { anyScope } from '../identity/index.ts'
import { caseSoFar, keepCaseSoFar, type CaseSoFar } from '../sla/index.ts'

export type LineRecord = {
  readonly id: string
  readonly benefit: string
  readonly state: LineState
  readonly payableFen: bigint
  readonly paidFen: bigint
  readonly reserveFen: bigint
  readonly denialCodes: readonly string[]
  readonly decidedRevision: number | null
  /** Agreed to before the decision (CLM-13). */
  readonly advancedFen: bigint
}

export type ClaimRecord = {
  readonly id: string
  readonly claimNo: string
  readonly reportId: string
  readonly programmeId: string
  readonly versionId: string
  readonly personId: string
  readonly villageCode: string | null
  readonly institutionId: string
  readonly state: ClaimState
  readonly class: ClaimClass
  readonly ownerId: string | null
  readonly accidentOn: Day
  readonly vehicle: string
  readonly kinds: readonly string[]
  readonly receivedAt: Instant
  readonly requestedAt: Instant | null
  readonly papersCompletedAt: Instant | null
  readonly decidedAt: Instant | null
  readonly revision: number
  readonly reopenedCount: number
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly lines: readonly LineRecord[]
}

/** What a scope allows of the table aliased `c`; several scopes widen each other. */
export function claimScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  if (scopesOf(actor, permission).some((scope) => scope.kind === 'tenant')) return sql<boolean>`true`
  return anyScope(actor, permission, (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'institution':
        return sql<boolean>`c.institution_id = any(${scope.institutionIds}::uuid[])`
      case 'division':
        return sql<boolean>`c.village_code = any(${scope.villageCodes}::text[])`
      case 'own':
        return sql<boolean>`c.owner_id = ${scope.userId}`
      case 'person':
        return sql<boolean>`c.person_id = ${scope.personId}`
      case 'claim':
        return sql<boolean>`c.id = ${scope.claimId}`
    }
  })
}

type ClaimColumns = {
  id: string
  claim_no: string
  report_id: string
  programme_id: string
  programme_version_id: string
  person_id: string
  village_code: string | null
  institution_id: string
  state: string
  class: string
  owner_id: string | null
  accident_on: Day
  vehicle: string
  kinds: string[]
  received_at: Instant
  requested_at: Instant | null
  papers_completed_at: Instant | null
  decided_at: Instant | null
  revision: number
  reopened_count: number
  salt: Buffer
  sealed: Buffer
  lines: {
    id: string
    benefit: string
    state: string
    payable_fen: number
    paid_fen: number
    reserve_fen: number
    denial_codes: string[]
    decided_revision: number | null
    advanced_fen: number
  }[]
}

/**
 * The claim with its lines, locked until the transaction ends. Its key never changes: rows that refer to the claim may
 * be written meanwhile, and the courier, who writes many of them at once, keeps no command waiting. The lines
 * and the events are asked for behind the lock, in a statement of their own: after a wait it sees what the other one
 * left.
 */
export async function lockClaim(tx: Tx, claimId: string, permission: Permission): Promise<Decision<ClaimRecord>> {
  const locked = await lockClaimAnd(tx, claimId, permission, sql<null>`null::json`)
  return locked.ok ? ok(locked.value.claim) : locked
}

/** `more`: a column of the locked claim `c` that is read with its lines, in the same statement. */
export async function lockClaimAnd<More>(
  tx: Tx,
  claimId: string,
  permission: Permission,
  more: RawBuilder<More>,
): Promise<Decision<{ readonly claim: ClaimRecord; readonly more: More }>> {
  const locking = claimRow(tx, claimId, permission, sql`null::json`, sql` for no key update of c`)
  const reading = sql<Pick<ClaimColumns, 'lines'> & { soFar: CaseSoFar; more: More }>`
    select ${LINES} as lines, ${caseSoFar(tx.actor.tenantId, claimId)} as "soFar", ${more} as more from claim c
    where c.tenant_id = ${tx.actor.tenantId} and c.id = ${claimId}`.execute(tx.db)
  const [row, { rows }] = await Promise.all([locking, reading])
  const [read] = rows
  if (!row || !read) return refuse('request.not_found')
  keepCaseSoFar(tx, claimId, read.soFar)
  return ok({ claim: toRecord({ ...row, lines: read.lines }), more: read.more })
}

export async function findClaim(tx: Tx, claimId: string, permission: Permission): Promise<Decision<ClaimRecord>> {
  const row = await claimRow(tx, claimId, permission, LINES, sql``)
  return row ? ok(toRecord(row)) : refuse('request.not_found')
}

/** For errands of the system, which many do side by side: their claims come in one statement. */
export const claimOfErrand = together(async (tx: Tx, ids: readonly string[]): Promise<(ClaimRecord | null)[]> => {
  const { rows } = await sql<ClaimColumns>`select ${COLUMNS}, ${LINES} as lines from claim c
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${ids}::uuid[])`.execute(tx.db)
  const byId = new Map(rows.map((row) => [row.id, toRecord(row)]))
  return ids.map((id) => byId.get(id) ?? null)
})

const COLUMNS = sql`c.id, c.claim_no, c.report_id, c.programme_id, c.programme_version_id, c.person_id, c.village_code,
  c.institution_id, c.state, c.class, c.owner_id, c.accident_on, c.vehicle, c.kinds, c.received_at, c.requested_at,
  c.papers_completed_at, c.decided_at, c.revision, c.reopened_count, c.salt, c.sealed`
const LINES = sql`(select json_agg(l order by l.benefit) from claim_line l where l.tenant_id = c.tenant_id
  and l.claim_id = c.id)`

async function claimRow(
  tx: Tx,
  claimId: string,
  permission: Permission,
  lines: RawBuilder<unknown>,
  lock: RawBuilder<unknown>,
): Promise<ClaimColumns | undefined> {
  const { tenantId } = tx.actor
  const allowed = tx.actor.kind === 'system' ? sql<boolean>`true` : claimScope(tx.actor, permission)
  const found = await sql<ClaimColumns>`
    select ${COLUMNS}, ${lines} as lines from claim c
    where c.tenant_id = ${tenantId} and c.id = ${claimId} and ${allowed}${lock}`.execute(tx.db)
  return found.rows[0]
}

function toRecord(row: ClaimColumns): ClaimRecord {
  return {
    id: row.id,
    claimNo: row.claim_no,
    reportId: row.report_id,
    programmeId: row.programme_id,
    versionId: row.programme_version_id,
    personId: row.person_id,
    villageCode: row.village_code,
    institutionId: row.institution_id,
    state: stateOf(claimLifecycle, row.state),
    class: claimClass(row.class),
    ownerId: row.owner_id,
    accidentOn: row.accident_on,
    vehicle: row.vehicle,
    kinds: row.kinds,
    receivedAt: row.received_at,
    requestedAt: row.requested_at,
    papersCompletedAt: row.papers_completed_at,
    decidedAt: row.decided_at,
    revision: row.revision,
    reopenedCount: row.reopened_count,
    salt: row.salt,
    sealed: row.sealed,
    lines: (row.lines ?? []).map((line) => ({
      id: line.id,
      benefit: line.benefit,
      state: stateOf(lineLifecycle, line.state),
      payableFen: BigInt(line.payable_fen),
      paidFen: BigInt(line.paid_fen),
      reserveFen: BigInt(line.reserve_fen),
      denialCodes: line.denial_codes,
      decidedRevision: line.decided_revision,
      advancedFen: BigInt(line.advanced_fen),
    })),
  }
}

export function claimClass(text: string): ClaimClass {
  if (text === 'simple' || text === 'standard' || text === 'complex' || text === 'special' || text === 'mass')
    return text
  throw new Error(`unknown claim class ${text}`)
}

export type ClaimChange = {
  readonly transition?: Transition<ClaimState>
  readonly class?: ClaimClass
  readonly ownerId?: string | null
  readonly requestedAt?: Instant
  readonly papersCompletedAt?: Instant | null
  readonly decidedAt?: Instant | null
  readonly closedAt?: Instant | null
  readonly closingReason?: string | null
  readonly dueAt?: Instant | null
  readonly dueClock?: string | null
  readonly anxious?: boolean
  readonly reopenedCount?: number
  readonly payableFen?: bigint
  readonly paidFen?: bigint
  readonly reserveFen?: bigint
  readonly vehicle?: string
}

/** Every write counts as a touch and moves the revision; only the given fields change. */
export async function saveClaim(
  db: Db,
  tenantId: number,
  claimId: string,
  now: Instant,
  change: ClaimChange,
  beside: readonly Writing[] = [],
): Promise<void> {
  await writeAsOne(db, [...beside, claimWriting(db, tenantId, claimId, now, change)])
}

function claimWriting(db: Db, tenantId: number, claimId: string, now: Instant, change: ClaimChange): Writing {
  const set = {
    state: change.transition?.to,
    class: change.class,
    owner_id: change.ownerId,
    requested_at: change.requestedAt,
    papers_completed_at: change.papersCompletedAt,
    decided_at: change.decidedAt,
    closed_at: change.closedAt,
    closing_reason: change.closingReason,
    due_at: change.dueAt,
    due_clock: change.dueClock,
    anxious: change.anxious,
    reopened_count: change.reopenedCount,
    payable_fen: change.payableFen,
    paid_fen: change.paidFen,
    reserve_fen: change.reserveFen,
    vehicle: change.vehicle,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  return db
    .updateTable('claim')
    .set({
      ...given,
      touched_at: now,
      touch_count: sql`touch_count + 1`,
      revision: sql`revision + 1`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', claimId)
}

export type LineChange = {
  readonly transition?: Transition<LineState>
  readonly payableFen?: bigint
  readonly paidFen?: bigint
  readonly reserveFen?: bigint
  readonly denialCodes?: readonly string[]
  readonly decidedAt?: Instant | null
  readonly decidedRevision?: number | null
  readonly advancedFen?: bigint
}

export async function saveLine(db: Db, tenantId: number, lineId: string, change: LineChange): Promise<void> {
  await writeAsOne(db, lineWritings(db, tenantId, lineId, change))
}

export function lineWritings(db: Db, tenantId: number, lineId: string, change: LineChange): Writing[] {
  const set = {
    state: change.transition?.to,
    payable_fen: change.payableFen,
    paid_fen: change.paidFen,
    reserve_fen: change.reserveFen,
    denial_codes: change.denialCodes,
    decided_at: change.decidedAt,
    decided_revision: change.decidedRevision,
    advanced_fen: change.advancedFen,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return []
  return [db.updateTable('claim_line').set(given).where('tenant_id', '=', tenantId).where('id', '=', lineId)]
}

export type NewClaim = {
  readonly id: string
  readonly claimNo: string
  readonly reportId: string
  readonly programmeId: string
  readonly versionId: string
  readonly personId: string
  readonly villageCode: string | null
  readonly institutionId: string
  readonly class: ClaimClass
  readonly ownerId: string | null
  readonly accidentOn: Day
  readonly vehicle: string
  readonly kinds: readonly string[]
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
  readonly reserveFen: bigint
}
export type NewLine = { readonly id: string; readonly benefit: string; readonly reserveFen: bigint }

export function newClaimWritings(
  db: Db,
  tenantId: number,
  now: Instant,
  claim: NewClaim,
  lines: readonly NewLine[],
): Writing[] {
  return [
    db.insertInto('claim').values({
      tenant_id: tenantId,
      id: claim.id,
      claim_no: claim.claimNo,
      report_id: claim.reportId,
      programme_id: claim.programmeId,
      programme_version_id: claim.versionId,
      person_id: claim.personId,
      village_code: claim.villageCode,
      institution_id: claim.institutionId,
      state: claimLifecycle.initial,
      class: claim.class,
      owner_id: claim.ownerId,
      accident_on: claim.accidentOn,
      vehicle: claim.vehicle,
      kinds: [...claim.kinds],
      received_at: claim.receivedAt,
      due_at: claim.dueAt,
      due_clock: claim.dueClock,
      touched_at: now,
      reserve_fen: claim.reserveFen,
      salt: claim.salt,
      sealed: claim.sealed,
    }),
    db.insertInto('claim_line').values(
      lines.map((line) => ({
        tenant_id: tenantId,
        id: line.id,
        claim_id: claim.id,
        benefit: line.benefit,
        state: lineLifecycle.initial,
        reserve_fen: line.reserveFen,
      })),
    ),
  ]
}
