/** The complainant withdraws: it ends the same day (L09). */
import { withdrawComplaint } from '@anpei/contract/complaints'
import { REQUEST_CHANNELS, type ChannelName } from '@anpei/domain/service-desk'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, FilePick, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { channel: ChannelName; text?: string; at?: string }

export function WithdrawDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(withdrawComplaint)
  const save = async ({ channel, text = '', at = '' }: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    const body = { channel, text, at: instantOfInput(at) }
    if (await command.run({ params: { complaintId: view.id }, body }, parts)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="投诉人撤回"
      open
      danger
      okText="终止处理"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ channel: 'phone' }}
      note="收到撤回当日终止处理，档案保留。不得要求投诉人以撤回换取办理。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="text" label="投诉人怎么说" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
      <div className="ap-fields">
        <Field name="channel" label="方式" required>
          <Select options={choicesOf(REQUEST_CHANNELS)} />
        </Field>
        <Field name="at" label="收到时间（不是现在才填）">
          <InstantInput />
        </Field>
      </div>
      <FilePick label="撤回申请" many files={files} onFiles={(more) => setFiles([...files, ...more])} />
    </SaveDialog>
  )
}
