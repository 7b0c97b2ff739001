/** The terms of cover of a programme over all its published versions (PRG-04). */
import { coverTermsOf, type CoverTerms } from '@anpei/domain/programme'
import type { Db } from '../../db/index.ts'
import { versionOf } from '../versions/published-versions.ts'

export async function termsOfProgramme(db: Db, tenantId: number, programmeId: string): Promise<CoverTerms | null> {
  const rows = await db
    .selectFrom('programme_version')
    .select(['id', 'definition'])
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'published')
    .orderBy('effective_from')
    .execute()
  const [first, ...rest] = rows.map((row) => versionOf(row.id, row.definition))
  return first === undefined ? null : coverTermsOf([first, ...rest])
}
