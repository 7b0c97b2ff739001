/** The questions, one after the other; nothing is sent before the last one was seen once more (CBK-02). */
import { answerCallback, type CallbackView } from '@anpei/contract/callbacks'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Panel } from '../kit/index.ts'
import { useMe } from '../identity/index.ts'
import { AskedQuestion } from './AskedQuestion.tsx'
import { accidentOf, answerText, isAnswered, needsDetail, type AccidentDraft, type Drafts } from './draft.ts'

export function Script({ callback }: { callback: CallbackView }): ReactElement {
  const { script } = callback
  const [at, setAt] = useState(0)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [accident, setAccident] = useState<AccidentDraft>({})
  const command = useCommand(answerCallback)
  const caller = useMe().shown?.name ?? ''
  const question = script.questions[at]
  const send = (): void => {
    const body = {
      scriptCode: script.code,
      scriptVersion: script.version,
      answers: drafts,
      accident: accidentOf(script, drafts, accident),
    }
    void command.run({ params: { callbackId: callback.id }, body })
  }
  const head = question ? `第三步：问第 ${at + 1} 个，共 ${script.questions.length} 个` : '都问完了，再看一遍'
  const draft = question ? drafts[question.code] : undefined
  return (
    <Panel title={head}>
      <progress className="cb-progress" max={script.questions.length} value={at} aria-label="问到第几个" />
      {at === 0 ? <p className="cb-say">{script.opening.replace('{caller}', caller)}</p> : null}
      {question ? (
        <AskedQuestion
          key={question.code}
          question={question}
          draft={draft}
          accident={accident}
          onDraft={(next) => setDrafts({ ...drafts, [question.code]: next })}
          onAccident={setAccident}
        />
      ) : (
        <Summary callback={callback} drafts={drafts} onBack={setAt} />
      )}
      <FaultNote fault={command.fault} />
      <div className="ap-row cb-steps">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          上一个
        </Button>
        {question ? (
          <Button
            type="primary"
            disabled={(question.must && !isAnswered(question, draft)) || needsDetail(question, draft)}
            onClick={() => setAt(at + 1)}
          >
            {!question.must && !isAnswered(question, draft) ? '没有，下一个' : '下一个'}
          </Button>
        ) : (
          <Button type="primary" loading={command.busy} onClick={send}>
            完成回访
          </Button>
        )}
      </div>
    </Panel>
  )
}

type SummaryProps = { callback: CallbackView; drafts: Drafts; onBack: (at: number) => void }

function Summary({ callback: { script }, drafts, onBack }: SummaryProps): ReactElement {
  return (
    <>
      <dl className="cb-answers">
        {script.questions.map((question, index) => (
          <div key={question.code}>
            <dt>{question.text}</dt>
            <dd>
              {answerText(question, drafts[question.code])}{' '}
              <Button type="link" size="small" onClick={() => onBack(index)}>
                改
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="cb-say">{script.closing}</p>
    </>
  )
}
