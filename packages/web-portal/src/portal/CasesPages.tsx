/** Which cases there are, and choosing one to send papers for. */
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigLink, Says, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { ProvePhone } from './ProvePhone.tsx'
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
        !one.mayOpen && (
          <>
            <p>{t.cases.onlyStep}</p>
            <BigLink to="/portal/people/register" picture="people">
              {t.people.add}
            </BigLink>
          </>
        )
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
