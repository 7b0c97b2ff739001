/** An article on its way, step by step through the routes. */
import { getArticle, openArticle, publishDraft, submitDraft, type ArticleContent } from '@anpei/contract/knowledge'
import type { Caller, World } from '../testing/index.ts'

export const REVIEW_ON = '2027-01-31'

export function contentOf(change: Partial<ArticleContent> = {}): ArticleContent {
  return {
    kind: 'faq',
    audience: 'public',
    title: '拐杖谁来买',
    keywords: '助行器',
    body: '拐杖由家里自己买。\n问我们打 {hotline}。',
    videoUrl: '',
    links: { benefits: [], papers: [], claimKinds: [] },
    ...change,
  }
}

export async function openDraft(writer: Caller, change: Partial<ArticleContent> = {}) {
  return writer(openArticle, { body: { content: contentOf(change) } })
}

export async function waitingArticle(writer: Caller, change: Partial<ArticleContent> = {}) {
  const { id } = await openDraft(writer, change)
  const params = { articleId: id }
  await writer(submitDraft, { params, body: { reason: '新写' } })
  const { open } = await writer(getArticle, { params })
  return { id, params, versionId: open?.id ?? '' }
}

export async function publishedArticle(world: World, change: Partial<ArticleContent> = {}) {
  const [writer, checker] = [await world.as('service1'), await world.as('head')]
  const waiting = await waitingArticle(writer, change)
  const body = { versionId: waiting.versionId, reviewOn: REVIEW_ON }
  await checker(publishDraft, { params: waiting.params, body })
  return { ...waiting, writer, checker }
}
