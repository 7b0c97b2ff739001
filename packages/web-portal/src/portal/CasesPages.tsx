/** Which cases there are, looking one up by its number, and choosing one to send papers for. */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigButton, BigLink, Field, Says, useLoad, useSend } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { ProvePhone } from './ProvePhone.tsx'
import { WhereItStands } from './WhereItStands.tsx'
import { api, type PortalAnswer } from './api.ts'

type Case = PortalAnswer<'portalMyCases'>['cases'][number]

/** Asks for the phone first, where one must be signed in. */
function NeedsPhone({
  title,
  children,
  foot,
}: {
  readonly title: string
  readonly children: React.ReactNode
  readonly foot?: React.ReactNode
}) {
  const { t } = useLanguage()
  const { me, refreshMe } = usePortal()
  return (
    <>
      <PageTop title={title} back="/portal/" />
      {me === null ? <p role="status">{t.loading}</p> : me.signedIn ? children : <ProvePhone onProved={refreshMe} />}
      {foot}
    </>
  )
}

export function CasesPage() {
  const { t } = useLanguage()
  return (
    <NeedsPhone
      title={t.cases.title}
      foot={
        <BigLink to="/portal/look-up" picture="progress">
          {t.cases.byNumber}
        </BigLink>
      }
    >
      <Cases />
    </NeedsPhone>
  )
}

function Cases() {
  const { t } = useLanguage()
  const cases = useLoad(api.portalMyCases, {})
  return (
    <WhenLoaded of={cases}>
      {({ cases: list }) =>
        list.length === 0 ? (
          <Says mood="note">
            <p>{t.cases.none}</p>
            <p>{t.cases.noneHint}</p>
            <BigLink to="/portal/people" picture="people">
              {t.homePage.people}
            </BigLink>
          </Says>
        ) : (
          <>
            {list.map((one) => (
              <CaseCard key={one.reportId + (one.claimId ?? '')} one={one} />
            ))}
          </>
        )
      }
    </WhenLoaded>
  )
}

function CaseCard({ one }: { readonly one: Case }) {
  const { t, language } = useLanguage()
  return (
    <section className="card" aria-label={one.caseNo}>
      <h2>{one.personName || t.cases.reported}</h2>
      {one.accidentOn && <p>{t.cases.accident(dayInWords(one.accidentOn, language))}</p>}
      <p>
        {t.cases.no}
        {t.colon}
        <span className="digits">{one.caseNo}</span>
      </p>
      <Says mood={one.turn === 'you' ? 'note' : one.turn === 'we' ? 'plain' : 'good'}>
        <b>{t.turns[one.turn]}</b>
        <br />
        {t.nexts[one.next]}
      </Says>
      {one.claimId ? (
        <BigLink to={`/portal/cases/${one.claimId}`} look="main">
          {t.cases.open}
        </BigLink>
      ) : (
        !one.mayOpen && <p>{t.cases.onlyStep}</p>
      )}
    </section>
  )
}

export function PapersOfPage() {
  const { t } = useLanguage()
  return (
    <NeedsPhone title={t.cases.whichPapers}>
      <PapersOf />
    </NeedsPhone>
  )
}

function PapersOf() {
  const { t, language } = useLanguage()
  const cases = useLoad(api.portalMyCases, {})
  return (
    <WhenLoaded of={cases}>
      {({ cases: list }) => {
        const open = list.filter((one) => one.claimId !== null && one.turn !== 'nobody')
        if (open.length === 0)
          return (
            <>
              <Says>{t.cases.noPapers}</Says>
              <p>{t.cases.noneHint}</p>
              <BigLink to="/portal/people" picture="people">
                {t.homePage.people}
              </BigLink>
            </>
          )
        return open.map((one) => (
          <BigLink
            key={one.claimId}
            to={`/portal/cases/${one.claimId}/papers`}
            picture="papers"
            hint={one.next === 'you_send_papers' ? t.cases.toSend : t.turns[one.turn]}
          >
            {one.personName}　{one.accidentOn && t.cases.accident(dayInWords(one.accidentOn, language))}
          </BigLink>
        ))
      }}
    </WhenLoaded>
  )
}

export function LookUpPage() {
  const { t } = useLanguage()
  const [caseNo, setCaseNo] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [found, setFound] = useState<PortalAnswer<'portalLookUp'> | null>(null)
  const [missing, setMissing] = useState(false)
  const asking = useSend(api.portalLookUp)
  const l = t.lookUp
  const find = async () => {
    setMissing(!caseNo.trim() || !idNumber.trim())
    if (!caseNo.trim() || !idNumber.trim()) return
    setFound(await asking.send({ body: { caseNo, idNumber } }))
  }
  return (
    <>
      <PageTop title={l.title} back="/portal/cases" />
      {!found && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void find()
          }}
        >
          <Field label={l.caseNo} hint={l.caseNoHint} value={caseNo} onChange={setCaseNo} />
          <Field
            label={l.idNumber}
            value={idNumber}
            onChange={(text) => {
              setIdNumber(text.toUpperCase())
            }}
          />
          {missing && <Says mood="bad">{l.missing}</Says>}
          {asking.failed && <Says mood="bad">{asking.failed}</Says>}
          <BigButton look="main" submit disabled={asking.busy}>
            {asking.busy ? t.loading : l.find}
          </BigButton>
        </form>
      )}
      {found && (
        <>
          <p>
            {found.personName}　<span className="digits">{found.caseNo}</span>
          </p>
          <WhereItStands of={found} />
          <Says>{l.masked}</Says>
          <BigLink to="/portal/cases" look="main">
            {l.toSignIn}
          </BigLink>
        </>
      )}
    </>
  )
}
