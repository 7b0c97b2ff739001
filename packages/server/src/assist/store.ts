/**
 * Reads and writes assisted claims (ORG-01). Rows of the broker hold the client and the papers; links and receipts lie
 * in the insurer's tenant. Nothing here reads across the wall: each function works in the tenant its transaction is
 * set to.
 */
import type { Accident } from '@anpei/contract/claims'
import { assistLifecycle, type AssistState } from '@anpei/domain/assist'
import { ok, refuse, stateOf, type Actor, type Decision, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { anyScope } from '../identity/index.ts'

/** What a case says about the client, sealed under the case's own key. */
export type AssistTold = {
  readonly idNumber: string
  readonly phone: string
  readonly accident: z.output<typeof Accident>
}
/** One claim of the insurer as the broker may know it: codes and sums. */
export type FollowedClaim = {
  readonly claimNo: string
  readonly state: string
  readonly payableFen: number | null
  readonly paidFen: number | null
  readonly letters: readonly string[]
}

export type AssistRecord = {
  readonly id: string
  readonly assistNo: string
  readonly state: AssistState
  readonly clientName: string
  readonly insurerTenantId: number | null
  readonly insurerName: string
  readonly outsideClaimNo: string | null
  readonly reportId: string | null
  readonly reportNo: string | null
  readonly progress: readonly FollowedClaim[]
  readonly news: number
  readonly ownerId: string | null
  readonly createdAt: Instant
  readonly submittedAt: Instant | null
  readonly updatedAt: Instant
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly told: AssistTold
}

type AssistColumns = {
  id: string
  assist_no: string
  state: string
  client_name: string
  insurer_tenant_id: number | null
  insurer_name: string
  outside_claim_no: string | null
  report_id: string | null
  report_no: string | null
  progress: FollowedClaim[]
  news: number
  owner_id: string | null
  created_at: Instant
  submitted_at: Instant | null
  updated_at: Instant
  due_at: Instant | null
  due_clock: string | null
  salt: Buffer
  sealed: Buffer
}

/** What a scope allows of the table aliased `a`; several scopes widen each other. */
export function assistScope(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  return anyScope(actor, 'assist.open', (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'own':
        return sql<boolean>`a.owner_id = ${scope.userId}`
      case 'institution':
        return sql<boolean>`exists (select 1 from staff_user u where u.tenant_id = a.tenant_id
        and u.id = a.owner_id and u.institution_id = any(${scope.institutionIds}::uuid[]))`
      case 'division':
      case 'person':
      case 'claim':
        return sql<boolean>`false`
    }
  })
}

export async function findAssist(tx: Tx, assistId: string): Promise<Decision<AssistRecord>> {
  return readAssist(tx, assistId, sql``)
}

/** The case, locked until the transaction ends. */
export async function lockAssist(tx: Tx, assistId: string): Promise<Decision<AssistRecord>> {
  return readAssist(tx, assistId, sql` for update`)
}

/** Locked, unless a look at the insurer's case as new as this one has been written down already. */
export async function lockUnlessNewer(tx: Tx, assistId: string, lookedAt: string): Promise<Decision<AssistRecord>> {
  return readAssist(
    tx,
    assistId,
    sql` and (a.followed_at is null or a.followed_at <= ${lookedAt}::timestamptz) for update`,
  )
}

async function readAssist(tx: Tx, assistId: string, more: RawBuilder<unknown>): Promise<Decision<AssistRecord>> {
  const found = await sql<AssistColumns>`
    select a.id, a.assist_no, a.state, a.client_name, a.insurer_tenant_id, a.insurer_name, a.outside_claim_no,
      a.report_id, a.report_no, a.progress, a.news, a.owner_id, a.created_at, a.submitted_at, a.updated_at, a.due_at,
      a.due_clock, a.salt, a.sealed
    from assisted_claim a where a.tenant_id = ${tx.actor.tenantId} and a.id = ${assistId} and ${assistScope(tx.actor)}
    ${more}`.execute(tx.db)
  const row = found.rows[0]
  return row ? ok(toRecord(tx, row)) : refuse('request.not_found')
}

function toRecord(tx: Tx, row: AssistColumns): AssistRecord {
  const told: AssistTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return {
    id: row.id,
    assistNo: row.assist_no,
    state: stateOf(assistLifecycle, row.state),
    clientName: row.client_name,
    insurerTenantId: row.insurer_tenant_id,
    insurerName: row.insurer_name,
    outsideClaimNo: row.outside_claim_no,
    reportId: row.report_id,
    reportNo: row.report_no,
    progress: row.progress,
    news: row.news,
    ownerId: row.owner_id,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    dueAt: row.due_at,
    dueClock: row.due_clock,
    told,
  }
}

export type NewAssist = {
  readonly id: string
  readonly assistNo: string
  readonly clientName: string
  readonly insurerTenantId: number | null
  readonly insurerName: string
  readonly ownerId: string | null
  readonly told: AssistTold
}

export async function insertAssist(tx: Tx, assist: NewAssist): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('assisted_claim')
    .values({
      tenant_id: tx.actor.tenantId,
      id: assist.id,
      assist_no: assist.assistNo,
      state: assistLifecycle.initial,
      client_name: assist.clientName,
      insurer_tenant_id: assist.insurerTenantId,
      insurer_name: assist.insurerName,
      owner_id: assist.ownerId,
      created_at: tx.now,
      updated_at: tx.now,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(assist.told)),
    })
    .execute()
}

export type AssistChange = {
  readonly transition?: Transition<AssistState> | null
  readonly outsideClaimNo?: string
  readonly report?: { readonly id: string; readonly reportNo: string }
  readonly progress?: readonly FollowedClaim[]
  /** The database's time of the look that brought this. */
  readonly lookedAt?: string
  readonly submittedAt?: Instant
  readonly news?: number
}

export async function saveAssist(tx: Tx, assistId: string, change: AssistChange): Promise<void> {
  const set = {
    state: change.transition?.to,
    outside_claim_no: change.outsideClaimNo,
    report_id: change.report?.id,
    report_no: change.report?.reportNo,
    progress: change.progress && JSON.stringify(change.progress),
    followed_at: change.lookedAt,
    submitted_at: change.submittedAt,
    news: change.news,
  }
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  await tx.db
    .updateTable('assisted_claim')
    .set({ ...given, updated_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', assistId)
    .execute()
}

/** Somebody has looked: no change of the case itself. */
export async function clearNews(tx: Tx, assistId: string): Promise<void> {
  await tx.db
    .updateTable('assisted_claim')
    .set({ news: 0 })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', assistId)
    .execute()
}

/** The tenant's own kind and name, and the insurers of this installation. */
export async function housesOf(tx: Tx): Promise<{
  kind: string
  name: string
  insurers: { id: number; name: string }[]
}> {
  const [own, insurers] = await Promise.all([
    tx.db
      .selectFrom('tenant')
      .select(['kind', 'name'])
      .where('tenant_id', '=', tx.actor.tenantId)
      .executeTakeFirstOrThrow(),
    sql<{ id: number; name: string }>`select id, name from insurers_here()`.execute(tx.db),
  ])
  return { kind: own.kind, name: own.name, insurers: insurers.rows }
}

export async function insertAssistPapers(tx: Tx, assistId: string, documentIds: readonly string[]): Promise<void> {
  await tx.db
    .insertInto('assist_paper')
    .values(
      documentIds.map((documentId) => ({
        tenant_id: tx.actor.tenantId,
        document_id: documentId,
        assist_id: assistId,
      })),
    )
    .execute()
}

/** Paper → when it reached the insurer, null while it has not. */
export async function handedAtOf(db: Db, tenantId: number, assistId: string): Promise<Map<string, Instant | null>> {
  const rows = await db
    .selectFrom('assist_paper')
    .select(['document_id', 'handed_at'])
    .where('tenant_id', '=', tenantId)
    .where('assist_id', '=', assistId)
    .execute()
  return new Map(rows.map((row) => [row.document_id, row.handed_at]))
}

export async function markHanded(tx: Tx, documentIds: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('assist_paper')
    .set({ handed_at: tx.now })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('document_id', 'in', [...documentIds])
    .where('handed_at', 'is', null)
    .execute()
}
