/** The first sign-in by a one-time link: second factor into an app, then one's own password (ORG-04). */
import { finishSetup, openSetupLink } from '@anpei/contract/identity'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Field, FormFault, Panel } from '../kit/index.ts'
import './identity.css'

type Values = { password: string; code: string }

export default function SetupPage(): ReactElement {
  const [params] = useSearchParams()
  const token = params.get('token') ?? ''
  const found = useCall(openSetupLink, { body: { token } })
  return (
    <main className="id-narrow">
      <Panel title="首次登录">
        <Answered of={found}>
          {(opened) => (
            <div className="ap-stack">
              <p>
                {opened.name}，您的账号是 <strong>{opened.login}</strong>。
              </p>
              <p>一、在手机的认证应用里添加账号，输入这串密钥：</p>
              <code className="id-secret">{opened.secondFactorSecret}</code>
              <p>
                <a href={opened.secondFactorUri}>在本机的认证应用中打开</a>
              </p>
              <p>二、设一个只有自己知道的密码，再填认证应用上显示的 6 位数字。</p>
              <SetupForm token={token} />
            </div>
          )}
        </Answered>
      </Panel>
    </main>
  )
}

function SetupForm({ token }: { token: string }): ReactElement {
  const [form] = Form.useForm<Values>()
  const navigate = useNavigate()
  const finish = useCommand(finishSetup)
  const save = async (values: Values): Promise<void> => {
    if (await finish.run({ body: { token, ...values } })) void navigate('/')
  }
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={(values: Values) => {
        void save(values)
      }}
    >
      <FormFault form={form} fault={finish.fault} />
      <Field name="password" label="密码" required>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field name="code" label="动态口令" required>
        <Input inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
      </Field>
      <Button type="primary" htmlType="submit" loading={finish.busy} block>
        完成，去登录
      </Button>
    </Form>
  )
}
