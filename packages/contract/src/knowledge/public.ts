/** Open to everybody: search, read, and the guided assistant (SRV-06, SRV-12). */
import { FILM_PATH, MOST_QUESTION } from '@anpei/domain/knowledge'
import { z } from 'zod'
import { Id, route, Text } from '../kernel/index.ts'
import { ArticleKind, FoundArticle, FoundArticles, ReadArticle } from './words.ts'

export const publicSearch = route({
  id: 'publicKnowledgeSearch',
  method: 'GET',
  path: '/api/portal/knowledge/search/:q',
  permission: 'public',
  summary: '问一问：检索公开的知识文章',
  params: z.object({ q: Text(MOST_QUESTION) }),
  answer: FoundArticles,
})
export const publicArticles = route({
  id: 'publicKnowledgeArticles',
  method: 'GET',
  path: '/api/portal/knowledge/kinds/:kind',
  permission: 'public',
  summary: '一类公开文章的目录',
  params: z.object({ kind: ArticleKind }),
  answer: z.object({ items: z.array(FoundArticle) }),
})
export const publicArticle = route({
  id: 'publicKnowledgeArticle',
  method: 'GET',
  path: '/api/portal/knowledge/articles/:articleId',
  permission: 'public',
  summary: '读一篇公开文章',
  params: z.object({ articleId: Id }),
  answer: ReadArticle,
})

export const playFilm = route({
  id: 'playKnowledgeFilm',
  method: 'GET',
  path: `${FILM_PATH}:filmId`,
  permission: 'public',
  summary: '播放公开文章的视频，可以只取一段（Range）；没有公开的只给写知识库的人看',
  download: true,
  params: z.object({ filmId: Id }),
})

export const AssistantAnswer = z
  .object({
    session: Id,
    /** Said by a machine, always. */
    machine: z.literal(true),
    says: z.array(z.string()),
    choices: z.array(z.string()),
    /** What the next words are: a question, a case number, an ID number; null: only choices. */
    asks: z.enum(['question', 'caseNo', 'idNumber']).nullable(),
    articles: z.array(FoundArticle),
    /** Leads to the report page with what was said. */
    report: z.record(z.string(), z.string()).nullable(),
    /** A person has taken over; `phone` may be called at once. */
    human: z.object({ said: z.string(), phone: z.string() }).nullable(),
  })
  .meta({ id: 'AssistantAnswer', description: '助手的回答' })
export type AssistantAnswer = z.output<typeof AssistantAnswer>

export const assistantTurn = route({
  id: 'assistantTurn',
  method: 'POST',
  path: '/api/portal/assistant',
  permission: 'public',
  summary: '与助手对话的一步；任何一步都可以找人',
  body: z.object({
    /** Without one a dialogue begins. */
    session: Id.nullable().default(null),
    choice: z.int().min(0).max(20).optional(),
    text: z.string().trim().max(300).optional(),
  }),
  answer: AssistantAnswer,
})
