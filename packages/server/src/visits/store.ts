/**
 * Reads and writes visits (SRV-09). Names, telephones, addresses and words about a person lie sealed under the visit's
 * own key; a visit says whom it serves by { kind, id } and knows nothing of what that is.
 */
import {
  ok,
  refuse,
  scopesOf,
  stateOf,
  type Actor,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import {
  visitLifecycle,
  type Area,
  type EligibleBy,
  type Half,
  type VisitChannel,
  type VisitKind,
  type VisitPurpose,
  type VisitResult,
  type VisitState,
} from '@anpei/domain/visits'
import type { Position } from '@anpei/contract/visits'
import { sql, type RawBuilder } from 'kysely'
import { villageScope } from '../customers/index.ts'
import { papersOf } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'

/** What is said about the person, sealed. */
export type VisitTold = {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly why: string
  /** Where the visitor's browser said it was on arriving. */
  readonly position?: Position | null
}

export type VisitRecord = {
  readonly id: string
  readonly visitNo: string
  readonly kind: VisitKind
  readonly state: VisitState
  readonly revision: number
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly personId: string | null
  readonly villageCode: string | null
  readonly area: Area | null
  readonly areaKnown: boolean
  readonly purpose: VisitPurpose
  readonly channel: VisitChannel
  readonly eligibleBy: readonly EligibleBy[]
  readonly wishes: readonly string[]
  readonly visitorId: string | null
  readonly slotOn: Day | null
  readonly half: Half | null
  readonly seat: number | null
  readonly slotFrom: Instant | null
  readonly slotTo: Instant | null
  readonly uncoveredBy: string | null
  readonly requestedAt: Instant
  readonly setOutAt: Instant | null
  readonly arrivedAt: Instant | null
  readonly arrivalProof: readonly string[]
  readonly endedAt: Instant | null
  readonly result: VisitResult | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly told: VisitTold
}

type VisitColumns = Omit<VisitRecord, 'told' | 'state'> & { state: string; salt: Buffer; sealed: Buffer }

const COLUMNS = sql`v.id, v.visit_no as "visitNo", v.kind, v.state, v.revision, v.subject_kind as "subjectKind",
  v.subject_id as "subjectId", v.person_id as "personId", v.village_code as "villageCode", v.area,
  v.area_known as "areaKnown", v.purpose, v.channel, v.eligible_by as "eligibleBy", v.wishes,
  v.visitor_id as "visitorId", v.slot_on as "slotOn", v.half, v.seat, v.slot_from as "slotFrom", v.slot_to as "slotTo",
  v.uncovered_by as "uncoveredBy", v.requested_at as "requestedAt", v.set_out_at as "setOutAt",
  v.arrived_at as "arrivedAt", v.arrival_proof as "arrivalProof", v.ended_at as "endedAt", v.result,
  v.due_at as "dueAt", v.due_clock as "dueClock", v.salt, v.sealed`

/** Visits an actor may see, of the table aliased `v`: those of the scope, those one makes and those one wrote down. */
export function visitScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  // An account of the portal sees what it asked for itself.
  if (actor.kind === 'customer') return sql<boolean>`v.recorded_by = ${actor.id}::uuid`
  const scopes = scopesOf(actor, permission)
  if (scopes.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${villageScope(actor, permission, sql`v.village_code`)} or v.visitor_id = ${actor.id}::uuid
    or v.recorded_by = ${actor.id}::uuid)`
}

export async function findVisit(tx: Tx, visitId: string, permission: Permission): Promise<Decision<VisitRecord>> {
  return readVisit(tx, visitId, permission, sql``)
}

/** The visit, locked until the transaction ends. */
export async function lockVisit(tx: Tx, visitId: string, permission: Permission): Promise<Decision<VisitRecord>> {
  return readVisit(tx, visitId, permission, sql` for update`)
}

async function readVisit(
  tx: Tx,
  visitId: string,
  permission: Permission,
  more: RawBuilder<unknown>,
): Promise<Decision<VisitRecord>> {
  const [row] = await visitsWhere(tx, sql`v.id = ${visitId} and ${visitScope(tx.actor, permission)}${more}`)
  return row ? ok(row) : refuse('request.not_found')
}

/** `where`: the rest of the statement behind the tenant. */
export async function visitsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<VisitRecord[]> {
  const { rows } = await sql<VisitColumns>`select ${COLUMNS} from visit v
    where v.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map(({ salt, sealed, state, ...row }) => {
    const told: VisitTold = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, state: stateOf(visitLifecycle, state), told }
  })
}

export type NewVisitRow = {
  readonly id: string
  readonly visitNo: string
  readonly kind: VisitKind
  readonly subject: { readonly kind: string; readonly id: string } | null
  readonly personId: string | null
  readonly villageCode: string | null
  readonly area: { readonly area: Area; readonly known: boolean } | null
  readonly purpose: VisitPurpose
  readonly channel: VisitChannel
  readonly eligibleBy: readonly EligibleBy[]
  readonly wishes: readonly string[]
  readonly requestedAt: Instant
  readonly recordedBy: string | null
  readonly told: VisitTold
}

export async function insertVisit(tx: Tx, visit: NewVisitRow): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('visit')
    .values({
      tenant_id: tx.actor.tenantId,
      id: visit.id,
      visit_no: visit.visitNo,
      kind: visit.kind,
      state: visitLifecycle.initial,
      subject_kind: visit.subject?.kind ?? null,
      subject_id: visit.subject?.id ?? null,
      person_id: visit.personId,
      village_code: visit.villageCode,
      area: visit.area?.area ?? null,
      area_known: visit.area?.known ?? false,
      purpose: visit.purpose,
      channel: visit.channel,
      eligible_by: [...visit.eligibleBy],
      wishes: [...visit.wishes],
      requested_at: visit.requestedAt,
      recorded_by: visit.recordedBy,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(visit.told)),
    })
    .execute()
}

export type VisitChange = {
  readonly transition?: Transition<VisitState>
  readonly visitorId?: string
  readonly slot?: {
    readonly on: Day
    readonly half: Half
    readonly seat: number | null
    readonly from: Instant
    readonly to: Instant
  }
  readonly uncoveredBy?: string | null
  readonly setOutAt?: Instant | null
  readonly arrivedAt?: Instant | null
  readonly arrivalProof?: readonly string[]
  readonly endedAt?: Instant | null
  readonly result?: VisitResult
  readonly told?: VisitTold
}

/** Every change makes a new revision. */
export async function saveVisit(tx: Tx, visitId: string, change: VisitChange): Promise<void> {
  const { slot } = change
  const set = {
    state: change.transition?.to,
    visitor_id: change.visitorId,
    slot_on: slot?.on,
    half: slot?.half,
    seat: slot?.seat,
    slot_from: slot?.from,
    slot_to: slot?.to,
    uncovered_by: change.uncoveredBy,
    set_out_at: change.setOutAt,
    arrived_at: change.arrivedAt,
    arrival_proof: change.arrivalProof && [...change.arrivalProof],
    ended_at: change.endedAt,
    result: change.result,
  }
  const salt = tx.vault.newSalt()
  const sealed = change.told && { salt, sealed: tx.vault.seal(salt, JSON.stringify(change.told)) }
  const given = Object.fromEntries(Object.entries({ ...set, ...sealed }).filter(([, value]) => value !== undefined))
  await tx.db
    .updateTable('visit')
    .set((eb) => ({ ...given, revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', visitId)
    .execute()
}

/** How many photos the visit has already. */
export async function visitPhotos(tx: Tx, visitId: string): Promise<number> {
  const papers = await papersOf(tx.db, tx.actor.tenantId, [visitId], null)
  return papers.filter((paper) => paper.code === 'visit_photo').length
}

export async function visitorOf(tx: Tx, visitId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select visitor_id as id from visit
    where tenant_id = ${tx.actor.tenantId} and id = ${visitId}`.execute(tx.db)
  return rows[0]?.id ?? null
}
