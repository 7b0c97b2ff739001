/** For whom this phone may act (CUS-05, POR-04). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Says, useSend } from '../kit/index.ts'
import { CoverToday } from '../programme/index.ts'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { ProvePhone } from './ProvePhone.tsx'
import { api, type PortalAnswer } from './api.ts'

type Link = PortalAnswer<'portalMe'>['links'][number]

export function PeoplePage() {
  const { t } = useLanguage()
  const { me, refreshMe } = usePortal()
  const p = t.people
  return (
    <>
      <PageTop title={p.title} back="/portal/" />
      <p>{p.why}</p>
      {me === null && <p role="status">{t.loading}</p>}
      {me && !me.signedIn && <ProvePhone onProved={refreshMe} />}
      {me?.signedIn && (
        <>
          {me.links.length === 0 && <p>{p.none}</p>}
          {me.links.map((link) => (
            <LinkCard key={link.id} link={link} />
          ))}
          <h2>{p.add}</h2>
          <BigLink to="/portal/people/register" picture="people" hint={p.byRegisterHint}>
            {p.byRegister}
          </BigLink>
          <BigLink to="/portal/people/consent" picture="camera" hint={p.byConsentHint}>
            {p.byConsent}
          </BigLink>
        </>
      )}
    </>
  )
}

function LinkCard({ link }: { readonly link: Link }) {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  const [asking, setAsking] = useState(false)
  const ending = useSend(api.portalEndLink)
  const end = async () => {
    if (await ending.send({ params: { linkId: link.id } })) refreshMe()
  }
  const p = t.people
  return (
    <div className="card">
      <h2>{link.personName}</h2>
      <p className="digits">{link.idNumberMasked}</p>
      <p>
        <b>{p.states[link.state]}</b>
        {link.untilOn && `（${p.untilOn(link.untilOn)}）`}
        {link.comment && `：${link.comment}`}
      </p>
      {link.state === 'linked' && <CoverToday linkId={link.id} />}
      {link.state === 'linked' && (
        <BigLink to={`/portal/people/${link.id}/privacy`} picture="letter" hint={t.privacy.openHint}>
          {t.privacy.open}
        </BigLink>
      )}
      {ending.failed && <Says mood="bad">{ending.failed}</Says>}
      {asking && (
        <>
          <p role="status">{p.endAsk}</p>
          <BigButton
            look="plain"
            onClick={() => {
              void end()
            }}
            disabled={ending.busy}
          >
            {p.end}
          </BigButton>
        </>
      )}
      {(link.state === 'linked' || link.state === 'waiting') && (
        <BigButton
          look="plain"
          onClick={() => {
            setAsking(!asking)
          }}
        >
          {asking ? t.cancel : p.end}
        </BigButton>
      )}
    </div>
  )
}
