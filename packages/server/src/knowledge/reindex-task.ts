export const REINDEX = 'knowledge.reindex'
