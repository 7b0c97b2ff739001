/** Keys for programs and signed webhooks with what became of each delivery (OPS-01). Secrets are shown once. */
import {
  createApiKey,
  createWebhook,
  listApiKeys,
  listWebhooks,
  revokeApiKey,
  stopWebhook,
} from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { isPermission, type Permission } from '@anpei/domain/kernel'
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import {
  Answered,
  type Column,
  DataTable,
  DayInput,
  Empty,
  FaultNote,
  Field,
  Many,
  PageHead,
  Panel,
  SaveDialog,
  Tabs,
  Tag,
} from '../kit/index.ts'
import { instantOfInput, instantText } from '../kernel/index.ts'
import { Deliveries } from './Deliveries.tsx'
import { SystemLinks } from './SystemLinks.tsx'
import './identity.css'

type ApiKey = Answer<typeof listApiKeys>['items'][number]
type Webhook = Answer<typeof listWebhooks>['items'][number]

export default function ProgramsPage(): ReactElement {
  return (
    <>
      <PageHead title="接口与推送" note="给其他程序用的密钥和事件推送。密钥只显示一次，丢了就作废重开。">
        <a href="/api/docs" target="_blank" rel="noreferrer">
          接口文档
        </a>
      </PageHead>
      <SystemLinks />
      <Tabs
        items={[
          { key: 'keys', label: '接口密钥', children: <Keys /> },
          { key: 'hooks', label: '事件推送', children: <Webhooks /> },
        ]}
      />
    </>
  )
}

function SecretOnce({
  title,
  secret,
  onClose,
}: {
  title: string
  secret: string | null
  onClose: () => void
}): ReactElement {
  return (
    <Modal
      title={title}
      open={secret !== null}
      onCancel={onClose}
      cancelButtonProps={{ hidden: true }}
      okText="已经记下"
      onOk={onClose}
      mask={{ closable: false }}
    >
      <p className="ap-dialog-note">只显示这一次，请现在复制到对方程序的保密配置里。</p>
      <code className="id-secret">{secret}</code>
    </Modal>
  )
}

function Keys(): ReactElement {
  const [creating, setCreating] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const found = useCall(listApiKeys, {})
  return (
    <Panel
      title="接口密钥"
      flush
      acts={
        <Button
          type="primary"
          onClick={() => {
            setCreating(true)
          }}
        >
          新建密钥
        </Button>
      }
    >
      <Answered of={found}>
        {({ items, grantable }) => (
          <>
            <DataTable
              label="接口密钥"
              columns={keyColumns}
              rows={items}
              empty={<Empty>还没有密钥。要让其他系统接入时，新建一个。</Empty>}
            />
            {creating ? (
              <KeyDialog
                grantable={grantable}
                onClose={() => {
                  setCreating(false)
                }}
                onMade={setSecret}
              />
            ) : null}
          </>
        )}
      </Answered>
      <SecretOnce
        title="新的接口密钥"
        secret={secret}
        onClose={() => {
          setSecret(null)
        }}
      />
    </Panel>
  )
}

const keyColumns: readonly Column<ApiKey>[] = [
  { key: 'name', title: '名称', render: (row) => <strong>{row.name}</strong> },
  {
    key: 'state',
    title: '状态',
    render: (row) =>
      row.live ? <Tag tone="green">有效</Tag> : <Tag tone="grey">{row.revokedAt ? '已作废' : '已过期'}</Tag>,
  },
  {
    key: 'permissions',
    title: '权限',
    render: (row) => <small>{row.permissions.map(({ name }) => name).join('、')}</small>,
  },
  { key: 'rate', title: '每分钟', align: 'right', render: (row) => `${row.perMinute} 次` },
  { key: 'expires', title: '到期', render: (row) => (row.expiresAt === null ? '不限' : instantText(row.expiresAt)) },
  {
    key: 'by',
    title: '建立',
    render: (row) => (
      <>
        {row.createdBy.name} <small>{instantText(row.createdAt)}</small>
      </>
    ),
  },
  { key: 'act', title: '操作', render: (row) => (row.live ? <Revoke row={row} /> : '—') },
]

function Revoke({ row }: { row: ApiKey }): ReactElement {
  const { modal } = App.useApp()
  const revoke = useCommand(revokeApiKey)
  const ask = (): void => {
    void modal.confirm({
      title: `作废“${row.name}”？`,
      content: '用它的程序立即不能再访问。',
      okText: '作废',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => revoke.run({ params: { id: row.id } }),
    })
  }
  return (
    <>
      <FaultNote fault={revoke.fault} />
      <Button size="small" danger onClick={ask}>
        作废
      </Button>
    </>
  )
}

type KeyValues = { name: string; permissions: Permission[]; expiresOn: string; perMinute: number }
type KeyProps = {
  grantable: readonly { code: string; name: string }[]
  onClose: () => void
  onMade: (secret: string) => void
}

function KeyDialog({ grantable, onClose, onMade }: KeyProps): ReactElement {
  const [form] = Form.useForm<KeyValues>()
  const create = useCommand(createApiKey)
  const save = async ({ expiresOn, ...values }: KeyValues): Promise<void> => {
    const expiresAt = expiresOn ? instantOfInput([expiresOn, '23:59'].join('T')) : null
    const made = await create.run({
      body: { ...values, permissions: values.permissions.filter(isPermission), expiresAt },
    })
    if (!made) return
    onClose()
    onMade(made.key)
  }
  return (
    <SaveDialog<KeyValues>
      title="新建接口密钥"
      open
      okText="新建"
      busy={create.busy}
      fault={create.fault}
      form={form}
      width={720}
      initial={{ name: '', permissions: [], expiresOn: '', perMinute: 600 }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="只给对方用得着的权限；不能超过您自己的权限。"
    >
      <div className="ap-fields">
        <Field name="name" label="名称" required help="写明给谁、做什么用">
          <Input maxLength={60} />
        </Field>
        <Field name="perMinute" label="每分钟最多次数" required>
          <InputNumber min={1} max={60_000} style={{ width: '100%' }} />
        </Field>
        <Field name="expiresOn" label="到期日" help="不填则不限">
          <DayInput />
        </Field>
      </div>
      <Field name="permissions" label="权限" required>
        <Many className="id-checks" options={grantable.map(({ code, name }) => ({ value: code, label: name }))} />
      </Field>
    </SaveDialog>
  )
}

function Webhooks(): ReactElement {
  const [creating, setCreating] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [open, setOpen] = useState<Webhook | null>(null)
  const found = useCall(listWebhooks, {})
  return (
    <div className="ap-stack">
      <Panel
        title="事件推送"
        flush
        acts={
          <Button
            type="primary"
            onClick={() => {
              setCreating(true)
            }}
          >
            新建推送
          </Button>
        }
      >
        <Answered of={found}>
          {({ items, partners }) => (
            <>
              <DataTable
                label="事件推送"
                columns={hookColumns}
                rows={items}
                onOpen={setOpen}
                empty={<Empty>还没有推送。其他系统要在事情发生时得到通知，新建一个。</Empty>}
              />
              {creating ? (
                <WebhookDialog
                  partners={partners}
                  onClose={() => {
                    setCreating(false)
                  }}
                  onMade={setSecret}
                />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {open ? <Deliveries webhookId={open.id} name={open.name} /> : null}
      <SecretOnce
        title="签名密钥"
        secret={secret}
        onClose={() => {
          setSecret(null)
        }}
      />
    </div>
  )
}

const hookColumns: readonly Column<Webhook>[] = [
  { key: 'name', title: '名称', render: (row) => <strong>{row.name}</strong> },
  { key: 'url', title: '地址', render: (row) => <code className="id-url">{row.url}</code> },
  { key: 'partner', title: '对外提供登记', render: (row) => row.partner },
  { key: 'events', title: '事件', render: (row) => <small>{row.events.join('、')}</small> },
  {
    key: 'state',
    title: '状态',
    render: (row) => <HookState row={row} />,
  },
  { key: 'waiting', title: '等待', align: 'right', render: (row) => row.waiting },
  {
    key: 'failed',
    title: '未送达',
    align: 'right',
    render: (row) => (row.failed ? <Tag tone="red">{row.failed}</Tag> : 0),
  },
  { key: 'act', title: '操作', render: (row) => (row.stoppedAt === null ? <Stop row={row} /> : '—') },
]

function HookState({ row }: { row: Webhook }): ReactElement {
  if (row.stoppedAt !== null) return <Tag tone="grey">已停止</Tag>
  return row.inForce ? <Tag tone="green">推送中</Tag> : <Tag tone="red">协议失效，暂停推送</Tag>
}

function Stop({ row }: { row: Webhook }): ReactElement {
  const stop = useCommand(stopWebhook)
  return (
    <>
      <FaultNote fault={stop.fault} />
      <Button
        size="small"
        danger
        loading={stop.busy}
        onClick={() => {
          void stop.run({ params: { id: row.id } })
        }}
      >
        停止
      </Button>
    </>
  )
}

type HookValues = { name: string; url: string; sharingId: string; events: string }
type HookProps = {
  partners: Answer<typeof listWebhooks>['partners']
  onClose: () => void
  onMade: (secret: string) => void
}

function WebhookDialog({ partners, onClose, onMade }: HookProps): ReactElement {
  const [form] = Form.useForm<HookValues>()
  const create = useCommand(createWebhook)
  const save = async (values: HookValues): Promise<void> => {
    const events = values.events.split(/[\s,，、]+/).filter((name) => name !== '')
    const made = await create.run({ body: { ...values, events } })
    if (!made) return
    onClose()
    onMade(made.secret)
  }
  return (
    <SaveDialog<HookValues>
      title="新建事件推送"
      open
      okText="新建"
      busy={create.busy}
      fault={create.fault}
      form={form}
      initial={{ name: '', url: 'https://', sharingId: partners[0]?.id ?? '', events: 'claim.*' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="name" label="名称" required>
        <Input maxLength={60} />
      </Field>
      <Field name="url" label="接收地址" required>
        <Input maxLength={500} inputMode="url" />
      </Field>
      <Field
        name="sharingId"
        label="对外提供登记"
        required
        help={
          partners.length === 0
            ? '还没有在有效期内的登记。请合规先在“个人信息保护”登记保密协议。'
            : '推送给谁、凭哪份保密协议；协议到期就自动暂停。'
        }
      >
        <Select options={partners.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="events" label="事件" required help="如 claim.approved，或 claim.* 表示全部；用空格隔开。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </SaveDialog>
  )
}
