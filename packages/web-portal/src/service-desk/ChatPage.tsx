/** SRV-02, SRV-05: one field; what was said above it, until when an answer comes, and the telephone. */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Field, PageTop, PhotoPicker, Says, useSend, type Photo } from '../kit/index.ts'
import { RingMe } from './RingMe.tsx'
import { api, type DeskAnswer } from './api.ts'
import { chatKey } from './chat-key.ts'
import { useChatTexts } from './texts.ts'
import { timeWords } from './time-words.ts'
import { useChat } from './use-chat.ts'

type Chat = DeskAnswer<'readChat'>
const MOST_PHOTOS = 3
const MOST_MEGABYTES = 8

export default function ChatPage() {
  const t = useChatTexts()
  const [chat] = useState(() => chatKey(new URLSearchParams(location.search).get('k')))
  const said = useChat(chat)
  return (
    <>
      <PageTop title={t.title} back="/portal/help" />
      {said.failed && <Says mood="bad">{said.failed}</Says>}
      {said.value && said.value.messages.length > 0 ? <Talk of={said.value} /> : <p>{t.begin}</p>}
      <Say chat={chat} onSaid={said.again} />
      <RingMe chat={chat} />
    </>
  )
}

function Talk({ of: chat }: { readonly of: Chat }) {
  const t = useChatTexts()
  const { language } = useLanguage()
  return (
    <section aria-label={t.said}>
      <ol className="talk" aria-live="polite">
        {chat.messages.map((one) => (
          <li key={one.id} className={one.mine ? 'card mine' : 'card'}>
            <small>
              {one.who} {timeWords(one.at, language)}
            </small>
            <p>{one.text}</p>
            {one.files.map((name) => (
              <p key={name}>{t.file(name)}</p>
            ))}
          </li>
        ))}
      </ol>
      <Wait of={chat} />
    </section>
  )
}

/** What the waiting customer is told; silence is what people complain about. */
function Wait({ of: chat }: { readonly of: Chat }) {
  const t = useChatTexts()
  const { language } = useLanguage()
  const { ahead, taken, promisedAt, onDuty, dutyFrom, requestNo, ended } = chat
  const isLate = promisedAt !== null && Date.parse(promisedAt) < Date.now()
  const place = taken ? t.taken : ahead !== null && ahead > 0 ? t.ahead(ahead) : t.next
  const until = promisedAt === null ? '' : t.by(timeWords(promisedAt, language))
  return (
    <>
      {requestNo !== null && <p>{t.no(requestNo)}</p>}
      {ended && <Says mood="note">{t.ended}</Says>}
      {ahead !== null && !onDuty && (
        <Says mood="note">{dutyFrom === null ? t.offDutyNow : t.offDuty(timeWords(dutyFrom, language))}</Says>
      )}
      {ahead !== null && onDuty && (
        <Says mood={isLate ? 'note' : 'good'} live>
          {isLate ? t.late : `${place}${until}`}
        </Says>
      )}
    </>
  )
}

function Say({ chat, onSaid }: { readonly chat: string; readonly onSaid: () => void }) {
  const t = useChatTexts()
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [messageId, setMessageId] = useState(() => crypto.randomUUID())
  const sending = useSend(api.sayInChat)
  const send = async () => {
    const words = text.trim().slice(0, 2000)
    if (words === '' && photos.length === 0) {
      setProblem(t.empty)
      return
    }
    const files = photos.map(({ blob, name }) => ({ field: 'photo', file: blob, name }))
    const body = { chat, messageId, text: words === '' ? t.photo : words }
    if (!(await sending.send({ body }, { files }))) return
    setText('')
    setPhotos([])
    setMessageId(crypto.randomUUID())
    onSaid()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={t.write}
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
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? t.sending : t.send}
      </BigButton>
      <PhotoPicker beside photos={photos} onChange={setPhotos} most={MOST_PHOTOS} mostMegabytes={MOST_MEGABYTES} />
    </form>
  )
}
