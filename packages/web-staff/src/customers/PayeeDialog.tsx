/** Registers a payee account; for "other" the documented lawful basis is demanded (CUS-05, LAW §1 trap 11). */
import { PAYEE_RELATIONS, type PayeeRelation } from '@anpei/domain/customers'
import { proposePayee, type PayeeView } from '@anpei/contract/customers'
import { App, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'

type Values = {
  holderName: string
  relation: PayeeRelation
  account: string
  bank: string
  basis: string
  holderIdNumber: string
}
const OTHER = '付给其他人须有书面依据，并通知被保险人（保险销售行为管理办法第三十二条）。'
const PAPERS: Readonly<Record<Exclude<PayeeRelation, 'self' | 'other'>, string>> = {
  beneficiary: '写明看过什么：保险单或指定受益人的书面材料；被保险人还在世的，要有他签的授权委托书。',
  heir: '写明看过什么：死亡证明和亲属关系证明，或者继承公证书。',
  guardian: '写明看过什么：监护关系证明，或者法院指定监护人的文书。',
}

type Props = { personId: string; personName: string; replaces: PayeeView | null; onClose: () => void }

export function PayeeDialog({ personId, personName, replaces, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const relation = Form.useWatch('relation', form)
  const { message } = App.useApp()
  const propose = useCommand(proposePayee)
  const save = async (values: Values): Promise<void> => {
    const body = {
      ...values,
      basis: values.basis ?? '',
      holderIdNumber: values.holderIdNumber ?? '',
      replaces: replaces?.id ?? null,
    }
    if (!(await propose.run({ params: { personId }, body }))) return
    void message.success('已登记，等第二人复核')
    onClose()
  }
  const initial: Values = {
    holderName: replaces?.holderName ?? personName,
    relation: replaces?.relation ?? 'self',
    account: '',
    bank: '',
    basis: '',
    holderIdNumber: '',
  }
  return (
    <SaveDialog<Values>
      title={replaces ? '更换收款账户' : '登记收款账户'}
      open
      okText="登记"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note={replaces ? `复核通过后，原账户 ${replaces.accountMasked} 停用。` : '登记后由第二人核对凭证，通过才能付款。'}
    >
      <Field name="holderName" label="户名" required>
        <Input maxLength={50} />
      </Field>
      <Field name="relation" label="与被保险人的关系" required>
        <Select options={choicesOf(PAYEE_RELATIONS)} />
      </Field>
      {relation === undefined || relation === 'self' ? null : (
        <Field name="holderIdNumber" label="户主身份证号" help="填了以后，能查到这位客户的各种身份。">
          <Input maxLength={30} autoComplete="off" />
        </Field>
      )}
      {relation !== undefined && relation !== 'self' ? (
        <Field
          name="basis"
          label="合法依据和看过的材料"
          required
          help={relation === 'other' ? OTHER : PAPERS[relation]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
      ) : null}
      <Field name="account" label="银行账号" required>
        <Input maxLength={50} inputMode="numeric" autoComplete="off" />
      </Field>
      <Field name="bank" label="开户行">
        <Input maxLength={60} placeholder="不填则按卡号识别" />
      </Field>
    </SaveDialog>
  )
}
