/** SRV-02, T03: the chat goes on by telephone: we ring, and say until when. */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Choice, Field, Says, useSend } from '../kit/index.ts'
import { api } from './api.ts'
import { useChatTexts } from './texts.ts'
import { timeWords } from './time-words.ts'

const SPOKEN = ['teochew', 'zh'] as const

export function RingMe({ chat }: { readonly chat: string }) {
  const t = useChatTexts()
  const { language } = useLanguage()
  const [phone, setPhone] = useState('')
  const [speak, setSpeak] = useState<(typeof SPOKEN)[number]>('zh')
  const [said, setSaid] = useState<string | null>(null)
  const sending = useSend(api.askCallBack)
  const ask = async () => {
    const answer = await sending.send({ body: { chat, phone, language: speak === 'zh' ? null : speak } })
    if (!answer) return
    const { phoneMasked, promisedAt } = answer
    setSaid(promisedAt === null ? t.askedPlain(phoneMasked) : t.asked(phoneMasked, timeWords(promisedAt, language)))
  }
  return (
    <section aria-label={t.phoneTitle}>
      <h2>{t.phoneTitle}</h2>
      {said === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (phone.trim() !== '') void ask()
          }}
        >
          <Field label={t.phone} value={phone} kind="phone" autoComplete="tel" onChange={setPhone} />
          <h3>{t.speak}</h3>
          <Choice
            legend={t.speak}
            options={SPOKEN.map((value) => ({ value, label: t.speaks[value] }))}
            chosen={[speak]}
            onChoose={setSpeak}
          />
          {sending.failed && <Says mood="bad">{sending.failed}</Says>}
          <BigButton submit look="main" disabled={sending.busy}>
            {t.ask}
          </BigButton>
        </form>
      ) : (
        <Says mood="good" live>
          {said}
        </Says>
      )}
    </section>
  )
}
