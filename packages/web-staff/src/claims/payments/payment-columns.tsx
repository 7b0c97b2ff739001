/** Columns of payments, in the list, in a batch and in a claim. */
import type { PaymentView } from '@anpei/contract/claims'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon, type Column } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { benefitText, DueTag, StateTag } from '../tags.tsx'

/** `ready`: a confirmed account is known, which the payment takes when it is put into a batch. */
export function paymentColumns(acts: (row: PaymentView) => ReactNode, ready = false): readonly Column<PaymentView>[] {
  return [
    { key: 'no', title: '支付号', render: (row) => <span className="ap-num ap-strong">{row.paymentNo}</span> },
    {
      key: 'claim',
      title: '赔案',
      render: (row) => (
        <Link to={`/claims/${row.claimId}?tab=payments`} className="ap-num">
          {row.claimNo}
        </Link>
      ),
    },
    { key: 'person', title: '被保险人', render: (row) => row.personName },
    { key: 'benefit', title: '给付项', render: (row) => benefitText(row.benefit), wideOnly: true },
    { key: 'amount', title: '金额', align: 'right', render: (row) => <b>{yuan(row.amountFen)}</b> },
    { key: 'payee', title: '收款人与账户', render: (row) => <Account row={row} ready={ready} /> },
    { key: 'state', title: '状态', render: (row) => <PaymentState row={row} /> },
    {
      key: 'due',
      title: '到期 / 到账',
      render: (row) =>
        row.paidAt === null ? <DueTag of={row} /> : <span className="ap-num">{instantText(row.paidAt)}</span>,
    },
    { key: 'acts', title: '操作', render: (row) => acts(row) ?? '—' },
  ]
}

function Account({ row, ready }: { row: PaymentView; ready: boolean }): ReactElement {
  if (row.cash !== null)
    return (
      <span>
        现金　{row.cash.receiverName}（{row.cash.receiverWord}）{' '}
        <small>
          {row.cash.firstSigner}、{row.cash.secondSigner ?? '待第二人'}签字
        </small>
      </span>
    )
  if (row.holderName === null && ready) return <span>编入批次时用已复核的账户</span>
  if (row.holderName === null)
    return (
      <span className="ap-warn">
        <Icon name="alert" size={14} /> 还没有已复核的收款账户
      </span>
    )
  return (
    <span>
      {row.holderName}{' '}
      <small>
        {row.bank} {row.accountMasked}
      </small>
      {row.accountConfirmed ? null : <span className="ap-warn"> 账户未复核</span>}
    </span>
  )
}

function PaymentState({ row }: { row: PaymentView }): ReactElement {
  return (
    <span className="ap-due">
      <StateTag state={row.state} word={row.stateWord} />
      {row.fault === null ? null : <small className="ap-bad">{row.fault}</small>}
    </span>
  )
}
