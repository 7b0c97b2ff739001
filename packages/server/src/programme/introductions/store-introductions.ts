/** Product introductions (SRV-07): who, what was said and what was signed lie sealed under the row's own key. */
import { ok, refuse, stateOf, type Day, type Decision, type Instant, type Permission } from '@anpei/domain/kernel'
import type { Transition } from '@anpei/domain/kernel'
import {
  introductionLifecycle,
  type Confirmer,
  type ConfirmationWay,
  type CoreAnswer,
  type EnrolmentChannel,
  type HandingWay,
  type IntroductionState,
  type SheetSection,
  type SheetSectionCode,
  type Witness,
} from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import { personScope } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { countUpTo } from '../../identity/index.ts'

export type IntroductionSecret = {
  readonly name: string
  readonly phone: string
  readonly needs: { readonly version: number; readonly answers: Readonly<Record<string, string>> } | null
  /** In its words of then: what the machine had proposed stays beside what the person wrote. */
  readonly recommendation: { readonly reasons: string; readonly proposed: string } | null
  readonly explainedNote: string
  readonly asked: string
  readonly confirmation: {
    readonly signer: Confirmer
    readonly signerName: string
    readonly basis: string
    readonly witness: Witness | null
  } | null
  readonly application: {
    readonly name: string
    readonly idNumber: string
    readonly phone: string
    readonly applicant: string
    readonly beneficiary: string
    readonly ownWish: string
  } | null
  readonly answer: { readonly reference: string; readonly text: string } | null
}
export type IntroductionRecord = {
  readonly id: string
  readonly introductionNo: string
  readonly state: IntroductionState
  /** The living record where two were merged. */
  readonly personId: string | null
  readonly personName: string | null
  readonly birthOn: Day | null
  readonly lacksCapacity: boolean
  readonly personSalt: Buffer | null
  readonly personSealed: Buffer | null
  readonly compared: readonly string[]
  readonly recommendedBy: string | null
  readonly recommendedAt: Instant | null
  readonly recommendedVersion: string | null
  readonly explainedVersion: string | null
  readonly sheet: readonly SheetSection[] | null
  readonly explainedSections: readonly SheetSectionCode[] | null
  readonly channel: EnrolmentChannel | null
  readonly explainedBy: string | null
  readonly explainedAt: Instant | null
  readonly confirmedWay: ConfirmationWay | null
  readonly confirmedAt: Instant | null
  readonly appliedAt: Instant | null
  readonly handedWay: HandingWay | null
  readonly handedBy: string | null
  readonly handedAt: Instant | null
  readonly enrolmentId: string | null
  readonly answer: Exclude<CoreAnswer, 'returned'> | null
  readonly answeredAt: Instant | null
  readonly openedBy: string
  readonly openedAt: Instant
  readonly secret: IntroductionSecret
}
type Columns = Omit<IntroductionRecord, 'secret' | 'state'> & { state: string; salt: Buffer; sealed: Buffer }

export async function insertIntroduction(
  tx: Tx,
  one: {
    readonly id: string
    readonly introductionNo: string
    readonly personId: string | null
    readonly compared: readonly string[]
    readonly secret: IntroductionSecret
  },
): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('introduction')
    .values({
      tenant_id: tx.actor.tenantId,
      id: one.id,
      introduction_no: one.introductionNo,
      person_id: one.personId,
      state: introductionLifecycle.initial,
      compared: [...one.compared],
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(one.secret)),
      opened_by: tx.actor.id,
      opened_at: tx.now,
    })
    .execute()
}

/** Persons of the scope, and those one opened oneself; who is not in the register is for whoever sees the whole. */
function scopeOf(tx: Tx, permission: Permission): RawBuilder<boolean> {
  return sql<boolean>`(${personScope(tx.actor, permission)} or i.opened_by = ${tx.actor.id}::uuid)`
}

const FROM = sql`introduction i
    left join person was on was.tenant_id = i.tenant_id and was.id = i.person_id
    left join person p on p.tenant_id = i.tenant_id and p.id = coalesce(was.merged_into, was.id)`

export async function introductionsWhere(
  tx: Tx,
  where: RawBuilder<unknown>,
  permission: Permission = 'introduction.make',
): Promise<IntroductionRecord[]> {
  const { rows } = await sql<Columns>`select i.id, i.introduction_no as "introductionNo", i.state, p.id as "personId",
      p.name as "personName", p.birth_on as "birthOn", coalesce(p.lacks_capacity, false) as "lacksCapacity",
      p.salt as "personSalt", p.sealed as "personSealed", i.compared, i.recommended_by as "recommendedBy",
      i.recommended_at as "recommendedAt", i.recommended_version as "recommendedVersion",
      i.explained_version as "explainedVersion", i.sheet, i.explained_sections as "explainedSections", i.channel,
      i.explained_by as "explainedBy", i.explained_at as "explainedAt", i.confirmed_way as "confirmedWay",
      i.confirmed_at as "confirmedAt", i.applied_at as "appliedAt", i.handed_way as "handedWay",
      i.handed_by as "handedBy", i.handed_at as "handedAt", i.enrolment_id as "enrolmentId", i.answer,
      i.answered_at as "answeredAt", i.opened_by as "openedBy", i.opened_at as "openedAt", i.salt, i.sealed
    from ${FROM} where i.tenant_id = ${tx.actor.tenantId} and ${scopeOf(tx, permission)} and ${where}`.execute(tx.db)
  return rows.map(({ salt, sealed, state, ...row }) => {
    const secret: IntroductionSecret = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, state: stateOf(introductionLifecycle, state), secret }
  })
}

export async function findIntroduction(
  tx: Tx,
  id: string,
  { lock = false, permission = 'introduction.make' }: { lock?: boolean; permission?: Permission } = {},
): Promise<Decision<IntroductionRecord>> {
  const [row] = await introductionsWhere(tx, sql`i.id = ${id}::uuid ${lock ? sql`for update of i` : sql``}`, permission)
  return row ? ok(row) : refuse('request.not_found')
}

export function countIntroductions(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const scope = scopeOf(tx, 'introduction.make')
  return countUpTo(tx.db, sql`select from ${FROM} where i.tenant_id = ${tx.actor.tenantId} and ${scope} and ${where}`)
}

/** The one that an enrolment came of, whoever may see it. */
export async function introductionOfEnrolment(
  tx: Tx,
  enrolmentId: string,
): Promise<Pick<IntroductionRecord, 'id' | 'state' | 'secret'> | null> {
  const row = await tx.db
    .selectFrom('introduction')
    .select(['id', 'state', 'salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('enrolment_id', '=', enrolmentId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const secret: IntroductionSecret = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return { id: row.id, state: stateOf(introductionLifecycle, row.state), secret }
}

export type IntroductionChange = {
  readonly secret?: IntroductionSecret
  readonly compared?: readonly string[]
  readonly personId?: string
  readonly recommended?: { readonly versionId: string | null }
  readonly explained?: {
    readonly versionId: string
    readonly sheet: readonly SheetSection[]
    readonly sections: readonly SheetSectionCode[]
    readonly channel: EnrolmentChannel
  }
  readonly confirmedWay?: ConfirmationWay
  readonly applied?: true
  readonly handed?: { readonly way: HandingWay; readonly enrolmentId: string | null } | null
  readonly answer?: Exclude<CoreAnswer, 'returned'>
}

/** Who acts is the actor, when is now. */
export async function saveIntroduction(
  tx: Tx,
  id: string,
  step: Transition<IntroductionState>,
  change: IntroductionChange = {},
): Promise<void> {
  const { now, actor } = tx
  const { secret, compared, personId, recommended, explained, confirmedWay, applied, handed, answer } = change
  const salt = tx.vault.newSalt()
  const by = actor.id
  await tx.db
    .updateTable('introduction')
    .set({
      state: step.to,
      ended_at: introductionLifecycle.states[step.to].phase === 'ended' ? now : null,
      ...(secret ? { salt, sealed: tx.vault.seal(salt, JSON.stringify(secret)) } : {}),
      ...(compared ? { compared: [...compared] } : {}),
      ...(personId ? { person_id: personId } : {}),
      ...(recommended ? { recommended_version: recommended.versionId, recommended_by: by, recommended_at: now } : {}),
      ...(explained
        ? {
            explained_version: explained.versionId,
            sheet: JSON.stringify(explained.sheet),
            explained_sections: [...explained.sections],
            channel: explained.channel,
            explained_by: by,
            explained_at: now,
          }
        : {}),
      ...(confirmedWay ? { confirmed_way: confirmedWay, confirmed_at: now } : {}),
      ...(applied ? { applied_at: now } : {}),
      ...(handed
        ? { handed_way: handed.way, enrolment_id: handed.enrolmentId, handed_by: by, handed_at: now }
        : handed === null
          ? { handed_way: null, enrolment_id: null, handed_by: null, handed_at: null }
          : {}),
      ...(answer ? { answer, answered_at: now } : {}),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
}
