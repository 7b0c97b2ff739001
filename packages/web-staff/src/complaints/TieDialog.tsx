/** To whom a complaint belongs, once somebody has made sure who it is about and who complains (CMP-01, CMP-02). */
import { tieComplaint } from '@anpei/contract/complaints'
import {
  COMPLAINANT_RELATIONS,
  REPRESENTATIONS,
  TIED_REPRESENTATIONS,
  type TiedRepresentation,
} from '@anpei/domain/complaints'
import { AutoComplete, Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { IdentityFields, identityOf, type IdentityValues } from '../callbacks/index.ts'
import { useCommand } from '../client/index.ts'
import { FindPerson } from '../customers/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { ClaimPick } from './ClaimPick.tsx'
import type { DialogProps } from './dialog-props.ts'
import { KnownSide } from './KnownSide.tsx'

type Values = IdentityValues & {
  claimId?: string | null
  representation?: TiedRepresentation
  relation?: string
  reason: string
}
type Whom = { readonly id: string; readonly name: string }

const { self: _self, ...OTHERS } = COMPLAINANT_RELATIONS
const RELATIONS = Object.values(OTHERS).map((value) => ({ value }))

export function TieDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [whom, setWhom] = useState<Whom | null>(view.person)
  const command = useCommand(tieComplaint)
  const tied = TIED_REPRESENTATIONS.find((one) => one === view.representation)
  const initial: Partial<Values> = {
    claimId: view.claim?.id ?? null,
    ...(tied ? { representation: tied, relation: view.complainant.relation } : {}),
  }
  const save = async (values: Values): Promise<void> => {
    if (!whom) return
    const { claimId = null, representation = null, relation = '', reason } = values
    const body = { personId: whom.id, claimId, representation, relation, reason, ...identityOf(values) }
    if (await command.run({ params: { complaintId: view.id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      title="关联被保险人、赔案"
      open
      width={860}
      okText="身份对上了，关联"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue(true))
      }}
    >
      <p className="ap-muted">
        投诉人说是{view.aboutName || view.complainant.name || '（没有说姓名）'}
        的事。先找到被保险人，再请投诉人自己说几样核对，不要念给他听。
      </p>
      {whom === null ? (
        <FindPerson first={view.complainant.phone} onPick={({ id, name }) => setWhom({ id, name })} />
      ) : (
        <Checked whom={whom} representation={tied} onOther={() => setWhom(null)} />
      )}
    </SaveDialog>
  )
}

type CheckedProps = {
  readonly whom: Whom
  readonly representation: TiedRepresentation | undefined
  readonly onOther: () => void
}

function Checked({ whom, representation, onOther }: CheckedProps): ReactElement {
  const form = Form.useFormInstance<Values>()
  const speaks = Form.useWatch('representation', form) ?? representation
  const forget = (): void => {
    form.setFieldValue('claimId', null)
    onOther()
  }
  return (
    <>
      <KnownSide personId={whom.id} claimId={undefined} />
      <Button type="link" onClick={forget}>
        不是这一位，重新找
      </Button>
      <div className="ap-fields">
        <Field name="claimId" label="关联的赔案" help="关联后，该案超时的承诺自动附入。">
          <ClaimPick personId={whom.id} claimId={undefined} />
        </Field>
      </div>
      {representation === undefined ? null : (
        <>
          <Field name="representation" label="由谁投诉" wide>
            <Radio.Group options={TIED_REPRESENTATIONS.map((value) => ({ value, label: REPRESENTATIONS[value] }))} />
          </Field>
          {speaks === 'self' ? null : (
            <div className="ap-fields">
              <Field name="relation" label="与被保险人关系" required help="没有委托书的，只能告知进度，不能告知案情。">
                <AutoComplete options={RELATIONS} maxLength={20} />
              </Field>
            </div>
          )}
        </>
      )}
      <IdentityFields registered />
      <Field name="reason" label="凭什么认定" required>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={300}
          placeholder="例如：来电核对，说得出赔案经过"
        />
      </Field>
    </>
  )
}
