/** The wrong customer was confirmed: another one. */
import { setRequestPerson, type RequestView } from '@anpei/contract/service-desk'
import { Form } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { PersonSearch } from '../claims/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'

export function PersonDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ personId?: string }>()
  const command = useCommand(setRequestPerson)
  const save = async (personId: string): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { personId } })) onClose()
  }
  return (
    <SaveDialog<{ personId?: string }>
      title="换一位客户"
      open
      okText="就是这位"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note={`现在是 ${request.person?.name ?? '未确认'}。`}
      onClose={onClose}
      onSave={({ personId = '' }) => {
        void save(personId)
      }}
    >
      <Field name="personId" label="客户" required>
        <PersonSearch hint="身份证号、电话或姓名" />
      </Field>
    </SaveDialog>
  )
}
