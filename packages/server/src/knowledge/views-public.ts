/** What everybody may search and read (SRV-06). */
import type {
  publicArticle as articleRoute,
  publicArticles as kindRoute,
  publicSearch as searchRoute,
} from '@anpei/contract/knowledge'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ARTICLE_KINDS, type ArticleKind } from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { contactWords } from './contact-words.ts'
import { foundArticle, searchArticles } from './search.ts'
import { findArticle } from './store.ts'

const FOUND = 5
const MOST_OF_KIND = 100

export async function publicSearch(
  tx: Tx,
  { params }: Input<typeof searchRoute>,
): Promise<Decision<Answer<typeof searchRoute>>> {
  return ok(await searchArticles(tx, { question: params.q, publicOnly: true, limit: FOUND, where: 'portal' }))
}

export async function publicArticles(
  tx: Tx,
  { params }: Input<typeof kindRoute>,
): Promise<Decision<Answer<typeof kindRoute>>> {
  const contacts = contactWords()
  return ok({ items: (await articlesOfKind(tx, params.kind)).map((row) => foundArticle(row, contacts)) })
}

type OfKind = { id: string; kind: ArticleKind; title: string; body: string; papers: string[] }

async function articlesOfKind(tx: Tx, kind: ArticleKind): Promise<OfKind[]> {
  const { rows } = await sql<OfKind>`select k.id, k.kind, k.title, v.content->>'body' as body,
      v.content->'links'->'papers' as papers
    from knowledge_article k join knowledge_version v on v.tenant_id = k.tenant_id and v.id = k.published_id
    where k.tenant_id = ${tx.actor.tenantId} and k.state = 'published' and k.audience = 'public'
      and k.kind = ${kind}
    order by k.created_at, k.id limit ${MOST_OF_KIND}`.execute(tx.db)
  return rows
}

export async function publicArticle(
  tx: Tx,
  { params }: Input<typeof articleRoute>,
): Promise<Decision<Answer<typeof articleRoute>>> {
  const found = await findArticle(tx, params.articleId)
  if (!found.ok) return found
  const { id, state, published } = found.value
  if (state !== 'published' || published?.content.audience !== 'public') return refuse('request.not_found')
  const { kind, title, body, videoUrl, links } = published.content
  const samples = links.papers.length > 0 ? await articlesOfKind(tx, 'document_sample') : []
  const related = samples.filter((one) => one.id !== id && one.papers.some((paper) => links.papers.includes(paper)))
  const contacts = contactWords()
  const publishedAt = published.decidedAt ?? published.madeAt
  return ok({
    id,
    kind,
    kindWord: ARTICLE_KINDS[kind],
    title,
    body,
    contacts,
    videoUrl,
    links,
    publishedAt,
    related: related.map((one) => foundArticle(one, contacts)),
  })
}

/** The text of a published public article, by its code: what the assistant reads out. */
export async function publicBodyOf(tx: Tx, code: string): Promise<string | null> {
  const { rows } = await sql<{ body: string }>`select v.content->>'body' as body
    from knowledge_article k join knowledge_version v on v.tenant_id = k.tenant_id and v.id = k.published_id
    where k.tenant_id = ${tx.actor.tenantId} and k.code = ${code} and k.state = 'published'
      and k.audience = 'public'`.execute(tx.db)
  return rows[0]?.body ?? null
}
