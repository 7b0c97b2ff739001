/** A consent is taken back, or a use declined that nobody was asked about; by which way it was said (CUS-06). */
import { refuseUse, withdrawConsent, type PurposeView } from '@anpei/contract/customers'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

const WAYS = ['paper', 'voice', 'proxy'] as const
type Values = { how: (typeof WAYS)[number] }
type Props = { personId: string; purpose: PurposeView; onClose: () => void }

export function NoDialog({ personId, purpose, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const withdraw = useCommand(withdrawConsent)
  const refuse = useCommand(refuseUse)
  const running = purpose.consents.find((one) => one.can.includes('withdraw'))
  const save = async ({ how }: Values): Promise<void> => {
    const done = running
      ? await withdraw.run({ params: { consentId: running.id }, body: { how } })
      : await refuse.run({ params: { personId }, body: { purpose: purpose.id, how } })
    if (done) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`${running ? '撤回同意' : '登记不同意'}：${purpose.title}`}
      open
      okText={running ? '撤回' : '登记'}
      busy={withdraw.busy || refuse.busy}
      fault={withdraw.fault ?? refuse.fault}
      form={form}
      initial={{ how: 'paper' }}
      note="登记后马上停止这样使用；不影响理赔。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="how" label="客户怎样说的" required>
        <Select options={WAYS.map((value) => ({ value, label: CONSENT_WAYS[value] }))} />
      </Field>
    </SaveDialog>
  )
}
