/** The knowledge base: writing, publishing by a second person, searching, and what readers say of it (SRV-06). */
import { MOST_GROUPS, MOST_QUESTION, MOST_WORDS } from '@anpei/domain/knowledge'
import { z } from 'zod'
import { Day, Id, Instant, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import {
  ArticleContent,
  ArticleKind,
  ArticleStand,
  ArticleState,
  ArticleView,
  Audience,
  FoundArticles,
  ReadWhere,
} from './words.ts'

const articleParams = z.object({ articleId: Id })

export const searchKnowledge = route({
  id: 'searchKnowledge',
  method: 'GET',
  path: '/api/knowledge/search',
  permission: 'knowledge.read',
  summary: '检索知识库（分词与同义词）',
  query: z.object({
    q: Text(MOST_QUESTION),
    kind: ArticleKind.optional(),
    audience: Audience.optional(),
    limit: z.coerce.number().int().min(1).max(20).default(10),
    /** Asked by the screen with a customer's words, not by a person: nothing is kept of it. */
    quiet: z.stringbool().optional(),
  }),
  answer: FoundArticles,
})
export const listArticles = route({
  id: 'listArticles',
  method: 'GET',
  path: '/api/knowledge/articles',
  permission: 'knowledge.read',
  summary: '知识文章列表',
  query: PageQuery.extend({
    kind: ArticleKind.optional(),
    state: ArticleState.optional(),
    /** Those with a version that waits for a second person; whose review is due; the reader's own. */
    only: z.enum(['waiting', 'due', 'mine']).optional(),
  }),
  answer: page(
    ArticleStand.extend({
      kind: ArticleKind,
      kindWord: z.string(),
      audience: Audience,
      title: z.string(),
      owner: z.string(),
      reviewOn: Day.nullable(),
      reviewDue: z.boolean(),
      waiting: z.boolean(),
      helped: z.int(),
      notHelped: z.int(),
      updatedAt: Instant,
    }),
  ),
})
export const getArticle = route({
  id: 'getArticle',
  method: 'GET',
  path: '/api/knowledge/articles/:articleId',
  permission: 'knowledge.read',
  summary: '查看知识文章与各版本',
  params: articleParams,
  answer: ArticleView,
})
export const openArticle = route({
  id: 'openArticle',
  method: 'POST',
  path: '/api/knowledge/articles',
  permission: 'knowledge.edit',
  summary: '新写一篇文章（草稿）',
  body: z.object({ content: ArticleContent, missId: Id.optional() }),
  answer: ArticleStand,
})
export const saveDraft = route({
  id: 'saveArticleDraft',
  method: 'PUT',
  path: '/api/knowledge/articles/:articleId/draft',
  permission: 'knowledge.edit',
  summary: '保存草稿；没有草稿时新开一版',
  params: articleParams,
  body: z.object({ content: ArticleContent }),
  answer: ArticleStand,
})
export const uploadFilm = route({
  id: 'uploadKnowledgeFilm',
  method: 'POST',
  path: '/api/knowledge/films',
  permission: 'knowledge.edit',
  summary: '上传视频（文件字段 recording：MP4、WebM，最大 30 MB），所得地址写进文章的 videoUrl',
  files: true,
  answer: z.object({ videoUrl: z.string() }),
})
export const submitDraft = route({
  id: 'submitArticleDraft',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/submit',
  permission: 'knowledge.edit',
  summary: '提交复核',
  params: articleParams,
  body: z.object({ reason: Text(300) }),
  answer: ArticleStand,
})
export const discardDraft = route({
  id: 'discardArticleDraft',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/discard',
  permission: 'knowledge.edit',
  summary: '放弃草稿，或收回自己提交的版本',
  params: articleParams,
  answer: ArticleStand,
})
export const publishDraft = route({
  id: 'publishArticle',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/publish',
  permission: 'knowledge.publish',
  summary: '复核发布（不能是编写人自己）',
  params: articleParams,
  body: z.object({ versionId: Id, reviewOn: Day }),
  answer: ArticleStand,
})
export const returnDraft = route({
  id: 'returnArticle',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/return',
  permission: 'knowledge.publish',
  summary: '退回修改',
  params: articleParams,
  body: z.object({ versionId: Id, answer: Text(300) }),
  answer: ArticleStand,
})
export const reviewArticle = route({
  id: 'reviewArticle',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/review',
  permission: 'knowledge.edit',
  summary: '复审：内容仍然正确，约定下次复审日期',
  params: articleParams,
  body: z.object({ reviewOn: Day }),
  answer: ArticleStand,
})
export const assignArticle = route({
  id: 'assignArticle',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/owner',
  permission: 'knowledge.publish',
  summary: '更换负责人',
  params: articleParams,
  body: z.object({ ownerId: Id }),
  answer: ArticleStand,
})
export const retireArticle = route({
  id: 'retireArticle',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/retire',
  permission: 'knowledge.publish',
  summary: '停用文章',
  params: articleParams,
  body: z.object({ reason: Text(300) }),
  answer: ArticleStand,
})
export const loadShipped = route({
  id: 'loadShippedArticles',
  method: 'POST',
  path: '/api/knowledge/shipped',
  permission: 'knowledge.publish',
  summary: '装入随系统提供的文章（装过的不变）',
  answer: z.object({ loaded: z.int() }),
})
export const giveFeedback = route({
  id: 'giveArticleFeedback',
  method: 'POST',
  path: '/api/portal/knowledge/articles/:articleId/feedback',
  permission: 'public',
  summary: '有没有帮到您',
  params: articleParams,
  body: z.object({ helped: z.boolean(), word: MaybeText(300).default(''), where: ReadWhere }),
  answer: z.object({ thanks: z.string() }),
})
export const listAsked = route({
  id: 'listAsked',
  method: 'GET',
  path: '/api/knowledge/asked',
  permission: 'knowledge.read',
  summary: '没找到的问题与帮助最少的文章',
  answer: z.object({
    misses: z.array(z.object({ id: Id, question: z.string(), asked: z.int(), where: z.string(), lastAt: Instant })),
    leastHelpful: z.array(
      z.object({ id: Id, title: z.string(), owner: z.string(), helped: z.int(), notHelped: z.int(), open: z.int() }),
    ),
  }),
})
export const closeAsked = route({
  id: 'closeAsked',
  method: 'POST',
  path: '/api/knowledge/asked/:missId/close',
  permission: 'knowledge.edit',
  summary: '问题已处理',
  params: z.object({ missId: Id }),
})
export const closeFeedback = route({
  id: 'closeArticleFeedback',
  method: 'POST',
  path: '/api/knowledge/articles/:articleId/feedback/close',
  permission: 'knowledge.edit',
  summary: '文章反馈已处理',
  params: articleParams,
})
export const knowledgeDuties = route({
  id: 'knowledgeDuties',
  method: 'GET',
  path: '/api/knowledge/duties',
  permission: 'knowledge.read',
  summary: '我要做的：到期复审、待我复核、没帮到人的文章',
  answer: z.object({
    duties: z.array(
      z.object({
        id: Id,
        title: z.string(),
        what: z.enum(['review', 'publish', 'feedback']),
        whatWord: z.string(),
        since: z.string(),
      }),
    ),
    misses: z.int(),
  }),
})

const SynonymGroups = z
  .array(z.object({ head: Text(12), words: z.array(Text(12)).max(MOST_WORDS) }))
  .min(1)
  .max(MOST_GROUPS)

export const getSynonyms = route({
  id: 'getSynonyms',
  method: 'GET',
  path: '/api/knowledge/synonyms',
  permission: 'knowledge.read',
  summary: '同义词表',
  answer: z.object({ version: z.int(), groups: SynonymGroups, waiting: z.boolean(), applying: z.boolean() }),
})
export const proposeSynonyms = route({
  id: 'proposeSynonyms',
  method: 'POST',
  path: '/api/knowledge/synonyms',
  permission: 'knowledge.edit',
  summary: '提交同义词修改，由另一人复核后生效',
  body: z.object({ version: z.int(), groups: SynonymGroups, reason: Text(300) }),
  answer: z.object({ changeId: Id }),
})
