/** Many people, one event: each request keeps its number and its customer, under one that leads (SRV-04). */
import { setParentRequest, type RequestView } from '@anpei/contract/service-desk'
import { Form } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { RequestSelect } from './RequestSelect.tsx'

export function ParentDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ parentId?: string }>()
  const command = useCommand(setParentRequest)
  const save = async (parentId: string | null): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { parentId } })) onClose()
  }
  const inside = request.parent !== null
  return (
    <SaveDialog<{ parentId?: string }>
      title={inside ? '移出群体事件' : '归入群体事件'}
      open
      okText={inside ? '移出' : '归入'}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note={
        inside
          ? `现在归在 ${request.parent?.requestNo ?? ''} 之下。`
          : '同一件事、不同的客户：各有各的编号，由一张牵头。'
      }
      onClose={onClose}
      onSave={({ parentId }) => {
        void save(inside ? null : (parentId ?? null))
      }}
    >
      {inside ? null : (
        <Field name="parentId" label="由哪一张牵头" required>
          <RequestSelect request={request} />
        </Field>
      )}
    </SaveDialog>
  )
}
