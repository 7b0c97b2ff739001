/** The signed slip of the counter: who signed, how, and when (NTF-03). */
import { signSlip } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { SLIP_MARKS, SLIP_SIGNERS } from '@anpei/domain/notifications'
import { Form, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, DayInput, Field, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

type Values = Input<typeof signSlip>['body']

export function SlipDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const sign = useCommand(signSlip)
  const save = async (body: Values): Promise<void> => {
    if (await sign.run({ params: { noticeId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记签好的签收单"
      open
      okText="登记"
      busy={sign.busy}
      fault={sign.fault}
      form={form}
      initial={{ signedBy: 'self', mark: 'signature', signedOn: today() }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="签好的纸质单请放入案卷。登记后这条通知算已送达。"
    >
      <Field name="signedBy" label="谁签的" required>
        <Radio.Group options={choicesOf(SLIP_SIGNERS)} />
      </Field>
      <Field name="mark" label="怎样签的" required>
        <Radio.Group options={choicesOf(SLIP_MARKS)} />
      </Field>
      <Field name="signedOn" label="签收日期" required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}
