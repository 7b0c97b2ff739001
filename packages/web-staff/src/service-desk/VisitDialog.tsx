/** A request asks for somebody to come: the visit begins with what was said already (SRV-01, SRV-09). */
import { convertToVisit, type RequestView } from '@anpei/contract/service-desk'
import {
  ELIGIBLE,
  VISIT_KINDS,
  VISIT_PURPOSES,
  type EligibleBy,
  type VisitKind,
  type VisitPurpose,
} from '@anpei/domain/visits'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, Many, SaveDialog } from '../kit/index.ts'
import { whyOf } from './convert.ts'

type Values = {
  kind: VisitKind
  purpose: VisitPurpose
  name: string
  phone: string
  address: string
  told: EligibleBy[]
  why: string
}

export function VisitDialog({ request, onClose }: { request: RequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(convertToVisit)
  const navigate = useNavigate()
  const { person, contact } = request
  const initial: Values = {
    kind: 'home',
    purpose: 'explain',
    name: contact.name,
    phone: '',
    address: '',
    told: [],
    why: whyOf(request.messages),
  }
  const save = async (values: Values): Promise<void> => {
    const made = await command.run({ params: { requestId: request.id }, body: { ...initial, ...values } })
    if (!made) return
    onClose()
    void navigate(`/visits/${made.visit.id}`)
  }
  return (
    <SaveDialog<Values>
      title="转为上门、查勘或视频"
      open
      width={720}
      okText="转办"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initial}
      note="时限从客户提出时起算，电话不填就用来电的号码。上门需求转办后由上门单接着办；其他类别的服务单仍要答复客户。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      {person === null ? (
        <Field name="name" label="姓名" required>
          <Input maxLength={40} />
        </Field>
      ) : (
        <p className="dk-who">
          客户：<strong>{person.name}</strong> <span className="ap-num">{person.idNumberMasked}</span>
        </p>
      )}
      <Field name="kind" label="方式" required>
        <Radio.Group options={choicesOf(VISIT_KINDS)} />
      </Field>
      <Field name="purpose" label="事项" required>
        <Select options={choicesOf(VISIT_PURPOSES)} />
      </Field>
      <Field name="phone" label="联系电话">
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <Field name="address" label="地址">
        <Input maxLength={200} />
      </Field>
      <Field name="told" label="为什么需要上门">
        <Many options={choicesOf(ELIGIBLE)} />
      </Field>
      <Field name="why" label="说明">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </SaveDialog>
  )
}
