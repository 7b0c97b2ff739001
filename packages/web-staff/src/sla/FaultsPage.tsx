/** 服务中断: when the online service did not work (T12), and how far it was there at all hours, by month (T08). */
import { endServiceFault, listServiceFaults, recordServiceFault, type ServiceFault } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  FaultNote,
  Field,
  PageHead,
  Panel,
  SaveDialog,
  Tag,
  type Column,
} from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import './sla.css'

type Month = Answer<typeof listServiceFaults>['months'][number] & { readonly id: string }

const MONTH_COLUMNS: readonly Column<Month>[] = [
  { key: 'month', title: '月份', render: (row) => <span className="ap-num">{row.month}</span> },
  { key: 'faults', title: '中断次数', render: (row) => row.faults },
  { key: 'down', title: '中断时长', render: (row) => downText(row.downSeconds) },
  {
    key: 'available',
    title: '可用率',
    render: (row) => <span className="ap-num">{(row.availableBps / 100).toFixed(2)}%</span>,
  },
]

function downText(seconds: number): string {
  if (seconds === 0) return '没有'
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`
}

type Values = { began: string; ended?: string; reason: string }

export default function FaultsPage(): ReactElement {
  const faults = useCall(listServiceFaults, {}, { everySeconds: 30 })
  const end = useCommand(endServiceFault)
  const [entering, setEntering] = useState(false)
  const columns: readonly Column<ServiceFault>[] = [
    { key: 'began', title: '开始', render: (row) => <span className="ap-num">{instantText(row.beganAt)}</span> },
    {
      key: 'ended',
      title: '恢复',
      render: (row) =>
        row.endedAt === null ? (
          <Tag tone="red" icon="alert">
            还没有恢复
          </Tag>
        ) : (
          <span className="ap-num">{instantText(row.endedAt)}</span>
        ),
    },
    { key: 'reason', title: '原因', render: (row) => row.reason },
    { key: 'by', title: '登记', render: (row) => row.madeBy },
    {
      key: 'act',
      title: '',
      render: (row) =>
        row.endedAt === null ? (
          <Button
            loading={end.busy}
            onClick={() => {
              void end.run({ params: { faultId: row.id } })
            }}
          >
            登记恢复
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <PageHead title="服务中断" note="登记以后收到的网上报案改按三十分钟承诺；系统停机超过十分钟会自动登记。">
        <Button
          type="primary"
          onClick={() => {
            setEntering(true)
          }}
        >
          登记中断
        </Button>
      </PageHead>
      <FaultNote fault={end.fault} />
      <Answered of={faults}>
        {(page) => (
          <div className="ap-stack">
            <Panel flush>
              <DataTable label="服务中断" columns={columns} rows={page.items} empty={<Empty>没有登记过中断。</Empty>} />
            </Panel>
            <Months months={page.months} />
          </div>
        )}
      </Answered>
      {entering ? (
        <FaultDialog
          onClose={() => {
            setEntering(false)
          }}
        />
      ) : null}
    </>
  )
}

function Months({ months }: Pick<Answer<typeof listServiceFaults>, 'months'>): ReactElement {
  return (
    <Panel title="在线服务可用率" flush>
      <DataTable
        label="在线服务可用率"
        columns={MONTH_COLUMNS}
        rows={months.map((one) => ({ ...one, id: one.month }))}
        empty={<Empty>还没有一个月。</Empty>}
      />
      <p className="ap-muted sl-note">承诺全天候（T08）；按登记的中断计算，十分钟以内的停顿不计。</p>
    </Panel>
  )
}

function FaultDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordServiceFault)
  const save = async ({ began, ended, reason }: Values): Promise<void> => {
    const body = { beganAt: instantOf(began), endedAt: ended ? instantOf(ended) : null, reason }
    if (await record.run({ body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记网上服务中断"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      initial={{ began: '', ended: '', reason: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="登记以前已经收到的报案仍按五分钟承诺。"
    >
      <Field name="began" label="什么时候开始" required>
        <Input type="datetime-local" />
      </Field>
      <Field name="ended" label="什么时候恢复" help="还没有恢复就不填">
        <Input type="datetime-local" />
      </Field>
      <Field name="reason" label="原因" required>
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}

/** What is typed is the time on the wall in Shanghai. */
function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}
