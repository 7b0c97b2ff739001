/** What articles look like on the wire (SRV-06). */
import { ARTICLE_KINDS, articleLifecycle, AUDIENCES, READ_WHERE, versionLifecycle } from '@anpei/domain/knowledge'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, Text } from '../kernel/index.ts'

export const ArticleKind = keysOf(ARTICLE_KINDS)
export const Audience = keysOf(AUDIENCES)
export const ReadWhere = keysOf(READ_WHERE)
export const ArticleState = keysOf(articleLifecycle.states)
const VersionState = keysOf(versionLifecycle.states)

const Codes = z.array(z.string().regex(/^[a-z_]{1,60}$/)).max(20)

/** What one writes. `{hotline}` and the like are filled from the register of contact data (SRV-11). */
export const ArticleContent = z
  .object({
    kind: ArticleKind,
    audience: Audience,
    title: Text(80),
    /** Other words people use for it; found, not shown. */
    keywords: MaybeText(300).default(''),
    body: Text(20_000),
    videoUrl: MaybeText(500).default(''),
    links: z
      .object({ benefits: Codes, papers: Codes, claimKinds: Codes })
      .default({ benefits: [], papers: [], claimKinds: [] }),
  })
  .meta({ id: 'ArticleContent', description: '知识文章内容' })
export type ArticleContent = z.output<typeof ArticleContent>

export const ArticleVersion = z.object({
  id: Id,
  version: z.int(),
  state: VersionState,
  stateWord: z.string(),
  content: ArticleContent,
  reason: z.string(),
  madeBy: z.string(),
  madeAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  answer: z.string().nullable(),
})
export type ArticleVersion = z.output<typeof ArticleVersion>

export const ArticleView = z
  .object({
    id: Id,
    code: z.string(),
    state: ArticleState,
    stateWord: z.string(),
    ownerId: Id,
    owner: z.string(),
    reviewOn: Day.nullable(),
    reviewDue: z.boolean(),
    helped: z.int(),
    notHelped: z.int(),
    /** What readers see. */
    published: ArticleVersion.nullable(),
    /** What is being written or waits for the second person. */
    open: ArticleVersion.nullable(),
    versions: z.array(ArticleVersion),
    /** The data that fill `{hotline}` and the like. */
    contacts: z.record(z.string(), z.string()),
    /** Readers who were not helped, with their word, newest first. */
    complaints: z.array(z.object({ id: Id, word: z.string(), where: z.string(), at: Instant })),
    owners: z.array(z.object({ id: Id, name: z.string() })),
    can: Can,
  })
  .meta({ id: 'KnowledgeArticle', description: '知识文章' })
export type ArticleView = z.output<typeof ArticleView>

export const ArticleStand = z.object({ id: Id, code: z.string(), state: ArticleState, stateWord: z.string() })

/** An article found. */
export const FoundArticle = z.object({
  id: Id,
  kind: ArticleKind,
  kindWord: z.string(),
  title: z.string(),
  excerpt: z.string(),
})
export type FoundArticle = z.output<typeof FoundArticle>
export const FoundArticles = z.object({
  items: z.array(FoundArticle),
  /** The best one answers little of the question; its owner hears of it. */
  weak: z.boolean(),
})

/** As a reader sees an article: whole, with contact data filled in. */
export const ReadArticle = z.object({
  id: Id,
  kind: ArticleKind,
  kindWord: z.string(),
  title: z.string(),
  body: z.string(),
  contacts: z.record(z.string(), z.string()),
  videoUrl: z.string(),
  links: ArticleContent.shape.links,
  publishedAt: Instant,
  /** Samples of the papers it speaks of. */
  related: z.array(FoundArticle),
})
export type ReadArticle = z.output<typeof ReadArticle>
