/** Phone → code, one question at a time; in the demo the message is shown on the page. */
import { useState, type FormEvent } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Field, Says, useLoad, useSend } from '../kit/index.ts'
import { isMobile } from './answer-problems.ts'
import { usePortal } from './portal-context.ts'
import { api } from './api.ts'

export function ProvePhone({ onProved }: { readonly onProved: () => void }) {
  const { t } = useLanguage()
  const s = t.signIn
  const [phone, setPhone] = useState('')
  const [sentTo, setSentTo] = useState<{ to: string; minutes: number; count: number } | null>(null)
  const sending = useSend(api.portalSendCode)
  const [wrong, setWrong] = useState(false)
  const sendCode = async () => {
    setWrong(!isMobile(phone))
    if (!isMobile(phone)) return
    const answer = await sending.send({ body: { phone } })
    const count = (sentTo?.count ?? 0) + 1
    if (answer) setSentTo({ to: answer.sentTo, minutes: answer.validMinutes, count })
  }
  return (
    <>
      {!sentTo && (
        <form noValidate onSubmit={quietly(sendCode)}>
          <p>{s.why}</p>
          <Field
            label={s.phone}
            hint={s.phoneHint}
            kind="phone"
            value={phone}
            problem={wrong ? s.phoneWrong : null}
            onChange={setPhone}
            autoComplete="tel"
          />
          {sending.failed && <Says mood="bad">{sending.failed}</Says>}
          <BigButton look="main" submit disabled={sending.busy || phone.trim() === ''}>
            {sending.busy ? t.sending : s.sendCode}
          </BigButton>
        </form>
      )}
      {sentTo && (
        <>
          <Says mood="good" live>
            <p>{s.sent(sentTo.to)}</p>
            <p>{s.valid(sentTo.minutes)}</p>
          </Says>
          <EnterCode key={sentTo.count} phone={phone} onProved={onProved} />
          {sending.failed && <Says mood="bad">{sending.failed}</Says>}
          <BigButton
            look="plain"
            onClick={() => {
              void sendCode()
            }}
            disabled={sending.busy}
          >
            {s.again}
          </BigButton>
          <BigButton
            look="plain"
            onClick={() => {
              setSentTo(null)
            }}
          >
            {s.otherPhone}
          </BigButton>
        </>
      )}
      <Says mood="note">{s.noPhone}</Says>
    </>
  )
}

function EnterCode({ phone, onProved }: { readonly phone: string; readonly onProved: () => void }) {
  const { t } = useLanguage()
  const { contacts, refreshMe } = usePortal()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const signing = useSend(api.portalSignIn)
  const enter = async () => {
    const digits = code.replace(/\D/g, '')
    if (digits.length !== 6) return setProblem(t.signIn.codeMissing)
    setProblem(null)
    const answer = await signing.send({ body: { phone, code: digits } })
    if (!answer) return
    refreshMe()
    onProved()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      {contacts?.demo && <DemoMessage phone={phone} onUse={setCode} />}
      <Field
        label={t.signIn.code}
        kind="digits"
        value={code}
        onChange={setCode}
        problem={problem ?? signing.failed}
        autoComplete="one-time-code"
      />
      <BigButton look="main" submit disabled={signing.busy}>
        {signing.busy ? t.sending : t.signIn.confirm}
      </BigButton>
    </form>
  )
}

function DemoMessage({ phone, onUse }: { readonly phone: string; readonly onUse: (code: string) => void }) {
  const { t } = useLanguage()
  const { value } = useLoad(api.demoLastCode, { body: { phone } })
  const code = value?.code
  if (!code) return null
  return (
    <Says mood="note" live>
      <p>
        <b>{t.signIn.demoTitle}</b>
      </p>
      <p>{value.text}</p>
      <BigButton
        look="plain"
        onClick={() => {
          onUse(code)
        }}
      >
        {t.signIn.demoUse}
      </BigButton>
    </Says>
  )
}

/** The page stays where it is. */
function quietly(send: () => Promise<void>): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault()
    void send()
  }
}
