/** What the customer speaks, as it was heard: who speaks it sees the request first (SRV-02). */
import { setRequestLanguage, type RequestView } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog, clearable } from '../kit/index.ts'

type Values = { language?: Language | null }

export function LanguageDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(setRequestLanguage)
  const save = async ({ language }: Values): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { language: language ?? null } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="客户讲什么话"
      open
      okText="记下"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ language: request.language?.code ?? null }}
      note="会讲的同事先看到这张单，转交时也排在前面。留空的，按客户资料里的关怀标记。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="language" label="客户讲">
        <Select allowClear={clearable} options={choicesOf(LANGUAGES)} />
      </Field>
    </SaveDialog>
  )
}
