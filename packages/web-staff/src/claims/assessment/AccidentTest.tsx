/** The accident test: four questions, each with its evidence (PRG-03). An answer "partly" goes to a person. */
import { QUESTION_WORDS } from '@anpei/domain/claims'
import { ACCIDENT_QUESTIONS, type AccidentAnswer, type AccidentQuestion } from '@anpei/domain/programme'
import { Button, Radio } from 'antd'
import type { ReactElement } from 'react'
import { Panel } from '../../kit/index.ts'
import type { AnswerDraft } from './assessment-draft.ts'
import { EvidenceInput } from './EvidenceInput.tsx'

type Answers = Readonly<Record<AccidentQuestion, AnswerDraft>>
type Props = {
  readonly answers: Answers
  /** Titles of the papers on file. */
  readonly papers: readonly string[]
  readonly unproved: readonly AccidentQuestion[]
  readonly onChange: (answers: Answers) => void
  /** One paper for all answers without evidence. */
  readonly onProve: (paper: string) => void
}

const HELP: Readonly<Record<AccidentQuestion, string>> = {
  external: '伤害来自身体之外',
  sudden: '一下子发生，不是慢慢形成',
  unintended: '不是自己要的结果',
  nonDisease: '不是疾病造成',
}
const CHOICES: { value: AccidentAnswer; label: string }[] = [
  { value: 'yes', label: '是' },
  { value: 'partly', label: '部分' },
  { value: 'no', label: '否' },
]
const T = { title: '意外认定', evidence: '依据（资料、页码、谁说的）', fill: '没写依据的都填：' } as const

export function AccidentTest({ answers, papers, unproved, onChange, onProve }: Props): ReactElement {
  const set = (question: AccidentQuestion, part: Partial<AnswerDraft>): void => {
    onChange({ ...answers, [question]: { ...answers[question], ...part } })
  }
  return (
    <Panel title={T.title}>
      {unproved.length > 0 && papers.length > 0 ? (
        <p className="ap-row ap-small">
          <span className="ap-muted">{T.fill}</span>
          {papers.map((title) => (
            <Button
              key={title}
              size="small"
              onClick={() => {
                onProve(title)
              }}
            >
              {title}
            </Button>
          ))}
        </p>
      ) : null}
      <ol className="ap-questions">
        {ACCIDENT_QUESTIONS.map((question) => (
          <li key={question}>
            <span>
              <b>{QUESTION_WORDS[question]}</b>
              <small>{HELP[question]}</small>
            </span>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={CHOICES}
              value={answers[question].answer}
              aria-label={QUESTION_WORDS[question]}
              onChange={(event) => {
                set(question, { answer: answerIn(event.target.value) })
              }}
            />
            <EvidenceInput
              label={`${QUESTION_WORDS[question]}：${T.evidence}`}
              value={answers[question].evidence}
              papers={papers}
              missing={unproved.includes(question)}
              onChange={(evidence) => {
                set(question, { evidence })
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
