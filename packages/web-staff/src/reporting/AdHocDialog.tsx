/** An ad-hoc duty is opened by hand: what it is and by when (RPT-06). */
import { openStandingDuty } from '@anpei/contract/reporting'
import { addDays } from '@anpei/domain/kernel'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { DayInput, Field, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

type Values = { dutyCode: string; title: string; dueOn: string }
type Props = { duties: readonly { readonly code: string; readonly name: string }[]; onClose: () => void }

const DAYS = 14

export function AdHocDialog({ duties, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const open = useCommand(openStandingDuty)
  const navigate = useNavigate()
  const save = async (body: Values): Promise<void> => {
    const made = await open.run({ body })
    if (made) void navigate(`/standing-duties/${made.id}`)
  }
  return (
    <SaveDialog<Values>
      title="登记“按需”职责"
      open
      okText="登记"
      busy={open.busy}
      fault={open.fault}
      form={form}
      initial={{ dutyCode: duties[0]?.code ?? '', title: '', dueOn: addDays(today(), DAYS) }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="dutyCode" label="哪项职责" required>
        <Select options={duties.map(({ code, name }) => ({ value: code, label: name }))} />
      </Field>
      <Field name="title" label="这一次做什么" required>
        <Input maxLength={100} />
      </Field>
      <Field name="dueOn" label="完成期限" required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}
