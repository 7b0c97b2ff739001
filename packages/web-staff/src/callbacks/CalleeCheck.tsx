/** Who is on the telephone, before anything is asked (CBK-02). */
import { checkCallbackCallee, type CallbackView } from '@anpei/contract/callbacks'
import { IDENTITY_POINTS, type IdentityPoint } from '@anpei/domain/callbacks'
import { Alert, Button, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FormFault, Panel } from '../kit/index.ts'
import { expectedCallee } from './callee.ts'
import { CalleeFields, calleeOf, type CalleeValues } from './CalleeFields.tsx'

export function CalleeCheck({ callback }: { callback: CallbackView }): ReactElement {
  const [form] = Form.useForm<CalleeValues>()
  const [wrong, setWrong] = useState<readonly IdentityPoint[]>([])
  const command = useCommand(checkCallbackCallee)
  const initial: CalleeValues = { callee: expectedCallee(callback) }
  const callee: unknown = Form.useWatch('callee', form) ?? initial.callee
  const check = async (values: CalleeValues): Promise<void> => {
    const body = calleeOf(values)
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
        <CalleeFields callback={callback} callee={callee} />
        <Button type="primary" htmlType="submit" loading={command.busy}>
          身份对上了，开始问
        </Button>
      </Form>
    </Panel>
  )
}
