/** Another kind, same number: an enquiry turns out to be a complaint and nothing is told twice (SRV-01). */
import { changeRequestKind, type RequestView } from '@anpei/contract/service-desk'
import { REQUEST_KINDS, type RequestKind } from '@anpei/domain/service-desk'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'
import { ConcernedField, isSensitive } from './ConcernedField.tsx'

type Values = { kind?: RequestKind; reason?: string; concernedIds?: string[] }

export function KindDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const chosen = Form.useWatch('kind', form)
  const command = useCommand(changeRequestKind)
  const save = async ({ kind, reason = '', concernedIds = [] }: Values): Promise<void> => {
    if (!kind) return
    if (await command.run({ params: { requestId: request.id }, body: { kind, reason, concernedIds } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="改类别"
      open
      okText="改类别"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note={`现在是“${request.kindWord}”。编号、往来和收到时间都不变，时限按新的类别算。`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label="改成" required>
        <Select options={choicesOf(REQUEST_KINDS).filter(({ value }) => value !== request.kind)} />
      </Field>
      {isSensitive(chosen) ? <ConcernedField /> : null}
      <Field name="reason" label="原因" required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
