/** A 举报 is written down for somebody (代记), or taken over from a request; then it is gone from here (CMP-12). */
import { registerTip } from '@anpei/contract/complaints'
import type { ChannelName } from '@anpei/domain/service-desk'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Field, FilePick, FormFault, PageHead, Panel } from '../../kit/index.ts'
import { instantOfInput } from '../../kernel/index.ts'
import { ColleaguesField, InstitutionField } from '../ColleaguesField.tsx'
import { ArrivedFields, FactsField, WhoFields } from '../IntakeFields.tsx'
import { CodeShown } from './CodeShown.tsx'
import { KEPT_OUT, newTipCode } from './tip-code.ts'
import '../complaints.css'

type Values = {
  channel: ChannelName
  received?: string
  facts?: string
  against?: string
  named: boolean
  name?: string
  phone?: string
  address?: string
  concernedIds?: string[]
  reportedInstitutionId?: string | null
}

type FormOf = ReturnType<typeof Form.useForm<Values>>[0]

export default function NewTipPage(): ReactElement {
  const requestId = useSearchParams()[0].get('requestId')
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const [code] = useState(newTipCode)
  const [done, setDone] = useState(false)
  const command = useCommand(registerTip)
  const navigate = useNavigate()
  const save = async (values: Values): Promise<void> => {
    const { channel, received = '', facts = '', against = '', named, name = '', phone = '', address = '' } = values
    const body = {
      code,
      requestId,
      channel,
      receivedAt: instantOfInput(received),
      facts,
      against,
      reporter: { named, name, phone, address },
      concernedIds: values.concernedIds ?? [],
      reportedInstitutionId: values.reportedInstitutionId ?? null,
    }
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ body }, parts)) setDone(true)
  }
  if (done) return <CodeShown title="举报已登记，并已密封" code={code} />
  return (
    <div className="ap-stack">
      <PageHead
        title={requestId ? '服务单转为举报' : '登记举报（代记）'}
        note="登记后即密封：被举报人及其上级、没有办理权限的人都查不到，包括登记人自己。"
      />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ channel: 'phone', named: false }}
        scrollToFirstError
        onFinish={(values) => {
          void save(values)
        }}
      >
        <div className="ap-stack">
          <MatterPanel fromRequest={requestId !== null} files={files} onFiles={setFiles} />
          <ReporterPanel form={form} />
          <Panel title="被举报的人和单位">
            <Field name="against" label="举报的是谁、哪个单位（照举报人所说）" wide>
              <Input maxLength={200} />
            </Field>
            <InstitutionField name="reportedInstitutionId" label="被举报的机构" help="该机构的人员全部回避。" />
            <ColleaguesField label="被举报的本公司人员" help={KEPT_OUT} />
          </Panel>
          <FormFault form={form} fault={command.fault} />
          <div className="ap-row">
            <Button type="primary" htmlType="submit" loading={command.busy}>
              登记并密封
            </Button>
            <Button onClick={() => void navigate(-1)}>取消</Button>
          </div>
        </div>
      </Form>
    </div>
  )
}

type MatterProps = {
  readonly fromRequest: boolean
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
}

function MatterPanel({ fromRequest, files, onFiles }: MatterProps): ReactElement {
  return (
    <Panel title="举报的事情">
      <FactsField
        label="事情经过"
        placeholder="照举报人的话记"
        known={fromRequest ? '服务单里的话、收到时间和附件自动带入，可不填；服务单同时密封。' : null}
      />
      {fromRequest ? null : (
        <div className="ap-fields">
          <ArrivedFields />
        </div>
      )}
      <FilePick label="举报材料" many files={files} onFiles={(more) => onFiles([...files, ...more])} />
    </Panel>
  )
}

function ReporterPanel({ form }: { form: FormOf }): ReactElement {
  const named = Form.useWatch('named', form) ?? false
  return (
    <Panel title="举报人">
      <Field name="named" label="是否留姓名" wide help="不愿留的就匿名，不追问。">
        <Radio.Group
          options={[
            { value: false, label: '匿名' },
            { value: true, label: '实名（结果会告知本人）' },
          ]}
        />
      </Field>
      {named ? (
        <div className="ap-fields">
          <WhoFields nameNeeded />
        </div>
      ) : null}
    </Panel>
  )
}
