/** Payments: what is due, sent, failed; failures are issued again after the account is corrected (CLM-12). */
import { listPayments, type PaymentView } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Pager, Panel, useSearchState } from '../../kit/index.ts'
import { MakeBatch } from './MakeBatch.tsx'
import { PaymentFilters, paymentQuery } from './PaymentFilters.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { paymentColumns } from './payment-columns.tsx'
import '../claims.css'

const PAGE_SIZE = 20
const T = {
  title: '支付',
  none: '没有符合条件的支付。',
  list: '支付列表',
} as const
const columns = paymentColumns((row) => <PaymentActs payment={row} />)

export default function PaymentsPage(): ReactElement {
  const search = useSearchState()
  const { trail, onTrail, cursor } = search
  const allowed = useMay()
  const query = { limit: PAGE_SIZE, ...paymentQuery(search.get), ...(cursor ? { cursor } : {}) }
  const payments = useCall(listPayments, { query })
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>{allowed('payment.batch') ? <MakeBatch /> : null}</PageHead>
      <Panel flush>
        <PaymentFilters search={search} />
        <Answered of={payments}>
          {(page) => (
            <>
              <DataTable<PaymentView>
                label={T.list}
                columns={columns}
                rows={page.items}
                empty={<Empty>{T.none}</Empty>}
                toneOf={(row) => (row.overdue || row.state === 'failed' ? 'late' : null)}
              />
              <Pager page={page} trail={trail} onTrail={onTrail} size={PAGE_SIZE} />
            </>
          )}
        </Answered>
      </Panel>
    </div>
  )
}
