/** CMP-12: lifted or kept, by another person than who asked. */
import { judgeMajorLift } from '@anpei/contract/complaints'
import { Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field } from '../../kit/index.ts'
import type { DialogProps } from '../dialog-props.ts'
import { PlainDialog } from './PlainDialog.tsx'

type Values = { lift: boolean; answer: string }

export function JudgeLiftDialog({ view, onClose }: DialogProps): ReactElement {
  const command = useCommand(judgeMajorLift)
  const send = (body: Values): Promise<unknown> => command.run({ params: { complaintId: view.id }, body })
  return (
    <PlainDialog<Values> title="审批解除重大投诉" okText="确定" command={command} onSend={send} onClose={onClose}>
      <Field name="lift" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '同意解除' },
            { value: false, label: '不同意，继续处置' },
          ]}
        />
      </Field>
      <Field name="answer" label="批复" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
      </Field>
    </PlainDialog>
  )
}
