/** SRV-06: an article, and each of its versions. What was published never changes; a new version is put beside it. */
import { defineLifecycle } from '../kernel/index.ts'

export const articleLifecycle = defineLifecycle({
  name: 'knowledge_article',
  table: 'knowledge_article',
  zh: '知识文章',
  initial: 'draft',
  states: {
    draft: { zh: '未发布', en: 'not published yet', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'open' },
    retired: { zh: '已停用', en: 'retired', phase: 'ended' },
  },
  transitions: {
    publish: { from: ['draft', 'published', 'retired'], to: 'published', permission: 'knowledge.publish', zh: '发布' },
    retire: { from: ['draft', 'published'], to: 'retired', permission: 'knowledge.publish', zh: '停用' },
  },
})
export type ArticleState = keyof typeof articleLifecycle.states

export const versionLifecycle = defineLifecycle({
  name: 'knowledge_version',
  table: 'knowledge_version',
  zh: '知识版本',
  initial: 'draft',
  states: {
    draft: { zh: '编写中', en: 'being written', phase: 'open' },
    waiting: { zh: '待复核', en: 'waiting for the second person', phase: 'open' },
    published: { zh: '已发布', en: 'published', phase: 'ended' },
    discarded: { zh: '已放弃', en: 'discarded', phase: 'ended' },
  },
  transitions: {
    submit: { from: ['draft'], to: 'waiting', permission: 'knowledge.edit', zh: '提交复核' },
    return: { from: ['waiting'], to: 'draft', permission: 'knowledge.publish', zh: '退回' },
    publish: { from: ['waiting'], to: 'published', permission: 'knowledge.publish', zh: '发布' },
    discard: { from: ['draft', 'waiting'], to: 'discarded', permission: 'knowledge.edit', zh: '放弃' },
  },
})
export type VersionState = keyof typeof versionLifecycle.states
