/** One question with its typed answer (CBK-02). */
import { CAUSES, KIND_WORDS } from '@anpei/domain/claims'
import { Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, DayInput, keyIn, Many } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { PLAIN, type AccidentDraft, type Asked, type Draft } from './draft.ts'

type Props = {
  readonly question: Asked
  readonly draft: Draft | undefined
  readonly accident: AccidentDraft
  readonly onDraft: (draft: Draft) => void
  readonly onAccident: (accident: AccidentDraft) => void
}

const DETAIL: Readonly<Record<Asked['kind'], string>> = {
  choice: '客户怎么说的',
  text: '客户的原话',
  accident: '怎么回事',
  phone: '新电话',
  address: '新住址',
}

export function AskedQuestion({ question, draft, accident, onDraft, onAccident }: Props): ReactElement {
  const { choice = '', text = '' } = draft ?? {}
  const options =
    question.choices.length > 0
      ? question.choices.map(({ code, text: label }) => ({ value: code, label }))
      : choicesOf(PLAIN[question.kind] ?? {})
  return (
    <div className="ap-stack">
      <h3 className="cb-question">{question.text}</h3>
      {options.length > 0 ? (
        <Radio.Group
          size="large"
          optionType="button"
          aria-label={question.text}
          options={options}
          value={choice}
          onChange={(event) => onDraft({ choice: String(event.target.value), text })}
        />
      ) : null}
      {asksText(question, choice) ? (
        <label>
          {DETAIL[question.kind]}
          <Input.TextArea
            value={text}
            maxLength={1000}
            autoSize={{ minRows: question.kind === 'phone' ? 1 : 2 }}
            onChange={(event) => onDraft({ choice, text: event.target.value.trimStart() })}
          />
        </label>
      ) : null}
      {question.kind === 'accident' && choice === 'yes' ? (
        <AccidentFields accident={accident} onAccident={onAccident} />
      ) : null}
    </div>
  )
}

/** A good answer needs no words beside it, but may have them. */
function asksText({ kind, choices }: Asked, choice: string): boolean {
  if (kind === 'text') return true
  if (kind === 'choice') return choices.some((one) => one.code === choice && one.detail)
  return kind === 'accident' ? choice === 'yes' : choice === 'no'
}

type AccidentProps = Pick<Props, 'accident' | 'onAccident'>

function AccidentFields({ accident, onAccident }: AccidentProps): ReactElement {
  return (
    <>
      <p className="ap-muted">问清下面三项，系统会登记报案；问不清就留给同事再联系。</p>
      <div className="ap-fields">
        <label>
          哪天出的事
          <DayInput
            value={accident.accidentOn ?? ''}
            max={today()}
            onChange={(accidentOn) => onAccident({ ...accident, accidentOn })}
          />
        </label>
        <label>
          原因
          <Select
            style={{ width: '100%' }}
            options={choicesOf(CAUSES)}
            value={accident.cause ?? null}
            onChange={(value) => {
              const cause = keyIn(CAUSES, value)
              if (cause) onAccident({ ...accident, cause })
            }}
          />
        </label>
      </div>
      <Many
        options={choicesOf(KIND_WORDS)}
        value={accident.kinds ?? []}
        onChange={(values) =>
          onAccident({ ...accident, kinds: values.flatMap((value) => keyIn(KIND_WORDS, String(value)) ?? []) })
        }
      />
    </>
  )
}
