/** A new entry of the sharing register, with the confidentiality agreement (CUS-09). */
import { proposeSharing } from '@anpei/contract/customers'
import { PARTNER_KINDS, type PartnerKind } from '@anpei/domain/customers'
import { addDays } from '@anpei/domain/kernel'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, FilePick, SaveDialog } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

type Values = { partner: string; kind: PartnerKind; purpose: string; scope: string; fromOn: string; toOn: string }
type Props = { purposes: readonly { id: string; title: string }[]; onClose: () => void }

export function SharingDialog({ purposes, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(proposeSharing)
  const [files, setFiles] = useState<readonly File[]>([])
  const save = async (body: Values): Promise<void> => {
    const sent = files.map((file) => ({ field: 'agreement', file, name: file.name }))
    if (await command.run({ body }, sent)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记对外提供"
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      width={620}
      initial={{
        partner: '',
        kind: 'vendor',
        purpose: purposes[0]?.id ?? '',
        scope: '',
        fromOn: today(),
        toOn: addDays(today(), 364),
      }}
      note="第二人复核以后才能把资料给出去。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="ap-fields">
        <Field name="partner" label="对方名称" required>
          <Input maxLength={80} />
        </Field>
        <Field name="kind" label="对方是什么单位" required>
          <Select options={choicesOf(PARTNER_KINDS)} />
        </Field>
        <Field name="purpose" label="用途" required>
          <Select options={purposes.map(({ id, title }) => ({ value: id, label: title }))} />
        </Field>
        <Field name="fromOn" label="协议自" required>
          <DayInput />
        </Field>
        <Field name="toOn" label="协议至（含）" required>
          <DayInput />
        </Field>
      </div>
      <Field name="scope" label="给哪些资料" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
      <FilePick label="附保密协议" files={files} many onFiles={setFiles} />
    </SaveDialog>
  )
}
