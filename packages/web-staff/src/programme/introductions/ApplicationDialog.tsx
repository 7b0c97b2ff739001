/** 投保单: what we hold is not asked again; signed by the insured on the screen (SRV-07, 保险法 34). */
import { signCoverApplication } from '@anpei/contract/programme'
import { Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog, SignaturePad } from '../../kit/index.ts'
import type { ActProps } from './introduction-act.ts'

type Values = { idNumber?: string; phone?: string; applicant: string; beneficiary: string; ownWish?: string }

export function ApplicationDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [signature, setSignature] = useState<Blob | null>(null)
  const command = useCommand(signCoverApplication)
  const against = one.recommendation !== null && one.recommendation.versionId !== one.explanation?.versionId
  const save = async (body: Values): Promise<void> => {
    const files = signature ? [{ field: 'signature', file: signature, name: 'signature.png' }] : []
    if (await command.run({ params: { introductionId: one.id }, body }, files)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`投保单：${one.name}`}
      open
      okText="签好了"
      width={720}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ applicant: '本人', beneficiary: '法定继承人' }}
      note={`${one.explanation?.product ?? ''}。由被保险人本人签；身故保障和金额要本人同意。`}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {one.personId === null ? (
        <Field name="idNumber" label="身份证号" required>
          <Input maxLength={30} autoComplete="off" />
        </Field>
      ) : null}
      <Field name="phone" label="电话" help={one.phoneMasked === '' ? undefined : `不填就用 ${one.phoneMasked}`}>
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name="applicant" label="投保人（谁出钱）" required>
        <Input maxLength={60} />
      </Field>
      <Field name="beneficiary" label="身故受益人" required>
        <Input maxLength={200} />
      </Field>
      {against ? (
        <Field name="ownWish" label="推荐的不是这个产品，客户自己的理由" required>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      ) : null}
      <SignaturePad label="请被保险人在框里签名" wipe="擦掉重签" onChange={setSignature} />
    </SaveDialog>
  )
}
