/** Proposes a 整改 for the place of a named cause (CMP-13). */
import { openImprovement, type ComplaintLoop } from '@anpei/contract/complaints'
import { WINDOW_DAYS } from '@anpei/domain/complaints'
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'
import { placeText } from './marks.tsx'
import { OwnerFields } from './OwnerFields.tsx'

type Props = { readonly complaintId: string; readonly loop: ComplaintLoop; readonly onClose: () => void }
type Values = {
  title: string
  plan: string
  ownerId: string
  dueOn: string
  windowDays: (typeof WINDOW_DAYS)[number]
  everywhere?: readonly string[]
}

export function OpenDialog({ complaintId, loop, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(openImprovement)
  const save = async ({ everywhere = [], ...rest }: Values): Promise<void> => {
    const body = {
      ...rest,
      allProgrammes: everywhere.includes('programmes'),
      allInstitutions: everywhere.includes('institutions'),
    }
    if (await command.run({ params: { complaintId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="提出整改"
      open
      okText="提出"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ title: '', plan: '', ownerId: '', dueOn: '', windowDays: 90 }}
      note={loop.cause ? `针对：${placeText(loop.cause)}。由投诉协调人下达后开始计时。` : null}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="title" label="整改什么" required>
        <Input maxLength={100} />
      </Field>
      <Field name="plan" label="怎样整改" required help="只写事情，不写任何人的姓名、电话。">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
      <OwnerFields />
      <Field name="windowDays" label="效果观察期" required help="整改前、整改后各看这么多天的投诉率。">
        <Select options={WINDOW_DAYS.map((days) => ({ value: days, label: `${days} 天` }))} />
      </Field>
      <Field name="everywhere" label="范围">
        <Checkbox.Group
          options={[
            { value: 'programmes', label: '所有产品' },
            { value: 'institutions', label: '所有机构' },
          ]}
        />
      </Field>
    </SaveDialog>
  )
}
