/** An elder whose registered phone this is, linked at once; one question a page (CUS-05, POR-01). */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { todayIn } from '../kernel/index.ts'
import { BigLink, Says, useSend, Steps } from '../kit/index.ts'
import { useIdStep, useNameStep } from './ElderSteps.tsx'
import { PageTop } from './PageTop.tsx'
import { usePortal } from './portal-context.ts'
import { api } from './api.ts'

export function RegisterPage() {
  const { t } = useLanguage()
  const { refreshMe } = usePortal()
  const [today] = useState(() => todayIn(Date.now()))
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [linked, setLinked] = useState(false)
  const linking = useSend(api.portalLinkPerson)
  const steps = [
    useNameStep({ value: name, onChange: setName }),
    useIdStep({ value: idNumber, onChange: setIdNumber }, today),
  ]
  const link = async () => {
    if (!(await linking.send({ body: { name, idNumber } }))) return
    setLinked(true)
    refreshMe()
  }
  if (linked)
    return (
      <>
        <PageTop title={t.people.title} />
        <Says mood="good" live>
          {t.people.linked}
        </Says>
        <BigLink to="/portal/people" look="main">
          {t.people.title}
        </BigLink>
      </>
    )
  return (
    <Steps
      path="/portal/people/register"
      back="/portal/people"
      steps={steps}
      busy={linking.busy}
      failed={linking.failed}
      sendWord={t.people.link}
      onSend={() => {
        void link()
      }}
    />
  )
}
