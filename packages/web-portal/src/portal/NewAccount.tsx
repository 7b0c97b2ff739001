/** Whose account, which number, which bank, then once more to check; one question a page (CUS-05, POR-01). */
import { parseBankName } from '@anpei/domain/customers'
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { Choice, Field, Says, useSend, Steps, type Step } from '../kit/index.ts'
import { api } from './api.ts'

const WHOSE = ['self', 'beneficiary', 'heir'] as const

type Draft = {
  readonly whose: (typeof WHOSE)[number] | null
  readonly holder: string
  readonly kin: string
  readonly idNumber: string
  readonly account: string
  readonly bank: string
}

const EMPTY: Draft = { whose: null, holder: '', kin: '', idNumber: '', account: '', bank: '' }

type Props = {
  readonly claimId: string
  readonly personName: string
  readonly afterDeath: boolean
  readonly onSent: () => void
}

export function NewAccount({ claimId, personName, afterDeath, onSent }: Props) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const sending = useSend(api.portalNamePayee)
  const owner = useOwner(draft, setDraft, personName, afterDeath)
  const heir = useHeir(draft, setDraft)
  const bank = useBank(draft, setDraft)
  const path = `/portal/cases/${claimId}/account`
  const send = async () => {
    const { whose, holder, account } = draft
    if (!whose) return
    const told = afterDeath ? { kin: draft.kin, holderIdNumber: draft.idNumber } : {}
    const body = { holderName: holder, relation: whose, account, bank: draft.bank, ...told }
    if (await sending.send({ params: { claimId }, body })) onSent()
  }
  const check: Step = { key: 'check', ask: t.account.confirmAsk, problem: null, shown: () => <Check draft={draft} /> }
  return (
    <Steps
      path={path}
      back={path}
      steps={[...owner, ...(afterDeath ? heir : []), ...bank, check]}
      busy={sending.busy}
      failed={sending.failed}
      onSend={() => {
        void send()
      }}
    />
  )
}

/** The elder's own account is in the elder's name: that is not asked again. */
function useOwner(draft: Draft, onChange: (draft: Draft) => void, personName: string, afterDeath: boolean): Step[] {
  const { t } = useLanguage()
  const a = t.account
  const whose: Step = {
    key: 'whose',
    ask: afterDeath ? a.who : a.whose,
    problem: draft.whose ? null : a.whoseNeeded,
    shown: (problem) => (
      <>
        <Choice
          legend={a.whose}
          chosen={draft.whose ? [draft.whose] : []}
          options={WHOSE.filter((value) => (value === 'self') !== afterDeath).map((value) => ({
            value,
            label: a[value],
          }))}
          onChoose={(one) => {
            onChange({ ...draft, whose: one, holder: one === 'self' ? personName : '' })
          }}
        />
        {problem && <Says mood="bad">{problem}</Says>}
        <Says mood="note">{afterDeath ? a.death : a.only}</Says>
      </>
    ),
  }
  if (draft.whose === 'self') return [whose]
  const holder: Step = {
    key: 'holder',
    ask: a.holderAsk,
    problem: draft.holder.trim() ? null : a.holderMissing,
    shown: (problem) => (
      <Field
        label={a.holder}
        value={draft.holder}
        problem={problem}
        voice
        onChange={(name) => {
          onChange({ ...draft, holder: name })
        }}
      />
    ),
  }
  return [whose, holder]
}

/** After a death: who this is to the elder, and the number the staff compare with the papers. */
function useHeir(draft: Draft, onChange: (draft: Draft) => void): Step[] {
  const { t } = useLanguage()
  const a = t.account
  return [
    {
      key: 'kin',
      ask: a.kinAsk,
      problem: draft.kin.trim() ? null : a.kinMissing,
      shown: (problem) => (
        <Field
          label={a.kin}
          hint={a.kinHint}
          value={draft.kin}
          problem={problem}
          voice
          onChange={(kin) => {
            onChange({ ...draft, kin })
          }}
        />
      ),
    },
    {
      key: 'id',
      ask: a.idAsk,
      problem: idProblem(draft.idNumber, a),
      shown: (problem) => (
        <Field
          label={a.id}
          value={draft.idNumber}
          problem={problem}
          onChange={(idNumber) => {
            onChange({ ...draft, idNumber })
          }}
        />
      ),
    },
  ]
}

function idProblem(text: string, words: { readonly idMissing: string; readonly idWrong: string }): string | null {
  const typed = text.replaceAll(/\s/g, '')
  if (typed === '') return words.idMissing
  return /^\d{17}[\dXx]$/.test(typed) ? null : words.idWrong
}

function useBank(draft: Draft, onChange: (draft: Draft) => void): Step[] {
  const { t } = useLanguage()
  const a = t.account
  return [
    {
      key: 'number',
      ask: a.numberAsk,
      problem: draft.account.trim() ? null : a.numberMissing,
      shown: (problem) => (
        <>
          <Field
            label={a.number}
            kind="digits"
            value={draft.account}
            problem={problem}
            onChange={(account) => {
              onChange({ ...draft, account })
            }}
          />
          <p className="digits" aria-hidden="true">
            {inGroups(draft.account)}
          </p>
          <Says mood="note">{a.safety}</Says>
        </>
      ),
    },
    {
      key: 'bank',
      ask: a.bankAsk,
      problem: parseBankName(draft.bank).ok ? null : a.bankIsNumber,
      skipped: draft.bank.trim() === '',
      shown: (problem) => (
        <Field
          label={a.bank}
          hint={a.bankHint}
          value={draft.bank}
          problem={problem}
          voice
          onChange={(bank) => {
            onChange({ ...draft, bank })
          }}
        />
      ),
    },
  ]
}

function Check({ draft }: { readonly draft: Draft }) {
  const { t } = useLanguage()
  const a = t.account
  const lines = [
    [a.whose, draft.whose ? a[draft.whose] : ''],
    [a.holder, draft.holder],
    ...(draft.kin ? [[a.kin, draft.kin]] : []),
    ...(draft.idNumber ? [[a.id, draft.idNumber]] : []),
    [a.number, inGroups(draft.account)],
    [a.bank, draft.bank || t.report.check.empty],
  ]
  return (
    <dl className="pairs">
      {lines.map(([asked, answer]) => (
        <div key={asked}>
          <dt>{asked}</dt>
          <dd className="digits">{answer}</dd>
        </div>
      ))}
    </dl>
  )
}

function inGroups(account: string): string {
  return account.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ')
}
