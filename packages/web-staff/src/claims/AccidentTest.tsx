/** The accident test: four questions, each with its evidence (PRG-03). An answer "partly" goes to a person. */
import { ACCIDENT_QUESTIONS, type AccidentAnswer, type AccidentQuestion } from '@anpei/domain/programme'
import { Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { Panel } from '../kit/index.ts'
import type { AnswerDraft } from './assessment-draft.ts'

type Answers = Readonly<Record<AccidentQuestion, AnswerDraft>>
type Props = { answers: Answers; onChange: (answers: Answers) => void }

const QUESTIONS: Readonly<Record<AccidentQuestion, { title: string; help: string }>> = {
  external: { title: '外来的', help: '伤害来自身体之外' },
  sudden: { title: '突发的', help: '一下子发生，不是慢慢形成' },
  unintended: { title: '非本意的', help: '不是自己要的结果' },
  nonDisease: { title: '非疾病的', help: '不是疾病造成' },
}
const CHOICES: { value: AccidentAnswer; label: string }[] = [
  { value: 'yes', label: '是' },
  { value: 'partly', label: '部分' },
  { value: 'no', label: '否' },
]
const T = { title: '意外认定', evidence: '依据（资料、页码、谁说的）' } as const

export function AccidentTest({ answers, onChange }: Props): ReactElement {
  const set = (question: AccidentQuestion, part: Partial<AnswerDraft>): void => {
    onChange({ ...answers, [question]: { ...answers[question], ...part } })
  }
  return (
    <Panel title={T.title}>
      <ol className="ap-questions">
        {ACCIDENT_QUESTIONS.map((question) => (
          <li key={question}>
            <span>
              <b>{QUESTIONS[question].title}</b>
              <small>{QUESTIONS[question].help}</small>
            </span>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={CHOICES}
              value={answers[question].answer}
              aria-label={QUESTIONS[question].title}
              onChange={(event) => {
                set(question, { answer: answerIn(event.target.value) })
              }}
            />
            <Input
              value={answers[question].evidence}
              maxLength={500}
              placeholder={T.evidence}
              aria-label={`${QUESTIONS[question].title}：${T.evidence}`}
              onChange={(event) => {
                set(question, { evidence: event.target.value })
              }}
            />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function answerIn(value: unknown): AccidentAnswer | null {
  return CHOICES.find((choice) => choice.value === value)?.value ?? null
}
