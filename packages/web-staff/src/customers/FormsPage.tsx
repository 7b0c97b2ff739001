/** The forms in force, and new versions of them for a second person to confirm (CUS-03, ORG-05). */
import { listForms, type FormDefinition } from '@anpei/contract/customers'
import { FIELD_KINDS, NEXT_STEPS } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, PageHead, Panel, Tag } from '../kit/index.ts'
import { FormEditor } from './FormEditor.tsx'
import './customers.css'

export default function FormsPage(): ReactElement {
  const [editing, setEditing] = useState<FormDefinition | null>(null)
  const found = useCall(listForms, {})
  return (
    <>
      <PageHead title="表单" note="采集与评估的问题和建议。改动由第二人复核后发布，填过的表保留当时的版本。" />
      <Answered of={found}>
        {({ forms, can }) => (
          <div className="ap-stack">
            {forms.map((form) => (
              <Panel
                key={form.form}
                title={`${form.title}　第 ${form.version} 版`}
                acts={
                  form.waiting ? (
                    <Link to="/changes">新版等第二人复核</Link>
                  ) : can.includes('propose') ? (
                    <Button
                      onClick={() => {
                        setEditing(form)
                      }}
                    >
                      改一版
                    </Button>
                  ) : null
                }
              >
                <Definition form={form} />
              </Panel>
            ))}
          </div>
        )}
      </Answered>
      {editing ? (
        <FormEditor
          key={editing.form}
          definition={editing}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </>
  )
}

function Definition({ form }: { form: FormDefinition }): ReactElement {
  return (
    <>
      <p className="ap-muted">{form.note}</p>
      <ol className="cu-questions">
        {form.fields.map((field) => (
          <li key={field.code}>
            {field.label} {field.required ? <Tag tone="amber">必填</Tag> : null}{' '}
            <span className="ap-muted ap-small">
              {field.choices.length > 0 ? field.choices.map(([, word]) => word).join(' / ') : FIELD_KINDS[field.kind]}
              {field.held ? '，已有就不问' : ''}
            </span>
          </li>
        ))}
      </ol>
      {form.steps.map((step) => (
        <p key={step.why}>
          <Tag tone="teal">{NEXT_STEPS[step.step]}</Tag> {step.why}
        </p>
      ))}
    </>
  )
}
