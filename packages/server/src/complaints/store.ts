/** Reads and writes complaints (CMP). What says who it is and what was said lies sealed under the complaint's salt. */
import {
  complaintLifecycle,
  isProofAmong,
  type BusinessLine,
  type Cause,
  type CauseGroup,
  type ComplaintClass,
  type ComplaintLabel,
  type ComplaintOutcome,
  type ComplaintState,
  type Concerned,
  type MissingItem,
  type Representation,
  type Severity,
  type Urgency,
} from '@anpei/domain/complaints'
import {
  ok,
  refuse,
  stateOf,
  type Actor,
  type Day,
  type Decision,
  type Instant,
  type Permission,
  type Transition,
} from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { anyScope } from '../identity/index.ts'
import { keepDue, readCaseSoFar } from '../sla/index.ts'

export type ComplaintTold = {
  readonly complainant: {
    readonly name: string
    readonly phone: string
    readonly email: string
    readonly address: string
    readonly relation: string
  }
  readonly matter: { readonly facts: string; readonly demand: string; readonly remedy: string }
  readonly policyNo: string
  readonly respondentText: string
  /** The insured person as named, where it was not known who that is. */
  readonly aboutName?: string
}

export type ComplaintRecord = Concerned & {
  readonly id: string
  readonly complaintNo: string
  readonly state: ComplaintState
  readonly label: ComplaintLabel
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly recordedBy: string | null
  readonly representation: Representation
  readonly mandateDocumentIds: readonly string[]
  readonly mandateUntil: Day | null
  /** When the proof that came last was handed in; null: there is none nobody looked at. */
  readonly mandateArrivedAt: Instant | null
  readonly peopleCount: number
  readonly spokespersonCount: number
  readonly major: boolean
  readonly receptionArea: string
  readonly areaRecorded: boolean | null
  readonly postmarkedOn: Day | null
  readonly missing: readonly MissingItem[]
  readonly foundIncompleteAt: Instant | null
  readonly personId: string | null
  readonly villageCode: string | null
  readonly institutionId: string | null
  readonly respondentInstitutionId: string | null
  readonly claimId: string | null
  readonly claimStep: string | null
  readonly cover: 'group' | 'individual'
  readonly causeGroup: CauseGroup | null
  readonly cause: Cause | null
  readonly businessLine: BusinessLine | null
  readonly urgency: Urgency
  readonly severity: Severity
  readonly priority: number
  readonly class: ComplaintClass
  readonly legalImpact: boolean
  readonly regulatoryImpact: boolean
  readonly coordinatorId: string | null
  readonly responsibleId: string | null
  readonly missingToldAt: Instant | null
  readonly firstContactAt: Instant | null
  readonly outcome: ComplaintOutcome | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly toldAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedBy: string | null
  readonly endedAt: Instant | null
  readonly round: number
  readonly mergedInto: string | null
  readonly stateBefore: string | null
  readonly dueAt: Instant | null
  readonly dueClock: string | null
  readonly salt: Buffer
  readonly told: ComplaintTold
}

type Plain = Omit<ComplaintRecord, 'state' | 'told'> & { readonly state: string; readonly sealed: Buffer }

const COLUMNS = sql`c.id, c.complaint_no as "complaintNo", c.state, c.label, c.channel, c.received_at as "receivedAt",
  c.recorded_at as "recordedAt", c.recorded_by as "recordedBy", c.representation,
  c.mandate_document_ids as "mandateDocumentIds", c.mandate_until as "mandateUntil",
  c.mandate_arrived_at as "mandateArrivedAt", c.people_count as "peopleCount",
  c.spokesperson_count as "spokespersonCount", c.major, c.reception_area as "receptionArea",
  c.area_recorded as "areaRecorded", c.postmarked_on as "postmarkedOn", c.missing,
  c.found_incomplete_at as "foundIncompleteAt", c.person_id as "personId", c.village_code as "villageCode",
  c.institution_id as "institutionId", c.respondent_institution_id as "respondentInstitutionId",
  c.concerned_ids as "concernedIds", c.line_ids as "lineIds", c.selling_institution_id as "sellingInstitutionId",
  c.claim_id as "claimId", c.claim_step as "claimStep", c.cover, c.cause_group as "causeGroup", c.cause,
  c.business_line as "businessLine", c.urgency, c.severity, c.priority, c.class, c.legal_impact as "legalImpact",
  c.regulatory_impact as "regulatoryImpact", c.coordinator_id as "coordinatorId",
  c.responsible_id as "responsibleId", c.missing_told_at as "missingToldAt", c.first_contact_at as "firstContactAt",
  c.outcome, c.decided_at as "decidedAt", c.decided_by as "decidedBy", c.told_at as "toldAt",
  c.closed_at as "closedAt", c.closed_by as "closedBy", c.ended_at as "endedAt", c.round,
  c.merged_into as "mergedInto", c.state_before as "stateBefore", c.due_at as "dueAt", c.due_clock as "dueClock",
  c.salt, c.sealed`

/**
 * What a scope allows of the table aliased `c`. Whoever is complained about never sees it, whatever the scope
 * (CUS-11): every read of complaints goes through here, lists, search, exports and boards too.
 */
export function complaintScope(actor: Actor, permission: Permission): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  const scoped = anyScope(actor, permission, (scope) => {
    switch (scope.kind) {
      case 'tenant':
        return sql<boolean>`true`
      case 'own':
        return sql<boolean>`c.responsible_id = ${scope.userId}`
      case 'institution':
        return sql<boolean>`(c.institution_id = any(${scope.institutionIds}::uuid[])
          or c.responsible_id = ${actor.id} or c.recorded_by = ${actor.id})`
      case 'division':
        return sql<boolean>`(c.village_code = any(${scope.villageCodes}::text[]) or c.recorded_by = ${actor.id})`
      case 'person':
        return sql<boolean>`c.person_id = ${scope.personId}`
      case 'claim':
        return sql<boolean>`false`
    }
  })
  return sql<boolean>`(${scoped} and not ${actor.id}::uuid = any(c.concerned_ids))`
}

function toComplaint(tx: Tx, row: Plain): ComplaintRecord {
  const { sealed, state, ...rest } = row
  const told: ComplaintTold = JSON.parse(tx.vault.openText(row.salt, sealed))
  return { ...rest, state: stateOf(complaintLifecycle, state), told }
}

/** A complaint the actor may see under this permission; `lock` until the transaction ends. */
export async function findComplaint(
  tx: Tx,
  complaintId: string,
  permission: Permission,
  lock = false,
): Promise<Decision<ComplaintRecord>> {
  return findComplaintAs(tx, complaintId, complaintScope(tx.actor, permission), lock)
}

/** As above, by another right than a permission over complaints. */
export async function findComplaintAs(
  tx: Tx,
  complaintId: string,
  right: RawBuilder<boolean>,
  lock: boolean,
): Promise<Decision<ComplaintRecord>> {
  const finding = complaintsWhere(tx, sql`c.id = ${complaintId} and ${right} ${lock ? sql`for update` : sql``}`)
  const [[found]] = await Promise.all([finding, lock ? readCaseSoFar(tx, complaintId) : null])
  if (!found) return refuse('request.not_found')
  if (lock) keepDue(tx, complaintId, found)
  return ok(found)
}

/** The condition carries the right to see them (the scope of `c`), their order and how many. */
export async function complaintsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<ComplaintRecord[]> {
  const { rows } = await sql<Plain>`select ${COLUMNS} from complaint c
    where c.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => toComplaint(tx, row))
}

export type NewComplaint = Concerned & {
  readonly id: string
  readonly mandateDocumentIds: readonly string[]
  readonly mandateUntil: Day | null
  readonly peopleCount: number
  readonly spokespersonCount: number
  readonly major: boolean
  readonly receptionArea: string
  readonly areaRecorded: boolean | null
  readonly postmarkedOn: Day | null
  readonly missing: readonly MissingItem[]
  readonly coordinatorId: string | null
  readonly complaintNo: string
  readonly label: ComplaintLabel
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly recordedBy: string | null
  readonly representation: Representation
  readonly personId: string | null
  readonly villageCode: string | null
  readonly institutionId: string | null
  readonly respondentInstitutionId: string | null
  readonly claimId: string | null
  readonly claimStep: string | null
  readonly cover: 'group' | 'individual'
  readonly salt: Buffer
  readonly told: ComplaintTold
}
type Due = { readonly dueAt: Instant | null; readonly clockId: string | null }

export function newComplaintWriting(tx: Tx, made: NewComplaint, due: Due): Writing {
  const { phone } = made.told.complainant
  return tx.db.insertInto('complaint').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_no: made.complaintNo,
    state: complaintLifecycle.initial,
    label: made.label,
    channel: made.channel,
    received_at: made.receivedAt,
    recorded_at: tx.now,
    recorded_by: made.recordedBy,
    representation: made.representation,
    mandate_document_ids: [...made.mandateDocumentIds],
    mandate_until: made.mandateUntil,
    mandate_arrived_at: awaitsLook(made) ? tx.now : null,
    people_count: made.peopleCount,
    spokesperson_count: made.spokespersonCount,
    major: made.major,
    reception_area: made.receptionArea,
    area_recorded: made.areaRecorded,
    postmarked_on: made.postmarkedOn,
    missing: [...made.missing],
    found_incomplete_at: made.missing.length > 0 ? tx.now : null,
    coordinator_id: made.coordinatorId,
    person_id: made.personId,
    phone_hash: phone === '' ? null : tx.vault.lookupHash('phone', phone),
    village_code: made.villageCode,
    institution_id: made.institutionId,
    respondent_institution_id: made.respondentInstitutionId,
    concerned_ids: [...made.concernedIds],
    line_ids: [...made.lineIds],
    selling_institution_id: made.sellingInstitutionId,
    claim_id: made.claimId,
    claim_step: made.claimStep,
    cover: made.cover,
    due_at: due.dueAt,
    due_clock: due.clockId,
    salt: made.salt,
    sealed: tx.vault.seal(made.salt, JSON.stringify(made.told)),
  })
}

/** What came as proof is not enough as it stands. */
function awaitsLook({ mandateDocumentIds, missing }: NewComplaint): boolean {
  return mandateDocumentIds.length > 0 && isProofAmong(missing)
}

/** Columns of `complaint` a command may change, by the names of the record; a state only by its transition. */
export type ComplaintChange = Partial<
  Omit<
    ComplaintRecord,
    'id' | 'complaintNo' | 'state' | 'salt' | 'told' | 'dueAt' | 'dueClock' | 'recordedAt' | 'recordedBy' | 'channel'
  >
> & { readonly transition?: Transition<ComplaintState>; readonly told?: ComplaintTold }

export function complaintChangeWriting(
  tx: Tx,
  complaint: Pick<ComplaintRecord, 'id' | 'salt'>,
  change: ComplaintChange,
): Writing | null {
  const { transition, told, ...plain } = change
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  const set: Record<string, unknown> = Object.fromEntries(given.map(([name, value]) => [columnOf(name), value]))
  if (transition) set['state'] = transition.to
  if (told) {
    set['sealed'] = tx.vault.seal(complaint.salt, JSON.stringify(told))
    const { phone } = told.complainant
    set['phone_hash'] = phone === '' ? null : tx.vault.lookupHash('phone', phone)
  }
  if (Object.keys(set).length === 0) return null
  return tx.db
    .updateTable('complaint')
    .set(set)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', complaint.id)
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Locks open complaints whose responsible person may not work on a day: away, or without a certificate (ORG-06). */
export async function lockOfAbsent(tx: Tx, day: Day, limit: number): Promise<readonly ComplaintRecord[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Plain>`select ${COLUMNS} from complaint c
    where c.tenant_id = ${tenantId} and c.ended_at is null
      and c.responsible_id in (select off_duty(${tenantId}, 'complaint.handle', ${day}))
    order by c.id limit ${limit} for update skip locked`.execute(tx.db)
  return rows.map((row) => toComplaint(tx, row))
}
