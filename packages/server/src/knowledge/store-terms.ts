/** The inverted index of the published articles, and its search (SRV-06). */
import type { ArticleKind, Audience, TermWeight } from '@anpei/domain/knowledge'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export async function dropTerms(db: Db, tenantId: number, articleId: string): Promise<void> {
  await sql`delete from knowledge_term where tenant_id = ${tenantId} and article_id = ${articleId}`.execute(db)
}

export async function replaceTerms(
  db: Db,
  tenantId: number,
  articleId: string,
  audience: Audience,
  terms: readonly TermWeight[],
): Promise<void> {
  await dropTerms(db, tenantId, articleId)
  await sql`insert into knowledge_term (tenant_id, term, article_id, open_to_all, weight)
    select ${tenantId}, t.term, ${articleId}::uuid, ${audience === 'public'}, t.weight
    from unnest(${terms.map((one) => one.term)}::text[], ${terms.map((one) => one.weight)}::real[])
      as t (term, weight)`.execute(db)
}

export type Hit = {
  readonly id: string
  readonly kind: ArticleKind
  readonly title: string
  readonly body: string
  /** How much of what the question is worth this article answers, 0 to 1. */
  readonly share: number
}
type Question = {
  readonly terms: readonly TermWeight[]
  readonly publicOnly: boolean
  readonly kind?: ArticleKind | undefined
  readonly limit: number
}

/** Read on towards the limit: helpfulness may lift one a little. */
const LOOKED_AT = 40

/**
 * Best first. What an article denies counts against it. A rare term says more than a common one; how rare is counted
 * here, in the words themselves.
 */
export async function findByTerms(
  db: Db,
  tenantId: number,
  { terms, publicOnly, kind, limit }: Question,
): Promise<Hit[]> {
  if (terms.length === 0) return []
  const { rows } = await sql<Hit>`
    with asked as (
      select term, weight from unnest(${terms.map((one) => one.term)}::text[],
        ${terms.map((one) => one.weight)}::real[]) as a (term, weight)),
    places as materialized (
      select p.term, p.article_id, p.weight from knowledge_term p
      where p.tenant_id = ${tenantId} and p.term = any(${terms.map((one) => one.term)}::text[])
        and (p.open_to_all or not ${publicOnly}::boolean)),
    counted as (select term, count(*) as n from places group by term),
    total as (select count(*)::float8 as n from knowledge_article
      where tenant_id = ${tenantId} and state = 'published'),
    rare as materialized (
      select a.term, a.weight * ln(1 + total.n / (1 + coalesce(c.n, 0))) as worth
      from asked a left join counted c on c.term = a.term cross join total),
    best as (
      select p.article_id, sum(p.weight * r.worth) as score from places p join rare r on r.term = p.term
      group by p.article_id having sum(p.weight * r.worth) > 0
      order by score desc limit ${kind ? LOOKED_AT * 5 : LOOKED_AT})
    select k.id, k.kind, k.title, v.content->>'body' as body,
      b.score / nullif((select sum(worth) from rare where worth > 0), 0) as share
    from best b join knowledge_article k on k.tenant_id = ${tenantId} and k.id = b.article_id
    join knowledge_version v on v.tenant_id = k.tenant_id and v.id = k.published_id
    where k.state = 'published' and ${kind ? sql`k.kind = ${kind}` : sql`true`}
    order by b.score * k.helpfulness desc, k.id limit ${limit}`.execute(db)
  return rows
}
