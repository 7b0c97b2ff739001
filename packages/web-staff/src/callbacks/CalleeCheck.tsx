/** Who is on the telephone, before anything is asked (CBK-02). */
import { checkCallbackCallee, type CallbackView } from '@anpei/contract/callbacks'
import { CALLEES, IDENTITY_POINTS, type Callee, type IdentityPoint } from '@anpei/domain/callbacks'
import { Alert, Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, FormFault, Panel } from '../kit/index.ts'
import { IdentityFields, identityOf, type IdentityValues } from './IdentityFields.tsx'

type Values = IdentityValues & {
  callee: Callee
  name?: string
  relation?: string
}

export function CalleeCheck({ callback }: { callback: CallbackView }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [wrong, setWrong] = useState<readonly IdentityPoint[]>([])
  const command = useCommand(checkCallbackCallee)
  const known = callback.personId !== null
  const initial: Values = { callee: callback.relation ? 'family' : known ? 'self' : 'complainant' }
  const complains = !known || callback.subject.kind === 'complaint'
  const callee: unknown = Form.useWatch('callee', form) ?? initial.callee
  const check = async (values: Values): Promise<void> => {
    const body = {
      callee: values.callee,
      name: values.name ?? '',
      relation: values.relation ?? '',
      ...identityOf(values),
    }
    const answer = await command.run({ params: { callbackId: callback.id }, body })
    setWrong(answer?.wrong ?? [])
  }
  return (
    <Panel title="第二步：核对身份">
      <p className="ap-muted cb-lead">请客户自己说，不要念给他听。至少对上两项；生日和证件后四位由系统比对。</p>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(values) => void check(values)}>
        <FormFault form={form} fault={command.fault} />
        {wrong.length > 0 ? (
          <Alert
            className="ap-fault"
            type="warning"
            showIcon
            title={`${wrong.map((point) => IDENTITY_POINTS[point]).join('、')}和登记的不一致，不能继续问。请再核对，或礼貌结束通话。`}
          />
        ) : null}
        <Field name="callee" label="谁在接听" required>
          <Radio.Group
            options={choicesOf(CALLEES).filter(({ value }) =>
              value === 'complainant' ? complains : known || value === 'family',
            )}
          />
        </Field>
        {callee === 'family' ? (
          <div className="ap-fields">
            <Field name="name" label="姓名" required>
              <Input maxLength={40} />
            </Field>
            <Field name="relation" label="和客户的关系" required>
              <Input maxLength={20} placeholder="例如：儿子" />
            </Field>
          </div>
        ) : null}
        <IdentityFields registered={known} />
        <Button type="primary" htmlType="submit" loading={command.busy}>
          身份对上了，开始问
        </Button>
      </Form>
    </Panel>
  )
}
