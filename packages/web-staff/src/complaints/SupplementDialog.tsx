/** What was missing comes, or somebody else turns out to be complained about (CMP-01, CMP-05). */
import { supplementComplaint } from '@anpei/contract/complaints'
import type { MissingItem } from '@anpei/domain/complaints'
import { Checkbox, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { DayInput, Field, FilePick, Many, SaveDialog } from '../kit/index.ts'
import { ColleaguesField } from './ColleaguesField.tsx'
import type { DialogProps } from './dialog-props.ts'

type Values = {
  brought?: MissingItem[]
  name?: string
  phone?: string
  address?: string
  respondentText?: string
  mandateUntil?: string
  asMandate?: boolean
  concernedIds?: string[]
  note?: string
}

export function SupplementDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(supplementComplaint)
  const proves = view.representation === 'proxy' || view.representation === 'heir'
  const save = async ({ mandateUntil, asMandate = false, ...rest }: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    const body = { ...rest, asMandate, mandateUntil: mandateUntil || null }
    if (await command.run({ params: { complaintId: view.id }, body }, parts)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="补充"
      open
      width={640}
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ asMandate: proves }}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      {view.missing.length === 0 ? null : (
        <Field name="brought" label="这次补齐了">
          <Many options={view.missing.map((one) => ({ value: one.item, label: one.word }))} />
        </Field>
      )}
      <div className="ap-fields">
        <Field name="name" label="投诉人姓名（不改不填）">
          <Input maxLength={40} />
        </Field>
        <Field name="phone" label="电话（不改不填）">
          <Input maxLength={30} inputMode="tel" />
        </Field>
        <Field name="address" label="通讯地址（不改不填）">
          <Input maxLength={200} />
        </Field>
        {view.representation === 'proxy' ? (
          <Field name="mandateUntil" label="委托书期限到">
            <DayInput />
          </Field>
        ) : null}
      </div>
      <ColleaguesField />
      <Field name="note" label="补充说明">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
      {proves ? (
        <Form.Item name="asMandate" valuePropName="checked">
          <Checkbox>附件是委托书或关系证明</Checkbox>
        </Form.Item>
      ) : null}
      <FilePick label="附件" many files={files} onFiles={(more) => setFiles([...files, ...more])} />
    </SaveDialog>
  )
}
