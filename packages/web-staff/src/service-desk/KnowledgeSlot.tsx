/** The knowledge base beside the conversation: asked with the customer's own words, put into the answer (SRV-06). */
import { searchKnowledge } from '@anpei/contract/knowledge'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Panel, Tag } from '../kit/index.ts'

const SHOWN = 4

type Props = { readonly first: string; readonly onUse: ((text: string) => void) | null }

export function KnowledgeSlot({ first, onUse }: Props): ReactElement {
  const [q, setQ] = useState(first.slice(0, 60))
  const found = useCall(searchKnowledge, { query: { q: q || '—', limit: SHOWN } }, { enabled: q !== '' })
  return (
    <Panel title="知识库">
      <Input.Search
        allowClear
        aria-label="查知识库"
        placeholder="照客户的话问"
        maxLength={60}
        defaultValue={q}
        onSearch={(text) => {
          setQ(text.trim())
        }}
      />
      {q === '' ? null : (
        <Answered of={found}>
          {({ items }) => (
            <ul className="dk-found">
              {items.length === 0 ? <li className="ap-muted">没有找到，换个说法试试。</li> : null}
              {items.map((one) => (
                <li key={one.id}>
                  <b>{one.title}</b> <Tag>{one.kindWord}</Tag>
                  <p>{one.excerpt}</p>
                  {onUse ? (
                    <Button size="small" onClick={() => onUse(one.excerpt)}>
                      放进答复
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Answered>
      )}
    </Panel>
  )
}
