/** A tenant's own synonyms (SRV-06). */
import type { SynonymGroup } from '@anpei/domain/knowledge'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type SynonymVersion = {
  readonly version: number
  readonly groups: readonly SynonymGroup[]
  readonly appliedAt: Instant | null
}

export async function newestSynonymVersion(db: Db, tenantId: number): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`select max(version) as version from knowledge_synonyms
    where tenant_id = ${tenantId}`.execute(db)
  return rows[0]?.version ?? null
}

export async function synonymsOfVersion(db: Db, tenantId: number, version: number): Promise<SynonymVersion | null> {
  const { rows } = await sql<SynonymVersion>`select version, groups, applied_at as "appliedAt" from knowledge_synonyms
    where tenant_id = ${tenantId} and version = ${version}`.execute(db)
  return rows[0] ?? null
}

type NewSynonyms = {
  readonly version: number
  readonly groups: readonly SynonymGroup[]
  readonly madeById: string
  readonly confirmedById: string
  readonly at: Instant
}

export async function insertSynonyms(db: Db, tenantId: number, one: NewSynonyms): Promise<void> {
  await sql`insert into knowledge_synonyms (tenant_id, version, groups, made_by, confirmed_by, at)
    values (${tenantId}, ${one.version}, ${JSON.stringify(one.groups)}::jsonb, ${one.madeById}, ${one.confirmedById},
      ${one.at})`.execute(db)
}

export async function markSynonymsApplied(db: Db, tenantId: number, version: number, at: Instant): Promise<void> {
  await sql`update knowledge_synonyms set applied_at = ${at}
    where tenant_id = ${tenantId} and version = ${version}`.execute(db)
}

export type ArticleToRead = {
  readonly id: string
  readonly audience: 'public' | 'staff'
  readonly content: unknown
}

/** Published articles in the order of their ids, after one. */
export async function publishedAfter(db: Db, tenantId: number, after: string, limit: number): Promise<ArticleToRead[]> {
  const { rows } = await sql<ArticleToRead>`select k.id, k.audience, v.content from knowledge_article k
    join knowledge_version v on v.tenant_id = k.tenant_id and v.id = k.published_id
    where k.tenant_id = ${tenantId} and k.state = 'published' and k.id > ${after}::uuid
    order by k.id limit ${limit}`.execute(db)
  return rows
}
