/** CUS-05: the accounts there are, and a way to name one; a second person of the staff confirms it. */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigLink, go, Says, useLoad } from '../kit/index.ts'
import { NewAccount } from './NewAccount.tsx'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'

export function AccountPage({ claimId }: { readonly claimId: string }) {
  const { t } = useLanguage()
  const payees = useLoad(api.portalPayees, { params: { claimId } })
  const [sent, setSent] = useState(false)
  const path = `/portal/cases/${claimId}/account`
  if (new URLSearchParams(location.search).has('s') && payees.value)
    return (
      <NewAccount
        claimId={claimId}
        personName={payees.value.personName}
        afterDeath={payees.value.afterDeath}
        onSent={() => {
          setSent(true)
          payees.again()
          go(path, true)
        }}
      />
    )
  return (
    <>
      <PageTop title={t.account.title} back={`/portal/cases/${claimId}`} />
      {sent && (
        <Says mood="good" live>
          {t.account.sent}
        </Says>
      )}
      <WhenLoaded of={payees}>{(value) => <Accounts of={value} path={path} />}</WhenLoaded>
      <Says mood="note">
        {payees.value?.afterDeath ? null : <p>{t.account.only}</p>}
        <p>{t.account.safety}</p>
      </Says>
    </>
  )
}

type AccountsProps = { readonly of: PortalAnswer<'portalPayees'>; readonly path: string }

function Accounts({ of: { payees, afterDeath, over }, path }: AccountsProps) {
  const { t } = useLanguage()
  const a = t.account
  const add = payees.length === 0 ? a.addOne : a.addAnother
  return (
    <>
      {afterDeath && !over && (
        <>
          <h2>{a.deathTitle}</h2>
          <p>{payees.length === 0 ? a.death : a.deathNext}</p>
        </>
      )}
      <h2>{a.now}</h2>
      {payees.length === 0 && <p>{a.none}</p>}
      {payees.map((payee) => (
        <div className="card" key={payee.id}>
          <h3>{payee.holderName}</h3>
          <p className="digits">
            {payee.bank} {payee.accountMasked}
          </p>
          <p>
            <b>{a.states[payee.state]}</b>
          </p>
        </div>
      ))}
      {over ? (
        <Says mood="plain">{a.over}</Says>
      ) : (
        <BigLink to={`${path}?s=whose`} look="main">
          {afterDeath ? add : a.add}
        </BigLink>
      )}
    </>
  )
}
