/** An enquiry turns out to be an accident: the report opens with what was said already (SRV-01). */
import { convertToReport, type RequestView } from '@anpei/contract/service-desk'
import { Checkbox, Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { AccidentFields, PersonSearch, wireOf, type ReportForm } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { reportOf } from './convert.ts'

type Values = ReportForm & { register?: boolean }

export function ConvertDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(convertToReport)
  const navigate = useNavigate()
  const mayVerify = useMay()('report.verify')
  const { person } = request
  const known = Boolean(Form.useWatch('personId', form))
  const save = async (values: Values): Promise<void> => {
    const { personId, statedName, statedIdNumber, reporter, accident } = wireOf(values)
    const register = values.register ?? false
    const body = { personId, statedName, statedIdNumber, reporter, accident, register }
    const made = await command.run({ params: { requestId: request.id }, body })
    if (!made) return
    onClose()
    void navigate(`/reports/${made.report.id}`)
  }
  return (
    <SaveDialog<Values>
      title="转为报案"
      open
      width={760}
      okText="转为报案"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={reportOf(request)}
      note="往来里说过的已经填好，只补没说过的；收到时间仍是客户第一次说的时候，电话不填就用来电的号码。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {person === null ? (
        <div className="ap-fields">
          <Field name="personId" label="出险人（查花名册）" wide help={known ? '' : '没查到，先照报案人所说的记。'}>
            <PersonSearch hint="身份证号、电话或姓名" />
          </Field>
          {known ? null : (
            <>
              <Field name="statedName" label="出险人姓名（照报案人所说）">
                <Input maxLength={40} />
              </Field>
              <Field name="statedIdNumber" label="身份证号">
                <Input maxLength={30} autoComplete="off" />
              </Field>
            </>
          )}
        </div>
      ) : (
        <p className="dk-who">
          出险人：<strong>{person.name}</strong> <span className="ap-num">{person.idNumberMasked}</span>
        </p>
      )}
      <AccidentFields />
      {mayVerify ? (
        <Form.Item name="register" valuePropName="checked">
          <Checkbox>没有疑问时同时核实并立案</Checkbox>
        </Form.Item>
      ) : null}
    </SaveDialog>
  )
}
