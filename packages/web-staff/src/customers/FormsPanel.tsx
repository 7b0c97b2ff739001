/** Forms filled for a person, and the next steps their answers proposed (CUS-03). */
import { decideFormStep, listFilledForms, type FilledForm } from '@anpei/contract/customers'
import { PERSON_FORMS, type PersonFormName } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, Empty, Facts, FaultNote, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { FormFiller } from './FormFiller.tsx'

export function FormsPanel({ personId }: { personId: string }): ReactElement {
  const [filling, setFilling] = useState<PersonFormName | null>(null)
  const found = useCall(listFilledForms, { params: { personId } })
  const acts = found.shown?.can.includes('fill')
    ? choicesOf(PERSON_FORMS).map(({ value, label }) => (
        <Button
          key={value}
          onClick={() => {
            setFilling(value)
          }}
        >
          填{label}
        </Button>
      ))
    : null
  return (
    <Panel title="采集与评估" acts={acts} flush>
      <Answered of={found}>
        {({ forms }) =>
          forms.length === 0 ? (
            <Empty>还没有为这位客户填过表。</Empty>
          ) : (
            forms.map((one) => <Filled key={one.id} filled={one} />)
          )
        }
      </Answered>
      {filling ? (
        <FormFiller
          personId={personId}
          form={filling}
          onClose={() => {
            setFilling(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function Filled({ filled }: { filled: FilledForm }): ReactElement {
  return (
    <article className="cu-pair">
      <p>
        <strong>{filled.title}</strong>（第 {filled.version} 版）{' '}
        <span className="ap-muted ap-small">
          {instantText(filled.filledAt)} {filled.filledBy}
        </span>
      </p>
      <Facts facts={filled.answers.map(({ label, answer }) => ({ label, value: answer }))} />
      {filled.steps.map((step) => (
        <Step
          key={step.step}
          filledId={filled.id}
          personId={filled.personId}
          step={step}
          mayDecide={filled.can.includes('decide')}
        />
      ))}
    </article>
  )
}

type StepProps = { filledId: string; personId: string; step: FilledForm['steps'][number]; mayDecide: boolean }

function Step({ filledId, personId, step, mayDecide }: StepProps): ReactElement {
  const [declining, setDeclining] = useState(false)
  const decide = useCommand(decideFormStep)
  const say = async (decision: 'accepted' | 'declined', reason: string): Promise<void> => {
    const done = await decide.run({ params: { filledId, step: step.step }, body: { decision, reason } })
    if (done) setDeclining(false)
  }
  return (
    <div className="cu-card">
      <div>
        <p className="ap-row">
          <Stand decision={step.decision} /> <strong>建议：{step.word}</strong>
        </p>
        <p>{step.why}</p>
        {step.decidedBy ? (
          <p className="ap-muted ap-small">
            {step.decidedBy}
            {step.reason ? `：${step.reason}` : ''}
          </p>
        ) : null}
        <FaultNote fault={declining ? null : decide.fault} />
        {step.decision === 'accepted' ? <Onward step={step.step} personId={personId} /> : null}
      </div>
      {mayDecide && step.decision === null ? (
        <span className="ap-row">
          <Button
            size="small"
            type="primary"
            loading={decide.busy}
            onClick={() => {
              void say('accepted', '')
            }}
          >
            采纳
          </Button>
          <Button
            size="small"
            onClick={() => {
              decide.clear()
              setDeclining(true)
            }}
          >
            不采纳
          </Button>
        </span>
      ) : null}
      {declining ? (
        <ReasonDialog
          title={`不采纳“${step.word}”`}
          label="理由"
          okText="不采纳"
          busy={decide.busy}
          fault={decide.fault}
          onClose={() => {
            setDeclining(false)
          }}
          onSave={(reason) => {
            void say('declined', reason)
          }}
        />
      ) : null}
    </div>
  )
}

/** Where an accepted step is done. */
function Onward({ step, personId }: { step: string; personId: string }): ReactElement | null {
  if (step === 'home_visit') return <Link to="/visits">已提出上门需求，去约时间</Link>
  if (step === 'specialist')
    return (
      <>
        已转出：有未结赔案的，是该案负责人的任务；没有的，在服务台<Link to="/desk?queue=unassigned">无人受理</Link>里。
      </>
    )
  if (step !== 'introduce' && step !== 'explain_again') return null
  return (
    <Link to={`/introductions?person=${personId}`}>{step === 'introduce' ? '去介绍产品' : '去讲解并留下确认'}</Link>
  )
}

function Stand({ decision }: Pick<FilledForm['steps'][number], 'decision'>): ReactElement {
  if (decision === null) return <Tag tone="amber">待决定</Tag>
  return decision === 'accepted' ? <Tag tone="green">已采纳</Tag> : <Tag tone="grey">未采纳</Tag>
}
