/**
 * CMP-12: 举报 on a phone, one question a page, with or without a name; then by its code alone. Nothing of it is kept on
 * the phone, which others may use too.
 */
import { spacedCode, TIP_CODE_BYTES, tipCodeOf } from '@anpei/domain/complaints'
import { useState } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import { BigButton, Choice, Field, go, PageTop, Says, Steps, useSend, type Photo, type Step } from '../../kit/index.ts'
import { ComplaintPhotos, filesOf } from '../ComplaintPhotos.tsx'
import { api } from './api.ts'
import { FollowTip } from './FollowTip.tsx'
import { texts } from './texts.ts'

const PATH = '/portal/tip'

export default function TipPage() {
  const { language } = useLanguage()
  const v = texts[language]
  const [code, setCode] = useState<string | null>(null)
  const asked = new URLSearchParams(location.search)
  if (code !== null) return <Done code={code} />
  if (asked.has('f')) return <FollowTip back={PATH} />
  if (asked.has('s')) return <Report onDone={setCode} />
  return (
    <>
      <PageTop title={v.title} back="/portal/help" />
      <p>{v.lead}</p>
      <BigButton
        look="main"
        onClick={() => {
          go(`${PATH}?s=facts`)
        }}
      >
        {v.start}
      </BigButton>
      <BigButton
        onClick={() => {
          go(`${PATH}?f=1`)
        }}
      >
        {v.follow}
      </BigButton>
      <Says mood="note">{v.human}</Says>
    </>
  )
}

function Report({ onDone }: { readonly onDone: (code: string) => void }) {
  const { language } = useLanguage()
  const v = texts[language]
  const [code] = useState(() => tipCodeOf(crypto.getRandomValues(new Uint8Array(TIP_CODE_BYTES))))
  const [facts, setFacts] = useState('')
  const [against, setAgainst] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [who, setWho] = useState<{ named: boolean | null; name: string; phone: string }>({
    named: null,
    name: '',
    phone: '',
  })
  const sending = useSend(api.portalReportTip)
  const steps: readonly Step[] = [
    {
      key: 'facts',
      ask: v.factsAsk,
      problem: facts.trim() === '' ? v.factsMissing : null,
      shown: (problem) => (
        <Field
          label={v.facts}
          hint={v.factsHint}
          kind="long"
          voice
          value={facts}
          problem={problem}
          onChange={setFacts}
        />
      ),
    },
    {
      key: 'against',
      ask: v.againstAsk,
      problem: null,
      skipped: against.trim() === '',
      shown: () => <Field label={v.against} hint={v.againstHint} value={against} onChange={setAgainst} />,
    },
    {
      key: 'photos',
      ask: v.photosAsk,
      problem: null,
      skipped: photos.length === 0,
      shown: () => <ComplaintPhotos photos={photos} onChange={setPhotos} />,
    },
    {
      key: 'who',
      ask: v.whoAsk,
      problem: whoProblem(v, who),
      shown: (problem) => <Who who={who} problem={problem} onChange={setWho} />,
    },
  ]
  return (
    <Steps
      path={PATH}
      back={PATH}
      steps={steps}
      busy={sending.busy}
      failed={sending.failed}
      sendWord={v.send}
      onSend={() => {
        const { name, phone } = who
        const named = who.named === true
        const body = { code, facts, against, named, ...(named ? { name, phone } : {}) }
        void sending.send({ body }, { files: filesOf(photos) }).then((done) => done && onDone(code))
      }}
    />
  )
}

type WhoIs = { readonly named: boolean | null; readonly name: string; readonly phone: string }

function whoProblem(v: (typeof texts)['zh'], { named, name, phone }: WhoIs): string | null {
  if (named === null) return v.choose
  if (!named) return null
  return name.trim() === '' ? v.nameMissing : phone.trim() === '' ? v.phoneMissing : null
}

type WhoProps = {
  readonly who: WhoIs
  readonly problem: string | null
  readonly onChange: (who: WhoIs) => void
}

function Who({ who, problem, onChange }: WhoProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const { named, name, phone } = who
  return (
    <>
      <Choice
        legend={v.whoAsk}
        options={[
          { value: 'no', label: v.nameless },
          { value: 'yes', label: v.named },
        ]}
        chosen={named === null ? [] : [named ? 'yes' : 'no']}
        onChoose={(value) => {
          onChange({ ...who, named: value === 'yes' })
        }}
      />
      {named === false && <Says mood="note">{v.namelessNote}</Says>}
      {named === true && (
        <>
          <Field label={v.name} value={name} onChange={(next) => onChange({ ...who, name: next })} />
          <Field label={v.phone} kind="phone" value={phone} onChange={(next) => onChange({ ...who, phone: next })} />
        </>
      )}
      {problem && <Says mood="bad">{problem}</Says>}
    </>
  )
}

function Done({ code }: { readonly code: string }) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <PageTop title={v.doneTitle} />
      <section className="card" aria-label={v.codeName}>
        <p>{v.codeName}</p>
        <p className="digits">
          <b>{spacedCode(code)}</b>
        </p>
      </section>
      <Says mood="good" live>
        {v.keepCode}
      </Says>
      <p>{v.doneNext}</p>
      <BigButton
        look="main"
        onClick={() => {
          location.replace('/portal/')
        }}
      >
        {v.written}
      </BigButton>
    </>
  )
}
