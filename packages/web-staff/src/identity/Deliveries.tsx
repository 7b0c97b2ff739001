/** Deliveries of one webhook: delivered, waiting for the next try, given up; each can be tried again (OPS-01). */
import { listDeliveries, retryDelivery } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  FaultNote,
  Pager,
  Panel,
  Pick,
  Tag,
  type Column,
  type Tone,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Row = Answer<typeof listDeliveries>['items'][number]

const SIZE = 20
const OUTCOMES = { waiting: '等待', delivered: '已送达', given_up: '已放弃' } as const
const tones: Readonly<Record<Row['outcome'], Tone>> = { waiting: 'amber', delivered: 'green', given_up: 'red' }

const columns: readonly Column<Row>[] = [
  { key: 'event', title: '事件', render: (row) => <code>{row.eventName}</code> },
  { key: 'outcome', title: '结果', render: (row) => <Tag tone={tones[row.outcome]}>{OUTCOMES[row.outcome]}</Tag> },
  { key: 'tries', title: '次数', align: 'right', render: (row) => row.tries },
  { key: 'last', title: '最近应答', render: (row) => row.lastFault ?? row.lastStatus ?? '—' },
  { key: 'at', title: '发生', render: (row) => instantText(row.createdAt) },
  { key: 'next', title: '送达或下次', render: (row) => instantText(row.deliveredAt ?? row.nextTryAt) },
  { key: 'act', title: '操作', render: (row) => (row.outcome === 'delivered' ? '—' : <Retry id={row.id} />) },
]

function Retry({ id }: { id: string }): ReactElement {
  const retry = useCommand(retryDelivery)
  return (
    <>
      <FaultNote fault={retry.fault} />
      <Button
        size="small"
        loading={retry.busy}
        onClick={() => {
          void retry.run({ params: { id } })
        }}
      >
        再推一次
      </Button>
    </>
  )
}

export function Deliveries({ webhookId, name }: { webhookId: string; name: string }): ReactElement {
  const [outcome, setOutcome] = useState<Row['outcome'] | undefined>(undefined)
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(
    listDeliveries,
    {
      params: { id: webhookId },
      query: { outcome, limit: SIZE, cursor: trail.at(-1) },
    },
    { everySeconds: 5 },
  )
  return (
    <Panel title={`推送记录：${name}`} flush>
      <div className="ap-filters">
        <Pick
          label="结果"
          value={outcome}
          choices={choicesOf(OUTCOMES)}
          onChange={(next) => {
            setTrail([])
            setOutcome(next)
          }}
        />
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable label="推送记录" columns={columns} rows={page.items} empty={<Empty>还没有推送过。</Empty>} />
            {page.items.length ? <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}
