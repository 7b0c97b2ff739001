/** Payments: what is due, sent, failed; failures are issued again after the account is corrected (CLM-12). */
import { listPayments, type PaymentView } from '@anpei/contract/claims'
import { paymentLifecycle, type PaymentState } from '@anpei/domain/claims'
import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Pager, Panel, Pick, type Choice } from '../kit/index.ts'
import { MakeBatch } from './MakeBatch.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { paymentColumns } from './payment-columns.tsx'
import { stateIn } from './states.ts'
import './claims.css'

const PAGE_SIZE = 20
const T = { title: '支付', state: '状态', q: '支付号、赔案号或姓名', none: '没有符合条件的支付。', list: '支付列表' } as const
const states: readonly Choice<PaymentState>[] = stateIn(paymentLifecycle)
const columns = paymentColumns((row) => <PaymentActs payment={row} />)

export default function PaymentsPage(): ReactElement {
  const [search, setSearch] = useSearchParams()
  const [trail, setTrail] = useState<readonly string[]>([])
  const allowed = useMay()
  const state = states.find((one) => one.value === search.get('state'))?.value
  const q = search.get('q') ?? ''
  const cursor = trail.at(-1)
  const query = { limit: PAGE_SIZE, ...(state ? { state } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }
  const payments = useCall(listPayments, { query })
  const set = (name: string, text: string | undefined): void => {
    setTrail([])
    setSearch((now) => {
      const next = new URLSearchParams(now)
      if (text) next.set(name, text)
      else next.delete(name)
      return next
    })
  }
  return (
    <div className="ap-stack">
      <PageHead title={T.title}>{allowed('payment.batch') ? <MakeBatch /> : null}</PageHead>
      <Panel flush>
        <div className="ap-filters">
          <Input.Search allowClear defaultValue={q} placeholder={T.q} aria-label={T.q} style={{ maxWidth: 300 }}
            onSearch={(text) => { set('q', text.trim()) }} />
          <Pick label={T.state} value={state} choices={states} onChange={(next) => { set('state', next) }} />
        </div>
        <Answered of={payments}>
          {(page) => (
            <>
              <DataTable<PaymentView> label={T.list} columns={columns} rows={page.items} empty={<Empty>{T.none}</Empty>}
                toneOf={(row) => row.overdue || row.state === 'failed' ? 'late' : null} />
              <Pager page={page} trail={trail} onTrail={setTrail} size={PAGE_SIZE} />
            </>
          )}
        </Answered>
      </Panel>
    </div>
  )
}
