/** CMP-12: how far a 举报 is, by its code: what was asked, what came of it, and a place to add something. */
import { useState } from 'react'
import { newKey } from '../../client/index.ts'
import { useLanguage } from '../../i18n/index.ts'
import { dayIn, dayInWords } from '../../kernel/index.ts'
import { BigButton, Field, PageTop, Says, useSend, type Photo } from '../../kit/index.ts'
import { ComplaintPhotos, filesOf } from '../ComplaintPhotos.tsx'
import { api, type FollowedTip } from './api.ts'
import { texts } from './texts.ts'

export function FollowTip({ back }: { readonly back: string }) {
  const { language } = useLanguage()
  const v = texts[language]
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [tip, setTip] = useState<FollowedTip | null>(null)
  const asking = useSend(api.portalReadTip)
  const code = typed.replace(/\D/g, '')
  const look = async (): Promise<void> => {
    if (code.length !== 16) return setProblem(v.codeWrong)
    setTip(await asking.send({ body: { code } }))
  }
  if (tip)
    return (
      <>
        <PageTop title={v.title} back={back} />
        <Standing tip={tip} />
        {tip.canAdd && <Addition code={code} onAdded={() => void look()} />}
        <BigButton onClick={() => setTip(null)}>{v.again}</BigButton>
      </>
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      <PageTop title={v.followAsk} back={back} />
      <Field
        label={v.followAsk}
        hint={v.followHint}
        kind="digits"
        value={typed}
        problem={problem}
        onChange={(value) => {
          setTyped(value)
          setProblem(null)
        }}
      />
      {asking.failed && <Says mood="bad">{asking.failed}</Says>}
      <BigButton look="main" submit disabled={asking.busy}>
        {v.look}
      </BigButton>
    </form>
  )
}

function Standing({ tip }: { readonly tip: FollowedTip }) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <Says mood="note">
        {v.states[tip.state]}
        {tip.examineByOn && `。${v.by(dayInWords(tip.examineByOn, language))}`}
      </Says>
      {tip.result && (
        <section className="card">
          <h2>{v.result}</h2>
          <p>{tip.result}</p>
        </section>
      )}
      <h2>{v.said}</h2>
      {tip.messages.map((message) => (
        <section className="card" key={`${message.at}${message.text}`}>
          <p>
            <b>{message.mine ? v.mine : v.ours}</b> {dayInWords(dayIn(message.at), language)}
            {message.files > 0 && v.files(message.files)}
          </p>
          <p>{message.text}</p>
        </section>
      ))}
    </>
  )
}

function Addition({ code, onAdded }: { readonly code: string; readonly onAdded: () => void }) {
  const { t, language } = useLanguage()
  const v = texts[language]
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [messageId, setMessageId] = useState(newKey)
  const [done, setDone] = useState(false)
  const sending = useSend(api.portalAddToTip)
  const add = async (): Promise<void> => {
    if (text.trim() === '') return setProblem(v.addMissing)
    if (!(await sending.send({ body: { code, messageId, text } }, { files: filesOf(photos) }))) return
    setText('')
    setPhotos([])
    setMessageId(newKey())
    setDone(true)
    onAdded()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={v.addAsk}
        kind="long"
        voice
        value={text}
        problem={problem}
        onChange={(value) => {
          setText(value)
          setProblem(null)
          setDone(false)
        }}
      />
      <ComplaintPhotos photos={photos} onChange={setPhotos} />
      {done && (
        <Says mood="good" live>
          {v.added}
        </Says>
      )}
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? t.sending : v.add}
      </BigButton>
    </form>
  )
}
