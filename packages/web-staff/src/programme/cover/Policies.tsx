/** The policies of a programme, one a policy year: the first, and the renewal for the next (PRG-06, PRG-07). */
import { listProgrammes, renewPolicy, type PolicyView } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { App, Button, Form, Input, InputNumber } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DataTable, Empty, Field, Panel, SaveDialog, type Column } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'

type Programme = Answer<typeof listProgrammes>['programmes'][number]

const columns: readonly Column<PolicyView>[] = [
  { key: 'no', title: '保单号', render: (row) => row.policyNo },
  { key: 'year', title: '保单年度', render: (row) => `${row.fromOn} 至 ${row.toOn}` },
  {
    key: 'holder',
    title: '投保人',
    render: (row) => (
      <>
        {row.holderName} <small>{row.holderPhone}</small>
      </>
    ),
  },
  {
    key: 'version',
    title: '按哪一版',
    render: (row) => (row.versionNo === null ? '首次装载' : `第 ${row.versionNo} 版`),
  },
  { key: 'each', title: '每人保费', align: 'right', render: (row) => yuan(row.premiumPerHeadFen) },
  { key: 'heads', title: '计划人数', align: 'right', render: (row) => row.plannedHeads.toLocaleString('en-US') },
  { key: 'sum', title: '计划保费', align: 'right', render: (row) => yuan(row.plannedFen) },
]

export function Policies({ programme }: { programme: Programme }): ReactElement {
  const [renewing, setRenewing] = useState(false)
  const renew = programme.can.includes('renew') ? (
    <Button
      onClick={() => {
        setRenewing(true)
      }}
    >
      {programme.policies.length === 0 ? '生成首个保单' : '续保下一年度'}
    </Button>
  ) : null
  return (
    <Panel title="保单" acts={renew} flush>
      <DataTable label="保单" columns={columns} rows={programme.policies} empty={<Empty>还没有保单。</Empty>} />
      {renewing ? (
        <RenewDialog
          programme={programme}
          onClose={() => {
            setRenewing(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

type Renewal = { holderName: string; holderPhone: string; plannedHeads: number | null }

function RenewDialog({ programme, onClose }: { programme: Programme; onClose: () => void }): ReactElement {
  const { message } = App.useApp()
  const [form] = Form.useForm<Renewal>()
  const renew = useCommand(renewPolicy)
  const last = programme.policies.at(-1)
  const save = async (values: Renewal): Promise<void> => {
    const body = { ...values, plannedHeads: values.plannedHeads ?? 0 }
    const made = await renew.run({ params: { programmeId: programme.id }, body })
    if (!made) return
    void message.success(`保单 ${made.policyNo} 已生成`)
    onClose()
  }
  return (
    <SaveDialog<Renewal>
      title={last ? '续保下一年度' : '生成首个保单'}
      open
      okText="生成保单"
      busy={renew.busy}
      fault={renew.fault}
      form={form}
      onClose={onClose}
      initial={{
        holderName: last?.holderName ?? '',
        holderPhone: last?.holderPhone ?? '',
        plannedHeads: last?.plannedHeads ?? null,
      }}
      onSave={(values) => {
        void save(values)
      }}
      note={
        last
          ? `接在 ${last.toOn} 之后的一个保单年度，每人保费按那一天有效的方案版本。发布新年度的版本时，保单会自动生成。`
          : '从第一版的生效日起的一个保单年度，每人保费按那一版。'
      }
    >
      <Field name="holderName" label="投保人" required wide>
        <Input maxLength={100} />
      </Field>
      <Field name="holderPhone" label="投保人电话" help="给投保人的通知打到这个电话；没有就寄信。">
        <Input maxLength={30} />
      </Field>
      <Field name="plannedHeads" label="计划人数" required>
        <InputNumber min={1} style={{ width: '100%' }} />
      </Field>
    </SaveDialog>
  )
}
