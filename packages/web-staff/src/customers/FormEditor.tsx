/** A new version of a form: questions with their choices, and the answers that propose a step (CUS-03). */
import { proposeFormVersion, type FormDefinition } from '@anpei/contract/customers'
import { FIELD_KINDS, NEXT_STEPS } from '@anpei/domain/customers'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'
import { draftOf, definitionOf, whenChoices, type FormDraft } from './form-draft.ts'

type Props = { definition: FormDefinition; onClose: () => void }

export function FormEditor({ definition, onClose }: Props): ReactElement {
  const [form] = Form.useForm<FormDraft>()
  const propose = useCommand(proposeFormVersion)
  const save = async (draft: FormDraft): Promise<void> => {
    const body = { definition: definitionOf(draft, definition) }
    if (await propose.run({ params: { form: definition.form }, body })) onClose()
  }
  return (
    <SaveDialog<FormDraft>
      title={`${definition.title}：改成第 ${definition.version + 1} 版`}
      open
      okText="提交第二人复核"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={draftOf(definition)}
      width={900}
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue(true))
      }}
    >
      <Field name="title" label="标题" required>
        <Input maxLength={60} />
      </Field>
      <Field name="note" label="说明">
        <Input maxLength={200} />
      </Field>
      <h3>问题</h3>
      <Questions />
      <h3>建议</h3>
      <Steps definition={definition} />
    </SaveDialog>
  )
}

function Questions(): ReactElement {
  return (
    <Form.List name="fields">
      {(rows, { add, remove, move }) => (
        <>
          {rows.map((row, at) => (
            <div key={row.key} className="cu-edit">
              <Field name={[row.name, 'label']} label={`第 ${at + 1} 问`} required>
                <Input maxLength={100} />
              </Field>
              <Field name={[row.name, 'kind']} label="怎样答" required>
                <Select options={choicesOf(FIELD_KINDS)} />
              </Field>
              <Field name={[row.name, 'choices']} label="选项（一行一个）" wide>
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} placeholder="只有“选一项”才填" />
              </Field>
              <Form.Item name={[row.name, 'required']} valuePropName="checked">
                <Checkbox>必填</Checkbox>
              </Form.Item>
              <span className="ap-row">
                <Button
                  size="small"
                  disabled={at === 0}
                  onClick={() => {
                    move(at, at - 1)
                  }}
                >
                  上移
                </Button>
                <Button
                  size="small"
                  onClick={() => {
                    remove(row.name)
                  }}
                >
                  删去
                </Button>
              </span>
            </div>
          ))}
          <Button
            onClick={() => {
              add({ code: '', label: '', kind: 'text', required: false, choices: '' })
            }}
          >
            加一问
          </Button>
        </>
      )}
    </Form.List>
  )
}

function Steps({ definition }: { definition: FormDefinition }): ReactElement {
  const draft = Form.useWatch<FormDraft | undefined>([], { preserve: true })
  const answers = whenChoices(draft, definition)
  return (
    <Form.List name="steps">
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className="cu-edit">
              <Field name={[row.name, 'when']} label="答了这些（同一问任一、各问都要）" required wide>
                <Select mode="multiple" options={[...answers]} optionFilterProp="label" />
              </Field>
              <Field name={[row.name, 'step']} label="就建议" required>
                <Select options={choicesOf(NEXT_STEPS)} />
              </Field>
              <Field name={[row.name, 'why']} label="理由" required wide>
                <Input maxLength={200} />
              </Field>
              <Button
                size="small"
                onClick={() => {
                  remove(row.name)
                }}
              >
                删去
              </Button>
            </div>
          ))}
          <Button
            onClick={() => {
              add({ when: [], step: undefined, why: '' })
            }}
          >
            加一条建议
          </Button>
        </>
      )}
    </Form.List>
  )
}
