import * as api from '@anpei/contract/knowledge'
import { ok } from '@anpei/domain/kernel'
import { on, onFile, type Bound } from '../http/index.ts'
import { assignArticle } from './assign-article.ts'
import { assistTurn } from './assist-turn.ts'
import type { AssistantDoors } from './assistant-doors.ts'
import { closeAsked } from './close-asked.ts'
import { closeFeedback } from './close-feedback.ts'
import { discardDraft } from './discard-draft.ts'
import { giveFeedback } from './give-feedback.ts'
import { loadShippedArticles } from './load-shipped.ts'
import { openArticle } from './open-article.ts'
import { proposeSynonyms } from './propose-synonyms.ts'
import { publishDraft } from './publish-draft.ts'
import { retireArticle } from './retire-article.ts'
import { returnDraft } from './return-draft.ts'
import { reviewArticle } from './review-article.ts'
import { saveDraft } from './save-draft.ts'
import { submitDraft } from './submit-draft.ts'
import { uploadFilm } from './upload-film.ts'
import { getArticle, listArticles, searchKnowledge } from './views-articles.ts'
import { knowledgeDuties, listAsked } from './views-asked.ts'
import { playFilm } from './views-film.ts'
import { publicArticle, publicArticles, publicSearch } from './views-public.ts'
import { getSynonyms } from './views-synonyms.ts'

/** `doors`: what the assistant is given by the rows above. */
export const knowledgeRoutes = (doors: AssistantDoors): readonly Bound[] => [
  on(api.searchKnowledge, searchKnowledge),
  on(api.listArticles, listArticles),
  on(api.getArticle, getArticle),
  on(api.openArticle, openArticle),
  on(api.saveDraft, saveDraft),
  on(api.uploadFilm, uploadFilm),
  on(api.submitDraft, submitDraft),
  on(api.discardDraft, discardDraft),
  on(api.publishDraft, publishDraft),
  on(api.returnDraft, returnDraft),
  on(api.reviewArticle, reviewArticle),
  on(api.assignArticle, assignArticle),
  on(api.retireArticle, retireArticle),
  on(api.loadShipped, async (tx) => ok({ loaded: await loadShippedArticles(tx) })),
  on(api.giveFeedback, giveFeedback),
  on(api.listAsked, listAsked),
  on(api.closeAsked, closeAsked),
  on(api.closeFeedback, closeFeedback),
  on(api.knowledgeDuties, knowledgeDuties),
  on(api.getSynonyms, getSynonyms),
  on(api.proposeSynonyms, proposeSynonyms),
  on(api.publicSearch, publicSearch),
  on(api.publicArticles, publicArticles),
  on(api.publicArticle, publicArticle),
  onFile(api.playFilm, playFilm),
  on(api.assistantTurn, (tx, { body }) => assistTurn(tx, { ...body, channel: 'portal' }, doors)),
]
