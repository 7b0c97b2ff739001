/** For whom this phone may act: by the register at once, or by a consent that the staff checks (CUS-05, POR-04). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { shiftDay, todayIn } from '../kernel/index.ts'
import { BigButton, BigLink, Choice, Field, PhotoPicker, Says, useSend, type Photo } from '../kit/index.ts'
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

const MINE = ['spouse', 'child', 'relative', 'liaison', 'other'] as const

type ConsentForm = { name: string; idNumber: string; ownName: string; untilOn: string }
const NO_NAMES = { name: '', idNumber: '', ownName: '' } as const

export function ConsentPage() {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  const today = todayIn(Date.now())
  const [form, setForm] = useState<ConsentForm>({ ...NO_NAMES, untilOn: shiftDay(today, 180) })
  const [relation, setRelation] = useState<(typeof MINE)[number] | null>(null)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [said, setSaid] = useState<'missing' | 'consentMissing' | null>(null)
  const [done, setDone] = useState(false)
  const sending = useSend(api.portalHandInConsent)
  const p = t.people
  const send = async () => {
    if (!relation || Object.values(form).some((value) => !value.trim())) return setSaid('missing')
    if (photos.length === 0) return setSaid('consentMissing')
    setSaid(null)
    const files = photos.map((photo) => ({ field: 'file:consent', file: photo.blob, name: photo.name }))
    if (!(await sending.send({ body: { ...form, relation } }, { files }))) return
    setDone(true)
    refreshMe()
  }
  if (done) return <ConsentDone />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <PageTop title={p.byConsent} back="/portal/people" />
      <details className="card">
        <summary>{p.sampleTitle}</summary>
        <pre className="letter">{p.sample}</pre>
      </details>
      <ConsentNames form={form} onChange={setForm} />
      <h2>{p.relation}</h2>
      <Choice
        legend={p.relation}
        chosen={relation ? [relation] : []}
        options={MINE.map((value) => ({ value, label: p.relations[value] }))}
        onChoose={setRelation}
      />
      <Field
        label={p.until}
        kind="date"
        value={form.untilOn}
        onChange={(untilOn) => {
          setForm({ ...form, untilOn })
        }}
      />
      <h2>{p.consent}</h2>
      <PhotoPicker photos={photos} onChange={setPhotos} most={5} mostMegabytes={8} />
      {said && <Says mood="bad">{p[said]}</Says>}
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? t.sending : t.send}
      </BigButton>
    </form>
  )
}

function ConsentDone() {
  const { t } = useLanguage()
  return (
    <>
      <PageTop title={t.people.byConsent} />
      <Says mood="good" live>
        {t.people.waiting}
      </Says>
      <BigLink to="/portal/people" look="main">
        {t.done}
      </BigLink>
    </>
  )
}

type NamesProps = { readonly form: ConsentForm; readonly onChange: (form: ConsentForm) => void }

function ConsentNames({ form, onChange }: NamesProps) {
  const { t } = useLanguage()
  const p = t.people
  return (
    <>
      <Field
        label={p.name}
        value={form.name}
        onChange={(name) => {
          onChange({ ...form, name })
        }}
      />
      <Field
        label={p.idNumber}
        value={form.idNumber}
        onChange={(idNumber) => {
          onChange({ ...form, idNumber: idNumber.toUpperCase() })
        }}
      />
      <Field
        label={p.ownName}
        value={form.ownName}
        onChange={(ownName) => {
          onChange({ ...form, ownName })
        }}
        autoComplete="name"
      />
    </>
  )
}
