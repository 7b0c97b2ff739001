/** 客户关怀小组: the load of each adviser, and the people to be called, the most urgent first (CUS-04). */
import { careBoard, listCareCharges, type CareChargeRow } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  PageHead,
  Pager,
  Panel,
  Pick,
  Tag,
  useSearchState,
  type Column,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { AdviserDialog, ContactDialog } from './ChargeDialogs.tsx'
import { NextContact } from './ChargePanel.tsx'
import { CareMarks } from './PersonCard.tsx'
import './customers.css'

type Board = Answer<typeof careBoard>
const SIZE = 20

export default function CareBoardPage(): ReactElement {
  const board = useCall(careBoard, {})
  return (
    <>
      <PageHead title="关怀小组" note="老人和重病客户有未了结的事，就有专属顾问按计划联系。" />
      <div className="ap-stack">
        <Answered of={board}>{(answer) => <Loads board={answer} />}</Answered>
        <People advisers={board.shown?.advisers ?? []} mayName={board.shown?.can.includes('name') ?? false} />
      </div>
    </>
  )
}

const loadColumns: readonly Column<Board['advisers'][number]>[] = [
  {
    key: 'name',
    title: '顾问',
    render: (row) => (
      <>
        {row.name} {row.absent ? <Tag tone="grey">请假</Tag> : null}
      </>
    ),
  },
  { key: 'people', title: '负责', align: 'right', render: (row) => `${row.people} 人` },
  { key: 'due', title: '今天该联系', align: 'right', render: (row) => row.due },
  {
    key: 'overdue',
    title: '已逾期',
    align: 'right',
    render: (row) => (row.overdue > 0 ? <Tag tone="red">{row.overdue}</Tag> : 0),
  },
]

function Loads({ board }: { board: Board }): ReactElement {
  const search = useSearchState()
  return (
    <Panel title="每位顾问" flush>
      {board.unassigned > 0 ? (
        <p className="cu-card">
          <Tag tone="red">{board.unassigned} 位客户还没有顾问</Tag>
        </p>
      ) : null}
      <DataTable
        label="每位顾问"
        columns={loadColumns}
        rows={board.advisers}
        onOpen={(row) => {
          search.set({ adviser: row.id })
        }}
        empty={<Empty>还没有人可以担任顾问，请在“人员与权限”里给角色加上“担任关怀顾问”。</Empty>}
      />
    </Panel>
  )
}

type Asking = { readonly kind: 'contact' | 'name'; readonly charge: CareChargeRow }

function People({ advisers, mayName }: { advisers: Board['advisers']; mayName: boolean }): ReactElement {
  const search = useSearchState()
  const [asking, setAsking] = useState<Asking | null>(null)
  const adviser = search.get('adviser')
  const due = search.get('due') === 'true'
  const found = useCall(listCareCharges, {
    query: { limit: SIZE, cursor: search.cursor, adviser, ...(due ? { due: 'true' } : {}) },
  })
  const close = (): void => {
    setAsking(null)
  }
  return (
    <Panel title="联系名单" flush>
      <div className="ap-filters">
        <Pick
          label="顾问"
          value={adviser}
          choices={[
            { value: 'me', label: '我负责的' },
            { value: 'none', label: '还没有顾问' },
            ...advisers.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(next) => {
            search.set({ adviser: next })
          }}
        />
        <Pick
          label="联系日"
          value={due ? 'due' : undefined}
          choices={[{ value: 'due', label: '今天或已逾期' }]}
          onChange={(next) => {
            search.set({ due: next ? 'true' : undefined })
          }}
        />
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable<CareChargeRow>
              label="联系名单"
              columns={peopleColumns(setAsking, mayName)}
              rows={page.items}
              toneOf={(row) => (row.overdue ? 'late' : null)}
              empty={<Empty>没有要联系的客户。</Empty>}
            />
            {page.items.length > 0 ? (
              <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
            ) : null}
          </>
        )}
      </Answered>
      {asking?.kind === 'contact' ? <ContactDialog charge={asking.charge} onClose={close} /> : null}
      {asking?.kind === 'name' ? <AdviserDialog charge={asking.charge} onClose={close} /> : null}
    </Panel>
  )
}

function peopleColumns(ask: (asking: Asking) => void, mayName: boolean): readonly Column<CareChargeRow>[] {
  return [
    {
      key: 'name',
      title: '客户',
      render: (row) => (
        <Link className="ap-name" to={`/customers/${row.person.id}`}>
          {row.person.name}
        </Link>
      ),
    },
    { key: 'age', title: '年龄', render: (row) => row.age },
    { key: 'village', title: '村居', render: (row) => row.villageName ?? '—' },
    { key: 'phone', title: '电话', render: (row) => <span className="ap-num">{row.phoneMasked || '—'}</span> },
    { key: 'care', title: '关怀标记', render: (row) => <CareMarks marks={row.careMarks} /> },
    {
      key: 'adviser',
      title: '顾问 · 副手',
      render: (row) => `${row.adviser?.name ?? '无'} · ${row.deputy?.name ?? '无'}`,
    },
    { key: 'next', title: '下次联系', render: (row) => <NextContact charge={row} /> },
    {
      key: 'last',
      title: '上次联系',
      wideOnly: true,
      render: (row) => (row.lastContactAt ? instantText(row.lastContactAt) : '—'),
    },
    {
      key: 'acts',
      title: '',
      render: (row) => (
        <span className="ap-row">
          <Button
            size="small"
            onClick={() => {
              ask({ kind: 'contact', charge: row })
            }}
          >
            登记联系
          </Button>
          {mayName ? (
            <Button
              size="small"
              onClick={() => {
                ask({ kind: 'name', charge: row })
              }}
            >
              换顾问
            </Button>
          ) : null}
        </span>
      ),
    },
  ]
}
