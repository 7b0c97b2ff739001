/** Who goes out, with cover and capacity; which villages are urban and which suburban (SRV-09, CLM-02). */
import { listVisitors, type VisitorView } from '@anpei/contract/visits'
import { COVER_WARNINGS } from '@anpei/domain/visits'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Empty, PageHead, Panel, Tag, type Column } from '../kit/index.ts'
import { VillageAreas } from './VillageAreas.tsx'
import { VisitorDialog } from './VisitorDialog.tsx'
import './visits.css'

type Row = VisitorView & { readonly id: string }
const T = {
  title: '上门人员',
  note: '片区、工作日历、每半天几家、意外险和安全守则。没有有效保障的，须主管确认才能出发。',
  add: '登记人员',
  list: '上门人员名单',
  none: '还没有登记上门人员。',
} as const

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', render: (row) => <strong>{row.name}</strong> },
  { key: 'active', title: '在用', render: (row) => (row.active ? '是' : '停用') },
  { key: 'base', title: '驻点', render: (row) => row.baseVillageName },
  { key: 'villages', title: '另管村居', render: (row) => `${row.villages.length} 个`, wideOnly: true },
  { key: 'capacity', title: '每半天', render: (row) => `${row.halfDayCapacity} 家` },
  {
    key: 'cover',
    title: '意外险',
    render: (row) => (row.cover ? `${row.cover.insurer} 至 ${row.cover.to}` : '—'),
  },
  {
    key: 'warn',
    title: '提示',
    render: (row) => <Warnings of={row} />,
  },
]

function Warnings({ of }: { of: Row }): ReactElement {
  const said = of.coverWarnings.map((one) => COVER_WARNINGS[one])
  if (!of.certified) return <Tag tone="red">{['没有有效证书，不能派', ...said].join('、')}</Tag>
  return said.length === 0 ? (
    <Tag tone="green">可以出发</Tag>
  ) : (
    <Tag tone="amber" icon="alert">
      {said.join('、')}
    </Tag>
  )
}

export default function VisitorsPage(): ReactElement {
  const may = useMay()
  const visitors = useCall(listVisitors, {})
  const [open, setOpen] = useState<VisitorView | 'new' | null>(null)
  const lead = may('visit.lead')
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note}>
        {lead ? (
          <Button
            type="primary"
            onClick={() => {
              setOpen('new')
            }}
          >
            {T.add}
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <Answered of={visitors}>
          {(shown) => (
            <>
              <DataTable<Row>
                label={T.list}
                columns={columns}
                rows={shown.items.map((one) => ({ ...one, id: one.staffId }))}
                empty={<Empty>{T.none}</Empty>}
                {...(lead ? { onOpen: setOpen } : {})}
              />
              {open ? (
                <VisitorDialog
                  visitor={open === 'new' ? null : open}
                  calendars={shown.calendars}
                  onClose={() => {
                    setOpen(null)
                  }}
                />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      <VillageAreas mayPropose={may('visit.area')} />
    </div>
  )
}
