/** Assessments are kept whole and never changed (CLM-09); what they are made from is read in one statement. */
import type { AssessmentInput, Routed } from '@anpei/contract/claims'
import { lineLifecycle, type AssessmentBasis, type Usage } from '@anpei/domain/claims'
import type { Day, Fen, Instant } from '@anpei/domain/kernel'
import { coverUntilEnd, type CoverSpan, type Outcome } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Vault } from '../../crypto/index.ts'
import type { Db } from '../../db/index.ts'

export type PersonBasis = {
  readonly birthOn: Day
  readonly diedOn: Day | null
  readonly cover: readonly CoverSpan[]
  readonly usage: Usage
  /** Of the version the claim is judged by. */
  readonly definitionHash: string
}

type BasisColumns = {
  birth_on: Day
  died_on: Day | null
  definition_hash: string
  last_on: Day | null
  cover: { from_on: Day; to_on: Day | null }[] | null
  days: { claim_line_id: string; from_on: Day; to_on: Day }[] | null
  sums: { claim_line_id: string; benefit: string; accident_on: Day; paid_fen: number }[] | null
}

/** Cover as now known, and everything booked for the person of the claim under its programme. */
export async function basisOfClaim(
  db: Db,
  tenantId: number,
  claimId: string,
  otherProgrammeId: string | null = null,
): Promise<PersonBasis> {
  const programmeId = sql`coalesce(${otherProgrammeId}::uuid, c.programme_id)`
  const found = await sql<BasisColumns>`
    select p.birth_on, p.died_on, encode(v.definition_hash, 'hex') as definition_hash,
      (select last_on from programme g where g.tenant_id = c.tenant_id and g.id = ${programmeId}) as last_on,
      (select json_agg(json_build_object('from_on', k.from_on, 'to_on', k.to_on) order by k.from_on) from cover_period k
        where k.tenant_id = c.tenant_id and k.programme_id = ${programmeId} and k.person_id = c.person_id
          and k.known_before is null) as cover,
      (select json_agg(json_build_object('claim_line_id', d.claim_line_id, 'from_on', lower(d.days), 'to_on',
        upper(d.days) - 1)
          order by d.days) from usage_day d
        where d.tenant_id = c.tenant_id and d.programme_id = ${programmeId} and d.person_id = c.person_id
          and d.released_at is null) as days,
      (select json_agg(json_build_object('claim_line_id', a.claim_line_id, 'benefit', a.benefit, 'accident_on',
        a.accident_on,
          'paid_fen', a.paid_fen) order by a.accident_on, a.claim_line_id) from usage_accident a
        where a.tenant_id = c.tenant_id and a.programme_id = ${programmeId} and a.person_id = c.person_id) as sums
    from claim c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    join programme_version v on v.tenant_id = c.tenant_id and v.id = c.programme_version_id
    where c.tenant_id = ${tenantId} and c.id = ${claimId}`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error(`claim ${claimId} has no person`)
  return {
    birthOn: row.birth_on,
    diedOn: row.died_on,
    definitionHash: row.definition_hash,
    cover: coverUntilEnd(
      (row.cover ?? []).map((span) => ({ from: span.from_on, to: span.to_on })),
      row.last_on,
    ),
    usage: {
      days: (row.days ?? []).map((day) => ({ lineId: day.claim_line_id, from: day.from_on, to: day.to_on })),
      sums: (row.sums ?? []).map((sum) => ({
        lineId: sum.claim_line_id,
        benefit: sum.benefit,
        accidentOn: sum.accident_on,
        paidFen: BigInt(sum.paid_fen),
      })),
    },
  }
}

/** What is sealed with an assessment: enough to calculate it again in any year. */
export type SealedAssessment = {
  /** How it was routed when it was saved, and why (CLM-07). */
  readonly routing?: Routed
  readonly input: AssessmentInput
  readonly programmeVersionId: string
  readonly definitionHash: string
  readonly personId: string
  readonly kinds: readonly string[]
  readonly accidentOn: Day
  readonly birthOn: Day
  readonly cover: readonly CoverSpan[]
  readonly usage: {
    readonly days: Usage['days']
    readonly sums: readonly {
      readonly lineId: string
      readonly benefit: string
      readonly accidentOn: Day
      readonly paidFen: number
    }[]
  }
  readonly ownLines: AssessmentBasis['ownLines']
  /** The answer as it was shown, sentences included. */
  readonly kindsShown: unknown
}

export type AssessmentRecord = {
  readonly id: string
  readonly revision: number
  readonly madeBy: string | null
  readonly madeByName: string | null
  readonly madeAt: Instant
  readonly outcome: string
  readonly payableFen: Fen
  readonly content: SealedAssessment
}

/** A column of a statement that reads the claim `c`; what it holds becomes the assessment by `assessmentRead`. */
export const ASSESSMENT_COLUMN: RawBuilder<AssessmentColumn | null> = sql`(select row_to_json(x) from (
  select a.id, a.revision, a.made_by, u.name as made_by_name, a.made_at, a.outcome, a.payable_fen,
    encode(a.salt, 'hex') as salt, encode(a.sealed, 'hex') as sealed
  from assessment a left join staff_user u on u.tenant_id = a.tenant_id and u.id = a.made_by
  where a.tenant_id = c.tenant_id and a.claim_id = c.id order by a.revision desc limit 1) x)`

export type AssessmentColumn = {
  readonly id: string
  readonly revision: number
  readonly made_by: string | null
  readonly made_by_name: string | null
  readonly made_at: string
  readonly outcome: string
  readonly payable_fen: number
  readonly salt: string
  readonly sealed: string
}

export async function latestAssessment(
  db: Db,
  tenantId: number,
  vault: Vault,
  claimId: string,
): Promise<AssessmentRecord | null> {
  const { rows } = await sql<{ read: AssessmentColumn | null }>`select ${ASSESSMENT_COLUMN} as read from claim c
    where c.tenant_id = ${tenantId} and c.id = ${claimId}`.execute(db)
  return assessmentRead(rows[0]?.read ?? null, vault)
}

export function assessmentRead(column: AssessmentColumn | null, vault: Vault): AssessmentRecord | null {
  if (!column) return null
  const opened = vault.openText(Buffer.from(column.salt, 'hex'), Buffer.from(column.sealed, 'hex'))
  const content: SealedAssessment = JSON.parse(opened)
  return {
    id: column.id,
    revision: column.revision,
    madeBy: column.made_by,
    madeByName: column.made_by_name,
    // Instants inside JSON come with an offset.
    madeAt: new Date(column.made_at).toISOString(),
    outcome: column.outcome,
    payableFen: BigInt(column.payable_fen),
    content,
  }
}

export type NewAssessment = {
  readonly id: string
  readonly claimId: string
  readonly versionId: string
  readonly outcome: Outcome
  readonly payableFen: Fen
  readonly madeBy: string | null
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** The next revision of the claim's assessments; the claim is locked, so the number is free. */
export async function insertAssessment(db: Db, tenantId: number, now: Instant, made: NewAssessment): Promise<number> {
  const row = await sql<{ revision: number }>`
    insert into assessment (tenant_id, id, claim_id, revision, programme_version_id, salt, sealed, outcome,
      payable_fen, made_by, made_at)
    select ${tenantId}, ${made.id}, ${made.claimId}, coalesce(max(a.revision), 0) + 1, ${made.versionId},
      ${made.salt}, ${made.sealed},
      ${made.outcome}, ${made.payableFen}, ${made.madeBy}, ${now}
    from assessment a where a.tenant_id = ${tenantId} and a.claim_id = ${made.claimId}
    returning revision`.execute(db)
  const revision = row.rows[0]?.revision
  if (revision === undefined) throw new Error('an assessment without a revision')
  return revision
}

/** A benefit that turned out to be payable although nobody had asked for it gets its line. */
export async function insertMissingLines(
  db: Db,
  tenantId: number,
  claimId: string,
  lines: readonly { readonly id: string; readonly benefit: string }[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into claim_line (tenant_id, id, claim_id, benefit, state)
    select ${tenantId}, l.id, ${claimId}, l.benefit, ${lineLifecycle.initial}
    from unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.benefit)}::text[]) as l(id, benefit)
    on conflict (tenant_id, claim_id, benefit) do nothing`.execute(db)
}
