/** Fills a form for a person (CUS-03): what we hold is shown, not asked; on the person's page and at the desk. */
import { fillForm, startForm, type FilledForm, type FormDefinition } from '@anpei/contract/customers'
import type { PersonFormName } from '@anpei/domain/customers'
import { Form, Input, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DayInput, Facts, Field, FormFault, useAskToClose, useFocusBack, writtenIn } from '../kit/index.ts'

type Props = {
  personId: string
  form: PersonFormName
  /** What it is filled for, for example a request of the desk. */
  subject?: { kind: string; id: string }
  onClose: () => void
  onFilled?: (filled: FilledForm) => void
}
type Values = Record<string, string | undefined>

export function FormFiller({ personId, form: name, subject, onClose, onFilled }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const found = useCall(startForm, { params: { personId, form: name } })
  const fill = useCommand(fillForm)
  const [written, setWritten] = useState('')
  const closing = useAskToClose(written, onClose)
  useFocusBack()
  const definition = found.shown?.definition
  const save = async (values: Values): Promise<void> => {
    if (!definition) return
    const answers = Object.fromEntries(Object.entries(values).map(([code, answer]) => [code, answer ?? '']))
    const body = { version: definition.version, answers, ...(subject ? { subject } : {}) }
    const filled = await fill.run({ params: { personId, form: name }, body })
    if (!filled) return
    onFilled?.(filled)
    onClose()
  }
  return (
    <Modal
      title={definition?.title ?? '填表'}
      open
      okText="填好了"
      width={680}
      confirmLoading={fill.busy}
      mask={{ closable: false }}
      {...closing}
      onOk={() => {
        form.submit()
      }}
    >
      <Answered of={found}>
        {(start) => (
          <Form
            form={form}
            layout="vertical"
            scrollToFirstError
            onValuesChange={(_changed, values: Values) => {
              setWritten(writtenIn({}, values))
            }}
            onFinish={(values: Values) => {
              void save(values)
            }}
          >
            {start.definition.note ? <p className="ap-dialog-note">{start.definition.note}</p> : null}
            <FormFault form={form} fault={fill.fault} />
            <Held definition={start.definition} held={start.held} />
            <div className="ap-fields">
              {start.definition.fields
                .filter(({ held }) => held === null || start.held[held] === undefined)
                .map((field) => (
                  <Question key={field.code} field={field} />
                ))}
            </div>
          </Form>
        )}
      </Answered>
    </Modal>
  )
}

type Start = { definition: FormDefinition; held: Readonly<Record<string, string>> }

function Held({ definition, held }: Start): ReactElement | null {
  const facts = definition.fields.flatMap((field) => {
    const value = field.held === null ? undefined : held[field.held]
    return value === undefined ? [] : [{ label: field.label, value }]
  })
  return facts.length === 0 ? null : (
    <div className="cu-held">
      <p className="ap-muted ap-small">我们已经有的，请念一遍核对：</p>
      <Facts facts={facts} />
    </div>
  )
}

export function Question({ field }: { field: FormDefinition['fields'][number] }): ReactElement {
  return (
    <Field name={field.code} label={field.label} required={field.required} wide={field.kind !== 'day'}>
      {inputOf(field)}
    </Field>
  )
}

function inputOf({ kind, choices }: FormDefinition['fields'][number]): ReactElement {
  switch (kind) {
    case 'choice':
      return <Radio.Group options={choices.map(([value, label]) => ({ value, label }))} />
    case 'day':
      return <DayInput />
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    case 'number':
      return <Input inputMode="decimal" maxLength={20} />
    case 'text':
      return <Input maxLength={200} autoComplete="off" />
  }
}
