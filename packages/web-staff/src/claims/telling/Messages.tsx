/** 客户留言: what the family said and what we answered; unanswered ones stand in the way of closing (CLM-20). */
import { answerMessage, type ClaimView } from '@anpei/contract/claims'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'

const T = {
  title: '客户留言',
  unanswered: '还没有答复',
  answer: '答复（客户在网页上看，并收到通知）',
  send: '答复',
} as const

export function Messages({ claim }: { claim: ClaimView }): ReactElement | null {
  if (claim.messages.length === 0) return null
  return (
    <Panel title={T.title} id="messages">
      <div className="ap-stack">
        {claim.messages.map((one) => (
          <article key={one.id}>
            <p className="ap-muted ap-small">{instantText(one.madeAt)}</p>
            <p>{one.text}</p>
            {one.answeredAt === null ? (
              <Unanswered claim={claim} messageId={one.id} />
            ) : (
              <p>
                <b>{one.answeredBy}：</b>
                {one.answer} <span className="ap-muted ap-small">{instantText(one.answeredAt)}</span>
              </p>
            )}
          </article>
        ))}
      </div>
    </Panel>
  )
}

function Unanswered({ claim, messageId }: { claim: ClaimView; messageId: string }): ReactElement {
  const command = useCommand(answerMessage)
  const [text, setText] = useState('')
  if (!may(claim, 'answerMessage')) return <Tag tone="amber">{T.unanswered}</Tag>
  return (
    <>
      <Tag tone="amber">{T.unanswered}</Tag>
      <FaultNote fault={command.fault} />
      <Input.TextArea
        aria-label={T.answer}
        placeholder={T.answer}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <Button
        type="primary"
        loading={command.busy}
        disabled={text.trim() === ''}
        onClick={() => {
          void command.run({ params: { messageId }, body: { text } })
        }}
      >
        {T.send}
      </Button>
    </>
  )
}
