/** One data security incident with its reports; a sealed one is opened with a reason (SLA L12, CUS-11). */
import { getIncident, stepIncident, type IncidentView } from '@anpei/contract/customers'
import { dataIncidentLifecycle, INCIDENT_LEVELS } from '@anpei/domain/customers'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { Answered, Empty, Facts, Field, keyIn, LeftTag, PageHead, Panel, SaveDialog, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { OpenSeal } from './OpenSeal.tsx'
import './privacy.css'

type Act = keyof typeof dataIncidentLifecycle.transitions

export default function IncidentPage(): ReactElement {
  const { incidentId = '' } = useParams()
  const found = useCall(getIncident, { params: { incidentId } })
  return (
    <div className="ap-stack">
      <Answered of={found}>{(incident) => <Shown incident={incident} />}</Answered>
      {/* What is not found may be sealed: who may open seals can try, with a reason. */}
      {found.error && found.shown === undefined ? <OpenSeal kind="data_incident" subjectId={incidentId} /> : null}
    </div>
  )
}

function Shown({ incident }: { incident: IncidentView }): ReactElement {
  const [act, setAct] = useState<Act | null>(null)
  const title = (
    <span className="ap-row">
      {incident.title}
      <Tag tone={incident.state === 'closed' ? 'green' : 'amber'}>{incident.stateWord}</Tag>
      {incident.sealed ? (
        <Tag tone="red" icon="shield">
          密封
        </Tag>
      ) : null}
    </span>
  )
  return (
    <>
      <PageHead title={title} tab={`数据安全事件 ${incident.incidentNo}`} note={incident.incidentNo}>
        {incident.can.map((name) => {
          const known = keyIn(dataIncidentLifecycle.transitions, name)
          return known ? (
            <Button
              key={known}
              type="primary"
              onClick={() => {
                setAct(known)
              }}
            >
              {dataIncidentLifecycle.transitions[known].zh}
            </Button>
          ) : null
        })}
      </PageHead>
      <Panel title="事件">
        <Facts
          facts={[
            { label: '级别', value: INCIDENT_LEVELS[incident.level] },
            { label: '影响人数', value: <span className="ap-num">{incident.personsCount}</span> },
            { label: '发现', value: instantText(incident.knownAt) },
            { label: '承办人', value: incident.owner ?? '—' },
            { label: '下一步期限', value: <LeftTag of={incident} /> },
          ]}
        />
        <p className="cu-asks">{incident.what}</p>
      </Panel>
      <Panel title="报告与处置">
        {incident.steps.length === 0 ? <Empty>还没有报告。</Empty> : null}
        {incident.steps.map((step) => (
          <div key={step.at} className="cu-asks">
            <strong>{step.act}</strong>　<span className="ap-num">{instantText(step.at)}</span>　{step.to}
            <br />
            {step.text}
          </div>
        ))}
      </Panel>
      {act ? (
        <Step
          incident={incident}
          act={act}
          onClose={() => {
            setAct(null)
          }}
        />
      ) : null}
    </>
  )
}

type StepProps = { incident: IncidentView; act: Act; onClose: () => void }

function Step({ incident, act, onClose }: StepProps): ReactElement {
  const [form] = Form.useForm<{ to: string; text: string }>()
  const command = useCommand(stepIncident)
  const save = async (values: { to: string; text: string }): Promise<void> => {
    if (await command.run({ params: { incidentId: incident.id }, body: { act, ...values } })) onClose()
  }
  const word = dataIncidentLifecycle.transitions[act].zh
  return (
    <SaveDialog<{ to: string; text: string }>
      title={word}
      open
      okText={word}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ to: act === 'settle' ? '内部' : '监管机构', text: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="to" label={act === 'settle' ? '由谁确认' : '报告给'} required>
        <Input maxLength={100} />
      </Field>
      <Field name="text" label="内容" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
    </SaveDialog>
  )
}
