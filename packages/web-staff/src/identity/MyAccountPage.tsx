/** One's own account (ORG-04): where one is signed in, and a new password. */
import { changeMyPassword, listMySessions, revokeMySession } from '@anpei/contract/identity'
import { App, Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Field, FaultNote, FormFault, PageHead, Panel } from '../kit/index.ts'
import { SessionTable } from './SessionTable.tsx'
import { SystemLinks } from './SystemLinks.tsx'
import './identity.css'

type Values = { password: string; newPassword: string; code: string }

export default function MyAccountPage(): ReactElement {
  const found = useCall(listMySessions, {})
  const revoke = useCommand(revokeMySession)
  return (
    <>
      <PageHead title="我的账号" note="看到不认识的登录，马上下线并改密码。" />
      <SystemLinks />
      <div className="ap-stack">
        <Panel title="我的登录" flush>
          <FaultNote fault={revoke.fault} />
          <Answered of={found}>
            {({ items }) => (
              <SessionTable
                sessions={items}
                onRevoke={(id) => {
                  void revoke.run({ params: { id } })
                }}
              />
            )}
          </Answered>
        </Panel>
        <PasswordPanel />
      </div>
    </>
  )
}

function PasswordPanel(): ReactElement {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const change = useCommand(changeMyPassword)
  const save = async (body: Values): Promise<void> => {
    if (!(await change.run({ body }))) return
    form.resetFields()
    void message.success('密码已修改')
  }
  return (
    <Panel title="修改密码">
      <Form
        form={form}
        layout="vertical"
        onFinish={(values: Values) => {
          void save(values)
        }}
      >
        <FormFault form={form} fault={change.fault} />
        <div className="ap-fields">
          <Field name="password" label="现在的密码" required>
            <Input.Password autoComplete="current-password" />
          </Field>
          <Field name="newPassword" label="新密码" required>
            <Input.Password autoComplete="new-password" />
          </Field>
          <Field name="code" label="动态口令" required>
            <Input inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
          </Field>
        </div>
        <Button type="primary" htmlType="submit" loading={change.busy}>
          修改
        </Button>
      </Form>
    </Panel>
  )
}
