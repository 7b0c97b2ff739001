/** One mailbox: addresses of its servers, its password, and 试一试 before it is saved (SRV-03). */
import { saveMailbox, tryMailbox, type MailboxView } from '@anpei/contract/service-desk'
import type { Answer, Sent } from '@anpei/contract/kernel'
import { MAIL_SECURITY } from '@anpei/domain/service-desk'
import { Alert, Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, FaultNote, Field, SaveDialog } from '../kit/index.ts'

type Security = keyof typeof MAIL_SECURITY
type Values = {
  readonly name: string
  readonly address: string
  readonly active: boolean
  readonly user?: string
  readonly password?: string
  readonly imapHost: string
  readonly imapPort: number
  readonly imapSecurity: Security
  readonly folder: string
  readonly smtpHost: string
  readonly smtpPort: number
  readonly smtpSecurity: Security
}

const NEW = {
  name: '',
  address: '',
  active: true,
  imapHost: '',
  imapPort: 993,
  imapSecurity: 'tls' as const,
  folder: 'INBOX',
  smtpHost: '',
  smtpPort: 465,
  smtpSecurity: 'tls' as const,
}
const securities = choicesOf(MAIL_SECURITY)

type Props = { readonly mailbox: MailboxView | null; readonly onClose: () => void }

export function MailboxDialog({ mailbox, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const save = useCommand(saveMailbox)
  const bodyOf = ({ user, password = '', ...values }: Values) => ({
    ...values,
    id: mailbox?.id ?? null,
    user: user === undefined || user === '' ? values.address : user,
    password,
  })
  const onSave = async (values: Values): Promise<void> => {
    if (await save.run({ body: bodyOf(values) })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={mailbox ? `设置 ${mailbox.address}` : '添加邮箱'}
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={mailbox ? { ...mailbox, password: '' } : NEW}
      onClose={onClose}
      onSave={(values) => {
        void onSave(values)
      }}
      note="只读取，不会删除或移动邮箱里的信；设置以前的信不处理。"
    >
      <Field name="address" label="邮箱地址" required>
        <Input maxLength={120} placeholder="fuwu@example.com" />
      </Field>
      <Field name="name" label="发信人名称" required help="客户看到的名称">
        <Input maxLength={60} />
      </Field>
      <Field name="user" label="登录名" help="与邮箱地址相同时不用填">
        <Input maxLength={120} autoComplete="off" />
      </Field>
      <Field name="password" label="密码或授权码" required={!mailbox} help={mailbox ? '不填就保持不变' : undefined}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Field>
      <Server side="imap" word="收信" />
      <Field name="folder" label="读取的文件夹" required>
        <Input maxLength={100} />
      </Field>
      <Server side="smtp" word="发信" />
      <Form.Item name="active" label="启用" valuePropName="checked">
        <Switch />
      </Form.Item>
      <TryOut
        onTry={async () => {
          const { name: _name, address: _address, active: _active, ...body } = bodyOf(await form.validateFields())
          return body
        }}
      />
    </SaveDialog>
  )
}

function Server({ side, word }: { readonly side: 'imap' | 'smtp'; readonly word: string }): ReactElement {
  return (
    <>
      <Field name={`${side}Host`} label={`${word}服务器（${side.toUpperCase()}）`} required>
        <Input maxLength={200} placeholder={`${side}.example.com`} />
      </Field>
      <Field name={`${side}Port`} label={`${word}端口`} required>
        <InputNumber min={1} max={65_535} />
      </Field>
      <Field name={`${side}Security`} label={`${word}加密方式`} required>
        <Select options={securities} />
      </Field>
    </>
  )
}

type Body = NonNullable<Sent<typeof tryMailbox>['body']>

function TryOut({ onTry }: { readonly onTry: () => Promise<Body> }): ReactElement {
  const attempt = useCommand(tryMailbox, { quiet: true })
  const [tried, setTried] = useState<Answer<typeof tryMailbox> | null>(null)
  const run = async (): Promise<void> => {
    setTried(null)
    const body = await onTry().catch(() => null)
    if (body) setTried(await attempt.run({ body }))
  }
  return (
    <div aria-live="polite">
      <Button
        loading={attempt.busy}
        onClick={() => {
          void run()
        }}
      >
        试一试
      </Button>
      <FaultNote fault={attempt.fault} />
      {tried ? (
        <Alert
          className="ap-fault"
          type={tried.incoming.works && tried.outgoing.works ? 'success' : 'warning'}
          showIcon
          title={`收信：${tried.incoming.words}`}
          description={`发信：${tried.outgoing.words}`}
        />
      ) : null}
    </div>
  )
}
