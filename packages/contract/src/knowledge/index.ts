export * from './routes.ts'
export * from './public.ts'
export { ArticleContent } from './words.ts'
export type { ArticleVersion, ArticleView, FoundArticle, ReadArticle } from './words.ts'
