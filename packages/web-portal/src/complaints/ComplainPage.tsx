/** 投诉 in three screens: what happened, how to set it right, who you are; then how far it is (CMP-01, CMP-02). */
import { useEffect, useState } from 'react'
import { drop, keep, kept } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigButton, Choice, Field, go, PageTop, Says, useLoad, useSend, WhenLoaded, type Photo } from '../kit/index.ts'
import { api } from './api.ts'
import { ComplaintPhotos, filesOf } from './ComplaintPhotos.tsx'
import { bodyOf, emptyComplaint, ofCase, readComplaint, RELATIONS, type ComplaintDraft } from './complaint-draft.ts'
import { MyComplaints } from './MyComplaints.tsx'
import { texts } from './texts.ts'

const DRAFT = 'complaint'
const PATH = '/portal/complain'
const STEPS = ['facts', 'demand', 'who'] as const
type Step = (typeof STEPS)[number]

export default function ComplainPage() {
  const { language } = useLanguage()
  const v = texts[language]
  const mine = useLoad(api.portalMyComplaints, {})
  const [done, setDone] = useState<string | null>(null)
  const asked = new URLSearchParams(location.search).get('s')
  const step = STEPS.find((one) => one === asked) ?? null
  if (step !== null)
    return (
      <Steps
        step={step}
        onDone={(words) => {
          setDone(words)
          mine.again()
          go(PATH)
        }}
      />
    )
  return (
    <>
      <PageTop title={v.title} back="/portal/" />
      <p>{v.lead}</p>
      {done && (
        <Says mood="good" live>
          {done}
        </Says>
      )}
      <BigButton
        look="main"
        onClick={() => {
          setDone(null)
          go(`${PATH}?s=facts`)
        }}
      >
        {v.start}
      </BigButton>
      <WhenLoaded of={mine}>{({ items }) => <MyComplaints items={items} onChanged={mine.again} />}</WhenLoaded>
    </>
  )
}

function Steps({ step, onDone }: { readonly step: Step; readonly onDone: (words: string) => void }) {
  const { t, language } = useLanguage()
  const v = texts[language]
  const sending = useSend(api.portalComplain)
  const [draft, setDraft] = useState(() => ofCase(readComplaint(kept(DRAFT)), new URLSearchParams(location.search)))
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [mandate, setMandate] = useState<readonly Photo[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (draft !== emptyComplaint) keep(DRAFT, draft)
  }, [draft])
  const at = STEPS.indexOf(step)
  const forward = async (): Promise<void> => {
    if (draft.facts.trim() === '') return step === 'facts' ? setProblem(v.missing) : go(`${PATH}?s=facts`)
    if (step !== 'who') return go(`${PATH}?s=${STEPS[at + 1] ?? 'who'}`)
    const missing = missingOf(draft, v)
    if (missing !== null) return setProblem(missing)
    const body = bodyOf(draft)
    const files = [...filesOf(photos), ...filesOf(body.relation === 'self' ? [] : mandate, 'mandate')]
    const made = await sending.send({ body }, { files })
    if (!made) return
    drop(DRAFT)
    const { complaintNo, contactByOn, answerByOn, mandateFirst } = made
    const contact = contactByOn && v.contactBy(dayInWords(contactByOn, language))
    const answer = answerByOn && v.answerBy(dayInWords(answerByOn, language))
    onDone([v.done(complaintNo), contact, answer, mandateFirst && v.mandateFirst].filter(Boolean).join(''))
  }
  const from = draft.claimId ? `/portal/cases/${draft.claimId}` : PATH
  const ask = { facts: v.factsAsk, demand: v.demandAsk, who: v.whoAsk }[step]
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void forward()
      }}
    >
      <p>{t.stepOf(at + 1, STEPS.length)}</p>
      <PageTop title={ask} back={at > 0 ? `${PATH}?s=${STEPS[at - 1] ?? 'facts'}` : from} />
      <OfCase
        claimNo={draft.claimNo}
        onLetGo={() => {
          setDraft({ ...draft, claimId: '', claimNo: '' })
        }}
      />
      <Question
        step={step}
        draft={draft}
        onChange={(next) => {
          setDraft({ ...draft, ...next })
          setProblem(null)
        }}
      />
      {step === 'facts' && <ComplaintPhotos photos={photos} onChange={setPhotos} />}
      {step === 'who' && draft.relation !== '' && draft.relation !== 'self' && (
        <>
          <ComplaintPhotos mandate photos={mandate} onChange={setMandate} />
          <Says mood="note">{v.mandateWhy}</Says>
        </>
      )}
      {(problem ?? sending.failed) && <Says mood="bad">{problem ?? sending.failed}</Says>}
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? v.sending : step === 'who' ? v.send : v.next}
      </BigButton>
    </form>
  )
}

function missingOf({ relation, name, about, claimId }: ComplaintDraft, v: (typeof texts)['zh']): string | null {
  if (relation === '') return v.relationMissing
  if (name.trim() === '') return v.nameMissing
  return relation !== 'self' && claimId === '' && about.trim() === '' ? v.aboutMissing : null
}

/** The case it was begun from, which may be let go: somebody may want to complain about something else after all. */
function OfCase({ claimNo, onLetGo }: { readonly claimNo: string; readonly onLetGo: () => void }) {
  const { language } = useLanguage()
  const v = texts[language]
  if (claimNo === '') return null
  return (
    <>
      <Says mood="note">{v.ofCase(claimNo)}</Says>
      <BigButton look="plain" onClick={onLetGo}>
        {v.notOfCase}
      </BigButton>
    </>
  )
}

type QuestionProps = {
  readonly step: Step
  readonly draft: ComplaintDraft
  readonly onChange: (next: Partial<ComplaintDraft>) => void
}

function Question({ step, draft, onChange }: QuestionProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const field = (
    name: Exclude<keyof ComplaintDraft, 'relation' | 'claimId' | 'claimNo'>,
    label: string,
    hint?: string,
  ) => (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      kind={name === 'facts' || name === 'demand' ? 'long' : 'text'}
      voice={name === 'facts' || name === 'demand'}
      value={draft[name]}
      onChange={(value) => {
        onChange({ [name]: value })
      }}
    />
  )
  if (step === 'facts') return field('facts', v.factsAsk, v.factsHint)
  if (step === 'demand') return field('demand', v.demandAsk, v.demandHint)
  const { relation } = draft
  return (
    <>
      <Choice
        legend={v.relationAsk}
        options={RELATIONS.map((value) => ({ value, label: v.relations[value] }))}
        chosen={relation === '' ? [] : [relation]}
        onChoose={(next) => {
          onChange({ relation: next })
        }}
      />
      {relation !== '' && relation !== 'self' && draft.claimId === '' && field('about', v.about)}
      {field('name', v.name)}
      <p>{v.phone}</p>
    </>
  )
}
