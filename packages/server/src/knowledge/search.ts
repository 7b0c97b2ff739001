/**
 * SRV-06: what the workbench, the portal and the assistant find for a question. One that is answered too little is kept
 * for the owners, without its numbers.
 */
import {
  ARTICLE_KINDS,
  plainBody,
  questionTerms,
  WEAK_SHARE,
  withoutNumbers,
  type ArticleKind,
  type ContactWords,
  type ReadWhere,
} from '@anpei/domain/knowledge'
import type { FoundArticle } from '@anpei/contract/knowledge'
import type { Tx } from '../http/index.ts'
import { contactWords } from './contact-words.ts'
import { noteMiss } from './store-asked.ts'
import { findByTerms } from './store-terms.ts'
import { synonymsNow } from './synonyms-now.ts'

const EXCERPT = 90
const LONGEST_KEPT = 60
const SHORTEST_KEPT = 2

export type Question = {
  readonly question: string
  readonly publicOnly: boolean
  readonly kind?: ArticleKind | undefined
  readonly limit: number
  readonly where: ReadWhere
  /** Nothing is kept of it. */
  readonly quiet?: boolean
}

export async function searchArticles(tx: Tx, asked: Question): Promise<{ items: FoundArticle[]; weak: boolean }> {
  const { tenantId } = tx.actor
  const { dictionary } = await synonymsNow(tx.app, tx.db, tenantId)
  const terms = questionTerms(asked.question, dictionary)
  const hits = await findByTerms(tx.db, tenantId, { ...asked, terms })
  const weak = (hits[0]?.share ?? 0) < WEAK_SHARE
  const kept = withoutNumbers(asked.question).slice(0, LONGEST_KEPT)
  if (weak && !asked.kind && !asked.quiet && kept.length >= SHORTEST_KEPT)
    await noteMiss(tx.db, tenantId, tx.now, kept, asked.where)
  const contacts = contactWords()
  return { items: hits.map((hit) => foundArticle(hit, contacts)), weak }
}

type Found = { readonly id: string; readonly kind: ArticleKind; readonly title: string; readonly body: string }

export function foundArticle({ id, kind, title, body }: Found, contacts: ContactWords): FoundArticle {
  const plain = plainBody(body, contacts).replaceAll('\n', ' ')
  const excerpt = plain.length > EXCERPT ? `${plain.slice(0, EXCERPT)}…` : plain
  return { id, kind, kindWord: ARTICLE_KINDS[kind], title, excerpt }
}
