/** What one's data are used for, consent by a touch, and asking for one's data (CUS-06, CUS-07, POR-04). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords } from '../kernel/index.ts'
import { BigButton, Choice, Field, Says, useLoad, useSend } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'

type Privacy = PortalAnswer<'portalPrivacy'>
type Part = { readonly linkId: string; readonly again: () => void }

export function PrivacyPage({ linkId }: { readonly linkId: string }) {
  const { t } = useLanguage()
  const page = useLoad(api.portalPrivacy, { params: { linkId } })
  const p = t.privacy
  return (
    <>
      <PageTop title={p.title} back="/portal/people" />
      <WhenLoaded of={page}>
        {(privacy) => (
          <>
            <p>{privacy.personName}</p>
            <h2>{p.choice}</h2>
            {privacy.purposes
              .filter((one) => one.asked)
              .map((one) => (
                <Purpose key={one.id} purpose={one} mayAgree={privacy.mayAgree} linkId={linkId} again={page.again} />
              ))}
            <h2>{p.always}</h2>
            {privacy.purposes
              .filter((one) => !one.asked)
              .map((one) => (
                <section key={one.id} className="card">
                  <h3>{one.title}</h3>
                  <p>{one.text}</p>
                </section>
              ))}
            <Asking linkId={linkId} again={page.again} />
            <Asked requests={privacy.requests} />
          </>
        )}
      </WhenLoaded>
    </>
  )
}

type PurposeProps = Part & { readonly purpose: Privacy['purposes'][number]; readonly mayAgree: boolean }

function Purpose({ purpose, mayAgree, linkId, again }: PurposeProps) {
  const { t } = useLanguage()
  const saying = useSend(api.portalSetConsent)
  const p = t.privacy
  const say = (agree: boolean) => async () => {
    if (await saying.send({ params: { linkId }, body: { purpose: purpose.id, agree } })) again()
  }
  const open = purpose.goesOn.length > 0 ? p.untilNo(purpose.goesOn.join('、')) : p.untilYes
  return (
    <section className="card">
      <h3>{purpose.title}</h3>
      <p>{purpose.text}</p>
      <p>
        <b>{purpose.said === 'nothing' ? open : p[purpose.said]}</b>
      </p>
      {saying.failed && <Says mood="bad">{saying.failed}</Says>}
      {purpose.said !== 'yes' && !mayAgree && <p>{p.ownWord}</p>}
      {purpose.said !== 'yes' && mayAgree && (
        // Neither answer is put forward: who is asked is free (CUS-06).
        <BigButton look="plain" disabled={saying.busy} onClick={() => void say(true)()}>
          {p.agree}
        </BigButton>
      )}
      {purpose.said !== 'no' && (
        <BigButton look="plain" disabled={saying.busy} onClick={() => void say(false)()}>
          {purpose.said === 'yes' ? p.withdraw : p.disagree}
        </BigButton>
      )}
    </section>
  )
}

const KINDS = ['access', 'copy', 'correct', 'delete', 'explain'] as const

function Asking({ linkId, again }: Part) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null)
  const [asks, setAsks] = useState('')
  const sending = useSend(api.portalAskData)
  const p = t.privacy
  const send = async () => {
    if (kind === null) return
    if (!(await sending.send({ params: { linkId }, body: { kind, asks: asks.trim() || p.kinds[kind] } }))) return
    setKind(null)
    setAsks('')
    again()
  }
  return (
    <>
      <h2>{p.askTitle}</h2>
      <p>{p.askHint}</p>
      <Choice
        legend={p.askTitle}
        options={KINDS.map((value) => ({ value, label: p.kinds[value] }))}
        chosen={kind === null ? [] : [kind]}
        onChoose={setKind}
      />
      {kind !== null && (
        <>
          <Field label={p.what} value={asks} onChange={setAsks} kind="long" voice />
          {sending.failed && <Says mood="bad">{sending.failed}</Says>}
          <BigButton
            look="main"
            disabled={sending.busy}
            onClick={() => {
              void send()
            }}
          >
            {p.send}
          </BigButton>
        </>
      )}
    </>
  )
}

function Asked({ requests }: { readonly requests: Privacy['requests'] }) {
  const { t, language } = useLanguage()
  if (requests.length === 0) return null
  return (
    <>
      <h2>{t.privacy.mine}</h2>
      {requests.map((one) => (
        <section key={one.requestNo} className="card">
          <p>
            {one.kindWord}　<b>{one.stateWord}</b>
          </p>
          <p className="digits">
            {one.requestNo}　{dayInWords(dayIn(one.receivedAt), language)}
          </p>
          {one.answerBy !== null && <p>{t.privacy.answerBy(dayInWords(lastDay(one.answerBy), language))}</p>}
          {one.outcomeWord !== null && (
            <p>
              {t.privacy.answered}
              <b>{one.outcomeWord}</b>　{one.answer}
            </p>
          )}
          {one.files.toReversed().map((file) => (
            <a key={file.id} className="big plain" href={file.path} download>
              {t.privacy.files[file.what]}
            </a>
          ))}
        </section>
      ))}
    </>
  )
}

/** The promise ends at midnight: that is the end of the day before. */
function lastDay(at: string): string {
  return dayIn(new Date(Date.parse(at) - 1000).toISOString())
}
