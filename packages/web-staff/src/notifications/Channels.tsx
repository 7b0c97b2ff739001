/** The chain of channels and which gateway carries each; secrets are set, never shown (NTF-01, NTF-03). */
import { GATEWAYS, listChannels, saveChannel, type ChannelView } from '@anpei/contract/notifications'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, DataTable, Field, Panel, SaveDialog, Tag, type Choice, type Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { linesOfTexts, textsOfLines } from './setting-lines.ts'

type Row = ChannelView & { readonly id: string }
type Gateway = ChannelView['gateway']

const CARRIERS: Readonly<Partial<Record<ChannelView['channel'], readonly Gateway[]>>> = {
  sms: ['stand_in', 'sms_http', 'sms_aliyun', 'sms_tencent'],
  wechat: ['stand_in', 'wechat'],
  email: ['stand_in', 'smtp'],
  voice: ['stand_in', 'voice_http'],
}
const NEEDS: Readonly<Record<Gateway, string>> = {
  stand_in: '不需要设置；回执密钥 receiptKey 可以先设。',
  smtp: '设置 host、port、security（tls、starttls、none）、from、user；密钥 password。',
  sms_http: '设置 url、sign、callback；密钥 key、receiptKey。',
  sms_aliyun:
    '设置 accessKeyId、sign、template（通用模板，变量 text）、template.<事由>（可选）；密钥 accessKeySecret；' +
    '收回执和上行短信另设 pushToken（推送地址的口令）。',
  sms_tencent:
    '设置 secretId、appId、sign、template（通用模板，变量 {1}）、template.<事由> 与 params.<事由>（可选）；' +
    '密钥 secretKey；收回执和上行短信另设 pushToken（推送地址的口令）。',
  voice_http: '设置 url、callback；密钥 key、receiptKey。',
  wechat:
    '设置 appId、template（通用模板）、template.<事由>（可选）、page；' +
    '密钥 appSecret、receiptKey；收回执和回复另设 callbackToken，加密模式再设 encodingAesKey。',
}

export function Channels(): ReactElement {
  const [editing, setEditing] = useState<ChannelView | null>(null)
  const found = useCall(listChannels, {})
  const may = useMay()
  return (
    <Answered of={found}>
      {({ channels, quiet }) => (
        <Panel title={`依次尝试，直到送达；${quiet.from} 至次日 ${quiet.to} 不打扰，紧急的除外`} flush>
          <DataTable<Row>
            label="渠道"
            columns={columnsFor(may('notice.channel') ? setEditing : null)}
            rows={channels.map((one) => ({ ...one, id: one.channel }))}
          />
          {editing ? (
            <ChannelDialog
              channel={editing}
              onClose={() => {
                setEditing(null)
              }}
            />
          ) : null}
        </Panel>
      )}
    </Answered>
  )
}

function columnsFor(onEdit: ((row: ChannelView) => void) | null): readonly Column<Row>[] {
  return [
    { key: 'channel', title: '渠道', render: (row) => <b>{row.channelWord}</b> },
    {
      key: 'gateway',
      title: '网关',
      render: (row) =>
        CARRIERS[row.channel] === undefined ? (
          '由人办理'
        ) : (
          <Tag tone={row.gateway === 'stand_in' ? 'grey' : 'green'}>{GATEWAYS[row.gateway]}</Tag>
        ),
    },
    {
      key: 'reached',
      title: '怎样算送达',
      render: (row) => (row.reachedBy === 'delivered' ? '到手机或邮箱' : '看到、接听或签收'),
    },
    { key: 'wait', title: '等多久换下一个', render: (row) => waitText(row.waitMinutes) },
    {
      key: 'receipts',
      title: '回执地址',
      wideOnly: true,
      render: (row) => (
        <>
          {row.receiptsPath ?? '—'}
          {row.channel === 'sms' ? (
            <>
              <div className="ap-small">客户发来的短信：{row.receiptsPath?.replace('/receipts', '/messages')}</div>
              <div className="ap-small">
                阿里云、腾讯云推送：{row.receiptsPath?.replace('/receipts', '/pushes/〈pushToken〉/reports')}
                （回执）、…/messages（上行）
              </div>
            </>
          ) : null}
          {row.channel === 'wechat' ? (
            <div className="ap-small">公众号服务器地址：{row.receiptsPath?.replace('/receipts', '/callback')}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'changed',
      title: '最后设置',
      render: (row) => (row.changedAt === null ? '—' : `${row.changedBy ?? ''} ${instantText(row.changedAt)}`),
    },
    {
      key: 'acts',
      title: '操作',
      render: (row) =>
        onEdit && CARRIERS[row.channel] !== undefined ? (
          <Button
            size="small"
            onClick={() => {
              onEdit(row)
            }}
          >
            设置
          </Button>
        ) : (
          '—'
        ),
    },
  ]
}

function waitText(minutes: number | null): string {
  if (minutes === null) return '办完为止'
  if (minutes < 60) return `${minutes} 分钟`
  return minutes % 1440 === 0 ? `${minutes / 1440} 天` : `${Math.round(minutes / 60)} 小时`
}

type Values = { gateway: Gateway; settings: string; secrets: string }

function ChannelDialog({ channel, onClose }: { channel: ChannelView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [gateway, setGateway] = useState<Gateway>(channel.gateway)
  const save = useCommand(saveChannel)
  const choices: Choice<Gateway>[] = (CARRIERS[channel.channel] ?? []).map((value) => ({
    value,
    label: GATEWAYS[value],
  }))
  const onSave = async (values: Values): Promise<void> => {
    const body = {
      gateway: values.gateway,
      settings: textsOfLines(values.settings),
      secrets: textsOfLines(values.secrets),
    }
    if (await save.run({ params: { channel: channel.channel }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`设置${channel.channelWord}`}
      open
      okText="保存"
      busy={save.busy}
      fault={save.fault}
      form={form}
      initial={{ gateway: channel.gateway, settings: linesOfTexts(channel.settings), secrets: '' }}
      onClose={onClose}
      onChange={(values) => {
        setGateway(values.gateway)
      }}
      onSave={(values) => {
        void onSave(values)
      }}
      note="每行一项，写成“名称=值”。"
    >
      <Field name="gateway" label="网关" required>
        <Select options={choices} />
      </Field>
      <Field name="settings" label="设置" help={NEEDS[gateway]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} spellCheck={false} />
      </Field>
      <Field
        name="secrets"
        label="密钥"
        help={channel.secretsSet.length === 0 ? '还没有设' : `已设 ${channel.secretsSet.join('、')}；不写的保持不变`}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} spellCheck={false} autoComplete="off" />
      </Field>
    </SaveDialog>
  )
}
