/** Absences and who stands in (ORG-03, ORG-07): the coming days as bars, and the list. */
import { cancelAbsence, listAbsences, recordAbsence } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { addDays, daysBetween, type Day } from '@anpei/domain/kernel'
import { App, Button, Form, Input, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  Field,
  FaultNote,
  keyIn,
  PageHead,
  Pager,
  Panel,
  SaveDialog,
  Tag,
  useSearchState,
  type Column,
} from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { StaffSelect } from './staff-fields.tsx'
import { SystemLinks } from './SystemLinks.tsx'
import { useMay } from './session.ts'
import './identity.css'

type Row = Answer<typeof listAbsences>['items'][number]

const SIZE = 50
const SHOWN_DAYS = 30
const WHICH = { current: '现在', coming: '将要', all: '全部' } as const

export default function AbsencesPage(): ReactElement {
  const search = useSearchState()
  const [recording, setRecording] = useState(false)
  const may = useMay()
  const which = keyIn(WHICH, search.get('which')) ?? 'current'
  const found = useCall(listAbsences, { query: { which, limit: SIZE, cursor: search.cursor } })
  return (
    <>
      <PageHead
        title="请假与代理"
        note="请假、离职或证书到期的同事，手上的案件、投诉、回访和服务单转给代理人或别的同事；已约好的上门在“上门服务”里改派。"
      >
        {may('identity.absence') ? (
          <Button
            type="primary"
            onClick={() => {
              setRecording(true)
            }}
          >
            登记请假
          </Button>
        ) : null}
      </PageHead>
      <SystemLinks />
      <div className="ap-stack">
        <Calendar />
        <Panel flush>
          <div className="ap-filters">
            <Segmented
              value={which}
              options={Object.entries(WHICH).map(([value, label]) => ({ value, label }))}
              onChange={(next) => {
                search.set({ which: next })
              }}
            />
          </div>
          <Answered of={found}>
            {(page) => (
              <>
                <DataTable label="请假" columns={columns} rows={page.items} empty={<Empty>没有人请假。</Empty>} />
                {page.items.length ? (
                  <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
                ) : null}
              </>
            )}
          </Answered>
        </Panel>
      </div>
      {recording ? (
        <RecordDialog
          onClose={() => {
            setRecording(false)
          }}
        />
      ) : null}
    </>
  )
}

const columns: readonly Column<Row>[] = [
  { key: 'who', title: '姓名', render: (row) => <Link to={`/staff/${row.user.id}`}>{row.user.name}</Link> },
  { key: 'post', title: '岗位', render: (row) => row.post },
  {
    key: 'days',
    title: '期间',
    render: (row) => `${row.fromOn} 至 ${row.toOn}（${daysBetween(row.fromOn, row.toOn) + 1} 天）`,
  },
  { key: 'reason', title: '事由', render: (row) => row.reason },
  { key: 'standIn', title: '代理', render: (row) => row.standIn?.name ?? <Tag tone="red">无人代理</Tag> },
  { key: 'by', title: '登记', render: (row) => row.recordedBy.name, wideOnly: true },
  { key: 'act', title: '操作', render: (row) => <Cancel row={row} /> },
]

function Cancel({ row }: { row: Row }): ReactElement {
  const { modal } = App.useApp()
  const may = useMay()
  const cancel = useCommand(cancelAbsence)
  if (row.cancelled) return <Tag tone="grey">已取消</Tag>
  if (!may('identity.absence') || row.toOn < today()) return <>—</>
  const ask = (): void => {
    void modal.confirm({
      title: `取消${row.user.name}的请假？`,
      okText: '取消请假',
      cancelText: '不取消',
      onOk: () => cancel.run({ params: { id: row.id } }),
    })
  }
  return (
    <>
      <FaultNote fault={cancel.fault} />
      <Button size="small" loading={cancel.busy} onClick={ask}>
        取消请假
      </Button>
    </>
  )
}

function Calendar(): ReactElement | null {
  const current = useCall(listAbsences, { query: { which: 'current', limit: 100 } }).shown?.items ?? []
  const coming = useCall(listAbsences, { query: { which: 'coming', limit: 100 } }).shown?.items ?? []
  const from = today()
  const rows = [...current, ...coming].filter((row) => !row.cancelled && row.fromOn <= addDays(from, SHOWN_DAYS - 1))
  if (rows.length === 0) return null
  const marks = [0, 7, 14, 21].map((offset) => ({ offset, day: addDays(from, offset) }))
  return (
    <Panel title={`今起 ${SHOWN_DAYS} 天`} flush>
      <div className="id-days">
        <div className="id-day-row">
          <span />
          <div className="id-day-head">
            {marks.map(({ offset, day }) => (
              <span key={day} style={{ left: share(offset) }}>
                {day.slice(5)}
              </span>
            ))}
          </div>
        </div>
        {rows.map((row) => (
          <div className="id-day-row" key={row.id}>
            <span>{row.user.name}</span>
            <div className="id-day-track">
              <i style={barOf(row, from)} title={`${row.fromOn} 至 ${row.toOn}`}>
                {row.standIn ? `${row.standIn.name}代理` : '无人代理'}
              </i>
            </div>
          </div>
        ))}
      </div>
    </Panel>
  )
}

function share(days: number): string {
  return `${(days / SHOWN_DAYS) * 100}%`
}

function barOf(row: Row, from: Day): { left: string; width: string } {
  const start = Math.max(0, daysBetween(from, row.fromOn))
  const end = Math.min(SHOWN_DAYS, daysBetween(from, row.toOn) + 1)
  return { left: share(start), width: share(Math.max(0.5, end - start)) }
}

type Values = { userId: string; fromOn: string; toOn: string; reason: string }

function RecordDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const record = useCommand(recordAbsence)
  const save = async (body: Values): Promise<void> => {
    const done = await record.run({ body })
    if (!done) return
    void message.info(done.standIn ? `已登记，由${done.standIn.name}代理` : '已登记，但没有代理人，请先指定')
    onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记请假"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      onClose={onClose}
      initial={{ userId: '', fromOn: today(), toOn: '', reason: '' }}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="userId" label="谁" required>
        <StaffSelect />
      </Field>
      <div className="ap-fields">
        <Field name="fromOn" label="自" required>
          <DayInput />
        </Field>
        <Field name="toOn" label="至（含）" required>
          <DayInput />
        </Field>
      </div>
      <Field name="reason" label="事由" required>
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}
