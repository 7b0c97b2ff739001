/** CUS-05: whose account, which number, once more to check, then a second person of the staff confirms it. */
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Choice, Field, Says, useLoad, useSend } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api } from './api.ts'

const WHOSE = ['self', 'beneficiary', 'heir'] as const
type Whose = (typeof WHOSE)[number]

export function AccountPage({ claimId }: { readonly claimId: string }) {
  const { t } = useLanguage()
  const payees = useLoad(api.portalPayees, { params: { claimId } })
  const [adding, setAdding] = useState(false)
  const [sent, setSent] = useState(false)
  const a = t.account
  const onSent = () => {
    setAdding(false)
    setSent(true)
    payees.again()
  }
  return (
    <>
      <PageTop title={a.title} back={`/portal/cases/${claimId}`} />
      {sent && (
        <Says mood="good" live>
          {a.sent}
        </Says>
      )}
      <WhenLoaded of={payees}>
        {(value) => (
          <>
            {!adding && <h2>{a.now}</h2>}
            {!adding && value.payees.length === 0 && <p>{a.none}</p>}
            {!adding &&
              value.payees.map((payee) => (
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
            {!adding && (
              <BigButton
                look="main"
                onClick={() => {
                  setAdding(true)
                  setSent(false)
                }}
              >
                {a.add}
              </BigButton>
            )}
            {adding && (
              <NewAccount
                claimId={claimId}
                personName={value.personName}
                onSent={onSent}
                onCancel={() => {
                  setAdding(false)
                }}
              />
            )}
          </>
        )}
      </WhenLoaded>
      <Says mood="note">
        <p>{a.only}</p>
        <p>{a.safety}</p>
      </Says>
    </>
  )
}

type NewProps = {
  readonly claimId: string
  readonly personName: string
  readonly onSent: () => void
  readonly onCancel: () => void
}

function NewAccount({ claimId, personName, onSent, onCancel }: NewProps) {
  const { t } = useLanguage()
  const [whose, setWhose] = useState<Whose | null>(null)
  const [holder, setHolder] = useState('')
  const [account, setAccount] = useState('')
  const [bank, setBank] = useState('')
  const [problem, setProblem] = useState(false)
  const sending = useSend(api.portalNamePayee)
  const a = t.account
  const send = async () => {
    const missing = !holder.trim() || !account.trim()
    setProblem(missing)
    if (missing || !whose) return
    const answer = await sending.send({
      params: { claimId },
      body: { holderName: holder, relation: whose, account, bank },
    })
    if (answer) onSent()
  }
  const choose = (one: Whose) => {
    setWhose(one)
    setHolder(one === 'self' ? personName : '')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{a.whose}</h2>
      <Choice
        legend={a.whose}
        chosen={whose ? [whose] : []}
        options={WHOSE.map((value) => ({ value, label: a[value] }))}
        onChoose={choose}
      />
      {whose && (
        <>
          <Field label={a.holder} value={holder} onChange={setHolder} />
          <Field label={a.number} kind="digits" value={account} onChange={setAccount} />
          <p className="digits" aria-hidden="true">
            {account.replace(/\s/g, '').replace(/(.{4})/g, '$1 ')}
          </p>
          <Field label={a.bank} hint={a.bankHint} value={bank} onChange={setBank} />
          {problem && <Says mood="bad">{a.missing}</Says>}
          {sending.failed && <Says mood="bad">{sending.failed}</Says>}
          <p>{a.confirmAsk}</p>
          <BigButton look="main" submit disabled={sending.busy}>
            {sending.busy ? t.sending : t.send}
          </BigButton>
        </>
      )}
      <BigButton look="plain" onClick={onCancel}>
        {t.cancel}
      </BigButton>
    </form>
  )
}
