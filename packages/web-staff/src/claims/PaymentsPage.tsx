/** Payments: what is due, sent, failed; failures are issued again after the account is corrected (CLM-12). */
import { listPayments, type PaymentView } from '@anpei/contract/claims'
import { paymentLifecycle, type PaymentState } from '@anpei/domain/claims'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  PageHead,
  Pager,
  Panel,
  Pick,
  stateChoices,
  useSearchState,
  type Choice,
} from '../kit/index.ts'
import { MakeBatch } from './MakeBatch.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { paymentColumns } from './payment-columns.tsx'
import './claims.css'

const PAGE_SIZE = 20
const T = {
  title: '支付',
  state: '状态',
  q: '支付号、赔案号或姓名',
  none: '没有符合条件的支付。',
  list: '支付列表',
} as const
const states: readonly Choice<PaymentState>[] = stateChoices(paymentLifecycle)
const columns = paymentColumns((row) => <PaymentActs payment={row} />)

export default function PaymentsPage(): ReactElement {
  const { get, set, trail, onTrail, cursor } = useSearchState()
  const allowed = useMay()
  const state = states.find((one) => one.value === get('state'))?.value
  const q = get('q') ?? ''
  const query = { limit: PAGE_SIZE, ...(state ? { state } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }
  const payments = useCall(listPayments, { query })
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>{allowed('payment.batch') ? <MakeBatch /> : null}</PageHead>
      <Panel flush>
        <div className="ap-filters">
          <Input.Search
            allowClear
            defaultValue={q}
            placeholder={T.q}
            aria-label={T.q}
            style={{ maxWidth: 300 }}
            onSearch={(text) => {
              set({ q: text.trim() })
            }}
          />
          <Pick
            label={T.state}
            value={state}
            choices={states}
            onChange={(next) => {
              set({ state: next })
            }}
          />
        </div>
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
