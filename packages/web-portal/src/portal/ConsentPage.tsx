/** A consent on paper, photographed, which the staff checks (CUS-05, POR-04); one question a page. */
import { useState } from 'react'
import { isDay } from '@anpei/domain/kernel'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords, shiftDay, todayIn } from '../kernel/index.ts'
import { BigLink, Choice, Field, PhotoPicker, Says, useSend, type Photo, Steps, type Step } from '../kit/index.ts'
import { nameProblem } from './answer-problems.ts'
import { useIdStep, useNameStep } from './ElderSteps.tsx'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { api } from './api.ts'
import { judgePhoto } from './judge-photo.ts'

const MINE = ['spouse', 'child', 'relative', 'liaison', 'other'] as const
/** Half a year, until it is said otherwise. */
const USUAL_DAYS = 180
const PATH = '/portal/people/consent'

type Draft = {
  readonly name: string
  readonly idNumber: string
  readonly ownName: string
  readonly untilOn: string
  readonly relation: (typeof MINE)[number] | null
}

export function ConsentPage() {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  const [today] = useState(() => todayIn(Date.now()))
  const [draft, setDraft] = useState<Draft>(() => ({
    name: '',
    idNumber: '',
    ownName: '',
    untilOn: shiftDay(today, USUAL_DAYS),
    relation: null,
  }))
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [done, setDone] = useState(false)
  const sending = useSend(api.portalHandInConsent)
  const names = useNames(draft, setDraft, today)
  const proofs = useProofs(draft, setDraft, today)
  const send = async () => {
    const { relation, ...form } = draft
    if (!relation) return
    const files = photos.map((photo) => ({ field: 'file:consent', file: photo.blob, name: photo.name }))
    if (!(await sending.send({ body: { ...form, relation } }, { files }))) return
    setDone(true)
    refreshMe()
  }
  if (done) return <ConsentDone />
  const paper: Step = {
    key: 'photo',
    ask: t.people.consentAsk,
    problem: photos.length === 0 ? t.people.consentMissing : null,
    shown: (problem) => (
      <>
        <details className="card">
          <summary>{t.people.sampleTitle}</summary>
          <pre className="letter">{t.people.sample}</pre>
        </details>
        <PhotoPicker judge={judgePhoto} photos={photos} onChange={setPhotos} most={5} mostMegabytes={8} />
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  return (
    <Steps
      path={PATH}
      back="/portal/people"
      steps={[...names, ...proofs, paper]}
      busy={sending.busy}
      failed={sending.failed}
      onSend={() => {
        void send()
      }}
    />
  )
}

function useNames(draft: Draft, onChange: (draft: Draft) => void, today: string): Step[] {
  const { t } = useLanguage()
  const p = t.people
  const wordsOf = (found: keyof typeof t.problems | null): string | null => found && t.problems[found]
  return [
    useNameStep({
      value: draft.name,
      onChange: (name) => {
        onChange({ ...draft, name })
      },
    }),
    useIdStep(
      {
        value: draft.idNumber,
        onChange: (idNumber) => {
          onChange({ ...draft, idNumber })
        },
      },
      today,
    ),
    {
      key: 'ownName',
      ask: p.ownNameAsk,
      problem: wordsOf(nameProblem(draft.ownName)),
      shown: (problem) => (
        <Field
          label={p.ownName}
          value={draft.ownName}
          problem={problem}
          voice
          autoComplete="name"
          onChange={(ownName) => {
            onChange({ ...draft, ownName })
          }}
        />
      ),
    },
  ]
}

function useProofs(draft: Draft, onChange: (draft: Draft) => void, today: string): Step[] {
  const { t, language } = useLanguage()
  const p = t.people
  return [
    {
      key: 'relation',
      ask: p.relationAsk,
      problem: draft.relation ? null : t.problems.choose,
      shown: (problem) => (
        <>
          <Choice
            legend={p.relationAsk}
            chosen={draft.relation ? [draft.relation] : []}
            options={MINE.map((value) => ({ value, label: p.relations[value] }))}
            onChoose={(relation) => {
              onChange({ ...draft, relation })
            }}
          />
          {problem && <Says mood="bad">{problem}</Says>}
        </>
      ),
    },
    {
      key: 'until',
      ask: p.untilAsk,
      problem: !isDay(draft.untilOn) ? t.problems.dayMissing : draft.untilOn < today ? p.untilPast : null,
      shown: (problem) => (
        <>
          <Field
            label={p.until}
            kind="date"
            value={draft.untilOn}
            problem={problem}
            onChange={(untilOn) => {
              onChange({ ...draft, untilOn })
            }}
          />
          {isDay(draft.untilOn) && <p>{dayInWords(draft.untilOn, language)}</p>}
        </>
      ),
    },
  ]
}

function ConsentDone() {
  const { t } = useLanguage()
  return (
    <>
      <PageTop title={t.people.byConsent} />
      <Says mood="good" live>
        {t.people.waiting}
      </Says>
      <BigLink to="/portal/people" look="main">
        {t.done}
      </BigLink>
    </>
  )
}
