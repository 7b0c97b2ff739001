/** 给我们留言: one question, and what was said and answered before (CLM-20, POR-04). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords } from '../kernel/index.ts'
import { BigButton, Field, Says, useLoad, useSend } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'

type Message = PortalAnswer<'portalClaim'>['messages'][number]

export function MessagesPage({ claimId }: { readonly claimId: string }) {
  const { t } = useLanguage()
  const claim = useLoad(api.portalClaim, { params: { claimId } })
  const m = t.messages
  return (
    <>
      <PageTop title={m.title} back={`/portal/cases/${claimId}`} />
      <WhenLoaded of={claim}>
        {({ messages }) => (
          <>
            <NewMessage claimId={claimId} onSent={claim.again} />
            {messages.length > 0 && <h2>{m.earlier}</h2>}
            {messages.toReversed().map((one) => (
              <Said key={one.id} of={one} />
            ))}
          </>
        )}
      </WhenLoaded>
    </>
  )
}

function NewMessage({ claimId, onSent }: { readonly claimId: string; readonly onSent: () => void }) {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const sending = useSend(api.portalLeaveMessage)
  const m = t.messages
  const send = async () => {
    if (text.trim() === '') {
      setProblem(m.empty)
      return
    }
    if (!(await sending.send({ params: { claimId }, body: { text } }))) return
    setText('')
    setSent(true)
    onSent()
  }
  if (sent)
    return (
      <>
        <Says mood="good">{m.sent}</Says>
        <BigButton
          onClick={() => {
            setSent(false)
          }}
        >
          {m.more}
        </BigButton>
      </>
    )
  return (
    <>
      <h2>{m.ask}</h2>
      <p>{m.why}</p>
      <Field
        label={m.field}
        value={text}
        kind="long"
        voice
        problem={problem}
        onChange={(value) => {
          setText(value)
          setProblem(null)
        }}
      />
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton
        look="main"
        disabled={sending.busy}
        onClick={() => {
          void send()
        }}
      >
        {sending.busy ? t.sending : m.send}
      </BigButton>
    </>
  )
}

function Said({ of }: { readonly of: Message }) {
  const { t, language } = useLanguage()
  return (
    <section className="card">
      <p>
        {dayInWords(dayIn(of.madeAt), language)}：{of.text}
      </p>
      {of.answeredAt === null ? (
        <p>{t.messages.waits}</p>
      ) : (
        <p>
          <b>{t.messages.ours}</b>（{dayInWords(dayIn(of.answeredAt), language)}）：{of.answer}
        </p>
      )}
    </section>
  )
}
