/** A product read section by section, one a page, and signed: what is not clear is explained again (SRV-07, POR-01). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import {
  BigButton,
  BigLink,
  Choice,
  Field,
  PageTop,
  Says,
  SignaturePad,
  Steps,
  useLoad,
  useSend,
  WhenLoaded,
  type Step,
} from '../kit/index.ts'
import { api, type IntroductionToRead } from './api.ts'
import { introductionTexts } from './introduction-texts.ts'

const LIST = '/portal/introductions'
type Section = IntroductionToRead['sheet'][number]
type Clear = 'yes' | 'no'
const SIGNERS = ['self', 'guardian', 'proxy'] as const
type Draft = {
  readonly clear: Readonly<Partial<Record<Section['code'], Clear>>>
  readonly signer: (typeof SIGNERS)[number] | null
  readonly name: string
  readonly basis: string
}
const EMPTY: Draft = { clear: {}, signer: null, name: '', basis: '' }

export default function IntroductionPage({ introductionId }: { readonly introductionId: string }) {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const [done, setDone] = useState<'confirmed' | 'asked' | null>(null)
  const found = useLoad(api.portalIntroductions, {})
  const one = found.value?.introductions.find(({ id }) => id === introductionId)
  if (done) return <Done title={done === 'asked' ? v.asked : v.done} text={done === 'asked' ? v.again : v.doneText} />
  if (one?.can.includes('confirm')) return <Reading one={one} onDone={setDone} />
  return (
    <>
      <PageTop title={v.title} back={LIST} />
      <WhenLoaded of={found}>{() => (one ? <Kept one={one} /> : <p>{v.none}</p>)}</WhenLoaded>
    </>
  )
}

/** Signed, or to be explained again: the whole sheet on one page. */
function Kept({ one }: { readonly one: IntroductionToRead }) {
  return (
    <>
      <p>
        {one.personName} {one.product}
      </p>
      {one.sheet.map((section) => (
        <section key={section.code}>
          <h2>{section.title}</h2>
          <SheetPoints section={section} />
        </section>
      ))}
    </>
  )
}

function SheetPoints({ section }: { readonly section: Section }) {
  return (
    <ul>
      {section.points.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

type ReadingProps = {
  readonly one: IntroductionToRead
  readonly onDone: (done: 'confirmed' | 'asked') => void
}

function Reading({ one, onDone }: ReadingProps) {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const [draft, setDraft] = useState(EMPTY)
  const [drawn, setDrawn] = useState<Blob | null>(null)
  const sending = useSend(api.portalConfirmIntroduction)
  const sections = one.sheet.map(
    (section, index): Step => ({
      key: section.code,
      ask: section.title,
      problem: draft.clear[section.code] === 'yes' ? null : v.clearNeeded,
      shown: (problem) => (
        <SheetPage
          one={one}
          section={section}
          first={index === 0}
          answer={draft.clear[section.code]}
          problem={problem}
          onAnswer={(answer) => {
            setDraft({ ...draft, clear: { ...draft.clear, [section.code]: answer } })
          }}
          onAsked={() => {
            onDone('asked')
          }}
        />
      ),
    }),
  )
  const sign: Step = {
    key: 'sign',
    ask: v.sign,
    problem: drawn ? null : v.signNeeded,
    shown: (problem) => (
      <>
        <p>{one.product}</p>
        <SignaturePad label={v.sign} wipe={v.wipe} onChange={setDrawn} />
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  const steps = [...sections, ...useSigner(draft, setDraft), sign]
  const send = async () => {
    const { signer, name, basis } = draft
    if (!signer || !drawn) return
    const understood = one.sheet.map(({ code }) => code)
    const signerName = signer === 'self' ? one.personName : name.trim()
    const files = [{ field: 'signature', file: drawn, name: 'signature.png' }]
    const body = { signer, signerName, basis: basis.trim(), understood }
    if (await sending.send({ params: { introductionId: one.id }, body }, { files })) onDone('confirmed')
  }
  return (
    <Steps
      path={`${LIST}/${one.id}`}
      back={LIST}
      steps={steps}
      busy={sending.busy}
      failed={sending.failed}
      sendWord={v.send}
      onSend={() => {
        void send()
      }}
    />
  )
}

type SheetProps = {
  readonly one: IntroductionToRead
  readonly section: Section
  readonly first: boolean
  readonly answer: Clear | undefined
  readonly problem: string | null
  readonly onAnswer: (answer: Clear) => void
  readonly onAsked: () => void
}

function SheetPage({ one, section, first, answer, problem, onAnswer, onAsked }: SheetProps) {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const [question, setQuestion] = useState('')
  const asking = useSend(api.portalAskAgain)
  const ask = async () => {
    const body = { section: section.code, question: question.trim() }
    if (await asking.send({ params: { introductionId: one.id }, body })) onAsked()
  }
  return (
    <>
      {first && <p>{one.product}</p>}
      {first && one.recommendation !== '' && <p>{v.recommended(one.recommendation)}</p>}
      <SheetPoints section={section} />
      <Choice
        legend={v.clearAsk}
        options={[
          { value: 'yes' as const, label: v.clear.yes },
          { value: 'no' as const, label: v.clear.no },
        ]}
        chosen={answer ? [answer] : []}
        onChoose={onAnswer}
      />
      {answer === 'no' ? (
        <>
          <Says mood="note">{v.notClear}</Says>
          <Field label={v.question} value={question} voice onChange={setQuestion} />
          {asking.failed && <Says mood="bad">{asking.failed}</Says>}
          <BigButton
            disabled={asking.busy}
            onClick={() => {
              void ask()
            }}
          >
            {v.askAgain}
          </BigButton>
        </>
      ) : (
        problem && <Says mood="bad">{problem}</Says>
      )}
    </>
  )
}

/** Who signs, and for somebody else on what basis: each its own page. */
function useSigner(draft: Draft, onChange: (draft: Draft) => void): Step[] {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  const text = (key: 'name' | 'basis', missing: string): Step => ({
    key,
    ask: v[key],
    problem: draft[key].trim() === '' ? missing : null,
    shown: (problem) => (
      <Field
        label={v[key]}
        value={draft[key]}
        problem={problem}
        voice
        onChange={(value) => {
          onChange({ ...draft, [key]: value })
        }}
      />
    ),
  })
  const who: Step = {
    key: 'who',
    ask: v.who,
    problem: draft.signer ? null : v.whoNeeded,
    shown: (problem) => (
      <>
        <Choice
          legend={v.who}
          options={SIGNERS.map((value) => ({ value, label: v.whoIs[value] }))}
          chosen={draft.signer ? [draft.signer] : []}
          onChoose={(signer) => {
            onChange({ ...draft, signer })
          }}
        />
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  const other = draft.signer !== null && draft.signer !== 'self'
  return [who, ...(other ? [text('name', v.nameNeeded), text('basis', v.basisNeeded)] : [])]
}

function Done({ title, text }: { readonly title: string; readonly text: string }) {
  const { language } = useLanguage()
  const v = introductionTexts[language]
  return (
    <>
      <PageTop title={title} />
      <Says mood="good" live>
        {text}
      </Says>
      <BigLink to="/portal/" look="main">
        {v.home}
      </BigLink>
    </>
  )
}
