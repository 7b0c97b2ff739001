/** The text of an article, drawn from its blocks: nothing in it can become markup of the page (SRV-06). */
import { parseBody, SAMPLE_PAPERS, type Block, type ContactWords, type Inline } from '@anpei/domain/knowledge'
import type { ReactElement } from 'react'
import { Tag } from '../kit/index.ts'

export function ArticleBody({ body, contacts }: { body: string; contacts: ContactWords }): ReactElement {
  return (
    <div className="ap-know-body">
      {parseBody(body, contacts).map((block, index) => (
        <One key={index} block={block} />
      ))}
    </div>
  )
}

function One({ block }: { block: Block }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <Words of={block.text} />
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <Words of={block.text} />
        </p>
      )
    case 'sample':
      return (
        <p className="ap-know-sample">
          <Tag icon="file">样张图</Tag> {SAMPLE_PAPERS[block.paper] ?? block.paper}
        </p>
      )
    case 'bullets':
      return <ul>{items(block.items)}</ul>
    case 'steps':
      return <ol>{items(block.items)}</ol>
  }
}

function items(of: readonly (readonly Inline[])[]): ReactElement[] {
  return of.map((item, index) => (
    <li key={index}>
      <Words of={item} />
    </li>
  ))
}

function Words({ of }: { of: readonly Inline[] }): ReactElement[] {
  return of.map((part, index) =>
    part.strong ? <strong key={index}>{part.text}</strong> : <span key={index}>{part.text}</span>,
  )
}
