/** A consent for one purpose with its proof (CUS-06). */
import { giveConsent, type PurposeView } from '@anpei/contract/customers'
import { CONSENT_WAYS } from '@anpei/domain/customers'
import { Form, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, FilePick, SaveDialog } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { MandatePick } from './MandatePick.tsx'

const WAYS = ['paper', 'voice', 'proxy'] as const
type Values = { givenHow: (typeof WAYS)[number]; fromOn: string; toOn?: string; proxyId?: string }
type Props = { personId: string; purpose: PurposeView; onClose: () => void }

/** Decision 0037: what a consent given now changes, and what it does not. */
const ANEW = '客户要求过删除资料，现在依法保存。再次同意只恢复这一个用途，其他用途仍然停止。'

export function ConsentDialog({ personId, purpose, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(giveConsent)
  const [files, setFiles] = useState<readonly File[]>([])
  const how: unknown = Form.useWatch('givenHow', form)
  const voice = how === 'voice'
  const save = async ({ toOn, proxyId, ...values }: Values): Promise<void> => {
    const sent = files.map((file) => ({ field: voice ? 'recording' : 'proof', file, name: file.name }))
    const body = { ...values, purpose: purpose.id, toOn: toOn || null, proxyId: proxyId ?? null }
    if (await command.run({ params: { personId }, body }, sent)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`登记同意：${purpose.title}`}
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ givenHow: 'paper', fromOn: today() }}
      note={`请先把这段话读给客户听：${purpose.text}${purpose.restricted ? ANEW : ''}`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="givenHow" label="怎样同意的" required>
        <Select options={WAYS.map((value) => ({ value, label: CONSENT_WAYS[value] }))} />
      </Field>
      {how === 'proxy' ? <MandatePick personId={personId} act="consent" /> : null}
      <div className="ap-fields">
        <Field name="fromOn" label="从哪天起" required>
          <DayInput />
        </Field>
        <Field name="toOn" label="到哪天（不填为长期）">
          <DayInput />
        </Field>
      </div>
      <FilePick
        key={voice ? 'voice' : 'paper'}
        label={voice ? '附录音' : '附同意书'}
        files={files}
        many={!voice}
        accept={voice ? '.mp3,.m4a,.wav,.amr' : 'image/*,application/pdf'}
        onFiles={setFiles}
      />
    </SaveDialog>
  )
}
