/** Sign-in (ORG-04): account, password and the six digits of the second factor. */
import { signIn } from '@anpei/contract/identity'
import { Button, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, FormFault, Icon, usePageTitle } from '../kit/index.ts'
import { useDemoAccounts, type DemoAccount } from './demo-accounts.ts'
import './sign-in.css'

type Values = { login: string; password: string; code: string }

const T = {
  title: '安赔工作台',
  lead: '报案、资料、认定、审批、支付，一处办完。',
  login: '账号',
  password: '密码',
  code: '动态口令',
  codeHelp: '认证应用上显示的 6 位数字',
  enter: '登录',
  demo: '演示账号',
  demoNote: '点一下即可填入，人员均为虚构。',
} as const

export function SignIn(): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(signIn)
  const accounts = useDemoAccounts()
  usePageTitle('登录')
  const fill = (account: DemoAccount): void => {
    form.setFieldsValue({ login: account.login, password: account.password, code: account.code })
  }
  return (
    <main className="ap-sign-in">
      <div className="ap-sign-card">
        <header>
          <img src="/icon.svg" width={44} height={44} alt="" />
          <div>
            <h1>{T.title}</h1>
            <p>{T.lead}</p>
          </div>
        </header>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(body: Values) => {
            void command.run({ body })
          }}
        >
          <FormFault form={form} fault={command.fault} />
          <Field name="login" label={T.login} required>
            <Input autoFocus autoComplete="username" />
          </Field>
          <Field name="password" label={T.password} required>
            <Input.Password autoComplete="current-password" />
          </Field>
          <Field name="code" label={T.code} required help={T.codeHelp}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="ap-code" />
          </Field>
          <Button type="primary" htmlType="submit" block size="large" loading={command.busy}>
            {T.enter}
          </Button>
        </Form>
      </div>
      {accounts.length === 0 ? null : <DemoPanel accounts={accounts} onPick={fill} />}
    </main>
  )
}

function DemoPanel(props: { accounts: readonly DemoAccount[]; onPick: (account: DemoAccount) => void }): ReactElement {
  return (
    <section className="ap-demo" aria-label={T.demo}>
      <h2>{T.demo}</h2>
      <p className="ap-muted ap-small">{T.demoNote}</p>
      <ul>
        {props.accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              onClick={() => {
                props.onPick(account)
              }}
            >
              <Icon name="user" />
              <span>
                <strong>{account.name}</strong> {account.post}
                <small>
                  {account.login} · {account.tenant}
                </small>
              </span>
              <code>{account.code}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
