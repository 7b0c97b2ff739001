/** 支付: payments of the claim, payee accounts by two people, shares of beneficiaries and heirs (CLM-12, CUS-05). */
import type { ClaimView, PaymentView } from '@anpei/contract/claims'
import { Button } from 'antd'
import { PAYEE_RELATIONS } from '@anpei/domain/customers'
import { useState, type ReactElement } from 'react'
import { PayeesPanel } from '../../customers/index.ts'
import { useMay } from '../../identity/index.ts'
import { DataTable, Empty, Icon, Panel, Tag } from '../../kit/index.ts'
import { may } from '../acts.ts'
import { AdvanceDialog, linesForAdvance } from '../decision/AdvanceDialog.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { paymentColumns } from './payment-columns.tsx'
import { SharesDialog } from '../decision/SharesDialog.tsx'
import { sharedLines } from '../decision/shares.ts'
import { wordIn } from '../tags.tsx'

const T = {
  payments: '支付',
  none: '审批通过后生成支付。',
  shares: '按份额领取',
  advance: '先予支付',
  payees: '收款账户',
  noPayees: '还没有收款账户。',
  list: '本案支付',
} as const

function columnsOf(claim: ClaimView): ReturnType<typeof paymentColumns> {
  const ready = claim.payees.some(({ state }) => state === 'confirmed')
  return paymentColumns((row) => <PaymentActs payment={row} />, ready).filter(
    ({ key }) => key !== 'claim' && key !== 'person',
  )
}

export function PaymentsTab({ claim }: { claim: ClaimView }): ReactElement {
  const [sharing, setSharing] = useState(false)
  const [advancing, setAdvancing] = useState(false)
  const allowed = useMay()
  const shares =
    may(claim, 'proposeShares') && claim.payees.length > 0 && sharedLines(claim).length > 0 ? (
      <Button
        icon={<Icon name="people" />}
        onClick={() => {
          setSharing(true)
        }}
      >
        {T.shares}
      </Button>
    ) : null
  const advance =
    may(claim, 'proposeAdvance') && linesForAdvance(claim).length > 0 ? (
      <Button
        icon={<Icon name="wallet" />}
        onClick={() => {
          setAdvancing(true)
        }}
      >
        {T.advance}
      </Button>
    ) : null
  const acts = (
    <span className="ap-row">
      {advance}
      {shares}
    </span>
  )
  return (
    <div className="ap-stack">
      <Panel flush title={T.payments} acts={acts}>
        <DataTable<PaymentView>
          label={T.list}
          columns={columnsOf(claim)}
          rows={claim.payments}
          empty={<Empty>{T.none}</Empty>}
          toneOf={(row) => (row.overdue || row.state === 'failed' ? 'late' : null)}
        />
      </Panel>
      {allowed('person.read') ? (
        <PayeesPanel personId={claim.personId} personName={claim.personName} />
      ) : (
        <PayeesShown claim={claim} />
      )}
      {advancing ? (
        <AdvanceDialog
          claim={claim}
          onClose={() => {
            setAdvancing(false)
          }}
        />
      ) : null}
      {sharing ? (
        <SharesDialog
          claim={claim}
          onClose={() => {
            setSharing(false)
          }}
        />
      ) : null}
    </div>
  )
}

function PayeesShown({ claim }: { claim: ClaimView }): ReactElement {
  return (
    <Panel title={T.payees}>
      {claim.payees.length === 0 ? (
        <p className="ap-muted">{T.noPayees}</p>
      ) : (
        <ul className="ap-check-list">
          {claim.payees.map((payee) => (
            <li key={payee.id}>
              <b>{payee.holderName}</b>
              <Tag>{wordIn(PAYEE_RELATIONS, payee.relation)}</Tag>
              <span className="ap-num">
                {payee.bank} {payee.accountMasked}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
