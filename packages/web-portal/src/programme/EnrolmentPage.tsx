/** 申请参保: ID number, name, telephone, check; then the number and until when the result comes (PRG-07, POR-01). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords, todayIn } from '../kernel/index.ts'
import { BigButton, BigLink, Choice, Field, go, PageTop, Says, useSend } from '../kit/index.ts'
import { api, type EnrolAnswer } from './api.ts'
import { ENROL_STEPS, stepIsRight, stepToShow, type EnrolDraft, type EnrolStep } from './enrolment-form.ts'
import { texts } from './texts.ts'

const PATH = '/portal/enrol'
const EMPTY: EnrolDraft = { idNumber: '', name: '', phone: '', agreed: false }

export default function EnrolmentPage() {
  const { t, language } = useLanguage()
  const v = texts[language]
  const [today] = useState(() => todayIn(Date.now()))
  const [draft, setDraft] = useState(EMPTY)
  const [pressed, setPressed] = useState<EnrolStep | null>(null)
  const [done, setDone] = useState<EnrolAnswer | null>(null)
  const sending = useSend(api.applyForEnrolment)
  if (done) return <Done of={done} />
  const step = stepToShow(new URLSearchParams(location.search).get('s'), draft, today)
  if (step === null)
    return (
      <>
        <PageTop title={v.title} back="/portal/" />
        <p>{v.lead}</p>
        <p>{v.from}</p>
        <BigLink to={`${PATH}?s=idNumber`} look="main">
          {v.start}
        </BigLink>
      </>
    )
  const at = ENROL_STEPS.indexOf(step)
  const next = ENROL_STEPS[at + 1]
  const problem = pressed === step && !stepIsRight(step, draft, today) ? v.wrong[step] : null
  const forward = async (): Promise<void> => {
    setPressed(step)
    if (!stepIsRight(step, draft, today)) return
    if (next) return go(`${PATH}?s=${next}`)
    const { idNumber, name, phone } = draft
    setDone(await sending.send({ body: { idNumber, name, phone, agreed: true } }))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void forward()
      }}
    >
      <p>{t.stepOf(at + 1, ENROL_STEPS.length)}</p>
      <PageTop title={v.asks[step]} back={at === 0 ? PATH : `${PATH}?s=${ENROL_STEPS[at - 1] ?? 'idNumber'}`} />
      <Asked
        key={step}
        step={step}
        draft={draft}
        problem={problem}
        onChange={(change) => {
          setDraft({ ...draft, ...change })
        }}
      />
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? v.sending : next ? v.next : v.send}
      </BigButton>
    </form>
  )
}

type AskedProps = {
  readonly step: EnrolStep
  readonly draft: EnrolDraft
  readonly problem: string | null
  readonly onChange: (change: Partial<EnrolDraft>) => void
}

function Asked({ step, draft, problem, onChange }: AskedProps) {
  const { language } = useLanguage()
  const v = texts[language]
  switch (step) {
    case 'idNumber':
      return (
        <Field
          label={v.asks.idNumber}
          hint={v.idHint}
          value={draft.idNumber}
          problem={problem}
          onChange={(text) => {
            onChange({ idNumber: text.toUpperCase() })
          }}
        />
      )
    case 'name':
      return (
        <Field
          label={v.asks.name}
          value={draft.name}
          problem={problem}
          voice
          onChange={(name) => {
            onChange({ name })
          }}
        />
      )
    case 'phone':
      return (
        <Field
          label={v.asks.phone}
          hint={v.phoneHint}
          kind="phone"
          value={draft.phone}
          problem={problem}
          onChange={(phone) => {
            onChange({ phone })
          }}
        />
      )
    case 'confirm':
      return (
        <>
          <p>{draft.name}</p>
          <p className="digits">{draft.idNumber}</p>
          <p className="digits">{draft.phone}</p>
          <Choice
            legend={v.agreeAsk}
            many
            options={[{ value: 'agreed', label: v.agree }]}
            chosen={draft.agreed ? ['agreed'] : []}
            onChoose={() => {
              onChange({ agreed: !draft.agreed })
            }}
          />
          {problem && <Says mood="bad">{problem}</Says>}
        </>
      )
  }
}

function Done({ of }: { readonly of: EnrolAnswer }) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <PageTop title={v.done} />
      <Says mood="good" live>
        {v.number} <strong className="digits">{of.enrolmentNo}</strong>
      </Says>
      <p>{v.by(dayInWords(of.resultByOn, language))}</p>
      <p>{v.from}</p>
      <p>{v.keep}</p>
      <BigLink to="/portal/" look="main">
        {v.home}
      </BigLink>
    </>
  )
}
