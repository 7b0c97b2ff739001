/** CMP-12: declaring a major complaint: who leads, whom they report to, how many came, where they are heard. */
import { declareMajor, listMajorPeople, type ComplaintView } from '@anpei/contract/complaints'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'
import type { DialogProps } from '../dialog-props.ts'

type Values = {
  reason?: string
  leaderId: string
  reportsToId: string
  peopleCount: number
  spokespersonCount: number
  receptionArea?: string
  areaRecorded?: boolean | null
}

export function DeclareDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(declareMajor)
  const save = async ({ receptionArea = '', areaRecorded = null, reason = '', ...rest }: Values): Promise<void> => {
    const body = { ...rest, reason, receptionArea, areaRecorded }
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      title="宣布为重大投诉"
      open
      okText="宣布"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        peopleCount: view.peopleCount,
        spokespersonCount: view.spokespersonCount,
        receptionArea: view.receptionArea,
        areaRecorded: view.areaRecorded,
      }}
      note="2 小时内首次报告，其后每日续报；法定期限不因此改变。"
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="reason" label="理由（二十人以上当面投诉的可以不填）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
      <div className="ap-fields">
        <PersonField complaintId={view.id} name="leaderId" label="谁指挥" may="act" />
        <PersonField complaintId={view.id} name="reportsToId" label="向谁报告" may="receive" />
        <Field name="peopleCount" label="来了多少人" required>
          <InputNumber min={1} max={100_000} />
        </Field>
        <Field name="spokespersonCount" label="几名代表（当面不超过 5 人）" required>
          <InputNumber min={1} max={100_000} />
        </Field>
        <Field name="receptionArea" label="接待场所">
          <Input maxLength={80} placeholder="如：二楼接待室" />
        </Field>
        <Field name="areaRecorded" label="录音录像">
          <Radio.Group
            options={[
              { value: true, label: '有' },
              { value: false, label: '没有' },
            ]}
          />
        </Field>
      </div>
    </SaveDialog>
  )
}

type PersonProps = {
  readonly complaintId: ComplaintView['id']
  readonly name: string
  readonly label: string
  /** Nobody acts who must keep out; nobody is reported to who does not decide on complaints. */
  readonly may: 'act' | 'receive'
}

export function PersonField({ complaintId, name, label, may }: PersonProps): ReactElement {
  const people = useCall(listMajorPeople, { params: { complaintId } }).shown?.items ?? []
  const options = people
    .filter((one) => (may === 'act' ? one.mayAct : one.mayReceive))
    .map((one) => ({ value: one.id, label: `${one.name}　${one.institution}` }))
  return (
    <Field name={name} label={label} required>
      <Select showSearch={{ optionFilterProp: 'label' }} placeholder="请选择" options={options} />
    </Field>
  )
}
