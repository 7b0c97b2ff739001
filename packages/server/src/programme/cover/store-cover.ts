/** Writes what is known of a registration and the cover that follows from it, in both times (PRG-04). */
import { addDays, type Day, type Instant } from '@anpei/domain/kernel'
import { coverPeriods, coverTermsOf, type ResidenceFact } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'
import { versionOf } from '../versions/published-versions.ts'

export type Member = {
  readonly programmeId: string
  readonly personId: string
  readonly birthOn: Day
  readonly villageCode: string | null
  readonly residence: readonly ResidenceFact[]
}

/** Replaces what was known of a member: earlier rows stay, ended at `now`. */
export async function saveMember(db: Db, tenantId: number, now: Instant, member: Member): Promise<void> {
  const key = sql<boolean>`tenant_id = ${tenantId} and programme_id = ${member.programmeId}
    and person_id = ${member.personId}
    and known_before is null`
  await sql`update member_period set known_before = ${now} where ${key}`.execute(db)
  await sql`update cover_period set known_before = ${now} where ${key}`.execute(db)
  const who = {
    tenant_id: tenantId,
    programme_id: member.programmeId,
    person_id: member.personId,
    village_code: member.villageCode,
  }
  if (member.residence.length > 0) {
    await db
      .insertInto('member_period')
      .values(
        member.residence.map((fact) => ({
          ...who,
          id: newId(),
          status: fact.status,
          from_on: fact.from,
          before_on: fact.to === null ? null : addDays(fact.to, 1),
          known_from: now,
        })),
      )
      .execute()
  }
  const spans = coverPeriods(
    { birthOn: member.birthOn, residence: member.residence },
    await termsOf(db, tenantId, member.programmeId),
  )
  if (spans.length > 0) {
    await db
      .insertInto('cover_period')
      .values(
        spans.map((span) => ({
          ...who,
          id: newId(),
          from_on: span.from,
          to_on: span.to,
          known_from: now,
        })),
      )
      .execute()
  }
}

async function termsOf(db: Db, tenantId: number, programmeId: string) {
  const rows = await db
    .selectFrom('programme_version')
    .select(['id', 'definition'])
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'published')
    .orderBy('effective_from')
    .execute()
  const [first, ...rest] = rows.map((row) => versionOf(row.id, row.definition))
  if (!first) throw new Error(`programme ${programmeId} has no published version`)
  return coverTermsOf([first, ...rest])
}
