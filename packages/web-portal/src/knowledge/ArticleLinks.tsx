/** Articles as large links, each with how it begins. */
import { BigLink } from '../kit/index.ts'
import type { KnowledgeAnswer } from './api.ts'

const SHOWN = 40

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

export function ArticleLinks({ items }: { readonly items: KnowledgeAnswer<'publicSearch'>['items'] }) {
  return items.map((article) => (
    <BigLink key={article.id} to={`/portal/ask/${article.id}`} hint={shortened(article.excerpt)}>
      {article.title}
    </BigLink>
  ))
}
