/** The routes these pages call, typed by the contract without loading it; a test holds them against it. */
import type { Answer } from '@anpei/contract/kernel'
import type * as contract from '@anpei/contract/knowledge'
import { at } from '../client/index.ts'

type Contract = typeof contract

export const api = {
  publicSearch: at<Contract['publicSearch']>('GET', '/api/portal/knowledge/search/:q'),
  publicArticles: at<Contract['publicArticles']>('GET', '/api/portal/knowledge/kinds/:kind'),
  publicArticle: at<Contract['publicArticle']>('GET', '/api/portal/knowledge/articles/:articleId'),
  giveFeedback: at<Contract['giveFeedback']>('POST', '/api/portal/knowledge/articles/:articleId/feedback'),
  assistantTurn: at<Contract['assistantTurn']>('POST', '/api/portal/assistant'),
}

export type KnowledgeAnswer<N extends keyof typeof api> = Answer<Contract[N]>
