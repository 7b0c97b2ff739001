/** CMP-12: one step of the plan: what, who, until when. */
import { planMajorStep } from '@anpei/contract/complaints'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field } from '../../kit/index.ts'
import type { DialogProps } from '../dialog-props.ts'
import { PersonField } from './DeclareDialog.tsx'
import { PlainDialog } from './PlainDialog.tsx'

type Values = { what: string; ownerId: string; dueOn: string }

export function StepDialog({ view, onClose }: DialogProps): ReactElement {
  const command = useCommand(planMajorStep)
  const send = (body: Values): Promise<unknown> => command.run({ params: { complaintId: view.id }, body })
  return (
    <PlainDialog<Values> title="处置方案增加一项" okText="保存" command={command} onSend={send} onClose={onClose}>
      <Field name="what" label="做什么" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
      <PersonField complaintId={view.id} name="ownerId" label="谁负责" may="act" />
      <Field name="dueOn" label="哪天之前" required>
        <DayInput />
      </Field>
    </PlainDialog>
  )
}
