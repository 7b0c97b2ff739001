/** New report: taken down once, by any channel. */
import { createReport } from '@anpei/contract/claims'
import { CHANNELS, type Channel } from '@anpei/domain/claims'
import { Button, Checkbox, Form, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { choicesOf, Field, FormFault, InstantInput, PageHead, Panel } from '../../kit/index.ts'
import { instantOfInput, today } from '../../kernel/index.ts'
import { ReportFields } from './ReportFields.tsx'
import { ReportProxy } from './ReportProxy.tsx'
import { wireOf, type ReportForm } from './report-input.ts'
import '../claims.css'

type Values = ReportForm & {
  channel: Channel
  received?: string
  register?: boolean
  sceneAsked?: boolean
  proxyId?: string
}

const T = {
  title: '登记报案',
  note: '先登记，缺的资料以后再补；时限从收到之时起算。',
  channel: '渠道',
  received: '收到时间（不是现在才填）',
  register: '没有疑问时同时核实并立案',
  scene: '请马上派人到事故现场（市区 1 小时、郊区 2 小时内）',
  save: '登记',
} as const

const initial = {
  channel: 'hotline',
  accident: { accidentOn: today(), vehicle: 'none', kinds: ['hospital'] },
  register: false,
} as const

export default function NewReportPage(): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(createReport)
  const navigate = useNavigate()
  const may = useMay()
  const save = async (values: Values): Promise<void> => {
    const { channel, received, register, proxyId, sceneAsked } = values
    const made = await command.run({
      body: {
        ...wireOf(values),
        ...(proxyId ? { proxyId } : {}),
        channel,
        receivedAt: instantOfInput(received ?? ''),
        register: register ?? false,
        sceneAsked: sceneAsked ?? false,
      },
    })
    if (made) void navigate(`/reports/${made.id}`)
  }
  return (
    <div className="ap-stack ap-narrow">
      <PageHead title={T.title} note={T.note} />
      <Panel>
        <Form
          form={form}
          layout="vertical"
          initialValues={initial}
          scrollToFirstError={{ block: 'center' }}
          onFinish={(values: Values) => {
            void save(values)
          }}
        >
          <FormFault form={form} fault={command.fault} />
          <div className="ap-fields">
            <Field name="channel" label={T.channel} required>
              <Select options={choicesOf(CHANNELS)} />
            </Field>
            <Field name="received" label={T.received}>
              <InstantInput />
            </Field>
          </div>
          <ReportFields />
          <ReportProxy />
          <Form.Item name="sceneAsked" valuePropName="checked">
            <Checkbox>{T.scene}</Checkbox>
          </Form.Item>
          {may('report.verify') ? (
            <Form.Item name="register" valuePropName="checked">
              <Checkbox>{T.register}</Checkbox>
            </Form.Item>
          ) : null}
          <Button type="primary" htmlType="submit" size="large" loading={command.busy}>
            {T.save}
          </Button>
        </Form>
      </Panel>
    </div>
  )
}
