/**
 * Articles, clauses in plain words and questions with their answers, found as people ask; the guided assistant that
 * answers with them and hands over to a human.
 */
export { ARTICLE_KINDS, AUDIENCES, READ_WHERE, SAMPLE_PAPERS } from './words.ts'
export type { ArticleKind, ArticleLinks, Audience, ReadWhere } from './words.ts'
export { articleLifecycle, versionLifecycle } from './lifecycles.ts'
export type { ArticleState, VersionState } from './lifecycles.ts'
export { knowledgeEventCatalogue } from './events.ts'
export { knowledgeRefusals } from './refusals.ts'
export { fillContacts, parseBody, plainBody } from './body.ts'
export type { Block, ContactWords, Inline } from './body.ts'
export { withoutNumbers } from './normalise.ts'
export { checkSynonyms, dictionaryOf, MOST_GROUPS, MOST_WORDS } from './synonyms.ts'
export type { Dictionary, SynonymGroup } from './synonyms.ts'
export { articleTerms, helpfulness, MOST_QUESTION, questionTerms, WEAK_SHARE } from './weigh.ts'
export type { TermWeight } from './weigh.ts'
export {
  articleCan,
  decideContent,
  decidePublication,
  decideReviewDay,
  decideSubmission,
  FILM_PATH,
  FILM_WORDS,
  isOwnFilm,
  USUAL_REVIEW_DAYS,
} from './decide-version.ts'
export type { ArticleContent } from './decide-version.ts'
export { differenceOf } from './difference.ts'
export type { DifferentLine } from './difference.ts'
export { ASSISTANT_ACTS, ASSISTANT_ASKS, lintAssistant } from './assistant-tree.ts'
export type { AssistantNode, AssistantTree } from './assistant-tree.ts'
export { assistantStep } from './assistant-turn.ts'
export type { AssistantFacts, AssistantSaid, AssistantStep } from './assistant-turn.ts'
