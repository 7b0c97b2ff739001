/** Written while the caller speaks: who, what about, by which channel, when it reached us (SRV-01). */
import { registerRequest, type CallView } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import {
  POLICY_LINES,
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  type ChannelName,
  type RequestKind,
} from '@anpei/domain/service-desk'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { PersonSearch } from '../claims/index.ts'
import { useMay } from '../identity/index.ts'
import { choicesOf, Field, FilePick, InstantInput, SaveDialog, clearable } from '../kit/index.ts'
import { instantOfInput, instantText } from '../kernel/index.ts'
import { CallerGlance } from './CallerGlance.tsx'
import { ConcernedField, isSensitive } from './ConcernedField.tsx'
import { OriginFields, originOf, type OriginValues } from './OriginFields.tsx'
import { CounterFields, type CounterValues } from './wording/CounterFields.tsx'

type Values = {
  kind: RequestKind
  channel: ChannelName
  received?: string
  personId?: string | null
  contact?: { name?: string; phone?: string; email?: string }
  subject?: string
  text?: string
  elsewhere?: boolean
  policy?: { insurer?: string; line?: keyof typeof POLICY_LINES; number?: string; holder?: string }
  language?: Language | null
  concernedIds?: string[]
  origin?: OriginValues
  counter?: CounterValues
}

type Props = {
  /** The call it is said in: number and time come from it. */
  readonly call?: CallView | undefined
  readonly onClose: () => void
  readonly onMade: (requestId: string) => void
}

/** What lies in a complaint box is entered by the two who open it. */
const CHANNELS = choicesOf(REQUEST_CHANNELS).filter(({ value }) => value !== 'box')

export function RegisterDialog({ call, onClose, onMade }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const command = useCommand(registerRequest)
  const save = async (values: Values): Promise<void> => {
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    const made = await command.run({ body: { ...bodyOf(values), callId: call?.id ?? null } }, parts)
    if (made) onMade(made.id)
  }
  return (
    <SaveDialog<Values>
      title="登记来电、来访、来信"
      open
      width={760}
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={initialOf(call)}
      note={
        call ? `来电 ${call.phoneMasked || '（未显示号码）'}，${instantText(call.rangAt)}；号码和时间自动记下。` : null
      }
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Fields form={form} />
      <FilePick label="信件、截图" many files={files} onFiles={(more) => setFiles([...files, ...more])} />
    </SaveDialog>
  )
}

function initialOf(call: CallView | undefined): Values {
  if (!call) return { kind: 'enquiry', channel: 'phone' }
  const kind = call.line === 'report' || call.line === 'complaint' || call.line === 'progress' ? call.line : 'enquiry'
  return {
    kind,
    channel: call.line === 'elder' ? 'elder_line' : 'phone',
    personId: call.person?.id ?? null,
    ...spoken(call),
  }
}

function spoken({ language }: CallView): Pick<Values, 'language'> {
  return language === null ? {} : { language: language.code }
}

function Fields({ form }: { form: ReturnType<typeof Form.useForm<Values>>[0] }): ReactElement {
  const may = useMay()
  const personId = Form.useWatch('personId', form)
  const kind = Form.useWatch('kind', form)
  const channel = Form.useWatch('channel', form)
  const elsewhere = Form.useWatch('elsewhere', form)
  return (
    <>
      <div className="ap-fields">
        {may('person.read') ? (
          <Field name="personId" label="客户：边听边查" wide>
            <PersonSearch hint="身份证号、电话或姓名" />
          </Field>
        ) : null}
      </div>
      {personId ? <CallerGlance personId={personId} /> : null}
      {channel === 'counter' ? <CounterFields name="counter" title="开始前看一眼自己" /> : null}
      <Field name="text" label="客户怎么说" required wide>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={10_000} placeholder="照客户的话记" />
      </Field>
      <div className="ap-fields">
        <Field name="kind" label="类别" required>
          <Select options={choicesOf(REQUEST_KINDS)} />
        </Field>
        <Field name="channel" label="渠道" required>
          <Select options={CHANNELS} />
        </Field>
        <Field name="received" label="收到时间（不是现在才填）">
          <InstantInput />
        </Field>
        <Field name="subject" label="事由（一句话）">
          <Input maxLength={120} />
        </Field>
        <Field name={['contact', 'name']} label="来电、来信的人" help={personId ? '是本人的不用填' : ''}>
          <Input maxLength={40} />
        </Field>
        <Field name={['contact', 'phone']} label="回电号码">
          <Input maxLength={30} inputMode="tel" />
        </Field>
        {channel === 'email' ? (
          <Field name={['contact', 'email']} label="对方邮箱" help="填了就能用邮件答复">
            <Input maxLength={120} inputMode="email" />
          </Field>
        ) : null}
        <Field name="language" label="客户讲什么话">
          <Select allowClear={clearable} placeholder="普通话不用填" options={choicesOf(LANGUAGES)} />
        </Field>
      </div>
      {isSensitive(kind) ? <ConcernedField /> : null}
      <Form.Item name="elsewhere" valuePropName="checked">
        <Checkbox>是其他公司的保单</Checkbox>
      </Form.Item>
      {elsewhere ? <Elsewhere /> : null}
      <OriginFields channel={channel} />
    </>
  )
}

/** Every line of business is heard: enough to route, time and close. */
function Elsewhere(): ReactElement {
  return (
    <div className="ap-fields">
      <Field name={['policy', 'insurer']} label="保险公司" required>
        <Input maxLength={80} />
      </Field>
      <Field name={['policy', 'line']} label="险种" required>
        <Select options={choicesOf(POLICY_LINES)} />
      </Field>
      <Field name={['policy', 'number']} label="保单号">
        <Input maxLength={60} />
      </Field>
      <Field name={['policy', 'holder']} label="投保人">
        <Input maxLength={80} />
      </Field>
    </div>
  )
}

function bodyOf({ kind, channel, received = '', personId, contact, subject = '', text = '', ...rest }: Values) {
  const { insurer = '', line, number = '', holder = '' } = rest.policy ?? {}
  return {
    kind,
    channel,
    receivedAt: instantOfInput(received),
    personId: personId ?? null,
    contact: { name: contact?.name ?? '', phone: contact?.phone ?? '', email: contact?.email?.trim() ?? '' },
    subject,
    text,
    language: rest.language ?? null,
    policy: rest.elsewhere && line ? { insurer, line, number, holder } : null,
    origin: originOf(rest.origin),
    concernedIds: rest.concernedIds ?? [],
    counterCheck: rest.counter ?? null,
  }
}
