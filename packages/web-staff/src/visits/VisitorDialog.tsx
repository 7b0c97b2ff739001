/** A visitor's entry: base and villages, calendar, capacity, accident cover (SRV-09). */
import { listStaff } from '@anpei/contract/identity'
import { listVillageAreas, saveVisitor, type VisitorView } from '@anpei/contract/visits'
import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { DayInput, Field, SaveDialog } from '../kit/index.ts'

const T = {
  title: '上门人员',
  save: '保存',
  who: '人员',
  active: '在用',
  base: '驻点村居',
  villages: '另管的村居',
  calendar: '工作日历',
  capacity: '每半天最多几家',
  insurer: '意外险承保公司',
  policy: '保单号',
  from: '保障起',
  to: '保障止',
  help: '没有保障的留空；以后出发时须主管确认。',
} as const

type Values = {
  staffId: string
  active: boolean
  baseVillage: string
  villages: string[]
  calendarId: string
  halfDayCapacity: number
  insurer: string
  policyNo: string
  from: string
  to: string
}
type Props = {
  readonly visitor: VisitorView | null
  readonly calendars: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

export function VisitorDialog({ visitor, calendars, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [search, setSearch] = useState('')
  const command = useCommand(saveVisitor)
  const areas = useCall(listVillageAreas, { query: {} })
  const query = { limit: 50, ...(search ? { search } : {}) }
  const staff = useCall(listStaff, { query }, { enabled: visitor === null })
  const villages = (areas.shown?.items ?? []).map((one) => ({
    value: one.villageCode,
    label: `${one.townName} ${one.villageName}`,
  }))
  const save = async (values: Values): Promise<void> => {
    const { staffId, insurer, policyNo, from, to, ...rest } = values
    // Half an entry is no cover that may be dropped unsaid: what lacks is asked for.
    const cover = [insurer, policyNo, from, to].some(Boolean) ? { insurer, policyNo, from, to } : null
    const params = { staffId: visitor?.staffId ?? staffId }
    if (await command.run({ params, body: { ...rest, cover } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={visitor ? `${T.title}：${visitor.name}` : T.title}
      open
      okText={T.save}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initialOf(visitor)}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {visitor ? null : (
        <Field name="staffId" label={T.who} required>
          <Select
            showSearch={{ filterOption: false, onSearch: setSearch }}
            options={(staff.shown?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} ${one.post}` }))}
          />
        </Field>
      )}
      <Field name="baseVillage" label={T.base} required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={villages} />
      </Field>
      <Field name="villages" label={T.villages}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={villages} />
      </Field>
      <Field name="calendarId" label={T.calendar} required>
        <Select options={calendars.map((one) => ({ value: one.id, label: one.name }))} />
      </Field>
      <Field name="halfDayCapacity" label={T.capacity} required>
        <InputNumber min={1} max={12} />
      </Field>
      <Field name="insurer" label={T.insurer} help={T.help}>
        <Input maxLength={80} />
      </Field>
      <Field name="policyNo" label={T.policy}>
        <Input maxLength={60} />
      </Field>
      <Field name="from" label={T.from}>
        <DayInput />
      </Field>
      <Field name="to" label={T.to}>
        <DayInput />
      </Field>
      <Form.Item name="active" label={T.active} valuePropName="checked">
        <Switch />
      </Form.Item>
    </SaveDialog>
  )
}

function initialOf(visitor: VisitorView | null): Values {
  return {
    staffId: visitor?.staffId ?? '',
    active: visitor?.active ?? true,
    baseVillage: visitor?.baseVillage ?? '',
    villages: [...(visitor?.villages ?? [])],
    calendarId: visitor?.calendarId ?? 'desk',
    halfDayCapacity: visitor?.halfDayCapacity ?? 3,
    insurer: visitor?.cover?.insurer ?? '',
    policyNo: visitor?.cover?.policyNo ?? '',
    from: visitor?.cover?.from ?? '',
    to: visitor?.cover?.to ?? '',
  }
}
