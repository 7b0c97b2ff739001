/** A version of what is asked, as the caller will see it on the telephone (CBK-02). */
import type { CallbackScript } from '@anpei/contract/callbacks'
import { FOLLOW_UPS, IDENTITY_POINTS } from '@anpei/domain/callbacks'
import { useState, type ReactElement } from 'react'
import { Button } from 'antd'
import { useMe } from '../../identity/index.ts'
import { Tag } from '../../kit/index.ts'
import { AskedQuestion } from '../AskedQuestion.tsx'
import type { AccidentDraft, Drafts } from '../draft.ts'

type Props = { readonly script: Pick<CallbackScript, 'opening' | 'closing' | 'identity' | 'questions'> }

export function ScriptPreview({ script }: Props): ReactElement {
  const caller = useMe().shown?.name ?? ''
  const [at, setAt] = useState(0)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [accident, setAccident] = useState<AccidentDraft>({})
  const last = script.questions.length - 1
  const question = script.questions[Math.min(at, last)]
  const draft = question ? drafts[question.code] : undefined
  const opens = question?.choices.find((one) => one.code === draft?.choice)?.opens ?? null
  return (
    <section className="cb-preview" aria-label="回访人看到的样子">
      <p className="ap-muted ap-small">
        先核对：{script.identity.map((one) => IDENTITY_POINTS[one]).join('、')}（至少两项）
      </p>
      <p className="cb-say">{script.opening.replace('{caller}', caller)}</p>
      {question ? (
        <>
          <p className="ap-muted ap-small">
            第 {Math.min(at, last) + 1} 问，共 {script.questions.length} 问{question.must ? '' : '（可不答）'}
          </p>
          <AskedQuestion
            key={question.code}
            question={question}
            draft={draft}
            accident={accident}
            onDraft={(next) => setDrafts({ ...drafts, [question.code]: next })}
            onAccident={setAccident}
          />
          {opens ? (
            <p>
              <Tag tone="amber">自动生成后续：{FOLLOW_UPS[opens]}</Tag>
            </p>
          ) : null}
          <div className="ap-row cb-steps">
            <Button disabled={at === 0} onClick={() => setAt(Math.min(at, last) - 1)}>
              上一问
            </Button>
            <Button disabled={at >= last} onClick={() => setAt(at + 1)}>
              下一问
            </Button>
          </div>
        </>
      ) : null}
      <p className="cb-say">{script.closing}</p>
    </section>
  )
}
