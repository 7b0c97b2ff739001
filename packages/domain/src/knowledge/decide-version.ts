/**
 * SRV-06: an article is written by one person and published by another; what is published never changes; each has a
 * day on which its owner looks at it again.
 */
import { addDays, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { unknownContacts, type ContactWords } from './body.ts'
import type { ArticleKind, ArticleLinks, Audience } from './words.ts'

export type ArticleContent = {
  readonly kind: ArticleKind
  readonly audience: Audience
  readonly title: string
  readonly keywords: string
  readonly body: string
  readonly videoUrl: string
  readonly links: ArticleLinks
}

const LONGEST_REVIEW_DAYS = 730
export const USUAL_REVIEW_DAYS = 180

export function decideContent(content: ArticleContent, contacts: ContactWords): Decision<ArticleContent> {
  const [name] = unknownContacts(`${content.title}\n${content.body}`, contacts)
  if (name !== undefined) return refuse('knowledge.unknown_contact', { name })
  // Of whatever kind: an address is opened by who reads the article.
  const own = isOwnFilm(content.videoUrl)
  if ((content.kind === 'video' || content.videoUrl !== '') && !own && !isVideoUrl(content.videoUrl))
    return refuse('knowledge.video_missing')
  // Who does not hear reads what is said in it.
  if (own && !content.body.split('\n').some((line) => line.trim() === FILM_WORDS))
    return refuse('knowledge.film_words_missing', { heading: FILM_WORDS })
  return ok(content)
}

/** Under this heading an article with a film of the house says what the film says. */
export const FILM_WORDS = '## 视频里说的话'
/** Where films of the house are played. */
export const FILM_PATH = '/api/portal/knowledge/films/'

export function isOwnFilm(videoUrl: string): boolean {
  return videoUrl.startsWith(FILM_PATH) && /^[0-9a-f-]{36}$/.test(videoUrl.slice(FILM_PATH.length))
}

/** Only an address of the encrypted web: nothing that a page could run. */
function isVideoUrl(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s"'<>]*)?$/i.test(text)
}

export function decideSubmission(draft: ArticleContent, published: ArticleContent | null): Decision<null> {
  const same = published !== null && JSON.stringify(inOrder(draft)) === JSON.stringify(inOrder(published))
  return same ? refuse('knowledge.nothing_changed') : ok(null)
}

function inOrder({ kind, audience, title, keywords, body, videoUrl, links }: ArticleContent): unknown[] {
  return [kind, audience, title, keywords, body, videoUrl, links.benefits, links.papers, links.claimKinds]
}

/** Nobody who wrote on a version publishes it. */
export function decidePublication(writers: readonly string[], checkerId: string): Decision<null> {
  return writers.includes(checkerId) ? refuse('knowledge.own_version') : ok(null)
}

export function decideReviewDay(reviewOn: Day, today: Day): Decision<Day> {
  const fits = reviewOn > today && reviewOn <= addDays(today, LONGEST_REVIEW_DAYS)
  return fits ? ok(reviewOn) : refuse('knowledge.review_day')
}

export type ArticleStand = {
  readonly state: string
  readonly ownerId: string
  readonly open: { readonly state: string; readonly writers: readonly string[] } | null
}
type Reader = { readonly id: string; readonly mayEdit: boolean; readonly mayPublish: boolean }

/** The buttons of the article's page. */
export function articleCan({ state, ownerId, open }: ArticleStand, reader: Reader): string[] {
  const draft = open?.state === 'draft'
  const waits = open?.state === 'waiting'
  const acts: [string, boolean][] = [
    ['edit', reader.mayEdit && !waits],
    ['submit', reader.mayEdit && draft],
    ['discard', reader.mayEdit && (draft || (waits && open.writers.includes(reader.id)))],
    ['publish', reader.mayPublish && waits && !open.writers.includes(reader.id)],
    ['return', reader.mayPublish && waits && !open.writers.includes(reader.id)],
    ['review', state === 'published' && reader.mayEdit && (ownerId === reader.id || reader.mayPublish)],
    ['assign', state !== 'retired' && reader.mayPublish],
    ['retire', state !== 'retired' && reader.mayPublish],
  ]
  return acts.flatMap(([name, may]) => (may ? [name] : []))
}
