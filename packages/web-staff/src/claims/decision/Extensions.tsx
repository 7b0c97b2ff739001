/** Extensions of a case: asked for, granted and told, or refused (CLM-06); nothing where none was asked for. */
import { decideExtension, listExtensions, type ClaimExtension } from '@anpei/contract/claims'
import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { FaultNote, Panel, Tag, type Tone } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

const TONES: Readonly<Record<ClaimExtension['state'], Tone>> = { waiting: 'amber', granted: 'green', refused: 'grey' }

export function Extensions({ claimId }: { claimId: string }): ReactElement | null {
  const found = useCall(listExtensions, { params: { claimId } })
  const items = found.shown?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="延期申请">
      <div className="ap-stack">
        {items.map((one) => (
          <Extension key={one.id} of={one} />
        ))}
      </div>
    </Panel>
  )
}

function Extension({ of }: { of: ClaimExtension }): ReactElement {
  const decide = useCommand(decideExtension)
  const [answer, setAnswer] = useState('')
  const run = (grant: boolean): void => {
    void decide.run({ params: { extensionId: of.id }, body: { grant, answer } })
  }
  return (
    <article>
      <p>
        <Tag tone={TONES[of.state]}>{of.stateWord}</Tag> 从 <span className="ap-num">{of.dueOn}</span> 延到{' '}
        <span className="ap-num">{of.newDueOn}</span>
      </p>
      <p>原因：{of.reason}</p>
      {of.answer ? <p>批复：{of.answer}</p> : null}
      <p className="ap-muted ap-small">
        {of.askedBy} {instantText(of.askedAt)} 申请
        {of.decidedBy === null ? '' : `；${of.decidedBy} ${instantText(of.decidedAt)} 决定`}
      </p>
      {of.can.length === 0 ? null : (
        <div className="ap-stack">
          <FaultNote fault={decide.fault} />
          <Input
            aria-label="批复（不批准时写明怎样办）"
            placeholder="批复（不批准时写明怎样办）"
            maxLength={300}
            value={answer}
            onChange={(event) => {
              setAnswer(event.target.value)
            }}
          />
          <div className="ap-acts">
            <Button
              type="primary"
              loading={decide.busy}
              onClick={() => {
                run(true)
              }}
            >
              批准并告知客户
            </Button>
            <Button
              disabled={decide.busy}
              onClick={() => {
                run(false)
              }}
            >
              不批准
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}
