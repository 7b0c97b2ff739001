/** Divides one line between beneficiaries or heirs; one failing share never blocks the others (CLM-12). */
import { proposeShares, type ClaimView } from '@anpei/contract/claims'
import { Button, Input, Modal, Select } from 'antd'
import { PAYEE_RELATIONS } from '@anpei/domain/customers'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, useAskToClose, useFocusBack, writtenIn } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { wordIn } from '../tags.tsx'
import { equalShares, sharedLines, sharesOf, type ShareDraft } from './shares.ts'

const T = {
  title: '按份额领取',
  save: '提交复核',
  line: '给付项',
  percent: '份额 %',
  equal: '平均分配',
  basis: '依据（遗嘱、继承公证、受益人指定等）',
} as const

export function SharesDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  useFocusBack()
  const shared = sharedLines(claim)
  const accounts = claim.payees.filter((payee) => payee.state === 'confirmed' || payee.state === 'waiting')
  const [lineId, setLineId] = useState<string | undefined>(shared[0]?.id)
  const [drafts, setDrafts] = useState<readonly ShareDraft[]>(() =>
    accounts.map(({ id }) => ({ payeeAccountId: id, percent: '' })),
  )
  const [basis, setBasis] = useState('')
  const [before] = useState({ lineId, drafts })
  const closing = useAskToClose(writtenIn(before, { lineId, drafts, basis }), onClose)
  const command = useCommand(proposeShares)
  const { shares, problem } = sharesOf(drafts)
  const save = async (): Promise<void> => {
    if (lineId === undefined) return
    if (await command.run({ params: { claimId: claim.id }, body: { lineId, shares: [...shares], basis } })) onClose()
  }
  const lines = shared.map((line) => ({ value: line.id, label: `${line.title}　${yuan(line.payableFen)}` }))
  return (
    <Modal
      open
      title={T.title}
      okText={T.save}
      {...closing}
      onOk={() => {
        void save()
      }}
      confirmLoading={command.busy}
      okButtonProps={{ disabled: problem !== null || lineId === undefined || basis.trim() === '' }}
      mask={{ closable: false }}
    >
      <FaultNote fault={command.fault} />
      <label className="ap-label">
        {T.line}
        <Select<string> value={lineId ?? null} options={lines} onChange={setLineId} />
      </label>
      <ShareInputs accounts={accounts} drafts={drafts} onChange={setDrafts} />
      <label className="ap-label">
        {T.basis}
        <Input
          value={basis}
          maxLength={300}
          onChange={(event) => {
            setBasis(event.target.value)
          }}
        />
      </label>
      <p className="ap-muted">份额由第二人在“待复核变更”里看过前后差别、同意后生效。</p>
      <p className="ap-row">
        <Button
          size="small"
          onClick={() => {
            setDrafts(equalShares(accounts.map(({ id }) => id)))
          }}
        >
          {T.equal}
        </Button>
        {problem === null ? null : <span className="ap-warn">{problem}</span>}
      </p>
    </Modal>
  )
}

type InputsProps = {
  accounts: ClaimView['payees']
  drafts: readonly ShareDraft[]
  onChange: (drafts: readonly ShareDraft[]) => void
}

function ShareInputs({ accounts, drafts, onChange }: InputsProps): ReactElement {
  return (
    <ul className="ap-check-list ap-shares">
      {accounts.map((payee, index) => (
        <li key={payee.id}>
          <span className="ap-grow">
            {payee.holderName}（{wordIn(PAYEE_RELATIONS, payee.relation)}）
            <small className="ap-muted ap-num"> {payee.accountMasked}</small>
          </span>
          <Input
            value={drafts[index]?.percent ?? ''}
            inputMode="decimal"
            aria-label={`${payee.holderName} ${T.percent}`}
            suffix="%"
            onChange={(event) => {
              onChange(
                drafts.map((draft, other) => (other === index ? { ...draft, percent: event.target.value } : draft)),
              )
            }}
          />
        </li>
      ))}
    </ul>
  )
}
