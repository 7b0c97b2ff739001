/** A consent is taken back, or a use declined that nobody was asked about; by which way it was said (CUS-06). */
import { refuseUse, withdrawConsent, type PurposeView } from '@anpei/contract/customers'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'
import { MandatePick } from './MandatePick.tsx'

const WAYS = ['paper', 'voice', 'proxy'] as const
type Values = { how: (typeof WAYS)[number]; proxyId?: string }
type Props = { personId: string; purpose: PurposeView; onClose: () => void }

export function NoDialog({ personId, purpose, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const withdraw = useCommand(withdrawConsent)
  const refuse = useCommand(refuseUse)
  const running = purpose.consents.find((one) => one.can.includes('withdraw'))
  const how: unknown = Form.useWatch('how', form)
  const save = async (values: Values): Promise<void> => {
    const no = { how: values.how, proxyId: values.proxyId ?? null }
    const done = running
      ? await withdraw.run({ params: { consentId: running.id }, body: no })
      : await refuse.run({ params: { personId }, body: { ...no, purpose: purpose.id } })
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
      <Field name="how" label="怎样说的" required>
        <Select options={WAYS.map((value) => ({ value, label: CONSENT_WAYS[value] }))} />
      </Field>
      {how === 'proxy' ? <MandatePick personId={personId} /> : null}
    </SaveDialog>
  )
}
