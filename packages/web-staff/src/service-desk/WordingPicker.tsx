/** Approved wording: found by a few characters, put into the answer with what is known filled in (SRV-04). */
import { listReplyWordings, type RequestView } from '@anpei/contract/service-desk'
import { Button, Input, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Icon, Tag } from '../kit/index.ts'

type Props = {
  readonly requestId: string
  readonly kind: RequestView['kind']
  readonly onPick: (code: string, text: string) => void
}

export function WordingPicker({ requestId, kind, onPick }: Props): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      trigger="click"
      placement="topLeft"
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Wordings
          requestId={requestId}
          kind={kind}
          onPick={(code, text) => {
            setOpen(false)
            onPick(code, text)
          }}
        />
      }
    >
      <Button icon={<Icon name="book" />}>规范用语</Button>
    </Popover>
  )
}

function Wordings({ requestId, kind, onPick }: Props): ReactElement {
  const [q, setQ] = useState('')
  const found = useCall(listReplyWordings, { query: { requestId } })
  return (
    <div className="dk-wordings">
      <Input
        autoFocus
        allowClear
        aria-label="找规范用语"
        placeholder="输入几个字，如 进度、资料"
        value={q}
        onChange={(event) => {
          setQ(event.target.value)
        }}
      />
      <Answered of={found}>
        {({ items }) => {
          const fitting = items.filter(
            (one) =>
              (one.kinds.length === 0 || one.kinds.includes(kind) || q !== '') &&
              `${one.name}${one.text}`.includes(q.trim()),
          )
          if (fitting.length === 0) return <p className="dk-quiet">没有找到合适的用语。</p>
          return (
            <ul>
              {fitting.map((one) => (
                <li key={one.code}>
                  <button
                    type="button"
                    onClick={() => {
                      onPick(one.code, one.text)
                    }}
                  >
                    <b>{one.name}</b>
                    {one.open.length === 0 ? null : <Tag tone="amber">要补 {one.open.length} 处</Tag>}
                    <span>{one.text}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </div>
  )
}
