/** What a search found, best first; where nothing fits well, that is said. */
import type { FoundArticle } from '@anpei/contract/knowledge'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { Empty, Tag } from '../kit/index.ts'

const T = {
  none: '没有找到。问题已经记下，负责人会看到。',
  weak: '没有很贴切的文章，问题已经记下。下面的也许有用：',
} as const

type Props = {
  found: { readonly items: readonly FoundArticle[]; readonly weak: boolean }
  /** Buttons beside one. */
  acts?: (article: FoundArticle) => ReactNode
}

export function FoundList({ found, acts }: Props): ReactElement {
  if (found.items.length === 0) return <Empty>{T.none}</Empty>
  return (
    <>
      {found.weak ? <p className="ap-muted">{T.weak}</p> : null}
      <ol className="ap-know-found">
        {found.items.map((article) => (
          <li key={article.id}>
            <span className="ap-row">
              <Link to={`/knowledge/${article.id}`} className="ap-strong">
                {article.title}
              </Link>
              <Tag>{article.kindWord}</Tag>
            </span>
            <p>{article.excerpt}</p>
            {acts?.(article)}
          </li>
        ))}
      </ol>
    </>
  )
}
