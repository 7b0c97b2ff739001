/** Where a case stands, by its number and the elder's; one question a page (POR-01, POR-03). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { todayIn } from '../kernel/index.ts'
import { BigLink, Field, Says, Steps, useSend, type Step } from '../kit/index.ts'
import { useIdStep } from './ElderSteps.tsx'
import { PageTop } from './PageTop.tsx'
import { WhereItStands } from './WhereItStands.tsx'
import { api, type PortalAnswer } from './api.ts'

type Found = PortalAnswer<'portalLookUp'>

export function LookUpPage() {
  const { t } = useLanguage()
  const [today] = useState(() => todayIn(Date.now()))
  const [caseNo, setCaseNo] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const asking = useSend(api.portalLookUp)
  const l = t.lookUp
  const number: Step = {
    key: 'caseNo',
    ask: l.caseNoAsk,
    problem: caseNo.trim() ? null : l.caseNoMissing,
    shown: (problem) => (
      <Field label={l.caseNo} hint={l.caseNoHint} value={caseNo} problem={problem} onChange={setCaseNo} />
    ),
  }
  const id = useIdStep({ value: idNumber, onChange: setIdNumber }, today)
  if (found) return <FoundCase of={found} />
  return (
    <Steps
      path="/portal/look-up"
      back="/portal/cases"
      steps={[number, id]}
      busy={asking.busy}
      failed={asking.failed}
      sendWord={l.find}
      onSend={() => {
        void asking.send({ body: { caseNo, idNumber } }).then(setFound)
      }}
    />
  )
}

function FoundCase({ of }: { readonly of: Found }) {
  const { t } = useLanguage()
  return (
    <>
      <PageTop title={t.lookUp.title} back="/portal/cases" />
      <p>
        {of.personName}　<span className="digits">{of.caseNo}</span>
      </p>
      <WhereItStands of={of} />
      <Says>{t.lookUp.masked}</Says>
      <BigLink to="/portal/cases" look="main">
        {t.lookUp.toSignIn}
      </BigLink>
    </>
  )
}
