/** 签理赔申请书 on the phone: who signs, what is signed, the signature; or a thumbprint before a witness (CLM-03). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import {
  BigLink,
  Choice,
  Field,
  go,
  PhotoPicker,
  Says,
  SignaturePad,
  useLoad,
  useSend,
  type Photo,
  Steps,
  type Step,
} from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'
import { judgePhoto } from './judge-photo.ts'

type Form = PortalAnswer<'portalApplication'>
const WHO = ['self', 'spouse', 'child', 'relative', 'other'] as const
const WAYS = ['screen', 'thumbprint'] as const

type Draft = {
  readonly relation: (typeof WHO)[number] | null
  readonly name: string
  readonly way: (typeof WAYS)[number] | null
  readonly witness: string
  readonly contact: string
}

export function SignPage({ claimId }: { readonly claimId: string }) {
  const { t } = useLanguage()
  const form = useLoad(api.portalApplication, { params: { claimId } })
  if (form.value) return <SignForm claimId={claimId} form={form.value} />
  return (
    <>
      <PageTop title={t.signing.title} back={`/portal/cases/${claimId}/papers`} />
      <WhenLoaded of={form}>{() => null}</WhenLoaded>
    </>
  )
}

function SignForm({ claimId, form }: { readonly claimId: string; readonly form: Form }) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<Draft>({ relation: null, name: '', way: null, witness: '', contact: '' })
  const [drawn, setDrawn] = useState<Blob | null>(null)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const sending = useSend(api.portalSignApplication)
  const path = `/portal/cases/${claimId}/sign`
  const thumb = draft.way === 'thumbprint'
  const steps = useSteps(form, draft, setDraft, `/portal/cases/${claimId}/papers/application`)
  const mark: Step = {
    key: 'mark',
    ask: thumb ? t.signing.thumbAsk : t.signing.drawAsk,
    problem: (thumb ? photos[0] : drawn) ? null : thumb ? t.signing.photoMissing : t.signing.empty,
    shown: (problem) => (
      <>
        {thumb ? (
          <PhotoPicker judge={judgePhoto} photos={photos} onChange={setPhotos} most={1} mostMegabytes={8} />
        ) : (
          <SignaturePad label={t.signing.drawAsk} wipe={t.signing.wipe} onChange={setDrawn} />
        )}
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  const send = async () => {
    const { relation, name, way } = draft
    const file = thumb ? photos[0]?.blob : drawn
    if (!relation || !way || !file) return
    const witness = thumb ? { name: draft.witness, contact: draft.contact, relation: 'other' as const } : null
    const signerName = relation === 'self' ? form.insuredName : name
    const files = [{ field: 'signature', file, name: thumb ? 'thumb.jpg' : 'signature.png' }]
    if (await sending.send({ params: { claimId }, body: { way, signerName, relation, witness } }, { files }))
      go(`/portal/cases/${claimId}/papers`)
  }
  return (
    <Steps
      path={path}
      back={`/portal/cases/${claimId}/papers`}
      steps={[...steps, mark]}
      busy={sending.busy}
      failed={sending.failed}
      sendWord={t.signing.send}
      onSend={() => {
        void send()
      }}
    />
  )
}

function useSteps(form: Form, draft: Draft, onChange: (draft: Draft) => void, paper: string): Step[] {
  const { t } = useLanguage()
  const s = t.signing
  const text = (key: 'name' | 'witness' | 'contact', ask: string, label: string): Step => ({
    key,
    ask,
    problem: draft[key].trim() === '' ? s.fillIn : null,
    shown: (problem) => (
      <Field
        label={label}
        value={draft[key]}
        problem={problem}
        voice={key !== 'contact'}
        onChange={(value) => {
          onChange({ ...draft, [key]: value })
        }}
      />
    ),
  })
  const who: Step = {
    key: 'who',
    ask: s.whoAsk,
    problem: draft.relation === null ? t.account.whoseNeeded : null,
    shown: (problem) => (
      <>
        <Choice
          legend={s.whoAsk}
          options={WHO.map((value) => ({ value, label: s.who[value] }))}
          chosen={draft.relation ? [draft.relation] : []}
          onChoose={(relation) => {
            onChange({ ...draft, relation })
          }}
        />
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  const read: Step = { key: 'read', ask: s.readAsk, problem: null, shown: () => <Filled of={form} /> }
  const way: Step = {
    key: 'way',
    ask: s.wayAsk,
    problem: draft.way === null ? t.account.whoseNeeded : null,
    shown: (problem) => (
      <>
        <Choice
          legend={s.wayAsk}
          options={WAYS.map((value) => ({ value, label: s.ways[value] }))}
          chosen={draft.way ? [draft.way] : []}
          onChoose={(value) => {
            onChange({ ...draft, way: value })
          }}
        />
        <BigLink to={paper} picture="camera">
          {s.paper}
        </BigLink>
        {problem && <Says mood="bad">{problem}</Says>}
      </>
    ),
  }
  return [
    who,
    ...(draft.relation === null || draft.relation === 'self' ? [] : [text('name', s.nameAsk, s.name)]),
    read,
    way,
    ...(draft.way === 'thumbprint'
      ? [text('witness', s.witnessAsk, s.witness), text('contact', s.contactAsk, s.contact)]
      : []),
  ]
}

function Filled({ of }: { readonly of: Form }) {
  return (
    <>
      <dl className="pairs">
        {of.rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <Says mood="note">{of.statement}</Says>
    </>
  )
}
