/** What waits for a second person: changes of particulars and payee accounts (ORG-05). */
import { listPersonChanges, waitingPayees } from '@anpei/contract/customers'
import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, keyIn, PageHead, Pager, Panel, Tabs, useSearchState } from '../kit/index.ts'
import { PayeeCard } from './PayeesPanel.tsx'
import { ChangeCard, CHANGE_STATES } from './PersonChanges.tsx'
import './customers.css'

const SIZE = 20

export default function ChecksPage(): ReactElement {
  const search = useSearchState()
  const may = useMay()
  const tabs = [
    { key: 'changes', label: '资料更正', children: <Changes />, show: may('person.read') },
    { key: 'payees', label: '收款账户', children: <Payees />, show: may('payee.confirm') },
  ]
    .filter(({ show }) => show)
    .map(({ show: _, ...tab }) => tab)
  return (
    <>
      <PageHead title="客户资料复核" note="改前、改后逐项核对；自己提出的由别人复核。" />
      <Tabs
        activeKey={search.get('tab') ?? tabs[0]?.key ?? 'changes'}
        items={tabs}
        onChange={(tab) => {
          search.set({ tab })
        }}
      />
    </>
  )
}

function Changes(): ReactElement {
  const [state, setState] = useState<keyof typeof CHANGE_STATES>('waiting')
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(listPersonChanges, { query: { state, limit: SIZE, cursor: trail.at(-1) } })
  const options = Object.entries(CHANGE_STATES).map(([value, label]) => ({ value, label }))
  return (
    <Panel flush>
      <div className="ap-filters">
        <Segmented
          options={options}
          value={state}
          onChange={(next) => {
            setTrail([])
            setState(keyIn(CHANGE_STATES, next) ?? 'waiting')
          }}
        />
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            {page.items.length === 0 ? (
              <Empty>{state === 'waiting' ? '没有待复核的更正。' : '没有记录。'}</Empty>
            ) : null}
            {page.items.map((change) => (
              <ChangeCard key={change.id} change={change} named />
            ))}
            {page.items.length > 0 ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function Payees(): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(waitingPayees, { query: { limit: SIZE, cursor: trail.at(-1) } })
  return (
    <Panel flush>
      <Answered of={found}>
        {(page) => (
          <>
            {page.items.length === 0 ? <Empty>没有待复核的收款账户。</Empty> : null}
            {page.items.map((payee) => (
              <PayeeCard key={payee.id} payee={payee} named />
            ))}
            {page.items.length > 0 ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}
