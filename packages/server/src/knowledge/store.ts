/** Reads and writes articles and their versions (SRV-06). */
import { ArticleContent } from '@anpei/contract/knowledge'
import { articleLifecycle, versionLifecycle, type ArticleState, type VersionState } from '@anpei/domain/knowledge'
import { stateOf, type Day, type Decision, type Instant, type Transition, ok, refuse } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'

export type VersionRecord = {
  readonly id: string
  readonly version: number
  readonly state: VersionState
  readonly content: ArticleContent
  readonly reason: string
  readonly madeById: string | null
  readonly writers: readonly string[]
  readonly madeAt: Instant
  readonly decidedById: string | null
  readonly decidedAt: Instant | null
  readonly answer: string | null
}
export type ArticleRecord = {
  readonly id: string
  readonly code: string
  readonly state: ArticleState
  readonly ownerId: string
  readonly reviewOn: Day | null
  readonly helped: number
  readonly notHelped: number
  /** Newest first. */
  readonly versions: readonly VersionRecord[]
  readonly published: VersionRecord | null
  readonly open: VersionRecord | null
}

type ArticleRow = {
  id: string
  code: string
  state: string
  ownerId: string
  reviewOn: Day | null
  helped: number
  notHelped: number
  publishedId: string | null
}
type VersionRow = Omit<VersionRecord, 'state' | 'content'> & { state: string; content: unknown }

const MOST_VERSIONS = 50

export async function findArticle(tx: Tx, articleId: string): Promise<Decision<ArticleRecord>> {
  return readArticle(tx, articleId, sql``)
}

/** The article, locked until the transaction ends. */
export async function lockArticle(tx: Tx, articleId: string): Promise<Decision<ArticleRecord>> {
  return readArticle(tx, articleId, sql` for update`)
}

async function readArticle({ db, actor }: Tx, articleId: string, lock: ReturnType<typeof sql>) {
  const { rows } = await sql<ArticleRow>`select id, code, state, owner_id as "ownerId", review_on as "reviewOn",
      helped, not_helped as "notHelped", published_id as "publishedId"
    from knowledge_article where tenant_id = ${actor.tenantId} and id = ${articleId}${lock}`.execute(db)
  const [row] = rows
  if (!row) return refuse('request.not_found')
  const { publishedId, ...article } = row
  const versions = await versionsOf(db, actor.tenantId, articleId, publishedId)
  return ok({
    ...article,
    state: stateOf(articleLifecycle, row.state),
    versions,
    published: versions.find((version) => version.id === publishedId) ?? null,
    open: versions.find((version) => versionLifecycle.states[version.state].phase === 'open') ?? null,
  })
}

/** The newest, and the one that readers see however old it is. */
async function versionsOf(db: Db, tenantId: number, articleId: string, publishedId: string | null) {
  const { rows } = await sql<VersionRow>`select id, version, state, content, reason, made_by as "madeById",
      writers, made_at as "madeAt", decided_by as "decidedById", decided_at as "decidedAt", answer
    from knowledge_version where tenant_id = ${tenantId} and article_id = ${articleId}
    order by (id is not distinct from ${publishedId}::uuid) desc, version desc limit ${MOST_VERSIONS}`.execute(db)
  return rows
    .map((row) => ({
      ...row,
      state: stateOf(versionLifecycle, row.state),
      content: ArticleContent.parse(row.content),
    }))
    .sort((a, b) => b.version - a.version)
}

type NewArticle = { readonly code: string; readonly ownerId: string; readonly content: ArticleContent }

/** False where the code is taken: the shipped articles are loaded once. */
export async function insertArticle({ db, actor, now }: Tx, id: string, article: NewArticle): Promise<boolean> {
  const { kind, audience, title } = article.content
  const { rows } = await sql<{ id: string }>`insert into knowledge_article (tenant_id, id, code, state, owner_id, kind,
      audience, title, created_at, updated_at)
    values (${actor.tenantId}, ${id}, ${article.code}, ${articleLifecycle.initial}, ${article.ownerId}, ${kind},
      ${audience}, ${title}, ${now}, ${now})
    on conflict (tenant_id, code) do nothing returning id`.execute(db)
  return rows.length > 0
}

export async function insertVersion({ db, actor, now }: Tx, articleId: string, content: ArticleContent) {
  const madeBy = actor.kind === 'staff' ? actor.id : null
  await sql`insert into knowledge_version (tenant_id, id, article_id, version, state, content, made_by, made_at,
      writers)
    select ${actor.tenantId}, ${newId()}, ${articleId}, coalesce(max(version), 0) + 1, ${versionLifecycle.initial},
      ${JSON.stringify(content)}::jsonb, ${madeBy}::uuid, ${now}, ${madeBy === null ? [] : [madeBy]}::uuid[]
    from knowledge_version where tenant_id = ${actor.tenantId} and article_id = ${articleId}`.execute(db)
}

export async function saveContent({ db, actor, now }: Tx, versionId: string, content: ArticleContent): Promise<void> {
  await sql`update knowledge_version set content = ${JSON.stringify(content)}::jsonb, made_at = ${now},
      writers = case when ${actor.id}::uuid = any(writers) then writers else writers || ${actor.id}::uuid end
    where tenant_id = ${actor.tenantId} and id = ${versionId}`.execute(db)
}

/** What lists show of an article that nobody has published yet. */
export async function saveHead({ db, actor, now }: Tx, articleId: string, content: ArticleContent): Promise<void> {
  await db
    .updateTable('knowledge_article')
    .set({ kind: content.kind, audience: content.audience, title: content.title, updated_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', articleId)
    .where('published_id', 'is', null)
    .execute()
}

type Moved = { readonly reason?: string; readonly answer?: string | null; readonly decides?: boolean }

export async function moveVersion(
  { db, actor, now }: Tx,
  versionId: string,
  step: Transition<VersionState>,
  { reason, answer, decides = false }: Moved = {},
): Promise<void> {
  await db
    .updateTable('knowledge_version')
    .set({
      state: step.to,
      ...(reason === undefined ? {} : { reason }),
      ...(answer === undefined ? {} : { answer }),
      ...(decides ? { decided_by: actor.kind === 'staff' ? actor.id : null, decided_at: now } : {}),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', versionId)
    .where('state', '=', step.from)
    .execute()
}

type Published = { readonly versionId: string; readonly content: ArticleContent; readonly reviewOn: Day }

export async function publishArticle(
  { db, actor, now }: Tx,
  articleId: string,
  step: Transition<ArticleState>,
  { versionId, content, reviewOn }: Published,
): Promise<void> {
  const { kind, audience, title } = content
  await db
    .updateTable('knowledge_article')
    .set({
      state: step.to,
      published_id: versionId,
      kind,
      audience,
      title,
      review_on: reviewOn,
      updated_at: now,
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', articleId)
    .execute()
}

export async function endArticle(
  { db, actor, now }: Tx,
  articleId: string,
  step: Transition<ArticleState>,
): Promise<void> {
  await db
    .updateTable('knowledge_article')
    .set({ state: step.to, updated_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', articleId)
    .execute()
}

type Kept = { readonly reviewOn?: Day; readonly ownerId?: string }

export async function keepArticle({ db, actor }: Tx, articleId: string, { reviewOn, ownerId }: Kept): Promise<void> {
  await db
    .updateTable('knowledge_article')
    .set({
      ...(reviewOn === undefined ? {} : { review_on: reviewOn }),
      ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', articleId)
    .execute()
}
