/** Hanging a complaint box, and taking one down (SRV-02). */
import { hangBox, listOutlets, removeBox, type ComplaintBox } from '@anpei/contract/service-desk'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Field, ReasonDialog, SaveDialog } from '../../kit/index.ts'
import { placeOf } from './place.ts'

type Values = { institutionId?: string; place?: string }

export function HangDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(hangBox)
  const outlets = useCall(listOutlets, {}).shown?.items ?? []
  const save = async ({ institutionId = '', place = '' }: Values): Promise<void> => {
    if (await command.run({ body: { institutionId, place } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="设置意见箱"
      open
      okText="设置"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="从现在起七天内要开第一次。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="institutionId" label="机构或网点" required>
        <Select
          placeholder="选择"
          showSearch={{ optionFilterProp: 'label' }}
          options={outlets.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="place" label="挂在哪里" required>
        <Input maxLength={60} placeholder="例如：大厅门口右侧" />
      </Field>
    </SaveDialog>
  )
}

export function RemoveDialog({ box, onClose }: { box: ComplaintBox; onClose: () => void }): ReactElement {
  const command = useCommand(removeBox)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { boxId: box.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={`撤箱：${placeOf(box)}`}
      label="为什么撤"
      okText="撤箱"
      danger
      busy={command.busy}
      fault={command.fault}
      note="撤箱以前请先开箱，看里面有没有信。开箱记录会保留。"
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
