import { signOut, unsentBox } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Says } from '../kit/index.ts'
import { WaitingIntroductions } from '../programme/index.ts'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'

export function HomePage() {
  const { t, language } = useLanguage()
  const { me, contacts, refreshMe } = usePortal()
  const h = t.homePage
  return (
    <>
      <p>{t.tagline}</p>
      <PageTop title={h.title} />
      {me?.signedIn && <WaitingIntroductions />}
      <div className="tiles">
        <div className="wide">
          <BigLink to="/portal/report" look="lead" picture="report" hint={h.reportHint}>
            {h.report}
          </BigLink>
        </div>
        <BigLink to="/portal/papers" picture="papers" hint={h.papersHint}>
          {h.papers}
        </BigLink>
        <BigLink to="/portal/cases" picture="progress" hint={h.progressHint}>
          {h.progress}
        </BigLink>
        <BigLink to="/portal/help" picture="phone" hint={h.helpHint}>
          {h.help}
        </BigLink>
        <BigLink to="/portal/guide" picture="guide" hint={h.guideHint}>
          {h.guide}
        </BigLink>
        <BigLink to="/portal/visits" picture="home" hint={h.visitsHint}>
          {h.visits}
        </BigLink>
        <BigLink to="/portal/complain" picture="other" hint={h.complainHint}>
          {h.complain}
        </BigLink>
        <BigLink to="/portal/enrol" picture="people" hint={h.enrolHint}>
          {h.enrol}
        </BigLink>
        <BigLink to="/portal/ask" picture="other" hint={h.askHint}>
          {h.ask}
        </BigLink>
        <BigLink to="/portal/assistant" picture="walk" hint={h.assistantHint}>
          {h.assistant}
        </BigLink>
        <BigLink to="/portal/people" picture="people" hint={h.peopleHint}>
          {h.people}
        </BigLink>
      </div>
      {me?.signedIn && (
        <>
          <p>{h.signedInAs(me.phoneMasked)}</p>
          <BigButton
            look="plain"
            onClick={() => {
              void Promise.allSettled([signOut(language), unsentBox.forgetAll()]).then(refreshMe)
            }}
          >
            {h.signOut}
          </BigButton>
        </>
      )}
      {contacts?.demo && <Says mood="note">{h.demo}</Says>}
    </>
  )
}
