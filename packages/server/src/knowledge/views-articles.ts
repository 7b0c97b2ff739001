/** The list of articles, one article with its versions, and the search of the workbench (SRV-06). */
import type {
  ArticleVersion,
  ArticleView,
  getArticle as getRoute,
  listArticles as listRoute,
  searchKnowledge as searchRoute,
} from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  ARTICLE_KINDS,
  articleCan,
  articleLifecycle,
  READ_WHERE,
  versionLifecycle,
  type ArticleKind,
  type Audience,
} from '@anpei/domain/knowledge'
import { dayOfInstant, ok, refuse, stateOf, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { actorsFor, countUpTo, pageOf, readCursor, staffNames } from '../identity/index.ts'
import { contactWords } from './contact-words.ts'
import { readerOf } from './reader.ts'
import { searchArticles } from './search.ts'
import { openComplaints } from './store-asked.ts'
import { findArticle, type VersionRecord } from './store.ts'

export async function searchKnowledge(
  tx: Tx,
  { query }: Input<typeof searchRoute>,
): Promise<Decision<Answer<typeof searchRoute>>> {
  const { q, kind, audience, limit, quiet = false } = query
  return ok(
    await searchArticles(tx, { question: q, publicOnly: audience === 'public', kind, limit, where: 'staff', quiet }),
  )
}

type Row = {
  id: string
  code: string
  state: string
  kind: ArticleKind
  audience: Audience
  title: string
  owner: string
  reviewOn: Day | null
  waiting: boolean
  helped: number
  notHelped: number
  updatedAt: Instant
}

export async function listArticles(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const waits = sql<boolean>`exists (select from knowledge_version w where w.tenant_id = k.tenant_id
    and w.article_id = k.id and w.state = 'waiting')`
  const only = {
    waiting: waits,
    due: sql<boolean>`k.state = 'published' and k.review_on <= ${today}`,
    mine: sql<boolean>`k.owner_id = ${tx.actor.id}`,
  }
  const asked = sql<boolean>`k.tenant_id = ${tenantId}
    and ${query.kind ? sql`k.kind = ${query.kind}` : sql`true`}
    and ${query.state ? sql`k.state = ${query.state}` : sql`k.state <> 'retired'`}
    and ${query.only ? only[query.only] : sql`true`}`
  const beyond = place ? sql`(k.updated_at, k.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`
  const [found, total] = await Promise.all([
    sql<Row>`select k.id, k.code, k.state, k.kind, k.audience, k.title, u.name as owner,
        k.review_on as "reviewOn", ${waits} as waiting, k.helped, k.not_helped as "notHelped",
        k.updated_at as "updatedAt"
      from knowledge_article k join staff_user u on u.tenant_id = k.tenant_id and u.id = k.owner_id
      where ${asked} and ${beyond} order by k.updated_at desc, k.id desc limit ${query.limit + 1}`.execute(tx.db),
    place ? null : countUpTo(tx.db, sql`select 1 from knowledge_article k where ${asked}`),
  ])
  return ok(
    pageOf(
      found.rows,
      query.limit,
      (row) => [row.updatedAt, row.id],
      (row) => {
        const state = stateOf(articleLifecycle, row.state)
        return {
          ...row,
          state,
          stateWord: articleLifecycle.states[state].zh,
          kindWord: ARTICLE_KINDS[row.kind],
          reviewDue: isDue(state, row.reviewOn, today),
        }
      },
      total,
    ),
  )
}

function isDue(state: string, reviewOn: Day | null, today: Day): boolean {
  return state === 'published' && reviewOn !== null && reviewOn <= today
}

export async function getArticle(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<ArticleView>> {
  const found = await findArticle(tx, params.articleId)
  if (!found.ok) return found
  const article = found.value
  const { db, actor } = tx
  const today = dayOfInstant(tx.now)
  const reader = readerOf(actor)
  const people = article.versions.flatMap((one) => [...one.writers, ...(one.decidedById ? [one.decidedById] : [])])
  const writers = reader.mayPublish ? await actorsFor(db, actor.tenantId, 'knowledge.edit', today) : []
  const [complaints, names] = await Promise.all([
    reader.mayEdit ? openComplaints(tx, article.id) : [],
    staffNames(db, actor.tenantId, [...people, article.ownerId, ...writers.map((one) => one.id)]),
  ])
  const shown = (version: VersionRecord | null) => (version ? versionView(version, names) : null)
  return ok({
    id: article.id,
    code: article.code,
    state: article.state,
    stateWord: articleLifecycle.states[article.state].zh,
    ownerId: article.ownerId,
    owner: names.get(article.ownerId) ?? '同事',
    reviewOn: article.reviewOn,
    reviewDue: isDue(article.state, article.reviewOn, today),
    helped: article.helped,
    notHelped: article.notHelped,
    published: shown(article.published),
    open: shown(article.open),
    versions: article.versions.map((version) => versionView(version, names)),
    contacts: contactWords(),
    complaints: complaints.map(({ where, ...one }) => ({ ...one, where: READ_WHERE[where] })),
    owners: writers.map(({ id }) => ({ id, name: names.get(id) ?? '同事' })),
    can: articleCan(article, reader),
  })
}

function versionView(version: VersionRecord, names: ReadonlyMap<string, string>): ArticleVersion {
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? '同事'))
  return {
    id: version.id,
    version: version.version,
    state: version.state,
    stateWord: versionLifecycle.states[version.state].zh,
    content: version.content,
    reason: version.reason,
    madeBy: version.writers.map((id) => names.get(id) ?? '同事').join('、') || '随系统提供',
    madeAt: version.madeAt,
    decidedBy: name(version.decidedById),
    decidedAt: version.decidedAt,
    answer: version.answer,
  }
}
