/** How far my complaints are, the answer in full, and what I can say to it (CMP-02, CMP-07, CMP-08). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords } from '../kernel/index.ts'
import { BigButton, Field, Says, useSend, type Photo } from '../kit/index.ts'
import { api, type MyComplaint } from './api.ts'
import { ComplaintPhotos, filesOf } from './ComplaintPhotos.tsx'
import { texts } from './texts.ts'

type Props = { readonly items: readonly MyComplaint[]; readonly onChanged: () => void }

export function MyComplaints({ items, onChanged }: Props) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <h2>{v.mine}</h2>
      {items.length === 0 && <p>{v.none}</p>}
      {items.map((item) => (
        <One key={item.id} item={item} onChanged={onChanged} />
      ))}
    </>
  )
}

type OneProps = { readonly item: MyComplaint; readonly onChanged: () => void }

function One({ item, onChanged }: OneProps) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <section className="card">
      <p>
        <b>{item.complaintNo}</b> {v.received(dayInWords(dayIn(item.receivedAt), language))}
      </p>
      {item.about && <p>{v.forWhom(item.about)}</p>}
      <p>{item.facts}</p>
      <Says mood="note">{item.stateWord}</Says>
      {item.mandateFirst && <p>{item.mandateArrived ? v.mandateArrived : v.mandateFirst}</p>}
      {item.contactByOn && <p>{v.contactBy(dayInWords(item.contactByOn, language))}</p>}
      {item.answerByOn && <p>{v.answerBy(dayInWords(item.answerByOn, language))}</p>}
      {item.paused && <p>{v.paused[item.paused]}</p>}
      {item.recheckByOn && <p>{v.recheckBy(dayInWords(item.recheckByOn, language))}</p>}
      {item.handlerRole && <p>{v.handler(item.handlerRole)}</p>}
      {item.proposal && <Proposal item={item} proposal={item.proposal} onChanged={onChanged} />}
      {item.letters.map((letter) => (
        <Letter key={letter.id} item={item} letter={letter} onChanged={onChanged} />
      ))}
      {item.can.includes('addFacts') && (
        <SayMore item={item} address="portalAddFacts" label={v.addFacts} ask={v.addAsk} onChanged={onChanged} />
      )}
      {item.can.includes('handInMandate') && <HandInMandate item={item} onChanged={onChanged} />}
      {item.recheckUntilOn && <p>{v.recheckUntil(dayInWords(item.recheckUntilOn, language))}</p>}
      {item.can.includes('recheck') && (
        <SayMore item={item} address="portalAskRecheck" label={v.recheck} ask={v.recheckAsk} onChanged={onChanged} />
      )}
    </section>
  )
}

type LetterProps = OneProps & { readonly letter: MyComplaint['letters'][number] }

/** Opening the notice of a decision says that it has reached. */
function Letter({ item, letter, onChanged }: LetterProps) {
  const { language } = useLanguage()
  const reading = useSend(api.portalReadDecision)
  const opened = async (): Promise<void> => {
    if (await reading.send({ params: { complaintId: item.id, letterId: letter.id } })) onChanged()
  }
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && letter.awaited && !reading.busy) void opened()
      }}
    >
      <summary>
        {letter.title} {dayInWords(letter.on, language)}
      </summary>
      <pre className="letter">{letter.text}</pre>
    </details>
  )
}

type ProposalProps = OneProps & { readonly proposal: NonNullable<MyComplaint['proposal']> }

function Proposal({ item, proposal, onChanged }: ProposalProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const [why, setWhy] = useState('')
  const sending = useSend(api.portalReply)
  const answer = async (accepts: boolean): Promise<void> => {
    const body = { proposalId: proposal.id, accepts, reply: why }
    if (await sending.send({ params: { complaintId: item.id }, body })) onChanged()
  }
  return (
    <>
      <h3>{v.proposal}</h3>
      <p>{proposal.solution}</p>
      <ul>
        {proposal.acts.map((act) => (
          <li key={act}>{act}</li>
        ))}
      </ul>
      <Field label={v.why} kind="long" voice value={why} onChange={setWhy} />
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton
        look="main"
        disabled={sending.busy}
        onClick={() => {
          void answer(true)
        }}
      >
        {v.agree}
      </BigButton>
      <BigButton
        disabled={sending.busy}
        onClick={() => {
          void answer(false)
        }}
      >
        {v.disagree}
      </BigButton>
    </>
  )
}

type SayProps = OneProps & {
  readonly address: 'portalAddFacts' | 'portalAskRecheck'
  readonly label: string
  readonly ask: string
}

function SayMore({ item, address, label, ask, onChanged }: SayProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const facts = useSend(api.portalAddFacts)
  const recheck = useSend(api.portalAskRecheck)
  const sending = address === 'portalAddFacts' ? facts : recheck
  const send = async (): Promise<void> => {
    const params = { complaintId: item.id }
    const made =
      address === 'portalAddFacts'
        ? await facts.send({ params, body: { text } }, { files: filesOf(photos) })
        : await recheck.send({ params, body: { why: text } })
    if (!made) return
    setOpen(false)
    setText('')
    setPhotos([])
    onChanged()
  }
  if (!open)
    return (
      <BigButton
        look="plain"
        onClick={() => {
          setOpen(true)
        }}
      >
        {label}
      </BigButton>
    )
  return (
    <>
      <Field label={ask} kind="long" voice value={text} onChange={setText} />
      {address === 'portalAddFacts' && <ComplaintPhotos photos={photos} onChange={setPhotos} />}
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton
        look="main"
        disabled={sending.busy || text.trim() === ''}
        onClick={() => {
          void send()
        }}
      >
        {v.sendIt}
      </BigButton>
      <BigButton
        onClick={() => {
          setOpen(false)
        }}
      >
        {v.keep}
      </BigButton>
    </>
  )
}

function HandInMandate({ item, onChanged }: OneProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const sending = useSend(api.portalHandInMandate)
  const send = async (): Promise<void> => {
    const params = { complaintId: item.id }
    if (!(await sending.send({ params }, { files: filesOf(photos, 'mandate') }))) return
    setPhotos([])
    onChanged()
  }
  return (
    <details>
      <summary>{v.handInMandate}</summary>
      <ComplaintPhotos mandate photos={photos} onChange={setPhotos} />
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton
        look="main"
        disabled={sending.busy || photos.length === 0}
        onClick={() => {
          void send()
        }}
      >
        {v.sendIt}
      </BigButton>
    </details>
  )
}
