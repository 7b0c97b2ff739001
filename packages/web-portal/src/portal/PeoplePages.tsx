/** For whom this phone may act, and by the register at once (CUS-05, POR-04). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Field, Says, useSend } from '../kit/index.ts'
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
          <ByRegister />
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

function ByRegister() {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [said, setSaid] = useState<'missing' | 'linked' | null>(null)
  const linking = useSend(api.portalLinkPerson)
  const p = t.people
  const link = async () => {
    if (!name.trim() || !idNumber.trim()) return setSaid('missing')
    setSaid(null)
    if (!(await linking.send({ body: { name, idNumber } }))) return
    setSaid('linked')
    setName('')
    setIdNumber('')
    refreshMe()
  }
  return (
    <details className="card">
      <summary>{p.byRegister}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        <p>{p.byRegisterHint}</p>
        <Field label={p.name} value={name} onChange={setName} />
        <Field
          label={p.idNumber}
          value={idNumber}
          onChange={(text) => {
            setIdNumber(text.toUpperCase())
          }}
        />
        {said === 'missing' && <Says mood="bad">{p.missing}</Says>}
        {said === 'linked' && (
          <Says mood="good" live>
            {p.linked}
          </Says>
        )}
        {linking.failed && <Says mood="bad">{linking.failed}</Says>}
        <BigButton look="main" submit disabled={linking.busy}>
          {linking.busy ? t.sending : p.link}
        </BigButton>
      </form>
    </details>
  )
}
