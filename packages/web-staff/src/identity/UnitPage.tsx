/** Duties, targets, monthly scores and the accountable chain of an institution or department (ORG-02). */
import { addDuty, endDuty, recordScore, setTarget, viewUnit } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { Button, Form, Input, InputNumber } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  Field,
  FaultNote,
  PageHead,
  Panel,
  SaveDialog,
  Tag,
} from '../kit/index.ts'
import { instantText, today } from '../kernel/index.ts'
import { Chain } from './Chain.tsx'
import './identity.css'

type Unit = Answer<typeof viewUnit>
type Dialog = 'duty' | 'target' | 'score'

export default function UnitPage(): ReactElement {
  const { kind, unitId = '' } = useParams()
  const found = useCall(viewUnit, {
    params: { kind: kind === 'department' ? 'department' : 'institution', id: unitId },
  })
  return <Answered of={found}>{(unit) => <UnitBody key={unit.id} unit={unit} />}</Answered>
}

function UnitBody({ unit }: { unit: Unit }): ReactElement {
  const [open, setOpen] = useState<Dialog | null>(null)
  const guides = unit.can.includes('guide')
  const close = (): void => {
    setOpen(null)
  }
  const act = (dialog: Dialog, text: string): ReactElement | null =>
    guides ? (
      <Button
        onClick={() => {
          setOpen(dialog)
        }}
      >
        {text}
      </Button>
    ) : null
  return (
    <>
      <PageHead title={unit.name} note="职责、目标、月度评分，责任到总经理">
        <Link to="/organisation">回机构</Link>
      </PageHead>
      <div className="ap-stack">
        <Panel title="责任链">
          <Chain chain={unit.chain} />
        </Panel>
        <Panel title="职责" acts={act('duty', '登记职责')} flush>
          <Duties unit={unit} guides={guides} />
        </Panel>
        <Panel title="月度目标" acts={act('target', '设定目标')} flush>
          <DataTable
            label="月度目标"
            rows={unit.targets}
            empty={<Empty>还没有目标。</Empty>}
            columns={[
              { key: 'month', title: '月份', render: (row) => row.month },
              { key: 'measure', title: '指标', render: (row) => row.measure },
              { key: 'target', title: '目标', align: 'right', render: (row) => row.target },
              { key: 'achieved', title: '实绩', align: 'right', render: (row) => row.achieved ?? '未填报' },
            ]}
          />
        </Panel>
        <Panel title="月度评分" acts={act('score', '评分')} flush>
          <DataTable
            label="月度评分"
            rows={unit.scores.map((one) => ({ ...one, id: one.month }))}
            empty={<Empty>还没有评分。</Empty>}
            columns={[
              { key: 'month', title: '月份', render: (row) => row.month },
              { key: 'score', title: '得分', align: 'right', render: (row) => <strong>{row.score}</strong> },
              { key: 'note', title: '评语', render: (row) => row.note || '—' },
              {
                key: 'by',
                title: '评分人',
                render: (row) => (
                  <>
                    {row.scoredBy.name} <small>{instantText(row.scoredAt)}</small>
                  </>
                ),
              },
            ]}
          />
        </Panel>
      </div>
      {open === 'duty' ? <DutyDialog unit={unit} onClose={close} /> : null}
      {open === 'target' ? <TargetDialog unit={unit} onClose={close} /> : null}
      {open === 'score' ? <ScoreDialog unit={unit} onClose={close} /> : null}
    </>
  )
}

function Duties({ unit, guides }: { unit: Unit; guides: boolean }): ReactElement {
  const end = useCommand(endDuty)
  return (
    <>
      <FaultNote fault={end.fault} />
      <DataTable
        label="职责"
        rows={unit.duties}
        empty={<Empty>还没有登记职责。</Empty>}
        columns={[
          { key: 'text', title: '职责', render: (row) => row.text },
          { key: 'from', title: '自', render: (row) => row.fromOn },
          { key: 'to', title: '至', render: (row) => row.endedOn ?? <Tag tone="green">有效</Tag> },
          {
            key: 'act',
            title: '操作',
            render: (row) =>
              guides && row.endedOn === null ? (
                <Button
                  size="small"
                  onClick={() => {
                    void end.run({ params: { id: row.id }, body: { endedOn: today() } })
                  }}
                >
                  终止
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  )
}

type DialogProps = { unit: Unit; onClose: () => void }

function DutyDialog({ unit: { kind, id }, onClose }: DialogProps): ReactElement {
  type Values = { text: string; fromOn: string }
  const [form] = Form.useForm<Values>()
  const add = useCommand(addDuty)
  const save = async (body: Values): Promise<void> => {
    if (await add.run({ params: { kind, id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记职责"
      open
      okText="登记"
      busy={add.busy}
      fault={add.fault}
      form={form}
      initial={{ text: '', fromOn: today() }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="text" label="职责" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <Field name="fromOn" label="自" required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}

function TargetDialog({ unit: { kind, id }, onClose }: DialogProps): ReactElement {
  type Values = { month: string; measure: string; target: number; achieved: number | null }
  const [form] = Form.useForm<Values>()
  const set = useCommand(setTarget)
  const save = async (body: Values): Promise<void> => {
    if (await set.run({ params: { kind, id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="设定月度目标或填报实绩"
      open
      okText="保存"
      busy={set.busy}
      fault={set.fault}
      form={form}
      onClose={onClose}
      initial={{ month: today().slice(0, 7), measure: '', target: 0, achieved: null }}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="month" label="月份" required>
        <Input type="month" />
      </Field>
      <Field name="measure" label="指标" required>
        <Input maxLength={60} placeholder="如：案均处理天数" />
      </Field>
      <Field name="target" label="目标" required>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Field>
      <Field name="achieved" label="实绩">
        <InputNumber min={0} style={{ width: '100%' }} />
      </Field>
    </SaveDialog>
  )
}

function ScoreDialog({ unit: { kind, id }, onClose }: DialogProps): ReactElement {
  type Values = { month: string; score: number; note: string }
  const [form] = Form.useForm<Values>()
  const record = useCommand(recordScore)
  const save = async (body: Values): Promise<void> => {
    if (await record.run({ params: { kind, id }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="月度评分"
      open
      okText="评分"
      busy={record.busy}
      fault={record.fault}
      form={form}
      onClose={onClose}
      initial={{ month: today().slice(0, 7), score: 80, note: '' }}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="month" label="月份" required>
        <Input type="month" />
      </Field>
      <Field name="score" label="得分（0–100）" required>
        <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
      </Field>
      <Field name="note" label="评语">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}
